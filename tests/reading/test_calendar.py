"""Civil-day arithmetic agrees with datetime on every Gregorian day, and converts Julian days and back."""

from __future__ import annotations

from datetime import date as civil_date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factlint.reading.date import DateError, format_day, read
from factlint.reading.date.calendar import civil, julian_civil, julian_ordinal, month_length, ordinal

EPOCH = civil_date(1970, 1, 1).toordinal()


def test_every_gregorian_day_has_the_number_that_datetime_gives_it() -> None:
    number = 1 - EPOCH
    for year in range(1, 10000):
        for month in range(1, 13):
            for of_month in range(1, month_length(year, month) + 1):
                assert ordinal(year, month, of_month) == number
                number += 1
    assert number - 1 == civil_date.max.toordinal() - EPOCH


@given(st.dates())
@example(civil_date.min)
@example(civil_date.max)
def test_reading_agrees_with_datetime(when: civil_date) -> None:
    number = when.toordinal() - EPOCH
    assert read(when.isoformat()).as_moment() == (number, number)
    assert civil(number) == (when.year, when.month, when.day)
    month = read(when.isoformat()[:7]).as_moment()
    assert month.earliest == when.replace(day=1).toordinal() - EPOCH
    assert month.latest == month.earliest + month_length(when.year, when.month) - 1
    assert format_day(number) == f"{when.day} {when:%B} {when.year:04d}"
    assert read(format_day(number)).as_moment() == (number, number)


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_read_exactly_where_datetime_has_it(year: int, month: int, of_month: int) -> None:
    text = f"{year:04d}-{month:02d}-{of_month:02d}"
    try:
        expected = civil_date(year, month, of_month).toordinal() - EPOCH
    except ValueError:
        with pytest.raises(DateError):
            read(text)
    else:
        assert read(text).earliest == expected


@given(st.integers(-800_000, 3_000_000))
def test_julian_days_convert_and_return(number: int) -> None:
    year, month, of_month = julian_civil(number)
    assert julian_ordinal(year, month, of_month) == number
    assert 1 <= of_month <= month_length(year, month, "julian")


@given(st.integers(-800_000, 3_000_000))
def test_gregorian_days_convert_and_return(number: int) -> None:
    assert ordinal(*civil(number)) == number
