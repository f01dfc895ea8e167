from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.figures.printing import decimal, like, span
from factlint.interval import EVERYTHING, Interval
from factlint.reading.quantity import read


@pytest.mark.parametrize(
    ("model", "number", "printed"),
    [
        ("$13.2 million", "14100000", "$14.1 million"),
        ("1.2bn EUR", "1350000000", "1.35bn EUR"),
        ("26,320 USD", "1023320", "1,023,320 USD"),
        ("14082176.75 thousand USD", "1000", "1 thousand USD"),
        ("$13.2 million", "-14100000", "-$14.1 million"),
        ("-$13.2 million", "-14100000", "-$14.1 million"),
        ("-$13.2 million", "14100000", "14,100,000 USD"),
        ("more than $13 million", "14100000", "14,100,000 USD"),
        ("half a million dollars", "600000", "600,000 USD"),
        ("about 100", "1234", "1,234"),
        ("5 km2", "6", "6 km2"),
        ("$0", "6", "6 USD"),
    ],
)
def test_a_number_is_printed_like_its_model(model: str, number: str, printed: str) -> None:
    assert like(read(model), Fraction(number)) == printed


@settings(deadline=None)
@given(st.integers(1, 10**9), st.sampled_from(["$13.2 million", "1.25 billion AZN", "26,320 USD", "12.5 tonnes"]))
def test_what_is_printed_like_a_figure_reads_as_that_number(thousandths: int, model: str) -> None:
    number = Fraction(thousandths, 1000) * (read(model).ulp or 1)
    assert read(like(read(model), number)).number == number


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(Fraction(1), Fraction(2)), "between $1 and $2"),
        (Interval(Fraction(1), Fraction(1)), "$1"),
        (Interval(Fraction(1), None), "at least $1"),
        (Interval(Fraction(1), None, low_open=True), "more than $1"),
        (Interval(None, Fraction(1)), "at most $1"),
        (Interval(None, Fraction(1), high_open=True), "less than $1"),
        (EVERYTHING, "any amount"),
    ],
)
def test_an_interval_is_put_in_words(interval: Interval, words: str) -> None:
    assert span(interval, read("$13")) == words


def test_decimals_are_exact_up_to_nine() -> None:
    assert decimal(Fraction(1, 3)) == "0.333333333"
    assert decimal(Fraction(-5, 4)) == "-1.25"
    assert decimal(Fraction(10**30)) == "1" + "0" * 30
    assert decimal(Fraction(1200), grouped=True) == "1,200"
