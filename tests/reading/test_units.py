"""Units have one canonical name each, and convert exactly or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.reading.quantity import read
from factlint.reading.quantity.currencies import CODES, DOLLARS, ENGLISH_CODES, NAMES, SHOUTED_CODES, SYMBOLS
from factlint.reading.quantity.nouns import singular
from factlint.reading.quantity.units import UNITS, Unit, conversion, is_money


@pytest.mark.parametrize("table", [NAMES, SYMBOLS])
def test_every_currency_name_means_a_code_of_iso_4217(table: dict[str, tuple[str, ...]]) -> None:
    assert {code for codes in table.values() for code in codes} <= CODES
    assert DOLLARS | ENGLISH_CODES | SHOUTED_CODES <= CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_currency_code_stands_before_or_behind_its_number(code: str) -> None:
    assert read(f"{code} 5 million").unit == read(f"5 million {code}").unit == code
    assert is_money(code)


@pytest.mark.parametrize("printed", sorted(key for key, unit in UNITS.items() if isinstance(unit, Unit) and key != "m"))
def test_every_unit_in_the_table_is_read_behind_a_number(printed: str) -> None:
    unit = UNITS[printed]
    assert isinstance(unit, Unit)
    quantity = read(f"12 {printed}")
    assert (quantity.number, quantity.unit) == (12 * unit.factor, unit.name)


@pytest.mark.parametrize(
    ("source", "target", "factor"),
    [
        ("tonne", "kg", "1000"),
        ("kg", "tonne", "1/1000"),
        ("week", "day", "7"),
        ("day", "hour", "24"),
        ("year", "month", "12"),
        ("km2", "ha", "100"),
        ("twh", "gwh", "1000"),
        ("mile", "m", "201168/125"),
        ("soldier", "soldier", "1"),
        ("USD", "USD", "1"),
    ],
)
def test_units_convert_exactly(source: str, target: str, factor: str) -> None:
    assert conversion(source, target) == Fraction(factor)


@pytest.mark.parametrize(
    ("source", "target"), [("USD", "EUR"), ("month", "day"), ("kg", "km"), ("percent", "percentage-point")]
)
def test_units_that_do_not_convert_give_nothing(source: str, target: str) -> None:
    assert conversion(source, target) is None


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("soldiers", "soldier"),
        ("countries", "country"),
        ("boxes", "box"),
        ("classes", "class"),
        ("houses", "house"),
        ("heroes", "hero"),
        ("women", "woman"),
        ("aircraft", "aircraft"),
        ("species", "species"),
        ("crises", "crisis"),
        ("bus", "bus"),
        ("unit", "unit"),
    ],
)
def test_a_counted_noun_is_in_the_singular(noun: str, one: str) -> None:
    assert singular(noun) == one
