"""Which holders crowd an office: the clashes of a corpus, each with a smallest set of roles and its suspects."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.overlap import Intervals, union

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rules.offices.holdings import Holdings

Stretch = tuple[int, int]
_MOST_SUSPECTS = 100  # beyond, all are alike, and each would be tried


class Crowding(NamedTuple):
    """Holders of one office who cannot all have held it, by the rows of the statements about them.

    `rows` is a smallest set that cannot all be true, `first` and `last` are the days that its holders certainly share;
    `suspects` are those of it without which all the others can be true; `others` has a row for each further holder.
    """

    rows: tuple[int, ...]
    first: int
    last: int
    suspects: tuple[int, ...]
    others: tuple[int, ...]


def crowdings(held: Holdings) -> Iterator[Crowding]:
    """Every group of holders who, one through another, crowd an office; rows are in their order."""
    rows: dict[int, list[int]] = {}
    for row, holder in enumerate(held.certain.group.tolist()):
        rows.setdefault(holder, []).append(row)
    for holders, stretches in _linked(held):
        yield _explained(held, sorted(row for holder in holders for row in rows[holder]), stretches)


def _linked(held: Holdings) -> Iterator[tuple[list[int], list[Stretch]]]:
    """The holders that share crowded stretches, directly or through others, with these stretches in their order."""
    leader: dict[int, int] = {}
    found: list[tuple[int, Stretch]] = []
    for runs, over in _layers(held):
        first_of: dict[int, int] = {}
        for holder, touched in _touching(held, runs, over):
            for stretch in touched:
                first = first_of.setdefault(stretch, holder)
                leader[_find(leader, holder)] = _find(leader, first)
        for stretch, holder in first_of.items():
            _, begin, end = over[stretch]
            found.append((holder, (begin, end)))
    groups: dict[int, tuple[list[int], list[Stretch]]] = {}
    for holder in sorted(leader):
        groups.setdefault(_find(leader, holder), ([], []))[0].append(holder)
    for holder, days in sorted(found, key=lambda each: each[1]):
        groups[_find(leader, holder)][1].append(days)
    yield from groups.values()


def _layers(held: Holdings) -> Iterator[tuple[Intervals, list[tuple[int, int, int]]]]:
    """Twice the days of holders and the crowded stretches of offices: without handovers, and what is firm.

    Cut by the length of a handover, what only hands over to a crowd does not touch it.
    """
    at_once, alone = held.crowded()
    runs, cut = union(held.certain), held.handover + 1
    yield (
        Intervals(runs.group, runs.begin, runs.end - cut[held.office_of[runs.group]]),
        _listed(Intervals(at_once.group, at_once.begin, at_once.end - cut[at_once.group])),
    )
    yield held.firm(), _listed(Intervals(*alone[:3]))


def _touching(held: Holdings, runs: Intervals, over: list[tuple[int, int, int]]) -> Iterator[tuple[int, range]]:
    """Each run's holder, with the positions of the stretches of its office that the run touches."""
    begins, ends = [(office, begin) for office, begin, _ in over], [(office, end) for office, _, end in over]
    for holder, begin, end in _listed(runs):
        office = int(held.office_of[holder])
        yield holder, range(bisect_left(ends, (office, begin)), bisect_right(begins, (office, end)))


def _find(leader: dict[int, int], holder: int) -> int:
    """The leader of the holder's group, itself at first; paths are halved on the way."""
    while leader.setdefault(holder, holder) != holder:
        leader[holder] = leader[leader[holder]]
        holder = leader[holder]
    return holder


def _listed(intervals: Intervals) -> list[tuple[int, int, int]]:
    return list(zip(*(column.tolist() for column in intervals), strict=True))


def _explained(held: Holdings, mine: list[int], stretches: list[Stretch]) -> Crowding:
    """The crowding of the holders of the rows `mine`, all of one office."""
    import numpy as np

    own = held.some(np.array(mine))
    at_once, alone = own.crowded()
    office = int(own.office_of[own.certain.group[0]])
    seats = int(own.seats[office])
    if len(at_once.group):
        first = int(at_once.begin[0])
        window, days = (first, first + int(own.handover[office]) + 1), union(own.certain)
    else:
        first = int(alone.begin[0])
        window, days = (first, first), own.firm()
    covers = _covers(
        held, mine, window, {holder for holder, a, b in _listed(days) if a <= window[0] and window[1] <= b}
    )
    chosen = sorted(covers.values())[: seats + 1]
    rows = tuple(sorted(row for cover in chosen for row in cover))
    spans = [_span(held, cover) for cover in chosen]
    peak = max([*at_once.peak.tolist(), *alone.peak.tolist()])
    return Crowding(
        rows,
        max(begin for begin, _ in spans),
        min(end for _, end in spans),
        _suspects(held, mine, rows) if peak == seats + 1 and len(rows) <= _MOST_SUSPECTS else (),
        _others(held, mine, stretches, {int(held.certain.group[row]) for row in rows}),
    )


def _covers(held: Holdings, mine: list[int], window: tuple[int, int], holders: set[int]) -> dict[int, tuple[int, ...]]:
    """For each of the holders the rows that show it in office all the window: the first that does, or a chain."""
    rows: dict[int, list[int]] = {}
    for row in mine:
        if (holder := int(held.certain.group[row])) in holders:
            rows.setdefault(holder, []).append(row)
    return {holder: _cover(held, each, window) for holder, each in rows.items()}


def _cover(held: Holdings, rows: list[int], window: tuple[int, int]) -> tuple[int, ...]:
    begin, end = held.certain.begin, held.certain.end
    for row in rows:
        if begin[row] <= window[0] and window[1] <= end[row]:
            return (row,)
    chain: list[int] = []
    day = window[0]
    while day <= window[1]:
        chain.append(max((row for row in rows if begin[row] <= day), key=lambda row: (int(end[row]), -row)))
        day = int(end[chain[-1]]) + 1
    return tuple(sorted(chain))


def _span(held: Holdings, cover: tuple[int, ...]) -> tuple[int, int]:
    return min(int(held.certain.begin[row]) for row in cover), max(int(held.certain.end[row]) for row in cover)


def _suspects(held: Holdings, mine: list[int], rows: tuple[int, ...]) -> tuple[int, ...]:
    import numpy as np

    def possible_without(row: int) -> bool:
        rest = held.some(np.array([each for each in mine if each != row]))
        return not any(len(crowd.group) for crowd in rest.crowded())

    return tuple(row for row in rows if possible_without(row))


def _others(held: Holdings, mine: list[int], stretches: list[Stretch], named: set[int]) -> tuple[int, ...]:
    """For each further holder the first row that lies in a crowded stretch."""
    begins, ends = [begin for begin, _ in stretches], [end for _, end in stretches]
    first: dict[int, int] = {}
    for row in mine:
        begin, end = int(held.certain.begin[row]), int(held.certain.end[row])
        touches = begin <= end and bisect_left(ends, begin) < bisect_right(begins, end)
        if touches and (holder := int(held.certain.group[row])) not in named:
            first.setdefault(holder, row)
    return tuple(first.values())
