"""Facts of several files that state the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import Date
from factlint.reading.quantity import Change, Quantity

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    import pandas as pd

    from factlint.corpus import Corpus

CELLS = {
    "figures": ("figure", "of", "with", "period", "asof", "versus", "value", "change", "share", "share_of", "scope"),
    "events": (
        *("event", "date", "date_kind", "asof", "place", "who", "duration", "number", "count"),
        *("part_of", "before", "after", "during", "postponed", "status", "scope"),
    ),
    "roles": (
        *("role", "person", "at", "from", "until", "rank", "acting", "former"),
        *("replaces", "number", "served", "asof", "scope"),
    ),
    "relations": ("relation", "subject", "object", "value", "date", "since", "asof", "rank", "only", "scope"),
}
"""The cells that make a statement, by table: what a fact says, not how it is printed or curated."""


class Telling(NamedTuple):
    """A fact that makes a statement, with whose words it is; the publisher's name stands for an origin not written."""

    fact: str
    publisher: str
    origin: str


def statements(corpus: Corpus) -> Iterator[list[Telling]]:
    """The statements made by more than one fact: who makes them, in the order of fact ids. Superseded facts are out."""
    for table, cells in CELLS.items():
        facts = corpus.table(table)
        yield from _groups(facts[~facts["superseded"]], ("mode", *cells), _swaps(corpus, table))


def _groups(facts: pd.DataFrame, cells: tuple[str, ...], swapping: frozenset[str]) -> Iterator[list[Telling]]:
    groups: defaultdict[tuple[Hashable, ...], list[Telling]] = defaultdict(list)
    rows = zip(*(facts[cell].tolist() for cell in cells), strict=True)
    tellers = zip(facts["fact"], facts["publisher"], facts["origin"], strict=True)
    for row, (fact, publisher, origin) in zip(rows, tellers, strict=True):
        groups[_said(row, swapping)].append(Telling(fact, str(publisher or ""), str(origin or publisher or "")))
    yield from (sorted(group) for group in groups.values() if len(group) > 1)


def _said(row: tuple[object, ...], swapping: frozenset[str]) -> tuple[Hashable, ...]:
    """The cells of a fact as they compare; the two sides of a symmetric measure or relation in one order."""
    mode, about, one, other, *rest = map(_comparable, row)
    sides = frozenset((one, other)) if about in swapping else (one, other)
    return (mode, about, sides, *rest)


def _comparable(cell: object) -> Hashable:
    """A cell as what it stands for, however it was printed."""
    said: Hashable = None
    if isinstance(cell, Date):
        said = (cell.begins, cell.ends)
    elif isinstance(cell, Quantity):
        said = (cell.number, cell.upper, cell.hedge, cell.unit)
    elif isinstance(cell, Change):
        said = (cell.kind, _comparable(cell.quantity))
    elif isinstance(cell, tuple):
        said = frozenset(_comparable(item) for item in cell)
    elif isinstance(cell, dict):
        said = frozenset((key, _comparable(item)) for key, item in cell.items())
    elif isinstance(cell, str | int):
        said = cell
    return said


def _swaps(corpus: Corpus, table: str) -> frozenset[str]:
    """The measures or relations whose two sides may swap."""
    kind = {"figures": "measures", "relations": "relations"}.get(table)
    entries = corpus.registry.entries[kind] if kind else {}
    return frozenset(entry for entry, record in entries.items() if record.values.get("symmetric") is True)
