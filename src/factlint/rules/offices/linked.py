"""Groups of holders who share crowded days of an office, directly or one through another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.reasoning.overlap import Intervals, union

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.reasoning.overlap import Crowds
    from factlint.rules.offices.holdings import Holdings

Stretch = tuple[int, int, int]
"""A group, a first day and a last day."""


def grouped(held: Holdings) -> Holdings:
    """The statements about holders who crowd an office, with groups of holders, numbered from 0, in place of offices.

    What two groups of one office say has nothing to do with each other.
    """
    import numpy as np

    over = held.crowded()
    offices = np.concatenate([each.group for each in over])
    held = held.some(np.isin(held.office_of[held.certain.group], offices))
    leader = _leaders(held, over)
    heads = sorted({_find(leader, holder) for holder in leader})
    number = {head: position for position, head in enumerate(heads)}
    group_of = np.full(len(held.office_of), -1, dtype=np.int64)
    for holder in leader:
        group_of[holder] = number[_find(leader, holder)]
    office = held.office_of[np.array(heads, dtype=np.int64)]
    groups = replace(held, office_of=group_of, seats=held.seats[office], handover=held.handover[office])
    return groups.some(group_of[held.certain.group] >= 0)


def listed(intervals: Intervals | Crowds) -> list[Stretch]:
    """The rows of the columns group, begin and end."""
    return list(zip(*(column.tolist() for column in intervals[:3]), strict=True))


def touched(over: Sequence[Stretch], run: Stretch) -> range:
    """The positions of those stretches of the run's group that share a day with it; `over` is in order and disjoint."""
    group, begin, end = run
    first = bisect_left(over, (group, begin), key=lambda each: (each[0], each[2]))
    return range(first, bisect_right(over, (group, end), lo=first, key=lambda each: (each[0], each[1])))


def _leaders(held: Holdings, over: tuple[Crowds, Crowds]) -> dict[int, int]:
    leader: dict[int, int] = {}
    for runs, stretches in _layers(held, *over):
        first: dict[int, int] = {}
        for holder, begin, end in listed(runs):
            for stretch in touched(stretches, (int(held.office_of[holder]), begin, end)):
                leader[_find(leader, holder)] = _find(leader, first.setdefault(stretch, holder))
    return leader


def _layers(held: Holdings, at_once: Crowds, alone: Crowds) -> Iterator[tuple[Intervals, list[Stretch]]]:
    """Twice the days of holders and the crowded stretches of offices: without handovers, and what is firm.

    Cut by the length of a handover, what only hands over to a crowd does not touch it.
    """
    runs, cut = union(held.certain), held.handover + 1
    yield (
        Intervals(runs.group, runs.begin, runs.end - cut[held.office_of[runs.group]]),
        listed(Intervals(at_once.group, at_once.begin, at_once.end - cut[at_once.group])),
    )
    yield held.firm(), listed(alone)


def _find(leader: dict[int, int], holder: int) -> int:
    """The leader of the holder's group, itself at first; paths are halved on the way."""
    while leader.setdefault(holder, holder) != holder:
        leader[holder] = leader[leader[holder]]
        holder = leader[holder]
    return holder
