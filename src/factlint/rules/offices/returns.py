"""Who comes back into an office with one seat: one person, another, and the first one again.

A statement has its person in office by some day and from some day on; what comes before and after the sight of another
is certain where no choice of days has it otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.reasoning.overlap import Intervals, crowds
from factlint.rules.offices.holdings import holds
from factlint.rules.offices.replaced import presence, replaced
from factlint.rules.offices.stated import given, stated
from factlint.rules.offices.untimely import contested, is_sight, untimely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus

    Mask = npt.NDArray[np.bool_]


_MOST_BETWEEN = 100  # a parliament whose seats nobody declared is one finding, not one of thousands of sides


class Presence(NamedTuple):
    """A statement by its row: its holder, the days in which its day lies, and whether it is a sight of that day."""

    row: int
    holder: int
    first: int
    last: int
    sight: bool


class Return(NamedTuple):
    """A holder, another, and the holder again, by their rows; `others` are the rows of further holders in between.

    `suspects` are those of the three without which the holder does not return.
    """

    before: int
    between: int
    after: int
    suspects: tuple[int, ...]
    others: tuple[int, ...]


def returns(corpus: Corpus) -> Iterator[Return]:
    """All returns, office by office; those that share a statement with one before them are left out."""
    rows = stated(corpus).rows
    counts = _counted(corpus, rows)
    by, first = presence(rows)
    held = rows["holder"].to_numpy()
    office = rows["office"].to_numpy()
    kept = counts & _mixed(rows, counts, Intervals(held, first, by))
    sight = is_sight(rows) & (first > NEVER) & (by < FOREVER)
    groups: dict[int, list[Presence]] = {}
    for row in kept.nonzero()[0].tolist():
        each = Presence(row, int(held[row]), int(first[row]), int(by[row]), bool(sight[row]))
        groups.setdefault(int(office[row]), []).append(each)
    termed = set(held[given(rows, "from") | given(rows, "until")].tolist())
    again = _begun_last(rows)
    for number in sorted(groups):
        yield from _apart(_found(groups[number], termed, again))


def _counted(corpus: Corpus, rows: pd.DataFrame) -> Mask:
    """The statements that count: of offices with one seat, told of by no other rule."""
    counts = holds(rows) & (rows["seats"] == 1).to_numpy() & ~untimely(corpus).out & ~contested(corpus)
    counts[[row for each in replaced(corpus) for row in each.seen]] = False
    return counts


def _mixed(rows: pd.DataFrame, counts: Mask, days: Intervals) -> Mask:
    """The statements of offices in which the times of two holders, each from first to last sight, share a day."""
    import numpy as np

    if not counts.any():
        return counts
    size = int(days.group.max()) + 1
    first, last = np.full(size, FOREVER, dtype=np.int64), np.full(size, NEVER, dtype=np.int64)
    np.minimum.at(first, days.group[counts], days.begin[counts])
    np.maximum.at(last, days.group[counts], days.end[counts])
    office_of = np.zeros(size, dtype=np.int64)
    office_of[days.group] = rows["office"].to_numpy()
    offices = int(office_of.max()) + 1
    one, never = np.ones(offices, dtype=np.int64), np.full(offices, -1, dtype=np.int64)
    over = crowds(Intervals(np.arange(size), first, last), office_of, one, never)
    return np.asarray(np.isin(rows["office"].to_numpy(), over.group))


def _begun_last(rows: pd.DataFrame) -> dict[int, int]:
    """For each holder with terms the last day on which one of them may have begun."""
    termed = rows[rows["termed"]]
    last = termed["from_ends_latest"].where(given(termed, "from"), termed["until_ends_latest"])
    return {int(str(holder)): int(day) for holder, day in last.groupby(termed["holder"]).max().items()}


def _found(present: Sequence[Presence], termed: set[int], again: dict[int, int]) -> Iterator[Return]:
    """For each holder the first sight of another, itself without a term, between two of its own."""
    between = sorted((each for each in present if each.sight and each.holder not in termed), key=_by_day)
    starts = [each.first for each in between]
    own: dict[int, list[Presence]] = {}
    for each in present:
        own.setdefault(each.holder, []).append(each)
    for holder in sorted(own):
        if len(own[holder]) > 1:
            yield from _return(own[holder], between, starts, again.get(holder, NEVER))


def _return(own: list[Presence], between: list[Presence], starts: list[int], again: int) -> Iterator[Return]:
    left = sorted(own, key=lambda each: (each.last, each.row))
    right = sorted((each for each in own if each.sight), key=lambda each: (each.first, -each.row))
    if not right:
        return
    # A second beginning that is said after the other's sight makes a second term.
    start = bisect_right(starts, max(left[0].last, again))
    stop = bisect_left(starts, right[-1].first)
    end = right[-1].first
    others = (each for each in islice(between, start, stop) if each.holder != own[0].holder and each.last < end)
    inside = list(islice(others, _MOST_BETWEEN))
    if not inside:
        return
    middle = inside[0]
    before = [each for each in left if each.last < middle.first]
    after = [each for each in right if each.first > middle.last]
    suspects = [side[0].row for side in (before, after) if len(side) == 1]
    suspects += [middle.row] if len(inside) == 1 else []
    further = {each.holder: each.row for each in reversed(inside) if each.holder != middle.holder}
    yield Return(before[-1].row, middle.row, after[0].row, tuple(sorted(suspects)), tuple(sorted(further.values())))


def _by_day(each: Presence) -> tuple[int, int, int]:
    return each.first, each.last, each.row


def _apart(found: Iterator[Return]) -> list[Return]:
    """The returns without those that share a statement with one before: that one's suspects must settle both."""
    told: list[Return] = []
    told_by: dict[int, int] = {}
    for each in found:
        rows = (each.before, each.between, each.after, *each.others)
        shared = {told_by[row] for row in rows if row in told_by}
        for number in shared:
            left = tuple(row for row in told[number].suspects if row in each.suspects)
            told[number] = told[number]._replace(suspects=left)
        if not shared:
            told.append(each)
        told_by.update(dict.fromkeys(rows, min(shared, default=len(told) - 1)))
    return told
