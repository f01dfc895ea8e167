"""What should rise in time and falls: ranks of a person, numbers of the holders of an office.

Each statement has days, in which one unknown day lies, and a value of which the least and the greatest are known. It
falls where its greatest value is below the least value of a statement that certainly comes before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.overlap import Intervals, highest_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.reasoning.overlap import Column


class Rise(NamedTuple):
    """A statement by its row: the days in which its day lies, and its least and greatest value."""

    row: int
    earliest: int
    latest: int
    low: int
    high: int


class Fall(NamedTuple):
    """Two statements by their rows, the one of an earlier day first; `suspects` are those whose removal settles it.

    `others` are the rows of further statements, up to the next fall, that come after the first one and are below it.
    """

    before: int
    after: int
    suspects: tuple[int, ...]
    others: tuple[int, ...]


def falls(rows: Column, days: Intervals, values: tuple[Column, Column]) -> Iterator[Fall]:
    """The falls in each group of `days`, each from the highest value since the fall before, by group and then by day.

    All columns have a row a statement; `rows` say what it is called, `values` are its least and its greatest value.
    """
    import numpy as np

    low, high = values
    falling = highest_before(days, low) > high
    kept = np.isin(days.group, np.unique(days.group[falling]))
    columns = (rows, days.begin, days.end, low, high)
    groups: dict[int, list[Rise]] = {}
    for group, *each in zip(days.group[kept].tolist(), *(column[kept].tolist() for column in columns), strict=True):
        groups.setdefault(group, []).append(Rise(*each))
    for group in sorted(groups):
        yield from _falls(sorted(groups[group], key=lambda each: (each.earliest, each.latest, each.row)))


def _falls(rises: Sequence[Rise]) -> Iterator[Fall]:
    found = list(_pairs(rises))
    ends = [0, *(after for _, after in found), len(rises)]
    for number, (before, after) in enumerate(found, start=1):
        around = {*range(ends[number - 1], ends[number + 1]), before}
        alone = [each for each in (before, after) if _rise([rises[i] for i in sorted(around - {each})])]
        top = rises[before]
        others = [rises[i] for i in range(after + 1, ends[number + 1])]
        below = [each.row for each in others if each.earliest > top.latest and each.high < top.low]
        yield Fall(top.row, rises[after].row, tuple(sorted(rises[each].row for each in alone)), tuple(below))


def _pairs(rises: Sequence[Rise]) -> Iterator[tuple[int, int]]:
    """Each fall as the positions of the highest statement of earlier days, since the fall before, and of the lower."""
    over = sorted(range(len(rises)), key=lambda each: (rises[each].latest, rises[each].row))
    passed, highest = 0, None
    for now, rise in enumerate(rises):
        while passed < len(over) and rises[over[passed]].latest < rise.earliest:
            if highest is None or rises[over[passed]].low > rises[highest].low:
                highest = over[passed]
            passed += 1
        if highest is not None and rise.high < rises[highest].low:
            yield highest, now
            highest = None


def _rise(rises: Sequence[Rise]) -> bool:
    return next(_pairs(rises), None) is None
