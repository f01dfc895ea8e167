"""The simple kinds of cell: text, flags, names, references, and cells made of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.cell import Cell, Context, Key, Single, Unreadable, read_cell, scalar, unknown_key
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Scalar, Sequence

if TYPE_CHECKING:
    from factlint.reading.yaml import Node


@dataclass(frozen=True, slots=True)
class Text(Single):
    """Free text as written, or one of a few words that the schema names; `default` where it is not written."""

    what: str = "text"
    default: str | None = None

    def read(self, node: Node, context: Context) -> str:
        return scalar(node, self.what).text

    def spread(self, value: str | None) -> tuple[object, ...]:
        return (self.default if value is None else value,)


@dataclass(frozen=True, slots=True)
class Flag(Single):
    """`true` or `false`; false where it is not written."""

    once = True

    def read(self, node: Node, context: Context) -> bool:
        word = scalar(node, "true or false")
        if word.text not in {"true", "false"}:
            raise Unreadable("bad-value", f"{word.text!r} is neither true nor false: write one of them", word.span)
        return word.text == "true"

    def columns(self, name: str) -> dict[str, str]:
        return {name: "bool"}

    def spread(self, value: bool | None) -> tuple[object, ...]:
        return (bool(value),)


@dataclass(frozen=True, slots=True)
class NameOf(Single):
    """A registry entry, by its id or any of its names; the value is the id."""

    once = True
    kinds: tuple[str, ...]

    def read(self, node: Node, context: Context) -> str:
        word = scalar(node, f"the id or a name of one of the {' or '.join(self.kinds)}")
        return context.names.resolve(word.text, self.kinds, word.span)


@dataclass(frozen=True, slots=True)
class ListOf(Single):
    """A list of cells; one cell alone counts as a list of one. Items that cannot be read are reported and left out."""

    item: Cell

    def read(self, node: Node, context: Context) -> tuple[object, ...]:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values = []
        for each in nodes:
            try:
                values.append(self.item.read(each, context))
            except Unreadable as problem:
                context.problems.append(problem)
        return tuple(values)

    def spread(self, value: tuple[object, ...] | None) -> tuple[object, ...]:
        return (value or (),)


@dataclass(frozen=True, slots=True)
class FactRef(Single):
    """The id of a fact: of the same file, or `file#id`; the value is the whole reference."""

    def read(self, node: Node, context: Context) -> str:
        text = scalar(node, "the id of a fact").text
        return text if "#" in text else f"{context.file}#{text}"


@dataclass(frozen=True, slots=True)
class Scope(Single):
    """A mapping of further dimensions; the value is one text in a fixed order, empty where nothing is written."""

    def read(self, node: Node, context: Context) -> str:
        if not isinstance(node, YamlMapping):
            raise Unreadable("bad-value", "a scope is a mapping: write it as {sector: oil}", node.span)
        pairs = sorted((key.text, scalar(value, "text").text) for key, value in node.entries)
        return "; ".join(f"{key}: {value}" for key, value in pairs)

    def spread(self, value: str | None) -> tuple[object, ...]:
        return (value or "",)


@dataclass(frozen=True, slots=True)
class Nested(Single):
    """A mapping with keys of its own; the value is a dict. `short` names the key that a bare word stands for."""

    keys: tuple[Key, ...]
    short: str | None = None

    def read(self, node: Node, context: Context) -> dict[str, object]:
        if self.short and isinstance(node, Scalar):
            cell = next(key.cell for key in self.keys if key.name == self.short)
            return {self.short: cell.read(node, context)}
        if not isinstance(node, YamlMapping):
            names = ", ".join(key.name for key in self.keys)
            raise Unreadable("bad-value", f"write a mapping here, with the keys {names}", node.span)
        return _read_keys(node, self.keys, context)


def _read_keys(node: YamlMapping, keys: tuple[Key, ...], context: Context) -> dict[str, object]:
    """The typed cells of a mapping inside a record; problems go to the context."""
    values: dict[str, object] = {}
    by_name = {each.name: each for each in keys}
    for name, cell_node in node.entries:
        if name.text not in by_name:
            context.problems.append(unknown_key(name, tuple(by_name)))
            continue
        value = read_cell(by_name[name.text], cell_node, context)
        if value is not None:
            values[name.text] = value
    return values
