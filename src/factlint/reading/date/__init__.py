"""Dates as intervals of days: EDTF (ISO 8601-2:2019) and the unambiguous forms that journalists write.

A date does not tell a moment but bounds it: `2020-11` is some day of thirty. So every date is read into the
earliest and the latest day that it can be; a stretch `a/b` has two such ends. See `Date` for what each form
stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factlint.reading.date.calendar import ORDINALS, SHORTEST_MONTH, civil, julian_ordinal, month_length, ordinal
from factlint.reading.date.days import (
    FOREVER,
    NEVER,
    Days,
    Verdict,
    before,
    format_day,
    iso,
    same_day,
    say_days,
    within,
)
from factlint.reading.date.edtf import read_form
from factlint.reading.date.refusal import DateError, show
from factlint.reading.date.unit import ANY_TIME, Period, hull, in_order

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "FOREVER",
    "NEVER",
    "Date",
    "DateError",
    "Days",
    "Period",
    "Verdict",
    "before",
    "civil",
    "format_day",
    "iso",
    "julian_ordinal",
    "ordinal",
    "read",
    "same_day",
    "say",
    "within",
]

_PLAIN: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it was written, and the days that it can stand for.

    `begins` and `ends` bound the first and the last day of what is dated. They differ for a stretch
    (`2020-09-27/2020-11-10`); anything else is one moment, some day of its interval, and has the same two.
    `period` is the date read as the time that a figure covers, see `as_period`.
    """

    text: str
    begins: Days
    ends: Days
    stretch: bool
    period: Period

    def __reduce__(self) -> tuple[object, ...]:  # half the time of what pickle does for a dataclass
        return Date, (self.text, self.begins, self.ends, self.stretch, self.period)

    @classmethod
    def moment(cls, text: str, period: Period) -> Date:
        """A date that is no stretch, written as `text`."""
        some_day = hull(period)
        return cls(text, some_day, some_day, stretch=False, period=period)

    @classmethod
    def stretch_of(cls, text: str, begin: Period, end: Period) -> Date:
        """The stretch from `begin` to `end`, which must be `in_order`; ANY_TIME is an end that is not stated."""
        begins, ends = _ordered(hull(begin), hull(end))
        return cls(text, begins, ends, stretch=True, period=_ordered(begin[0], end[1]))

    @property
    def earliest(self) -> int:
        """The first day that can belong to the date, or NEVER."""
        return self.begins.earliest

    @property
    def latest(self) -> int:
        """The last day that can belong to the date, or FOREVER."""
        return self.ends.latest

    @property
    def exact(self) -> bool:
        """Whether the date is a single known day."""
        return self.begins.earliest == self.ends.latest

    def as_moment(self) -> Days:
        """The date as that of something that happened on one day: the earliest and the latest such day."""
        return Days(self.begins.earliest, self.ends.latest)

    def as_period(self) -> Period:
        """The date as the time that a figure covers: its first day and its last.

        `2020` runs from exactly 1 January to exactly 31 December and `2020-01/2020-06` to exactly 30 June;
        the ends of `2014~` lie in three years each. Of `201X`, `2020-XX` and a winter it is unknown which unit
        is meant, and `[2020-09..2020-11]` is any period in between.
        """
        return self.period


def read(text: str, *, calendar: str = "gregorian") -> Date:
    """A date written by a curator, as days of the proleptic Gregorian calendar.

    Takes EDTF (ISO 8601-2:2019: levels 0 and 1, and of level 2 seasons, sets and unspecified digits) and
    English dates that have one meaning. With `calendar="julian"` the text is a date of the Julian calendar. Raises
    DateError for any other text, ValueError for any other calendar.
    """
    to_day = ORDINALS.get(calendar)
    if to_day is None:
        raise ValueError(f"{show(calendar)} is no calendar that is read: write `gregorian` or `julian`")
    if (period := _plain(text, calendar, to_day)) is not None:
        first, last = period
        some_day = first if first is last else Days(first.earliest, last.latest)
        return Date(text, some_day, some_day, stretch=False, period=period)
    begin_text, slash, end_text = text.partition("/")
    if slash and (begin := _plain(begin_text, calendar, to_day)) is not None:
        end = ANY_TIME if end_text == ".." else _plain(end_text, calendar, to_day)
        if end is not None and in_order(begin, end):
            return Date.stretch_of(text, begin, end)
    return _read_other(text, calendar)


def _plain(text: str, calendar: str, to_day: Callable[[int, int, int], int]) -> Period | None:
    """The first and the last day of a year, a month or a day in figures; None for all else."""
    match = _PLAIN.fullmatch(text)
    if match is None or text < "0001":
        return None
    year_digits, month_digits, day_digits = match.groups()
    year = int(year_digits)
    if day_digits is not None:
        month, day = int(month_digits), int(day_digits)
        if not 1 <= day <= SHORTEST_MONTH and not 1 <= day <= month_length(year, month, calendar):
            return None
        number = to_day(year, month, day)
        known = Days(number, number)
        return known, known
    if month_digits is None:
        first, last = to_day(year, 1, 1), to_day(year, 12, 31)
    else:
        month = int(month_digits)
        first = to_day(year, month, 1)
        last = first + month_length(year, month, calendar) - 1
    return Days(first, first), Days(last, last)


def say(when: Date | Days) -> str:
    """A date or an interval in words for a message: `2020`, `between 1 September and 30 November 2020`."""
    if isinstance(when, Days):
        return say_days(when)
    begins, ends = when.begins, when.ends
    if not when.stretch:
        return say_days(begins)
    if begins.earliest == NEVER:
        return f"until {say_days(ends)}"
    if ends.latest == FOREVER and ends.earliest == begins.earliest:
        return f"from {say_days(begins)} on"
    return f"from {say_days(begins)} to {say_days(ends)}"


def _ordered(begins: Days, ends: Days) -> Period:
    """The ends without the days that would put the end before the beginning."""
    return (
        Days(begins.earliest, min(begins.latest, ends.latest)),
        Days(max(ends.earliest, begins.earliest), ends.latest),
    )


def _read_other(text: str, calendar: str) -> Date:
    form = read_form(text, calendar)
    if form.stretch:
        return Date.stretch_of(text, form.begin, form.end)
    return Date.moment(text, form.begin)
