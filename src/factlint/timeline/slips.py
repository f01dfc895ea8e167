"""The slip that would settle a contradiction: day and month swapped, or one digit of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import Date, civil, format_day, ordinal
from factlint.reading.date.calendar import is_day
from factlint.reading.quantity import Quantity
from factlint.timeline.columns import Kind
from factlint.timeline.durations import Durations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.timeline.explain import Contradiction, Step

_DATES = (Kind.BEGIN, Kind.END, Kind.DAY)
_YEAR = 366
_SWAPPED, _SLIPPED = 0, 1
_WHY = ("day and month were swapped", "a digit of the year slipped")


def slip(found: Contradiction) -> str | None:
    """What an exact day of a suspect would read as, if that settles it and leaves less than a year to spare."""
    missing = -sum(step.bound for step in found.steps)
    best = min((each for step in found.steps for each in _settling(found, step, missing)), default=None)
    if best is None:
        return None
    _, _, day, meant = best
    return f"{format_day(day)} reads as {format_day(meant)} if {_WHY[best[0]]}"


def _settling(found: Contradiction, step: Step, missing: int) -> Iterator[tuple[int, int, int, int]]:
    """For each reading that settles it, the kind of slip, the days to spare, the day and what is meant by it."""
    if step.at is None or step.at.ref not in found.suspects or (day := _day(step)) is None:
        return
    # An upper bound is too low by the days that are missing, a lower bound too high.
    way, most = (1 if step.tail == 0 else -1), _most_spare(found)
    for meant, why in _readings(day, missing):
        spare = way * (meant - day) - missing
        if 0 <= spare <= most and _in_order(step, meant):
            yield why, spare, day, meant


def _most_spare(found: Contradiction) -> int:
    """By how many days a day may be off the other way: what took a known time is not told by half of it."""
    spans = [Durations().span(step.said) for step in found.steps if isinstance(step.said, Quantity)]
    return sum(_YEAR - 1 if span.most is None else span.most - span.least for span in spans) if spans else _YEAR - 1


def _in_order(step: Step, meant: int) -> bool:
    """Whether what is meant by one end of a stretch leaves it in order."""
    if not isinstance(step.said, Date) or not step.said.stretch:
        return True
    if step.kind is Kind.END:
        return step.said.begins.earliest <= meant
    return step.kind is not Kind.BEGIN or meant <= step.said.ends.latest


def _day(step: Step) -> int | None:
    """The one known day that the step says."""
    if step.kind not in _DATES or not isinstance(step.said, Date):
        return None
    days = step.said.ends if step.kind is Kind.END else step.said.begins
    return days.earliest if days.earliest == days.latest else None


def _readings(day: int, missing: int) -> Iterator[tuple[int, int]]:
    """What may have been meant; a wrong year only where the day is off by more than one."""
    year, month, number = civil(day)
    if month != number and is_day(year, number, month):
        yield ordinal(year, number, month), _SWAPPED
    if missing <= _YEAR:
        return
    for place in (1000, 100, 10, 1):
        digit = year // place % 10
        for other in range(10):
            meant = year + (other - digit) * place
            if other != digit and is_day(meant, month, number):
                yield ordinal(meant, month, number), _SLIPPED
