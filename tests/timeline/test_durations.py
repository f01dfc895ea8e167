from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reading.quantity import read_duration
from factlint.timeline.durations import Durations, Span

SPANS = {
    "44 days": Span(43, 44),
    "three-day": Span(2, 3),
    "a day": Span(0, 1),
    "two hours": Span(0, 1),
    "36 hours": Span(1, 2),
    "90 minutes": Span(0, 1),
    "six weeks": Span(38, 49),
    "10 to 12 days": Span(9, 12),
    "more than 40 days": Span(40, None),
    "at least 40 days": Span(39, None),
    "less than 40 days": Span(0, 39),
    "up to 40 days": Span(0, 40),
    "about 40 days": Span(37, 42),
    "more than ten years": Span(3650, None),
    "a hundred days": Span(49, 199),
}


@pytest.mark.parametrize(("phrase", "span"), SPANS.items())
def test_a_duration_bounds_the_days_between_the_ends(phrase: str, span: Span) -> None:
    assert Durations().span(read_duration(phrase)) == span


@given(first=st.dates(date(1600, 1, 1), date(2300, 1, 1)), months=st.integers(1, 60))
def test_months_that_are_exact_are_those_of_any_stretch_of_the_calendar(first: date, months: int) -> None:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    beyond = date(year, month + 1, 1) + timedelta(first.day - 1)
    duration = read_duration(f"{months} months", precision="exact")
    span = Durations().span(duration)
    start = date(first.year, first.month, first.day)
    assert span.least <= (beyond - start).days - 1
    assert span.most is not None
    assert (date(year, month + 1, 1) - first.replace(day=1)).days <= span.most


def test_a_month_has_28_to_31_days_and_a_year_365_or_366() -> None:
    assert Durations().span(read_duration("1 month", precision="exact")) == Span(27, 31)
    assert Durations().span(read_duration("3 months", precision="exact")) == Span(88, 92)
    assert Durations().span(read_duration("1 year", precision="exact")) == Span(364, 366)
    assert Durations().span(read_duration("400 years", precision="exact")) == Span(146_096, 146_097)


@pytest.mark.parametrize("unit", ["seconds", "hours", "days", "weeks", "months", "years"])
def test_no_number_is_too_large(unit: str) -> None:
    span = Durations().span(read_duration(f"{10**25} {unit}"))
    assert 0 <= span.least < 2**32
