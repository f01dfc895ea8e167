"""Several intervals for one number: whether they have a member in common, and if not, which of them clash.

Intervals have the property of Helly in one dimension: where all of them have no common member, two of them have none.
So a smallest clashing set is a pair, and everything here takes one pass instead of one comparison a pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.interval import EVERYTHING, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def common(intervals: Iterable[Interval]) -> Interval:
    """The numbers that are members of all; `EVERYTHING` for none at all."""
    shared = EVERYTHING
    for interval in intervals:
        shared &= interval
    return shared


def first_clash(intervals: Sequence[Interval]) -> tuple[int, int] | None:
    """The positions of two intervals without a common member, None where all agree. No interval may be empty.

    It is the pair that `minimal.smallest` gives for the same order: the second one is the first that contradicts those
    before it, so intervals that are added at the end never change the pair.
    """
    shared = EVERYTHING
    for second, interval in enumerate(intervals):
        shared &= interval
        if shared.is_empty:
            return next(first for first, other in enumerate(intervals) if not other.meets(interval)), second
    return None


def culprits(intervals: Sequence[Interval]) -> tuple[int, ...]:
    """The positions of those intervals without which alone the others agree; empty where no single one is to blame."""
    clash = first_clash(intervals)
    if clash is None:
        return ()
    return tuple(each for each in clash if not common((*intervals[:each], *intervals[each + 1 :])).is_empty)
