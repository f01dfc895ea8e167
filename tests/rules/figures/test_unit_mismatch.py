"""A figure must be in the unit of its measure, and two of one quantity in units that convert; money is money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.figures.unit_mismatch import UnitMismatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Found = Callable[..., tuple[Finding, ...]]


def registry(unit: str = "") -> str:
    declared = f"unit: {unit}" if unit else ""
    return f"""
== facts/registry/measures.yaml
aid: {{{declared}}}
other: {{}}
== facts/registry/places.yaml
baku: {{name: Baku}}
karachi: {{name: Karachi}}
"""


def values(*said: str, more: str = "of: Baku, period: 2020") -> list[str]:
    return [f"id: f{n}, figure: aid, {more}, value: {value}" for n, value in enumerate(said)]


def change(said: str) -> list[str]:
    return [f"id: f0, figure: aid, of: Baku, period: 2020, versus: 2019, change: {said}"]


def one(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("USD", "$13.2 million"),
        ("USD", "13.2 million AZN"),
        ("USD", "13.2 million"),
        ("kg", "5 tonnes"),
        ("tonnes", "5 lbs"),
        ("barrel", "5 litres"),
        ("m3", "1.5 bcm"),
        ("kwh", "5 toe"),
        ("people", "5 million people"),
        ("people", "5 million"),
        ("people", "5 million residents"),
        ("residents", "5 million people"),
        ("days", "3 months"),
        ("years", "44 days"),
        ("percent", "49%"),
        ("percent", "49"),
        ("percent", "5 percent a year"),
        ("percent", "5 pp"),
        ("percent", "2.1 times"),
        ("degrees celsius", "5 degrees fahrenheit"),
        ("ventilator", "72 ventilators"),
        ("ventilators", "72 ventilators"),
        ("ventilators", "72"),
        ("intergovernmental agreements", "5 agreements"),
        ("USD/tonne", "0.5 AZN per kg"),
        ("USD/tonne", "$60"),
        ("USD/tonne", "60"),
        ("barrel/day", "700000 bpd"),
        ("barrel/day", "700000 barrels"),
        ("USD/ventilator", "60 AZN per medical ventilator"),
    ],
)
def test_what_can_be_in_the_declared_unit(found: Found, unit: str, value: str) -> None:
    assert found(UnitMismatch, values(value), registry=registry(unit)) == ()


@pytest.mark.parametrize(
    ("unit", "value", "message"),
    [
        ("USD", "5 tonnes", "5 tonnes does not convert to USD, the unit of aid: correct the figure or its measure"),
        ("USD", "12%", "12% does not convert to USD, the unit of aid: correct the figure or its measure"),
        ("percent", "$5", "$5 does not convert to percent, the unit of aid: correct the figure or its measure"),
        ("kg", "5 m2", "5 m2 does not convert to kg, the unit of aid: correct the figure or its measure"),
        (
            "tonnes",
            "5 barrels",
            "5 barrels does not convert to tonne, the unit of aid: correct the figure or its measure",
        ),
        ("mw", "5 MWh", "5 MWh does not convert to mw, the unit of aid: correct the figure or its measure"),
        ("people", "$5", "$5 does not convert to person, the unit of aid: correct the figure or its measure"),
        ("ventilators", "$5", "$5 does not convert to ventilator, the unit of aid: correct the figure or its measure"),
        ("USD", "5 people", "5 people does not convert to USD, the unit of aid: correct the figure or its measure"),
        (
            "USD",
            "$5 a barrel",
            "$5 a barrel does not convert to USD, the unit of aid: correct the figure or its measure",
        ),
        (
            "USD/tonne",
            "$5 a barrel",
            "$5 a barrel does not convert to USD/tonne, the unit of aid: correct the figure or its measure",
        ),
    ],
)
def test_what_cannot_be_in_the_declared_unit(found: Found, unit: str, value: str, message: str) -> None:
    finding = one(found(UnitMismatch, values(value), registry=registry(unit)))
    assert finding.severity == "error"
    assert finding.message == message
    assert finding.facts == finding.suspects == ("a#f0",)
    assert finding.primary.fact == "a#f0"
    line = values(value)[0]
    assert finding.primary.place.column - len("  - {x") == line.index(value)
    assert [each.place.path for each in finding.related] == ["facts/registry/measures.yaml"]


def test_another_noun_than_the_declared_one_is_a_warning(found: Found) -> None:
    finding = one(found(UnitMismatch, values("5 brigades"), registry=registry("military units")))
    assert finding.severity == "warning"
    assert finding.message == (
        "5 brigades is not counted in the unit of aid, 'military unit': write that, or declare 'brigade' as the unit"
    )


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("USD", "13.2 million zorkmids", "nobody knows: write it in USD, or declare 'zorkmid' as the unit of aid"),
        ("USD", "1 zorkmid", "nobody knows: write it in USD, or declare 'zorkmid' as the unit of aid"),
        (
            "m3",
            "5 kilobarrels",
            "nobody knows; did you mean barrel? Else write it in m3, or declare 'kilobarrel' as the",
        ),
        ("USD/tonne", "5 USD per zorkmid", "nobody knows: write it in USD/tonne, or declare 'USD/zorkmid' as the unit"),
    ],
)
def test_a_unit_that_nobody_knows_is_said_with_what_to_write(found: Found, unit: str, value: str, words: str) -> None:
    finding = one(found(UnitMismatch, values(value), registry=registry(unit)))
    assert finding.severity == "error"
    assert finding.message.startswith(f"{value} is in a unit that {words}")
    assert found(UnitMismatch, values("13.2 million zorkmids"), registry=registry("zorkmids")) == ()


@pytest.mark.parametrize(
    ("unit", "said", "count"),
    [
        ("USD", "+$5 million", 0),
        ("USD", "+5 million AZN", 0),
        ("USD", "+5 million", 0),
        ("USD", "+5%", 0),
        ("USD", "2.1 times", 0),
        ("USD", "+5 tonnes", 1),
        ("USD", "-3 pp", 1),
        ("USD", "+5 zorkmids", 1),
        ("percent", "-3 pp", 0),
        ("percent", "50 bps", 0),
        ("percent", "+$5", 1),
    ],
)
def test_an_absolute_change_has_the_unit_of_the_measure(found: Found, unit: str, said: str, count: int) -> None:
    findings = found(UnitMismatch, change(said), registry=registry(unit))
    assert len(findings) == count
    assert all(each.primary.place.column - len("  - {x") == change(said)[0].index(said) for each in findings)


def test_a_share_has_no_unit(found: Found) -> None:
    fact = "id: a, figure: aid, of: Baku, period: 2020, share: 49%, share_of: other"
    assert found(UnitMismatch, [fact], registry=registry("USD")) == ()


def test_a_planned_figure_is_in_the_unit_of_its_measure_too(found: Found) -> None:
    facts = values("5 tonnes", more="of: Baku, period: 2020, mode: planned")
    assert len(found(UnitMismatch, facts, registry=registry("USD"))) == 1


def test_a_figure_in_the_wrong_unit_is_said_once(found: Found) -> None:
    findings = found(UnitMismatch, values("$5", "5 tonnes", "5 kg"), registry=registry("USD"))
    assert [each.facts for each in findings] == [("a#f1",), ("a#f2",)]


def test_two_units_of_one_quantity_are_an_error_at_the_later_fact(found: Found) -> None:
    finding = one(found(UnitMismatch, values("5 kg", "3 m2"), registry=registry()))
    assert finding.severity == "error"
    assert (
        finding.message == "aid of Baku in 2020 cannot be both 5 kg and 3 m2: kg and m2 do not convert into each other"
    )
    assert finding.facts == finding.suspects == ("a#f0", "a#f1")
    assert finding.primary.fact == "a#f1"
    assert [(each.fact, each.message) for each in finding.related] == [("a#f0", "5 kg here")]


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (("$5", "5 tonnes"), ("a#f0", "a#f1")),
        (("$5", "5 AZN", "5 tonnes"), ("a#f0", "a#f2")),
        (("5", "5 kg", "72 ventilators", "1 km"), ("a#f1", "a#f3")),
        (("5 people", "$5"), ("a#f0", "a#f1")),
        (("$5 a tonne", "$5", "$5 a barrel"), ("a#f0", "a#f2")),
        (("$5", "$5 a tonne", "60 people"), ("a#f0", "a#f2")),
        (("$5", "5 AZN"), None),
        (("5 kg", "5 tonnes", "5 lbs"), None),
        (("5 barrels", "5 litres"), None),
        (("5", "5 kg"), None),
        (("5", "5 people"), None),
        (("72 ventilators", "$5"), None),
        (("72 ventilators", "72 devices"), None),
        (("5 people", "5 soldiers"), None),
        (("$5 a tonne", "$5"), None),
        (("5 AZN per kg", "$5 a tonne"), None),
        (("3 months", "90 days"), None),
        (("5%", "5 pp"), None),
    ],
)
def test_which_units_one_quantity_may_have(found: Found, said: tuple[str, ...], facts: tuple[str, str] | None) -> None:
    findings = found(UnitMismatch, values(*said), registry=registry())
    assert [each.facts for each in findings] == ([facts] if facts else [])


def test_the_one_to_blame_is_the_one_without_which_all_fit(found: Found) -> None:
    assert one(found(UnitMismatch, values("$5", "$6", "5 tonnes"), registry=registry())).suspects == ("a#f2",)
    assert one(found(UnitMismatch, values("$5", "5 kg", "5 m2"), registry=registry())).suspects == ()


@pytest.mark.parametrize(
    "other",
    [
        "figure: aid, of: Karachi, period: 2020",
        "figure: aid, of: Baku, with: Karachi, period: 2020",
        "figure: aid, of: Baku, period: 2021",
        "figure: aid, of: Baku, period: 2020, scope: {goods: rice}",
        "figure: aid, of: Baku, period: 2020, mode: planned",
        "figure: aid, of: Baku, period: 2020, mode: denied",
        "figure: aid, of: Baku, period: 2020, supersedes: f0",
        "figure: other, of: Baku, period: 2020",
    ],
)
def test_what_is_another_quantity_may_have_another_unit(found: Found, other: str) -> None:
    assert found(UnitMismatch, [*values("$5"), f"id: g, {other}, value: 5 tonnes"], registry=registry()) == ()


def test_two_units_at_an_uncertain_time_are_a_pedantic_note(found: Found) -> None:
    facts = values("$5", "5 tonnes", more="of: Baku, asof: 2020-06")
    finding = one(found(UnitMismatch, facts, registry=registry(), pedantic=True))
    assert finding.severity == "note"
    assert finding.message.endswith(", if both speak of the same days")
    assert found(UnitMismatch, facts, registry=registry()) == ()


KINDS = {"5": "", "5 kg": "mass", "5 tonnes": "mass", "$5": "money", "5 AZN": "money", "5 km": "length", "7 trucks": ""}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.sampled_from([2020, 2021])), min_size=1, max_size=8))
def test_a_quantity_has_a_finding_where_two_kinds_of_units_meet(found: Found, said: list[tuple[str, int]]) -> None:
    facts = [f"id: f{n}, figure: aid, of: Baku, period: {year}, value: {value}" for n, (value, year) in enumerate(said)]
    expected = []
    for year in (2020, 2021):
        known = [(n, KINDS[value]) for n, (value, when) in enumerate(said) if when == year and KINDS[value]]
        later = [n for n, kind in known if kind != known[0][1]]
        expected += [(f"a#f{known[0][0]}", f"a#f{later[0]}")] if later else []
    assert sorted(each.facts for each in found(UnitMismatch, facts, registry=registry())) == sorted(expected)
