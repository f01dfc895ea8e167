"""Units have one canonical name each, and convert exactly or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reading.quantity import QuantityError, read
from factlint.reading.quantity.currencies import CODES, DOLLARS, ENGLISH_CODES, NAMES, SHOUTED_CODES, SYMBOLS
from factlint.reading.quantity.declared import declared_unit
from factlint.reading.quantity.nouns import singular
from factlint.reading.quantity.units import UNITS, Ambiguous, Unit, conversion, dimension, family, is_known, is_money

NAMES_OF_UNITS = sorted({unit.name for unit in UNITS.values() if isinstance(unit, Unit)})


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
        ("barrel", "litre", "158.987294928"),
        ("barrel", "us-gallon", "42"),
        ("cubic-foot", "m3", "0.028316846592"),
        ("imperial-gallon", "litre", "4.54609"),
        ("troy-ounce", "g", "31.1034768"),
        ("lb", "avoirdupois-ounce", "16"),
        ("short-ton", "lb", "2000"),
        ("long-ton", "lb", "2240"),
        ("mile", "yard", "1760"),
        ("yard", "inch", "36"),
        ("nautical-mile", "m", "1852"),
        ("acre", "square-foot", "43560"),
        ("square-mile", "acre", "640"),
        ("km3", "m3", "1000000000"),
        ("toe", "gj", "41.868"),
        ("kwh", "mj", "3.6"),
        ("mwh", "gj", "3.6"),
        ("gj", "kj", "1000000"),
        ("tw", "w", "1000000000000"),
        ("person", "number", "1"),
        ("USD/tonne", "USD/kg", "1/1000"),
        ("km/hour", "m/second", "1/3.6"),
        ("barrel/day", "m3/day", "0.158987294928"),
        ("1/day", "person/week", "7"),
    ],
)
def test_units_convert_exactly(source: str, target: str, factor: str) -> None:
    over, _, under = factor.partition("/")
    assert conversion(source, target) == Fraction(over) / Fraction(under or 1)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("USD", "EUR"),
        ("month", "day"),
        ("kg", "km"),
        ("percent", "percentage-point"),
        ("barrel", "tonne"),
        ("celsius", "fahrenheit"),
        ("kw", "kwh"),
        ("soldier", "person"),
        ("USD", "USD/tonne"),
        ("USD/tonne", "USD/barrel"),
    ],
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


@given(st.sampled_from(NAMES_OF_UNITS), st.sampled_from(NAMES_OF_UNITS), st.sampled_from(NAMES_OF_UNITS))
def test_conversions_invert_and_chain(first: str, second: str, third: str) -> None:
    there, back, on, all_the_way = (
        conversion(*pair) for pair in ((first, second), (second, first), (second, third), (first, third))
    )
    assert (there is None) == (back is None)
    if there and back:
        assert there * back == 1
        assert family(first) == family(second)
    if there and on:
        assert all_the_way == there * on


@pytest.mark.parametrize("name", NAMES_OF_UNITS)
def test_every_canonical_unit_is_known_and_its_own_print(name: str) -> None:
    assert is_known(name)
    assert declared_unit(name).name == name


def test_a_base_unit_is_its_own() -> None:
    for name in NAMES_OF_UNITS:
        base, factor = dimension(name)
        assert factor > 0
        assert dimension(base) == (base, Fraction(1))


@pytest.mark.parametrize(
    ("unit", "measures"),
    [
        ("tonne", "kg"),
        ("barrel", "m3"),
        ("AZN", "money"),
        ("USD/barrel", "money/m3"),
        ("month", "time"),
        ("day", "time"),
        ("percent", "ratio"),
        ("percentage-point", "ratio"),
        ("percent/year", "ratio"),
        ("person", "number"),
        ("ventilator", "number"),
        ("1/day", "number/time"),
        ("fahrenheit", "temperature"),
    ],
)
def test_what_a_unit_measures(unit: str, measures: str) -> None:
    assert family(unit) == measures


@pytest.mark.parametrize("unit", ["zorkmid", "military unit", "USD/ventilator", "zorkmid/tonne"])
def test_a_counted_noun_is_no_known_unit(unit: str) -> None:
    assert not is_known(unit)


@pytest.mark.parametrize(
    ("printed", "meanings"),
    [
        ("5 ounces", ("troy ounces", "avoirdupois ounces")),
        ("5 gallons", ("US gallons", "imperial gallons")),
        ("5 tcm", ("thousand cubic metres", "trillion cubic metres")),
        ("5 mJ", ("megajoules", "millijoules")),
    ],
)
def test_a_unit_of_two_sizes_is_refused_with_both(printed: str, meanings: tuple[str, ...]) -> None:
    with pytest.raises(QuantityError) as refused:
        read(printed)
    assert all(f"'{meaning}'" in str(refused.value) for meaning in meanings)


def test_what_an_ambiguous_unit_may_mean_can_be_written() -> None:
    for unit in UNITS.values():
        for meaning in unit.meanings if isinstance(unit, Ambiguous) else ():
            assert read(f"5 {meaning}").unit is not None


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("5 MJ", 5, "mj"),
        ("3 GWh", 3, "gwh"),
        ("2 Mtoe", 2_000_000, "toe"),
        ("20 million tonnes of oil equivalent", 20_000_000, "toe"),
        ("700,000 bpd", 700_000, "barrel/day"),
        ("60 mph", 60, "mile/hour"),
        ("1.5 bcf", 1_500_000_000, "cubic-foot"),
        ("5 U.S. gallons", 5, "us-gallon"),
        ("12 lbs", 12, "lb"),
        ("12 pounds", 12, "GBP"),
        ("30 tons", 30, "tonne"),
        ("30 long tons", 30, "long-ton"),
    ],
)
def test_a_unit_as_the_press_prints_it(printed: str, number: int, unit: str) -> None:
    quantity = read(printed)
    assert (quantity.number, quantity.unit) == (Fraction(number), unit)
