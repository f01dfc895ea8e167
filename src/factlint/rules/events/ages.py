"""Years between days, over whole columns, and how many years a printed age may mean.

Days are int64 numbers from 1970-01-01 = 0, none of them open.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factlint.reading.quantity import Quantity

    Column = npt.NDArray[np.int64]

_OLDEST = 10**6
_LEAP_DAY, _DAY_BEFORE = 229, 228
_HUNDRED = 100


class Years(NamedTuple):
    """Whole years, from `least` to `most`, both included."""

    least: int
    most: int


def said(value: Quantity) -> Years:
    """The whole years that a printed age may mean, at most a million.

    A number printed to the unit is so many completed years, whatever a fraction would round to; "more than 60" is 60
    or more, "under 18" at most 17.
    """
    if value.is_plain and value.ulp == 1:
        return Years(int(value.number), int(value.number))
    years = value.either
    least = 0 if years.low is None else math.floor(years.low)
    most = _OLDEST if years.high is None else math.ceil(years.high) - 1 if years.high_open else math.floor(years.high)
    return Years(least, most)


def completed(begun: Column, day: Column, *, early: bool = False) -> Column:
    """The years completed on a day, by the Gregorian calendar; below zero before the beginning.

    Who was born on 29 February completes a year on 1 March, or where that is `early`, on 28 February.
    """
    import numpy as np

    birthday = _in_year(begun)
    if early:
        birthday = np.where(birthday == _LEAP_DAY, _DAY_BEFORE, birthday)
    return counted(begun, day) - (_in_year(day) < birthday)


def counted(begun: Column, day: Column) -> Column:
    """By how many years the years of the calendar differ, whatever the day of the year."""
    return _year(day) - _year(begun)


def _year(day: Column) -> Column:
    years: Column = day.astype("datetime64[D]").astype("datetime64[Y]").astype("int64")
    return years


def _in_year(day: Column) -> Column:
    """The month and the day as one number that grows through the year: 229 is 29 February."""
    dates = day.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    number = (dates - months.astype("datetime64[D]")).astype("int64") + 1
    in_year: Column = (months.astype("int64") % 12 + 1) * _HUNDRED + number
    return in_year
