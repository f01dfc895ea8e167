"""What several statements of one quantity say together: whether they can all be true, and if not, which clash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.interval import Interval
from factlint.reading.quantity import Change, Quantity
from factlint.reasoning.agreement import common, culprits, first_clash
from factlint.rules.figures.cells import amount, interval
from factlint.rules.figures.slips import Suspect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.rules.figures.cells import Reading


class Disagreement(NamedTuple):
    """Two facts that clash under a reading, the earlier one first; without a suspect alone, all others agree."""

    reading: Reading
    facts: tuple[str, str]
    suspects: tuple[str, ...]


def disagreement(said: Mapping[str, Quantity | Change]) -> Disagreement | None:
    """The clash among the statements of one quantity, by fact; None where they agree even if all were rounded.

    It is that of rounded or truncated numbers where they clash even so, else that of rounded ones.
    """
    rounded = _disagreement(said, "rounded")
    return rounded and (_disagreement(said, "either") or rounded)


def rooms(said: Mapping[str, Quantity | Change], suspects: tuple[str, ...]) -> list[Suspect]:
    """For each suspect, its printed figure and what all other statements leave for it."""
    return [
        Suspect(
            amount(said[each]),
            _own(said[each], common(interval(said[other], "either") for other in said if other != each)),
        )
        for each in suspects
    ]


def _disagreement(said: Mapping[str, Quantity | Change], reading: Reading) -> Disagreement | None:
    facts = tuple(said)
    intervals = [interval(each, reading) for each in said.values()]
    clash = first_clash(intervals)
    if clash is None:
        return None
    first, second = clash
    return Disagreement(reading, (facts[first], facts[second]), tuple(facts[each] for each in culprits(intervals)))


def _own(said: Quantity | Change, room: Interval) -> Interval:
    """An interval of compared numbers in the unit of the statement itself: new / old back to percent."""
    if isinstance(said, Change) and said.kind == "percent":
        return (room + Interval.point(-1)).times(100)
    return room
