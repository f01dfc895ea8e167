"""The tolerance is kept exactly, whatever the units and however many statements; nothing else is compared."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.reading.quantity import read
from factlint.reasoning.agreement import common
from factlint.rules.figures.mirror_mismatch import MirrorMismatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.interval import Interval

    Found = Callable[..., tuple[Finding, ...]]

PLACES = "== facts/registry/places.yaml\nbaku: {name: Baku}\nkarachi: {name: Karachi}\nizmir: {name: Izmir}\n"
REGISTRY = f"""
== facts/registry/measures.yaml
exports: {{kind: flow, unit: USD, mirror: imports, mirror_tolerance: 10%}}
imports: {{kind: flow, unit: USD}}
{PLACES}"""


def registry(exports: str, imports: str) -> str:
    return f"== facts/registry/measures.yaml\nexports: {{{exports}}}\nimports: {{{imports}}}\n{PLACES}"


def exports(name: str, value: str, more: str = "") -> str:
    return f"id: {name}, figure: exports, of: Baku, with: Karachi, period: 2020, value: {value}{more}"


def imports(name: str, value: str, more: str = "") -> str:
    return f"id: {name}, figure: imports, of: Karachi, with: Baku, period: 2020, value: {value}{more}"


def one(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_a_mismatch_is_a_warning_at_the_later_fact_with_the_tolerance(found: Found) -> None:
    facts = [exports("a", "$10.0 million"), imports("b", "$13.2 million")]
    finding = one(found(MirrorMismatch, facts, registry=REGISTRY))
    assert finding.severity == "warning"
    assert finding.message == (
        "exports of Baku with Karachi in 2020 is given as $10.0 million, but imports of Karachi with Baku in 2020 is "
        "given as $13.2 million: they differ by 23.1% or more, and 10% is allowed"
    )
    assert finding.facts == finding.suspects == ("a#a", "a#b")
    assert finding.primary.fact == "a#b"
    assert [(each.fact, each.place.path, each.message) for each in finding.related] == [
        ("a#a", "facts/a.yaml", "$10.0 million here"),
        (None, "facts/registry/measures.yaml", "10% is allowed here"),
    ]


EXACT = ", precision: exact"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (("90 USD", EXACT), ("100 USD", EXACT), 0),
        (("100 USD", EXACT), ("90 USD", EXACT), 0),
        (("89.99 USD", EXACT), ("100 USD", EXACT), 1),
        (("111.2 USD", EXACT), ("100 USD", EXACT), 1),
        (("89 USD", ""), ("100 USD", ""), 0),  # 90, cut off, against 100
        (("89 USD", ""), ("101 USD", ""), 1),  # less than 90 against 100.5 or more
        (("more than 50 USD", ""), ("1 USD", ""), 1),
        (("more than 50 USD", ""), ("100 USD", ""), 0),
        (("less than 50 USD", ""), ("100 USD", ""), 1),
        (("about 95 USD", ""), ("110 USD", ""), 0),
        (("0 USD", EXACT), ("0 USD", EXACT), 0),
        (("0 USD", EXACT), ("5 USD", EXACT), 1),
        (("-90 USD", EXACT), ("-100 USD", EXACT), 0),
        (("-80 USD", EXACT), ("-100 USD", EXACT), 1),
        (("-100 USD", EXACT), ("100 USD", EXACT), 1),
        (("100", EXACT), ("105 USD", EXACT), 0),
        (("100", EXACT), ("150 USD", EXACT), 1),
        (("100 AZN", EXACT), ("150 USD", EXACT), 0),
        (("100 tonnes", EXACT), ("150 USD", EXACT), 0),
        (("100 tonnes", EXACT), ("105 thousand kg", EXACT), 0),
        (("100 tonnes", EXACT), ("150 thousand kg", EXACT), 1),
    ],
)
def test_how_much_two_sides_may_differ(
    found: Found, first: tuple[str, str], second: tuple[str, str], count: int
) -> None:
    facts = [exports("a", *first), imports("b", *second)]
    assert len(found(MirrorMismatch, facts, registry=REGISTRY)) == count


@pytest.mark.parametrize(
    "partner",
    [
        "figure: imports, of: Karachi, with: Baku, period: 2021, value: $50",
        "figure: imports, of: Karachi, with: Baku, period: 2020-H1, value: $50",
        "figure: imports, of: Karachi, with: Baku, period: 2014~, value: $50",
        "figure: imports, of: Baku, with: Karachi, period: 2020, value: $50",
        "figure: imports, of: Karachi, with: Izmir, period: 2020, value: $50",
        "figure: imports, of: Karachi, period: 2020, value: $50",
        "figure: exports, of: Karachi, with: Baku, period: 2020, value: $50",
        "figure: imports, of: Karachi, with: Baku, period: 2020, value: $50, scope: {goods: oil}",
        "figure: imports, of: Karachi, with: Baku, period: 2020, value: $50, mode: planned",
        "figure: imports, of: Karachi, with: Baku, period: 2020, value: $50, mode: denied",
        "figure: imports, of: Karachi, with: Baku, period: 2020, versus: 2019, change: +$50",
    ],
)
def test_what_is_not_the_mirror(found: Found, partner: str) -> None:
    facts = [exports("a", "$13 million"), f"id: b, {partner}"]
    assert found(MirrorMismatch, facts, registry=REGISTRY) == ()


def test_a_superseded_side_says_nothing(found: Found) -> None:
    facts = [exports("a", "$13 million"), imports("b", "$50 million")]
    assert found(MirrorMismatch, [*facts, imports("c", "$13 million", ", supersedes: b")], registry=REGISTRY) == ()


def test_totals_have_no_mirror(found: Found) -> None:
    facts = [
        f"id: {name}, figure: {name}, of: Baku, period: 2020, value: ${n}"
        for n, name in enumerate(["exports", "imports"])
    ]
    assert found(MirrorMismatch, facts, registry=REGISTRY) == ()


@pytest.mark.parametrize(
    ("exported", "imported", "count"),
    [
        ("mirror: imports, mirror_tolerance: 10%", "", 1),
        ("", "mirror: exports, mirror_tolerance: 10%", 1),
        ("mirror: imports, mirror_tolerance: 10%", "mirror: exports", 1),
        ("mirror: imports, mirror_tolerance: 10%", "mirror: exports, mirror_tolerance: 5%", 1),
        ("mirror: imports, mirror_tolerance: 10%", "mirror: exports, mirror_tolerance: 25%", 0),
        ("mirror: imports, mirror_tolerance: 25%", "mirror: exports, mirror_tolerance: 10%", 0),
        ("mirror: imports, mirror_tolerance: 100%", "", 0),
        ("mirror: imports, mirror_tolerance: 0%", "", 1),
        ("mirror: imports", "mirror: exports", 0),
        ("", "", 0),
    ],
)
def test_who_declares_the_mirror(found: Found, exported: str, imported: str, count: int) -> None:
    facts = [exports("a", "$80"), imports("b", "$100")]
    assert len(found(MirrorMismatch, facts, registry=registry(exported, imported))) == count


def test_a_measure_may_be_its_own_mirror(found: Found) -> None:
    own = registry("mirror: exports, mirror_tolerance: 10%", "")
    facts = [exports("a", "80"), "id: b, figure: exports, of: Karachi, with: Baku, period: 2020, value: 100"]
    assert one(found(MirrorMismatch, facts, registry=own)).facts == ("a#a", "a#b")
    assert found(MirrorMismatch, [fact.replace("100", "85") for fact in facts], registry=own) == ()
    symmetric = registry("symmetric: true, mirror: exports, mirror_tolerance: 10%", "")
    assert found(MirrorMismatch, facts, registry=symmetric) == ()


def test_several_statements_of_a_side_are_one_finding_with_the_one_to_blame(found: Found) -> None:
    facts = [
        exports("a", "more than $10"),
        exports("b", "$12.0"),
        imports("c", "about $20"),
        imports("d", "$19.8"),
        exports("e", "$12"),
    ]
    finding = one(found(MirrorMismatch, facts, registry=REGISTRY))
    assert finding.facts == ("a#b", "a#c")
    assert finding.suspects == ()  # without b, e still says so; without c, d does


def test_later_statements_keep_the_explanation(found: Found) -> None:
    facts = [
        exports("a", "more than $20"),
        exports("b", "less than $30"),
        imports("c", "more than $50"),
        imports("d", "$60 to 70"),
    ]
    assert one(found(MirrorMismatch, facts, registry=REGISTRY)).facts == ("a#b", "a#c")


def test_a_side_that_disagrees_with_itself_is_left_to_another_rule(found: Found) -> None:
    facts = [exports("a", "$10"), exports("b", "$30"), imports("c", "$90")]
    assert found(MirrorMismatch, facts, registry=REGISTRY) == ()


def test_an_uncertain_time_is_a_pedantic_note(found: Found) -> None:
    facts = [fact.replace("2020", "2014~") for fact in (exports("a", "$80"), imports("b", "$100"))]
    finding = one(found(MirrorMismatch, facts, registry=REGISTRY, pedantic=True))
    assert finding.severity == "note"
    assert finding.message.endswith(", if both speak of the same days")


VALUES = st.builds(
    "{}{} {}".format,
    st.sampled_from(["", "", "more than ", "at most ", "about ", "-"]),
    st.sampled_from(["0", "8", "9", "10", "11", "10.0", "10.5", "90", "95", "99.5", "100", "105", "1000"]),
    st.sampled_from(["USD", "thousand USD", "kg", "g", "tonnes"]),
)
UNITS = {"kg": "kg", "g": "kg", "tonne": "kg", "USD": "USD"}
FACTORS = {"kg": Fraction(1), "g": Fraction(1, 1000), "tonne": Fraction(1000), "USD": Fraction(1)}


def numbers(value: str) -> Interval:
    quantity = read(value)
    return quantity.either.times(FACTORS[str(quantity.unit)])


def fits(one: Interval, other: Interval, tolerance: Fraction) -> bool:
    """The same by another way: of intervals that do not meet the nearest ends, which an open end only comes near to."""
    if one.meets(other):
        return True
    above = one if other.high is not None and one.low is not None and one.low >= other.high else other
    below = other if above is one else one
    assert above.low is not None
    assert below.high is not None
    gap, most = above.low - below.high, max(abs(above.low), abs(below.high))
    if above.low * below.high < 0:
        return False  # of numbers with opposite signs the difference is more than the larger
    attained = not (above.low_open or below.high_open)
    return gap < tolerance * most or (gap == tolerance * most and attained)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(VALUES, min_size=1, max_size=3),
    st.lists(VALUES, min_size=1, max_size=3),
    st.sampled_from(["0%", "5%", "10%", "50%"]),
)
def test_every_clash_is_found_and_none_invented(
    found: Found, mine: list[str], theirs: list[str], tolerance: str
) -> None:
    facts = [exports(f"x{n}", value) for n, value in enumerate(mine)]
    facts += [imports(f"y{n}", value) for n, value in enumerate(theirs)]
    part = Fraction(tolerance.rstrip("%")) / 100
    expected = 0
    for base in ("kg", "USD"):
        sides = [[numbers(value) for value in side if UNITS[str(read(value).unit)] == base] for side in (mine, theirs)]
        ends = [common(side) for side in sides]
        if all(sides) and not any(end.is_empty for end in ends):
            expected += not fits(ends[0], ends[1], part)
    declared = registry(f"mirror: imports, mirror_tolerance: {tolerance}", "")
    findings = found(MirrorMismatch, facts, registry=declared)
    assert len(findings) == expected
    for finding in findings:
        kept = [fact for fact in facts if f"a#{fact[4:6]}" in finding.facts]
        assert [each.facts for each in found(MirrorMismatch, kept, registry=declared)] == [finding.facts]
