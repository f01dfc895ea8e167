"""Which registry entries the facts and the registry itself name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.cell import by_name
from factlint.corpus.cells import ListOf, NameOf, Nested
from factlint.corpus.language import FACT, FACTS, REGISTRY
from factlint.corpus.printed import Equation, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.corpus.cell import Cell, Key


def uses(corpus: Corpus) -> frozenset[tuple[str, str]]:
    """Every (kind, id) that a fact names, or a registry entry other than itself."""
    found: set[tuple[str, str]] = set()
    said: dict[tuple[str, str], set[object]] = {(table, key): set() for table, keys in NAMING.items() for key in keys}
    for table, values in corpus.said(NAMING):
        for key in NAMING[table].keys() & values.keys():
            try:
                said[table, key].add(values[key])  # the same is said again and again
            except TypeError:  # a mapping, or a list of them
                found.update(_in_cell(NAMING[table][key].cell, values[key]))
    for (table, key), different in said.items():
        for value in different:
            found.update(_in_cell(NAMING[table][key].cell, value))
    for kind, entries in corpus.registry.entries.items():
        for entry_id, entry in entries.items():
            found.update(named for named in _named(entry.values, _REGISTRY[kind]) if named != (kind, entry_id))
    return frozenset(found)


def _names(cell: Cell) -> bool:
    """Whether the values of a cell may name registry entries."""
    if isinstance(cell, ListOf):
        return _names(cell.item)
    if isinstance(cell, Nested):
        return any(_names(key.cell) for key in cell.keys)
    return isinstance(cell, NameOf | Equation)


def _naming(*keys: Key) -> Mapping[str, Key]:
    return by_name(*(key for key in keys if _names(key.cell)))


NAMING = {table: _naming(*FACT, *own) for table, own in FACTS.values()}
NAMING["facts"] = _naming(*FACT, *(key for _, own in FACTS.values() for key in own))
"""For each table of facts the keys that may name registry entries."""

_REGISTRY = {kind: _naming(*keys) for kind, keys in REGISTRY.items()}


def _named(values: Mapping[str, object], keys: Mapping[str, Key]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if name in keys:
            yield from _in_cell(keys[name].cell, value)


def _in_cell(cell: Cell, value: object) -> Iterator[tuple[str, str]]:
    """The names in one value: a name of several kinds counts for each of them."""
    if isinstance(cell, NameOf):
        yield from ((kind, str(value)) for kind in cell.kinds)
    elif isinstance(cell, ListOf) and isinstance(value, tuple):
        for each in value:
            yield from _in_cell(cell.item, each)
    elif isinstance(cell, Nested) and isinstance(value, dict):
        yield from _named(value, by_name(*cell.keys))
    elif isinstance(cell, Equation) and isinstance(value, tuple):
        yield from (("measures", measure) for _, measure in value)
    elif isinstance(cell, Equation) and isinstance(value, Mean):
        yield from (("measures", measure) for measure in (value.total, value.count))
