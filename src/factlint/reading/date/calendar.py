"""Civil-day arithmetic: days numbered from 1970-01-01 = 0 in the proleptic Gregorian and the Julian calendar.

The years are astronomical (year 0 precedes year 1), so that arithmetic may step over the ends of the range
that a date can be written in. The method: a year counted from 1 March, so that the leap day falls at its end
(E. G. Richards, "Mapping Time", 1998, chapter 25; ISO 8601-1:2019 §4.2.1 for the proleptic calendar).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Ordinal = Callable[[int, int, int], int]

MONTH_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS_PER_YEAR: Final = 12
FEBRUARY: Final = 2
SHORTEST_MONTH: Final = 28
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# The day 1 March of year 0, counted from 1970-01-01.
_GREGORIAN_EPOCH: Final = -719468
_JULIAN_EPOCH: Final = -719470
_DAYS_IN_4_YEARS: Final = 1461
_DAYS_IN_400_YEARS: Final = 146097


def ordinal(year: int, month: int, day: int) -> int:
    """The day number of a date of the proleptic Gregorian calendar; the date is not checked."""
    march_year = year - (month <= FEBRUARY)
    leap_days = march_year // 4 - march_year // 100 + march_year // 400
    return 365 * march_year + leap_days + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 + _GREGORIAN_EPOCH


def julian_ordinal(year: int, month: int, day: int) -> int:
    """The day number of a date of the Julian calendar (25 October 1917 is the Gregorian 7 November)."""
    march_year = year - (month <= FEBRUARY)
    return 365 * march_year + march_year // 4 + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 + _JULIAN_EPOCH


ORDINALS: Final[Mapping[str, Ordinal]] = MappingProxyType({"gregorian": ordinal, "julian": julian_ordinal})


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, in the proleptic Gregorian calendar."""
    era, of_era = divmod(day - _GREGORIAN_EPOCH, _DAYS_IN_400_YEARS)
    # A year is 365 days but for the leap days before this one, within four centuries.
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    return _from_march(era * 400 + year_of_era, of_year)


def julian_civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, in the Julian calendar."""
    era, of_era = divmod(day - _JULIAN_EPOCH, _DAYS_IN_4_YEARS)
    year_of_era = (of_era - of_era // 1460) // 365
    return _from_march(era * 4 + year_of_era, of_era - 365 * year_of_era)


def month_length(year: int, month: int, calendar: str = "gregorian") -> int:
    """How many days the month has in that calendar."""
    if month != FEBRUARY:
        return _MONTH_LENGTHS[month - 1]
    leap = year % 4 == 0 and (calendar == "julian" or year % 100 != 0 or year % 400 == 0)
    return SHORTEST_MONTH + leap


def is_day(year: int, month: int, day: int, calendar: str = "gregorian") -> bool:
    """Whether that calendar has the day, in a year that can be written (0001 to 9999)."""
    if not (1 <= year <= 9999 and 1 <= month <= MONTHS_PER_YEAR):  # noqa: PLR2004 - four digits of a year
        return False
    return 1 <= day <= month_length(year, month, calendar)


def month_index(year: int, month: int) -> int:
    """The month's number, counted from January of year 0, so that months can be added."""
    return year * MONTHS_PER_YEAR + month - 1


def first_of(index: int, calendar: str = "gregorian") -> int:
    """The day number of the first day of the month with that `month_index`."""
    return ORDINALS[calendar](index // MONTHS_PER_YEAR, index % MONTHS_PER_YEAR + 1, 1)


def _from_march(march_year: int, day_of_year: int) -> tuple[int, int, int]:
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = (month_from_march + 2) % MONTHS_PER_YEAR + 1
    return march_year + (month <= FEBRUARY), month, day
