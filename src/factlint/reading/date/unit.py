"""One calendar unit (a day, a month, a season, a year, …) and the days that it stands for."""

from __future__ import annotations

from typing import Final, NamedTuple

from factlint.reading.date.calendar import ORDINALS, first_of, month_index, month_length
from factlint.reading.date.days import FOREVER, NEVER, Days

Period = tuple[Days, Days]
"""The first day and the last day of a period, each of them known only to lie in an interval."""
ANY_TIME: Final[Period] = (Days(NEVER, FOREVER), Days(NEVER, FOREVER))
"""What an end that is not stated stands for."""

YEAR: Final = 12
HALF: Final = 6
QUARTER: Final = 3
MONTH: Final = 1
A_DAY: Final = 0

WINTER: Final = 12
SEASONS: Final = (3, 6, 9, WINTER)
"""The first months of spring, summer, autumn and winter: ISO 8601-2:2019 §4.8, codes 21 to 24."""


class Unit(NamedTuple):
    """A stretch of `length` months, or a day where that is 0: one of those from `first` to `last`.

    `first` and `last` are month indices (see `calendar.month_index`); they differ where a digit is open.
    `coarse` is the precision in months where it is not the length: 120 for `201X`, which is some year.
    """

    first: int
    last: int
    length: int
    first_day: int = 1
    last_day: int = 1
    coarse: int = 0


def day_unit(year: int, month: int, day: int) -> Unit:
    """A day, not checked."""
    index = month_index(year, month)
    return Unit(index, index, A_DAY, day, day)


def months_unit(year: int, month: int, length: int) -> Unit:
    """The `length` months that begin with a month."""
    index = month_index(year, month)
    return Unit(index, index, length)


def season_unit(year: int, first_month: int) -> Unit:
    """A season by its first month; a winter is either of the two that touch the year."""
    index = month_index(year, first_month)
    return Unit(index - YEAR if first_month == WINTER else index, index, QUARTER)


def unspecified_unit(year: str, month: str | None, day: str | None, calendar: str) -> Unit | None:
    """A unit with digits left open (ISO 8601-2:2019 §4.3), such as `201X`, `2020-XX`, `2020-11-1X`.

    The parts are digits and trailing `X`; None where no month or no day fits.
    """
    years = _fitting(year, 1, 9999)
    months = _fitting(month or "01", 1, 12)
    indices = [month_index(y, m) for y in years for m in months]
    if not indices:
        return None
    coarse = _coarseness(year, month, day)
    if day is None:
        return Unit(indices[0], indices[-1], YEAR if month is None else MONTH, coarse=coarse)
    days = _fitting(day, 1, 31)
    lengths = {index: month_length(index // YEAR, index % YEAR + 1, calendar) for index in indices}
    fits = [index for index in indices if days and days[0] <= lengths[index]]
    if not fits:
        return None
    return Unit(fits[0], fits[-1], A_DAY, days[0], min(days[-1], lengths[fits[-1]]), coarse)


def period_of(unit: Unit, calendar: str, *, approximate: bool = False) -> Period:
    """The first and the last day of the unit.

    An approximate unit may be moved by its precision to either side: `2014~` is 2013, 2014 or 2015.
    """
    slack = (unit.coarse or unit.length) if approximate else 0
    if unit.length == A_DAY:
        days = _day_interval(unit, calendar, slack, 1 if approximate else 0)
        return days, days
    begins = Days(first_of(unit.first - slack, calendar), first_of(unit.last + slack, calendar))
    after = unit.length
    ends = Days(first_of(unit.first - slack + after, calendar) - 1, first_of(unit.last + slack + after, calendar) - 1)
    return begins, ends


def hull(period: Period) -> Days:
    """Every day that can belong to the period."""
    return Days(period[0].earliest, period[1].latest)


def in_order(begin: Period, end: Period) -> bool:
    """Whether some day of `begin` does not come after some day of `end`, so that they can end a stretch."""
    return begin[0].earliest <= end[1].latest


def _day_interval(unit: Unit, calendar: str, slack_months: int, slack_days: int) -> Days:
    if slack_months:
        return Days(
            first_of(unit.first - slack_months, calendar),
            first_of(unit.last + slack_months + 1, calendar) - 1,
        )
    to_day = ORDINALS[calendar]
    first = to_day(unit.first // YEAR, unit.first % YEAR + 1, unit.first_day)
    last = to_day(unit.last // YEAR, unit.last % YEAR + 1, unit.last_day)
    return Days(first - slack_days, last + slack_days)


def _fitting(digits: str, lowest: int, highest: int) -> range:
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return range(max(low, lowest), min(high, highest) + 1)


def _coarseness(year: str, month: str | None, day: str | None) -> int:
    """The precision in months: that of the first part with an open digit, or 0 where none has one."""
    if "X" in year:
        return int(YEAR * 10 ** year.count("X"))
    if "X" in (month or ""):
        return YEAR
    return MONTH if "X" in (day or "") else 0
