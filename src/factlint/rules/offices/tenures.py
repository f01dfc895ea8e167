"""Tenures that one source records twice: terms of one person in one office that overlap and do not have the same dates.

Two dates differ where no day is one of both; a year and a day of it are the same date told with less precision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.offices.stated import days, given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column

_GROUP = ["role", "person", "file", "scope", "acting"]


class Recorded(NamedTuple):
    """A term by its row: the days on which it may have begun, those on which it may have ended.

    `end` is the last day on which it certainly lasted; the days of an end that is not said are all that come later.
    """

    row: int
    began: tuple[int, int]
    ended: tuple[int, int]
    end: int
    slack: int


class Doubled(NamedTuple):
    """Terms of one tenure by their rows, the two that clash first; `suspects` are those of the two that are alone."""

    first: int
    second: int
    others: tuple[int, ...]
    suspects: tuple[int, ...]


def doubled(corpus: Corpus) -> Iterator[Doubled]:
    """One item for each person, office and source that has a tenure twice."""
    import numpy as np

    rows = stated(corpus).rows
    terms = rows[given(rows, "from") & rows["within"].isna().to_numpy()]
    if terms.empty:
        return
    keys = terms[_GROUP].fillna("")
    terms = terms[keys.duplicated(keep=False)]
    if terms.empty:
        return
    group: Column = np.asarray(terms.groupby(_GROUP, dropna=False).ngroup(), dtype=np.int64)
    _, _, _, begun = days(terms, "from")
    end = _end(terms)
    order = np.lexsort((begun, group))
    last = np.maximum.accumulate(_stacked(end, group)[order])
    over = np.zeros(len(terms), dtype=np.bool_)
    over[1:] = last[:-1] > _stacked(begun + terms["handover"].to_numpy(), group)[order][1:]
    groups: dict[int, list[Recorded]] = {}
    hit = np.isin(group, group[order][over])
    for number, term in zip(group[hit].tolist(), _recorded(terms[hit]), strict=True):
        groups.setdefault(number, []).append(term)
    for number in sorted(groups):
        yield from _doubled(groups[number])


def zero_length(corpus: Corpus) -> list[int]:
    """The rows of terms that end on the day on which they begin."""
    rows = stated(corpus).rows
    begins, _, _, begun = days(rows, "from")
    ends, _, _, ended = days(rows, "until")
    same = given(rows, "from") & given(rows, "until") & (begins == begun) & (ends == ended) & (begins == ends)
    return [int(row) for row in (same & ~rows["acting"].to_numpy()).nonzero()[0]]


def _end(terms: pd.DataFrame) -> Column:
    """The last day on which each term certainly lasted."""
    import numpy as np

    until, seen, begins = days(terms, "until")[0], days(terms, "seen")[0], days(terms, "from")[0]
    return np.where(given(terms, "until"), until, np.maximum(seen, begins))


def _stacked(day: Column, group: Column) -> Column:
    """Days of groups one above the other, so that a running maximum never carries over from one group to the next."""
    return (group << 34) + day


def _recorded(terms: pd.DataFrame) -> Iterator[Recorded]:
    begins, _, _, begun = days(terms, "from")
    ends, _, _, ended = days(terms, "until")
    columns = (terms.index.to_numpy(), begins, begun, ends, ended, _end(terms), terms["handover"].to_numpy())
    for row, first, last, until, at_last, end, slack in zip(*(column.tolist() for column in columns), strict=True):
        open_end = until <= NEVER and at_last >= FOREVER
        yield Recorded(row, (first, last), (end, FOREVER) if open_end else (until, at_last), end, slack)


def _doubled(terms: Sequence[Recorded]) -> Iterator[Doubled]:
    """The first two terms that clash, with further ones; each term is held against the one that lasts longest."""
    pairs = list(_pairs(terms))
    if not pairs:
        return
    first, second = sorted(pairs[0])
    named = {each.row for pair in pairs for each in pair} - {first.row, second.row}
    alone = [each for each in (first, second) if not any(_pairs([term for term in terms if term is not each]))]
    yield Doubled(first.row, second.row, tuple(sorted(named)), tuple(each.row for each in alone))


def _pairs(terms: Sequence[Recorded]) -> Iterator[tuple[Recorded, Recorded]]:
    longest: Recorded | None = None
    for term in sorted(terms, key=lambda each: (each.began[1], each.row)):
        if longest is not None and longest.end > term.began[1] + term.slack and _differ(longest, term):
            yield longest, term
        if longest is None or term.end > longest.end:
            longest = term


def _differ(one: Recorded, other: Recorded) -> bool:
    """Whether the two cannot be one term told twice; one that is open, and wholly later, may be a part of the other."""
    if _apart(one.ended, other.ended):
        return True
    return _apart(one.began, other.began) and FOREVER not in (one.ended[1], other.ended[1])


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] < other[0] or other[1] < one[0]
