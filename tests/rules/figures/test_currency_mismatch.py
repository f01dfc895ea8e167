"""A rate reconciles two currencies exactly within its rounding and its band, and only over the time that it covers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.reading.quantity import read
from factlint.reasoning.agreement import common
from factlint.rules.figures.currency_mismatch import CurrencyMismatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.interval import Interval

    Found = Callable[..., tuple[Finding, ...]]

RATE = "from: USD, to: AZN, rate: 1.7, period: 2020, band: 2%"


def registry(*rates: str) -> str:
    entries = "".join(f"r{n}: {{{rate}}}\n" for n, rate in enumerate(rates))
    return f"""
== facts/registry/measures.yaml
exports: {{kind: flow, unit: USD}}
price: {{kind: rate}}
reserves: {{kind: stock}}
== facts/registry/places.yaml
baku: {{name: Baku}}
karachi: {{name: Karachi}}
== facts/registry/rates.yaml
{entries}"""


def exports(*values: str, more: str = "period: 2020") -> list[str]:
    return [f"id: f{n}, figure: exports, of: Baku, {more}, value: {value}" for n, value in enumerate(values)]


def one(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_a_mismatch_is_a_warning_at_the_later_fact_with_the_rate(found: Found) -> None:
    finding = one(found(CurrencyMismatch, exports("$13.2 million", "30 million AZN"), registry=registry(RATE)))
    assert finding.severity == "warning"
    assert finding.message == (
        "exports of Baku in 2020 is given as $13.2 million and as 30 million AZN, but at 1.7 AZN to 1 USD (± 2%) "
        "$13.2 million is between 21.26355 million AZN and 24.4188 million AZN"
    )
    assert finding.facts == finding.suspects == ("a#f0", "a#f1")
    assert finding.primary.fact == "a#f1"
    assert [(each.fact, each.place.path, each.message) for each in finding.related] == [
        ("a#f0", "facts/a.yaml", "$13.2 million here"),
        (None, "facts/registry/rates.yaml", "1.7 AZN to 1 USD (± 2%) here"),
    ]


EXACT = ", precision: exact"


@pytest.mark.parametrize(
    ("rate", "first", "second", "count"),
    [
        ("1.70", f"100 USD{EXACT}", f"169.5 AZN{EXACT}", 0),
        ("1.70", f"100 USD{EXACT}", f"169.4 AZN{EXACT}", 1),
        ("1.70", f"100 USD{EXACT}", f"170.9 AZN{EXACT}", 0),  # 1.709 is cut off to 1.70
        ("1.70", f"100 USD{EXACT}", f"171 AZN{EXACT}", 1),
        ("1.70", f"100 AZN{EXACT}", f"170 USD{EXACT}", 1),
        ("1.70, band: 10%", f"100 USD{EXACT}", f"152.55 AZN{EXACT}", 0),
        ("1.70, band: 10%", f"100 USD{EXACT}", f"152.54 AZN{EXACT}", 1),
        ("1.70, band: 10%", f"100 USD{EXACT}", f"188 AZN{EXACT}", 0),
        ("1.70, band: 10%", f"100 USD{EXACT}", f"188.1 AZN{EXACT}", 1),
        ("1.70, band: 100%", f"100 USD{EXACT}", f"0.01 AZN{EXACT}", 0),
        ("1.70, band: 100%", f"100 USD{EXACT}", f"0 AZN{EXACT}", 1),
        ("1.70", f"0 USD{EXACT}", f"0 AZN{EXACT}", 0),
        ("1.70", f"-100 USD{EXACT}", f"-170 AZN{EXACT}", 0),
        ("1.70", f"-100 USD{EXACT}", f"-171 AZN{EXACT}", 1),
        ("1.70", f"-100 USD{EXACT}", f"170 AZN{EXACT}", 1),
        ("about 1.7", f"100 USD{EXACT}", f"178 AZN{EXACT}", 0),
        ("more than 1.7", f"100 USD{EXACT}", f"900 AZN{EXACT}", 0),
        ("more than 1.7", f"100 USD{EXACT}", f"170 AZN{EXACT}", 1),
        ("less than 1.7", f"100 USD{EXACT}", f"1 AZN{EXACT}", 0),
        ("less than 1.7", f"100 USD{EXACT}", f"-1 AZN{EXACT}", 1),
        ("1.70", "more than 100 USD", "160 AZN", 1),
        ("1.70", "more than 100 USD", "1600 AZN", 0),
        ("1.70", "less than 100 USD", "1600 AZN", 1),
        ("1.70", "100", "170 AZN", 0),
        ("1.70", "100", "270 AZN", 1),
        ("1.70", "100 USD", "270 EUR", 0),
        ("1.70", "100 USD", "270 USD", 0),
        ("1.70", "100 USD", "270 tonnes", 0),
        ("1.70", "100 USD", "270 AZN per tonne", 0),
    ],
)
def test_what_a_rate_reconciles(found: Found, rate: str, first: str, second: str, count: int) -> None:
    declared = registry(f"from: USD, to: AZN, period: 2020, rate: {rate}")
    assert len(found(CurrencyMismatch, exports(first, second), registry=declared)) == count
    assert len(found(CurrencyMismatch, exports(second, first), registry=declared)) == count


def test_a_rate_applies_in_both_directions(found: Found) -> None:
    declared = registry("from: AZN, to: USD, rate: 0.59, period: 2020")
    assert found(CurrencyMismatch, exports("$59 million", "100 million AZN"), registry=declared) == ()
    finding = one(found(CurrencyMismatch, exports("$59 million", "200 million AZN"), registry=declared))
    assert (
        "is given as 200 million AZN and as $59 million, but at 0.59 USD to 1 AZN 200 million AZN is" in finding.message
    )


@pytest.mark.parametrize(
    ("period", "more", "count"),
    [
        ("2020", "period: 2020", 1),
        ("2020", "period: 2020-Q2", 1),
        ("2020", "period: 2020-03-01", 1),
        ("2019/2021", "period: 2020", 1),
        ("2005/..", "period: 2020", 1),
        ("../2021", "period: 2020", 1),
        ("2020", "period: 2019/2020", 0),
        ("2020-Q2", "period: 2020", 0),
        ("2021", "period: 2020", 0),
        ("2021/..", "period: 2020", 0),
        ("../2019", "period: 2020", 0),
        ("2020~", "period: 2020", 0),
        ("'[2019..]'", "period: 2020", 0),
        ("2020", "asof: 2020-03-01", 1),
        ("2020", "asof: 2021-03-01", 0),
        ("2020", "period: 2020, asof: 2021-03-01", 1),
    ],
)
def test_a_rate_covers_the_whole_time_or_says_nothing(found: Found, period: str, more: str, count: int) -> None:
    declared = registry(f"from: USD, to: AZN, rate: 1.7, period: {period}")
    assert len(found(CurrencyMismatch, exports("$100", "500 AZN", more=more), registry=declared)) == count


def test_one_of_several_rates_is_enough(found: Found) -> None:
    facts = exports("$100", "500 AZN")
    other = "from: USD, to: AZN, rate: 5.0, period: 2019/2020"
    turned = "from: AZN, to: USD, rate: 0.2, period: 2020"
    assert found(CurrencyMismatch, facts, registry=registry(RATE, other)) == ()
    assert found(CurrencyMismatch, facts, registry=registry(RATE, turned)) == ()
    assert len(found(CurrencyMismatch, facts, registry=registry(RATE, other.replace("5.0", "4.0")))) == 1
    assert len(found(CurrencyMismatch, facts, registry=registry(RATE, other.replace("2019/2020", "2019")))) == 1


def test_rates_are_never_chained(found: Found) -> None:
    euro = "from: EUR, to: USD, rate: 1.1, period: 2020"
    assert found(CurrencyMismatch, exports("100 EUR", "900 AZN"), registry=registry(RATE, euro)) == ()


def test_without_a_rate_nothing_is_said(found: Found) -> None:
    assert found(CurrencyMismatch, exports("$100", "500 AZN"), registry=registry()) == ()


@pytest.mark.parametrize(
    "other",
    [
        "figure: exports, of: Karachi, period: 2020, value: 500 AZN",
        "figure: exports, of: Baku, with: Karachi, period: 2020, value: 500 AZN",
        "figure: exports, of: Baku, period: 2020-H1, value: 500 AZN",
        "figure: exports, of: Baku, period: 2020, value: 500 AZN, scope: {goods: oil}",
        "figure: exports, of: Baku, period: 2020, value: 500 AZN, mode: planned",
        "figure: exports, of: Baku, period: 2020, value: 500 AZN, mode: denied",
        "figure: exports, of: Baku, period: 2020, value: 170 AZN, supersedes: f0",
        "figure: exports, of: Baku, period: 2020, versus: 2019, change: +500 AZN",
    ],
)
def test_what_is_another_quantity(found: Found, other: str) -> None:
    assert found(CurrencyMismatch, [*exports("$100"), f"id: g, {other}"], registry=registry(RATE)) == ()


def test_prices_convert_with_what_they_are_for(found: Found) -> None:
    def prices(*values: str) -> list[str]:
        return [
            f"id: p{n}, figure: price, of: Baku, asof: 2020-03-01, value: {value}" for n, value in enumerate(values)
        ]

    assert found(CurrencyMismatch, prices("$250 per tonne", "0.42 AZN per kg"), registry=registry(RATE)) == ()
    finding = one(found(CurrencyMismatch, prices("$250 per tonne", "0.25 AZN per kg"), registry=registry(RATE)))
    assert finding.facts == ("a#p0", "a#p1")
    assert found(CurrencyMismatch, prices("$250 per tonne", "0.25 AZN per barrel"), registry=registry(RATE)) == ()


def test_each_two_currencies_make_a_finding_of_their_own(found: Found) -> None:
    euro = "from: EUR, to: USD, rate: 1.1, period: 2020"
    findings = found(CurrencyMismatch, exports("$100", "500 AZN", "10 EUR"), registry=registry(RATE, euro))
    assert sorted(each.facts for each in findings) == [("a#f0", "a#f1"), ("a#f0", "a#f2")]


def test_a_side_that_disagrees_with_itself_is_left_to_another_rule(found: Found) -> None:
    assert found(CurrencyMismatch, exports("$100", "$200", "900 AZN"), registry=registry(RATE)) == ()


def test_several_statements_are_one_finding_with_the_ones_to_blame(found: Found) -> None:
    finding = one(found(CurrencyMismatch, exports("$100", "$100.0", "900 AZN", "about $100"), registry=registry(RATE)))
    assert finding.facts == ("a#f0", "a#f2")
    assert finding.suspects == ("a#f2",)


def test_an_uncertain_time_is_a_pedantic_note(found: Found) -> None:
    facts = exports("$100", "500 AZN", more="asof: 2020-06")
    finding = one(found(CurrencyMismatch, facts, registry=registry(RATE), pedantic=True))
    assert finding.severity == "note"
    assert found(CurrencyMismatch, facts, registry=registry(RATE)) == ()


VALUES = st.builds(
    "{}{} {}".format,
    st.sampled_from(["", "", "more than ", "at most ", "about ", "-"]),
    st.sampled_from(["0", "58", "59", "100", "100.0", "169", "170", "171.0", "173", "1000"]),
    st.sampled_from(["USD", "AZN"]),
)


def product(numbers: Interval, low: Fraction, high: Fraction) -> Interval:
    """The hull of the products with both ends of a closed factor."""
    ends = (numbers.times(low), numbers.times(high))
    lows, highs = [each.low for each in ends], [each.high for each in ends]
    least = None if None in lows else min(range(2), key=lambda n: (lows[n], ends[n].low_open))
    most = None if None in highs else min(range(2), key=lambda n: (-(highs[n] or 0), ends[n].high_open))
    return type(numbers)(
        None if least is None else lows[least],
        None if most is None else highs[most],
        least is not None and ends[least].low_open,
        most is not None and ends[most].high_open,
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(VALUES, min_size=2, max_size=5), st.sampled_from(["1.69", "1.7", "1.75"]), st.sampled_from([0, 1, 5]))
def test_every_clash_is_found_and_none_invented(found: Found, values: list[str], low: str, band: int) -> None:
    declared = registry(f"from: USD, to: AZN, rate: {low} to 1.75, period: 2020, band: {band}%")
    half = Fraction(1, 20) if low == "1.7" else Fraction(1, 200)
    ends = ((Fraction(low) - half) * (100 - band) / 100, (Fraction("1.755")) * (100 + band) / 100)
    said = {unit: [read(value).either for value in values if value.endswith(unit)] for unit in ("USD", "AZN")}
    dollars, manats = common(said["USD"]), common(said["AZN"])
    clash = all(said.values()) and not dollars.is_empty and not manats.is_empty
    clash = clash and not product(dollars, *ends).meets(manats)
    findings = found(CurrencyMismatch, exports(*values), registry=declared)
    assert len(findings) == clash
