"""How many days may lie between the first and the last day of what lasted so long.

Both ways of counting are right: a war from 27 September to 10 November took 44 days from the one to the other, and 45
with both. A week, a month or a year is a printed number like any other, rounded or cut off: `two months` may be seven
weeks. Months and years are those of the calendar, whichever they are: a month has 28 to 31 days.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER
from factlint.reading.date.calendar import MONTHS_PER_YEAR, first_of, month_index

if TYPE_CHECKING:
    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity

_DAYS = {
    "second": Fraction(1, 86400),
    "minute": Fraction(1, 1440),
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
}
_MONTHS = {"month": 1, "year": MONTHS_PER_YEAR}
_CYCLE = 400 * MONTHS_PER_YEAR  # months after which the calendar begins anew
_CYCLE_DAYS = 146_097
_LONGEST = 10_000 * MONTHS_PER_YEAR  # months: no dates lie further apart


class Span(NamedTuple):
    """The least and the most days from the first day to the last, both 0 for one day; None for no limit."""

    least: int
    most: int | None


class Durations:
    """Reads durations, each kind once."""

    def __init__(self) -> None:
        self._spans: dict[tuple[object, ...], Span] = {}
        self._sums: dict[int, tuple[int, int]] = {}

    def span(self, duration: Quantity) -> Span:
        """What a duration says about the days between the ends."""
        key = (duration.text, duration.ulp if duration.declared else None)
        if key not in self._spans:
            least, most = self._read(duration.either, duration.unit or "")
            self._spans[key] = Span(min(least, FOREVER), None if most is None or most > FOREVER else most)
        return self._spans[key]

    def _read(self, interval: Interval, unit: str) -> Span:
        low, high = max(interval.low or Fraction(0), Fraction(0)), interval.high
        if unit in _MONTHS:
            least = self._days(low * _MONTHS[unit])[0]
            return Span(max(least - 1, 0), None if high is None else self._days(high * _MONTHS[unit])[1])
        days = _DAYS[unit]
        least = _first(low * days, is_open=interval.low_open)
        if high is None:
            return Span(max(least - 1, 0), None)
        whole = unit == "day" and (high * 2).denominator == 1  # a number of days that is counted, not measured
        most = _last(high, is_open=interval.high_open) if whole else ceil(high * days)
        return Span(max(least - 1, 0), max(most, least - 1, 0))

    @cached_property
    def _firsts(self) -> list[int]:
        """The first days of the months of two cycles."""
        start = month_index(2000, 1)
        return [first_of(start + month) for month in range(2 * _CYCLE + 1)]

    def _days(self, months: Fraction) -> tuple[int, int]:
        """The least and the most days of so many months."""
        months = min(months, Fraction(_LONGEST))
        whole, part = floor(months), months - floor(months)
        least, most = self._whole(whole)
        return least + floor(part * 28), most + ceil(part * 31)

    def _whole(self, months: int) -> tuple[int, int]:
        cycles, rest = divmod(months, _CYCLE)
        if rest not in self._sums:
            lengths = [self._firsts[start + rest] - self._firsts[start] for start in range(_CYCLE)]
            self._sums[rest] = min(lengths), max(lengths)
        least, most = self._sums[rest]
        return least + cycles * _CYCLE_DAYS, most + cycles * _CYCLE_DAYS


def _first(number: Fraction, *, is_open: bool) -> int:
    """The least whole number from there on."""
    return floor(number) + 1 if is_open else ceil(number)


def _last(number: Fraction, *, is_open: bool) -> int:
    """The greatest whole number up to there."""
    return ceil(number) - 1 if is_open else floor(number)
