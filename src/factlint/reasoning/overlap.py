"""Interval sweeps over whole columns of days: unions, gaps, days that hold too many, what comes before and after.

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


def meeting(asked: Intervals, given: Intervals) -> npt.NDArray[np.bool_]:
    """Whether each of the intervals asked about shares a day with some interval given of its group."""
    import numpy as np

    runs = union(given)
    if not len(runs.group):
        return np.zeros(len(asked.group), dtype=np.bool_)
    run = first_from(asked.group, asked.begin, (runs.group, runs.end))
    return np.asarray((run >= 0) & (runs.begin[run] <= asked.end) & (asked.begin <= asked.end))


def inside(asked: Intervals, given: Intervals) -> npt.NDArray[np.bool_]:
    """Whether all days of each interval asked about are days of intervals given of its group; never of no day."""
    import numpy as np

    runs = union(given)
    if not len(runs.group):
        return np.zeros(len(asked.group), dtype=np.bool_)
    run = first_from(asked.group, asked.begin, (runs.group, runs.end))
    covered = (runs.begin[run] <= asked.begin) & (asked.end <= runs.end[run])
    return np.asarray((run >= 0) & covered & (asked.begin <= asked.end))


def first_from(group: Column, day: Column, marks: tuple[Column, Column]) -> Column:
    """For each day the position of the first mark of its group on that day or after it; -1 where there is none.

    `marks` are groups and days, sorted by group and then by day. Days must lie within ±2^32, groups below 2^30.
    """
    import numpy as np

    if not len(marks[0]):
        return np.full(len(group), -1, dtype=np.int64)
    found = np.searchsorted(_coded(*marks), _coded(group, day), side="left")
    last = np.minimum(found, len(marks[0]) - 1)
    return np.where((found < len(marks[0])) & (marks[0][last] == group), found, -1)


def last_until(group: Column, day: Column, marks: tuple[Column, Column]) -> Column:
    """For each day the position of the last mark of its group on that day or before it; as `first_from`."""
    import numpy as np

    if not len(marks[0]):
        return np.full(len(group), -1, dtype=np.int64)
    found = np.searchsorted(_coded(*marks), _coded(group, day), side="right") - 1
    return np.where((found >= 0) & (marks[0][found] == group), found, -1)


def highest_before(days: Intervals, low: Column) -> Column:
    """For each interval the greatest `low` of those of its group that end before it begins.

    `days` are intervals in which one unknown day lies, so that only what certainly comes before counts; where nothing
    does, the result is the least int64. Where the last day comes before the first, the interval counts as it stands.
    """
    import numpy as np

    nothing = np.iinfo(np.int64).min
    count = len(low)
    if not count:
        return low.copy()
    group = np.concatenate([days.group, days.group])
    # On one day the questions come first, so that nothing comes before itself.
    value = np.concatenate([np.full(count, nothing), low])
    order = np.lexsort((np.repeat([0, 1], count), np.concatenate([days.begin, days.end]), group))
    group, value = group[order], value[order]
    first = np.flatnonzero(np.diff(group, prepend=group[0] - 1))
    so_far = _running_peak(value, np.repeat(np.arange(len(first)), np.diff(np.append(first, 2 * count))))
    result = np.empty(2 * count, dtype=np.int64)
    result[order] = so_far
    return result[:count]


def _running_peak(value: Column, group: Column) -> Column:
    """The greatest value so far, from the first row of each group on; groups are numbered in rising order."""
    import numpy as np

    distinct, place = np.unique(value, return_inverse=True)
    # Values become places, and each group starts above all places of the groups before it.
    shifted = np.maximum.accumulate(place + group * len(distinct))
    return np.asarray(distinct[shifted - group * len(distinct)])


def _coded(group: Column, day: Column) -> Column:
    return (group << 33) + (day + 2**32)


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
    order = np.argsort(_coded(groups, days), kind="stable")
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
