"""Digits are read with the marks that their own shape decides."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.reading.quantity.numerals import QuantityError, read_digits

SHAPES = [
    ("0", "0", "1"),
    ("7", "7", "1"),
    ("13.2", "66/5", "1/10"),
    ("13.20", "66/5", "1/100"),
    (".5", "1/2", "1/10"),
    ("13,2", "66/5", "1/10"),
    ("13,25", "53/4", "1/100"),
    ("1234,56", "30864/25", "1/100"),
    ("0,123", "123/1000", "1/1000"),
    ("1,234", "1234", "1"),
    ("1,234,567", "1234567", "1"),
    ("1,234.5", "2469/2", "1/10"),
    ("1.234", "617/500", "1/1000"),
    ("1.234.567", "1234567", "1"),
    ("12,34,567", "1234567", "1"),
    ("1,23,45,678.9", "123456789/10", "1/10"),
    ("1'000", "1000", "1"),
    ("1’000,5", "2001/2", "1/10"),
    ("10 000", "10000", "1"),
    ("10\u00a0000\u202f000.25", "40000001/4", "1/100"),
]


@pytest.mark.parametrize(("text", "value", "place"), SHAPES)
def test_digits_keep_their_value_and_their_last_place(text: str, value: str, place: str) -> None:
    numeral = read_digits(text)
    assert (numeral.mantissa, numeral.place) == (Fraction(value), Fraction(place))


@pytest.mark.parametrize(
    "text",
    ["1.234,5", "1,23,45", "1,2345", "1234,567", "1.2.3", "00", "01,5", "1,23.4", "1 000,500", "12.34.567", "1" * 41],
)
def test_digits_that_read_in_two_ways_or_none_are_refused(text: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read_digits(text, start=4)
    assert (caught.value.start, caught.value.end) == (4, 4 + len(text))
