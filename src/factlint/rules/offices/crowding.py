"""Which holders crowd an office: the clashes of a corpus, each with a smallest set of roles and its suspects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.overlap import joined, union
from factlint.rules.offices.linked import grouped, listed, touched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.reasoning.overlap import Crowds
    from factlint.rules.offices.holdings import Holdings

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
    """Every group of holders who, one through another, crowd an office; rows are those of `held.row`, in order."""
    groups = grouped(held)
    if not len(groups.row):
        return
    over = groups.crowded()
    chosen = _smallest(groups, over)
    suspects, others = _suspects(groups, over, chosen), _others(groups, over, chosen)
    for group, (first, last, members) in chosen.items():
        rows = (members, suspects.get(group, ()), others.get(group, ()))
        named, blamed, further = (tuple(int(groups.row[each]) for each in part) for part in rows)
        yield Crowding(named, first, last, blamed, further)


Chosen = dict[int, tuple[int, int, tuple[int, ...]]]
"""For each group the days that all of its smallest set share, and the positions of that set."""


def _smallest(groups: Holdings, over: tuple[Crowds, Crowds]) -> Chosen:
    """For each group one holder more than there are seats, those whose statements come first, on its first such day."""
    rows = _rows_of_holders(groups)
    covers: dict[int, list[tuple[int, ...]]] = {}
    for holder, group, window in _present(groups, over):
        covers.setdefault(group, []).append(_cover(groups, rows[holder], window))
    return {group: _shared(groups, sorted(found)[: int(groups.seats[group]) + 1]) for group, found in covers.items()}


def _present(groups: Holdings, over: tuple[Crowds, Crowds]) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The holders, by group, who share its first crowded day, or else the first days beyond a handover; with these."""
    at_once, alone = ({group: begin for group, begin, _ in reversed(listed(each))} for each in over)
    longer = {group: (day, day + int(groups.handover[group]) + 1) for group, day in at_once.items()}
    single = {group: (day, day) for group, day in alone.items()}
    for runs, windows in ((groups.firm(), single), (union(groups.certain), longer | single)):
        for holder, begin, end in listed(runs):
            group = int(groups.office_of[holder])
            window = windows.get(group)
            if window and begin <= window[0] and window[1] <= end and (windows is single) == (group in single):
                yield holder, group, window


def _rows_of_holders(groups: Holdings) -> Mapping[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for row, holder in enumerate(groups.certain.group.tolist()):
        rows.setdefault(holder, []).append(row)
    return rows


def _cover(groups: Holdings, rows: Sequence[int], window: tuple[int, int]) -> tuple[int, ...]:
    """The first statement that shows its holder in office all through the window, else a chain of them that does."""
    begin, end = groups.certain.begin, groups.certain.end
    for row in rows:
        if begin[row] <= window[0] and window[1] <= end[row]:
            return (row,)
    chain: list[int] = []
    day = window[0]
    while day <= window[1]:
        chain.append(max((row for row in rows if begin[row] <= day), key=lambda row: (int(end[row]), -row)))
        day = int(end[chain[-1]]) + 1
    return tuple(sorted(chain))


def _shared(groups: Holdings, covers: list[tuple[int, ...]]) -> tuple[int, int, tuple[int, ...]]:
    begin, end = groups.certain.begin, groups.certain.end
    first = max(int(min(begin[row] for row in cover)) for cover in covers)
    last = min(int(max(end[row] for row in cover)) for cover in covers)
    return first, last, tuple(sorted(row for cover in covers for row in cover))


def _suspects(groups: Holdings, over: tuple[Crowds, Crowds], chosen: Chosen) -> dict[int, list[int]]:
    """Of each smallest set, the statements without which its group has no crowd; one of each is tried at once."""
    import numpy as np

    too_many = {g for crowd in over for g in crowd.group[crowd.peak > groups.seats[crowd.group] + 1].tolist()}
    tried = {g: rows for g, (_, _, rows) in chosen.items() if g not in too_many and len(rows) <= _MOST_SUSPECTS}
    found: dict[int, list[int]] = {}
    for turn in range(max(map(len, tried.values()), default=0)):
        left_out = {group: rows[turn] for group, rows in tried.items() if turn < len(rows)}
        kept = np.isin(groups.office_of[groups.certain.group], list(left_out))
        kept[list(left_out.values())] = False
        crowded = {group for crowd in groups.some(kept).crowded() for group in crowd.group.tolist()}
        for group in left_out.keys() - crowded:
            found.setdefault(group, []).append(left_out[group])
    return found


def _others(groups: Holdings, over: tuple[Crowds, Crowds], chosen: Chosen) -> dict[int, list[int]]:
    """For each group, of each holder outside the smallest set the first statement that lies in a crowded stretch."""
    named = {int(groups.certain.group[row]) for _, _, rows in chosen.values() for row in rows}
    stretches = listed(union(joined(*over)))
    found: dict[int, list[int]] = {}
    for row, (holder, begin, end) in enumerate(listed(groups.certain)):
        group = int(groups.office_of[holder])
        if holder not in named and begin <= end and touched(stretches, (group, begin, end)):
            named.add(holder)
            found.setdefault(group, []).append(row)
    return found
