"""From a YAML mapping to a record: every key looked up in the language, every cell read, every problem placed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.corpus.cell import read_cell, unknown_key
from factlint.findings import Anchor, Clash, Place
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factlint.corpus.cell import Context, Key, Unreadable
    from factlint.reading.yaml import Node


@dataclass(frozen=True, slots=True)
class Problem:
    """A clash that reading itself met, under the name of its rule; `anchor` is the cell that it spoils, if one."""

    rule: str
    clash: Clash
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A fact, a registry entry or the head of a fact file.

    `table` is the table whose row it becomes, `values` the typed cells by key, `written` the mapping as written, or
    what reads it when it is asked for (see `node`), `key` the node of its id (for a registry entry).
    """

    ref: str
    table: str
    path: str
    values: Mapping[str, object]
    written: YamlMapping | Callable[[], YamlMapping]
    key: Scalar | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return Record, (self.ref, self.table, self.path, self.values, self.node, self.key)

    @property
    def at_hand(self) -> bool:
        """Whether nothing has to be read for the mapping as written."""
        return not callable(self.written)

    @property
    def node(self) -> YamlMapping:
        """The mapping as written."""
        return self.written() if callable(self.written) else self.written

    def place(self, field: str) -> Place:
        """Where the value of `field` stands (`accept.0` for an item); the entry's own id where it is not written."""
        name, *items = field.split(".") if field else [""]
        node = self.node.get(name) if name else None
        for item in items:
            node = _item(node, item) or node
        if node is None:
            node = self.key or self.node.get("id") or _first(self.node)
        return Place(self.path, *node.span)


def attached(problems: list[Problem], records: Iterable[Record]) -> list[Problem]:
    """The problems of a file's text, each now about the record that it stands in, where it stands in one.

    Such a record may lack a cell that was written but could not be taken over; it is not also blamed for lacking it.
    """
    by_path: dict[str, list[Record]] = {}
    for record in records:
        by_path.setdefault(record.path, []).append(record)
    about = [problem if problem.anchor else _attach(problem, by_path) for problem in problems]
    torn = {new.anchor.ref for old, new in zip(problems, about, strict=True) if new.anchor and not old.anchor}
    return [each for each in about if each.rule != "missing-key" or not each.anchor or each.anchor.ref not in torn]


def _attach(problem: Problem, by_path: Mapping[str, list[Record]]) -> Problem:
    place = problem.clash.at
    if not isinstance(place, Place):
        return problem
    for record in by_path.get(place.path, ()):
        span = record.node.span
        if span[:2] <= (place.line, place.column) < span[2:]:
            return replace(problem, anchor=Anchor(record.ref))
    return problem


def placed(path: str, problem: Unreadable, ref: str = "", field: str = "") -> Problem:
    """The problem of a cell at its place in the file `path`."""
    anchor = Anchor(ref, field) if ref else None
    return Problem(problem.rule, Clash(problem.message, Place(path, *problem.span)), anchor)


def read_record(
    node: YamlMapping,
    keys: Mapping[str, Key],
    context: Context,
    record: tuple[str, str, str],
    key: Scalar | None = None,
) -> tuple[Record, list[Problem]]:
    """The record (its ref, table and path given as `record`) and the problems of its cells; `keys` may stand in it.

    The problems of `context` are emptied.
    """
    ref, table, path = record
    problems: list[Problem] = []
    values: dict[str, object] = {}
    met, seen = context.problems, context.seen
    for text, (name, cell_node) in node[0].items():
        known = keys.get(text)
        if known is None:
            problems.append(placed(path, unknown_key(name, tuple(keys)), ref, text))
            continue
        asked = (table, text, cell_node[0]) if known.cell.once and type(cell_node) is Scalar else None
        value = seen.get(asked) if asked else None
        if value is None:
            value = read_cell(known, cell_node, context)
            if asked and not met:
                seen[asked] = value
        if value is not None:
            values[text] = value
        if met:
            problems.extend(placed(path, problem, ref, text) for problem in met)
            met.clear()
    return Record(ref, table, path, values, node, key), problems


def _item(node: Node | None, item: str) -> Node | None:
    if isinstance(node, Sequence):
        return node.items[int(item)] if item.isdecimal() and int(item) < len(node.items) else None
    return node.get(item) if isinstance(node, YamlMapping) else None


def _first(node: YamlMapping) -> YamlMapping | Scalar:
    return node.entries[0][0] if node.entries else node
