"""The cells of a file by the fact language: each with its way from the root, its node, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.cells import ListOf, Nested
from factlint.corpus.files import REGISTRY
from factlint.corpus.language import FACT, FACTS, FILE
from factlint.corpus.language import REGISTRY as ENTRIES
from factlint.reading.yaml import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus.cell import Cell, Key
    from factlint.editing.edits import Path
    from factlint.reading.yaml import Node


class Found(NamedTuple):
    """A scalar cell: its way from the root, the scalar, how it is read, and the calendar of its dates."""

    path: Path
    node: Scalar
    cell: Cell
    calendar: str


def cells(root: Node | None, ref: str) -> Iterator[Found]:
    """Every scalar cell of a file that the language knows; `ref` is the file's reference."""
    if not isinstance(root, Mapping):
        return
    if ref.startswith(f"{REGISTRY}/"):
        keys = ENTRIES.get(ref.partition("/")[2], ())
        for key, entry in root.entries:
            yield from _of_mapping(entry, keys, (key.text,), "gregorian")
        return
    yield from _of_mapping(root, FILE, (), "gregorian")
    for position, fact in facts(root):
        calendar = fact.get("calendar")
        julian = isinstance(calendar, Scalar) and calendar.text == "julian"
        yield from _of_mapping(fact, keys_of(fact), ("facts", position), "julian" if julian else "gregorian")


def facts(root: Node | None) -> Iterator[tuple[int, Mapping]]:
    """The facts of a file that are mappings, each with its position in the list."""
    found = root.get("facts") if isinstance(root, Mapping) else None
    for position, fact in enumerate(found.items if isinstance(found, Sequence) else ()):
        if isinstance(fact, Mapping):
            yield position, fact


def kind_of(fact: Mapping) -> str | None:
    """The kind of a fact, None where it says none, or more than one."""
    kinds = [kind for kind in FACTS if fact.get(kind) is not None]
    return kinds[0] if len(kinds) == 1 else None


def keys_of(fact: Mapping) -> tuple[Key, ...]:
    """The keys that a fact may have; those of every fact where its kind is not known."""
    kind = kind_of(fact)
    return (*FACT, *FACTS[kind][1]) if kind else FACT


def _of_mapping(node: Node, keys: tuple[Key, ...], path: Path, calendar: str) -> Iterator[Found]:
    by_name = {key.name: key.cell for key in keys}
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if key.text in by_name:
            yield from _of_cell(value, by_name[key.text], (*path, key.text), calendar)


def _of_cell(node: Node, cell: Cell, path: Path, calendar: str) -> Iterator[Found]:
    if isinstance(cell, ListOf):
        if isinstance(node, Sequence):
            for position, item in enumerate(node.items):
                yield from _of_cell(item, cell.item, (*path, position), calendar)
        else:
            yield from _of_cell(node, cell.item, path, calendar)
    elif isinstance(cell, Nested):
        yield from _of_mapping(node, cell.keys, path, calendar)
    elif isinstance(node, Scalar):
        yield Found(path, node, cell, calendar)
