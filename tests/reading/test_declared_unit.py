"""A unit is declared without a number, in any of its prints, and one that could mean several is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reading.quantity import QuantityError
from factlint.reading.quantity.declared import declared_unit, unambiguous_units
from factlint.reading.quantity.units import UNITS, Unit


@pytest.mark.parametrize("printed", unambiguous_units())
def test_every_print_of_a_unit_declares_it(printed: str) -> None:
    assert declared_unit(printed) == UNITS[printed]


@pytest.mark.parametrize(
    ("text", "unit", "factor"),
    [
        ("USD", "USD", "1"),
        ("US$", "USD", "1"),
        ("US dollars", "USD", "1"),
        ("₼", "AZN", "1"),
        ("tonnes", "tonne", "1"),
        ("kt", "tonne", "1000"),
        ("m", "m", "1"),
        ("%", "percent", "1"),
        ("per cent", "percent", "1"),
        ("people", "person", "1"),
        ("military units", "military unit", "1"),
        ("USD/tonne", "USD/tonne", "1"),
        ("dollars per barrel", "USD/barrel", "1"),
        ("kt/day", "tonne/day", "1000"),
        ("per day", "1/day", "1"),
        ("USD/ventilator", "USD/ventilator", "1"),
    ],
)
def test_a_unit_as_a_curator_declares_it(text: str, unit: str, factor: str) -> None:
    assert declared_unit(text) == Unit(unit, Fraction(factor))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rupees", "'PKR' or 'INR'"),
        ("USD per gallon", "'US gallons' or 'imperial gallons'"),
        ("¥", "'JPY' or 'CNY'"),
        ("pounds of what", "'of what' is no unit"),
        ("million USD", "'million USD' is no unit"),
        ("USD million", "'million' is no unit"),
        ("5 USD", "'5 USD' is no unit"),
        ("USD or more", "'or more' is no unit"),
        ("about USD", "'about USD' is no unit"),
        ("USD/", "a unit is missing"),
        ("USD/tonne/day", "'/day' is no unit"),
        ("tonns", "did you mean 'tonnes'?"),
        ("USDT", "write a currency code"),
        ("", "a unit is missing"),
        ("a" * 10_000, "at most 60 characters"),
    ],
)
def test_what_is_no_one_unit_is_refused_with_what_to_write(text: str, words: str) -> None:
    with pytest.raises(QuantityError) as refused:
        declared_unit(text)
    assert words in str(refused.value)
    assert 0 <= refused.value.start <= refused.value.end <= len(text)


@given(st.text(max_size=70))
def test_any_text_is_a_unit_or_refused_at_a_place_in_it(text: str) -> None:
    place = (0, len(text))
    try:
        unit = declared_unit(text)
    except QuantityError as error:
        place = (error.start, error.end)
    else:
        assert unit.factor > 0
    assert 0 <= place[0] <= place[1] <= len(text)
