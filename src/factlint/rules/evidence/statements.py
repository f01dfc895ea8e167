"""Facts of several files that state the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import Date
from factlint.reading.quantity import Change, Quantity

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus

    Codes = npt.NDArray[np.int64]

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
        yield from _groups(corpus.table(table), ("mode", *cells), _swaps(corpus, table))


def _groups(facts: pd.DataFrame, cells: tuple[str, ...], swapping: frozenset[str]) -> Iterator[list[Telling]]:
    import numpy as np

    if facts.empty:
        return
    words = {cell: facts[cell].to_numpy(dtype=object) for cell in cells}
    rows = np.flatnonzero(~facts["superseded"].to_numpy(dtype=bool))
    mode, about, one, other, *further = cells
    columns = {cell: coded(words[cell][rows].tolist()) for cell in (mode, about, one, other)}
    _swap(columns, (about, one, other), swapping)
    group, rows = _shared([codes for codes, _ in columns.values()], rows)
    for cell in further:  # few rows are left, for most facts differ in what they are about
        codes, _ = coded(words[cell][rows].tolist())
        group, rows = _shared([group, codes], rows)
    together: dict[int, list[Telling]] = {}
    several = facts[["fact", "publisher", "origin"]].iloc[rows]
    for number, (fact, publisher, origin) in zip(group.tolist(), several.itertuples(index=False), strict=True):
        together.setdefault(number, []).append(Telling(fact, str(publisher or ""), str(origin or publisher or "")))
    yield from (sorted(each) for each in together.values())


def _shared(columns: list[Codes], rows: Codes) -> tuple[Codes, Codes]:
    """Those of the rows whose combination of codes another one has: the number of it, and the row."""
    group, size = numbered(columns, len(rows))
    several = size[group] > 1
    return group[several], rows[several]


def coded(cells: list[object]) -> tuple[Codes, list[Hashable]]:
    """For each cell the number of what it stands for, and what the numbers stand for; one look at each object."""
    import numpy as np

    objects = np.fromiter(map(id, cells), np.int64, len(cells))
    _, first, which = np.unique(objects, return_index=True, return_inverse=True)
    known: dict[Hashable, int] = {}
    numbers = [known.setdefault(_comparable(cells[row]), len(known)) for row in first]
    return np.asarray(numbers, dtype=np.int64)[which], list(known)


def numbered(columns: list[Codes], rows: int) -> tuple[Codes, Codes]:
    """For each row the number of its combination of codes, and for each combination how many rows have it."""
    import numpy as np

    number = np.zeros(rows, dtype=np.int64)
    for codes in columns:
        number = np.unique(number * (codes.max(initial=0) + 1) + codes, return_inverse=True)[1]
    return number, np.bincount(number, minlength=1)


def _swap(
    columns: dict[str, tuple[Codes, list[Hashable]]], names: tuple[str, str, str], swapping: frozenset[str]
) -> None:
    """Put the two sides of what is symmetric into one order, as codes that both sides share."""
    import numpy as np

    if not swapping:
        return
    about, one, other = names
    codes, said = columns[about]
    swaps = np.asarray([each in swapping for each in said], dtype=np.bool_)[codes]
    (left, words), (right, more) = columns[one], columns[other]
    both = {word: number for number, word in enumerate(dict.fromkeys([*words, *more]))}
    left = np.asarray([both[word] for word in words], dtype=np.int64)[left]
    right = np.asarray([both[word] for word in more], dtype=np.int64)[right]
    low, high = np.minimum(left, right), np.maximum(left, right)
    columns[one] = np.where(swaps, low, left), list(both)
    columns[other] = np.where(swaps, high, right), list(both)


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
