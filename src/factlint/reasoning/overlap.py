"""Interval sweeps over whole columns of days: unions, gaps, and days that hold more intervals than there are seats.

Every function sorts once and runs over the sorted ends once (the sweep line of Bentley and Ottmann, IEEE Transactions
on Computers C-28, 1979, in one dimension): n·log n for n intervals of however many groups, without joining pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.int64]


class Intervals(NamedTuple):
    """Intervals of whole days, in three int64 columns of one length.

    Interval i belongs to `group[i]` and lasts from day `begin[i]` to day `end[i]`, both included. One that ends
    before it begins holds no day and counts as not there.
    """

    group: Column
    begin: Column
    end: Column

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, int]]) -> Intervals:
        """The intervals of `rows`, each a group, a first day and a last day."""
        import numpy as np

        group, begin, end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
        return cls(group, begin, end)


class Crowds(NamedTuple):
    """Stretches of days on which a group holds too many, by group and then by day; columns as those of `Intervals`.

    `peak[i]` is the greatest number that stretch i holds at once.
    """

    group: Column
    begin: Column
    end: Column
    peak: Column


class _Levels(NamedTuple):
    """How many hold each day: `level[i]` from `day[i]` until the next day of the group, whose last level is 0."""

    group: Column
    day: Column
    level: Column


def joined(*parts: Intervals | Crowds) -> Intervals:
    """The intervals of all parts, one part after the other."""
    import numpy as np

    group, begin, end = (np.concatenate([part[column] for part in parts]) for column in range(3))
    return Intervals(group, begin, end)


def union(intervals: Intervals) -> Intervals:
    """The days that some interval of the group holds, as the fewest intervals, by group and then by day."""
    import numpy as np

    levels = _levels(intervals, np.ones(len(intervals.group), dtype=np.int64))
    return Intervals(*_stretches(levels, levels.level > 0)[:3])


def without(intervals: Intervals, gaps: Intervals) -> Intervals:
    """The days that some interval of the group holds and no gap of it, as the fewest intervals, in order."""
    import numpy as np

    count = len(intervals.group)
    weights = np.repeat(np.array([1, -count - 1], dtype=np.int64), [count, len(gaps.group)])
    levels = _levels(joined(intervals, gaps), weights)
    return Intervals(*_stretches(levels, levels.level > 0)[:3])


def crowds(held: Intervals, key: Column, seats: Column, allowance: Column) -> Crowds:
    """Where more holders than a key has seats share more than its allowance of days.

    The groups of `held` are the holders, numbered from 0, each counted once a day; `key[holder]` is what a holder
    holds, numbered from 0, and the group of the result. k + 1 holders are too many for `seats[key]` = k where the
    last day that they share comes more than `allowance[key]` days after the first: with 0 one shared day passes,
    with -1 none does. A day belongs to the result where such a set shares it.
    """
    import numpy as np

    each = union(held)
    keys = key[each.group]
    # What shares more than h days still shares one after every interval has lost its last h + 1 days.
    cut = allowance[keys] + 1
    levels = _levels(Intervals(keys, each.begin, each.end - cut), np.ones(len(keys), dtype=np.int64))
    over = _stretches(levels, levels.level > seats[levels.group])
    widened = over._replace(end=over.end + allowance[over.group] + 1)
    return _touching_joined(widened)


def _touching_joined(over: Crowds) -> Crowds:
    """The stretches, those of a group that share a day made one; they come in order, begins and ends both rising."""
    import numpy as np

    apart = np.ones(len(over.group), dtype=np.bool_)
    apart[1:] = (over.group[1:] != over.group[:-1]) | (over.begin[1:] > over.end[:-1])
    first = np.flatnonzero(apart)
    if not len(first):
        return over
    last = np.append(first[1:], len(apart)) - 1
    return Crowds(over.group[first], over.begin[first], over.end[last], np.maximum.reduceat(over.peak, first))


def _levels(intervals: Intervals, weights: Column) -> _Levels:
    """The sum of the weights of the intervals that hold each day, one step for each day on which it may change."""
    import numpy as np

    real = intervals.begin <= intervals.end
    group, begin, end = (column[real] for column in intervals)
    groups, days = np.concatenate([group, group]), np.concatenate([begin, end + 1])
    order = np.lexsort((days, groups))
    groups, days = groups[order], days[order]
    level = np.cumsum(np.concatenate([weights[real], -weights[real]])[order])
    last = np.ones(len(groups), dtype=np.bool_)
    last[:-1] = (groups[1:] != groups[:-1]) | (days[1:] != days[:-1])
    return _Levels(groups[last], days[last], level[last])


def _stretches(levels: _Levels, chosen: npt.NDArray[np.bool_]) -> Crowds:
    """The longest stretches of chosen steps; the last step of a group must not be chosen."""
    import numpy as np

    edges = np.diff(chosen.astype(np.int8), prepend=0)
    starts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    pairs = np.stack([starts, stops], axis=1).ravel()
    peak = np.maximum.reduceat(levels.level, pairs)[::2] if len(pairs) else levels.level[:0]
    return Crowds(levels.group[starts], levels.day[starts], levels.day[stops] - 1, peak)
