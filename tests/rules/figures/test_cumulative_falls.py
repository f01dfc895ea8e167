"""Running totals: each certain fall once, and nothing where the days or the numbers leave room."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.rules.figures.cumulative_falls import CumulativeFalls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.findings import Finding

    Found = Callable[..., tuple[Finding, ...]]

REGISTRY = """
== facts/registry/measures.yaml
toll: {name: the toll, kind: flow, cumulative: true}
talks: {name: talks so far, kind: stock, cumulative: true, symmetric: true}
change: {name: the change so far, kind: flow, cumulative: true, minimum: none}
ill: {kind: stock}
== facts/registry/places.yaml
baku: {name: Baku}
karachi: {name: Karachi}
"""


@pytest.fixture
def falls(found: Found) -> Callable[[Iterable[str]], tuple[Finding, ...]]:
    return lambda facts: found(CumulativeFalls, facts, registry=REGISTRY)


def tolls(**said: str) -> list[str]:
    """Totals on days of June 2020: `d01="100"`; a letter behind the day tells facts of one day apart."""
    return [
        f"id: {name}, figure: toll, of: Baku, asof: 2020-06-{name[1:3]}, value: {each}" for name, each in said.items()
    ]


def pairs(findings: Iterable[Finding]) -> list[tuple[str, ...]]:
    return [tuple(fact.removeprefix("a#") for fact in each.facts) for each in findings]


def test_a_fall_is_a_warning_at_the_later_value_and_names_both(falls: Found) -> None:
    (finding,) = falls(tolls(d01="1200", d02="900"))
    assert finding.severity == "warning"
    assert finding.message == (
        "the toll of Baku cannot be 1200 as of 2020-06-01 and only 900 as of 2020-06-02: a running total never falls"
    )
    assert finding.facts == finding.suspects == ("a#d01", "a#d02")
    assert finding.primary.fact == "a#d02"
    assert [(each.fact, each.message) for each in finding.related] == [("a#d01", "1200 as of 2020-06-01 here")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"d01": "100", "d02": "90", "d03": "91", "d04": "92"}, [("d01", "d02")]),
        ({"d01": "100", "d02": "90", "d03": "80"}, [("d01", "d02"), ("d02", "d03")]),
        ({"d01": "50", "d02": "100", "d03": "40", "d04": "101"}, [("d02", "d03")]),
        ({"d01": "50", "d02": "100", "d03": "60", "d04": "100", "d05": "70"}, [("d02", "d03"), ("d04", "d05")]),
        ({"d01a": "100", "d01b": "100", "d02a": "90", "d02b": "90"}, [("d01a", "d02a")]),
        ({"d01a": "100", "d01b": "90"}, []),
        ({"d01a": "90", "d01b": "100", "d02": "95"}, [("d01b", "d02")]),
        ({"d01": "100", "d02": "100", "d03": "90"}, [("d02", "d03")]),
        ({"d03": "90", "d01": "100"}, [("d01", "d03")]),
    ],
)
def test_each_fall_is_said_once(falls: Found, said: dict[str, str], expected: list[tuple[str, ...]]) -> None:
    assert pairs(falls(tolls(**said))) == expected


@pytest.mark.parametrize(
    ("said", "suspects"),
    [
        ({"d01": "100", "d02": "90", "d03": "91"}, ("a#d01",)),
        ({"d01": "50", "d02": "100", "d03": "40", "d04": "101"}, ("a#d03",)),
        ({"d01": "100", "d02": "90"}, ("a#d01", "a#d02")),
        ({"d01a": "100", "d01b": "100", "d02a": "90", "d02b": "90"}, ()),
        ({"d01a": "100", "d01b": "100", "d02": "90"}, ("a#d02",)),
    ],
)
def test_suspects_are_those_whose_removal_alone_settles_a_fall(
    falls: Found, said: dict[str, str], suspects: tuple[str, ...]
) -> None:
    (finding,) = falls(tolls(**said))
    assert finding.suspects == suspects


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("1200", "1200", 0),
        ("1200", "1199", 0),
        ("1200", "1198", 1),
        ("1.2 thousand", "1199", 0),
        ("1.2 thousand", "1150", 0),
        ("1.2 thousand", "1149", 1),
        ("1201", "1.1 thousand", 1),
        ("1200", "1.1 thousand", 0),
        ("about 1000", "950", 0),
        ("about 1000", "949", 1),
        ("more than 1000", "1000", 0),
        ("more than 1000", "up to 1000", 1),
        ("at least 1000", "up to 1000", 0),
        ("less than 1000", "1", 0),
        ("1000", "less than 1000", 0),
        ("1000", "less than 900", 1),
        ("1000", "up to 900", 1),
        ("100", "more than 1", 0),
        ("1200 people", "900", 1),
        ("1200 soldiers", "900 tanks", 0),
        ("1.5 kt", "1400 tonnes", 1),
        ("1.5 kt", "1460 tonnes", 0),
        ("$900 million", "700 million AZN", 0),
    ],
)
def test_only_what_is_certainly_lower_is_a_fall(falls: Found, before: str, after: str, count: int) -> None:
    assert len(falls(tolls(d01=before, d02=after))) == count


ASOF = "figure: toll, of: Baku, asof: 2020-06"
PERIOD = "figure: toll, of: Baku, period: 2020"


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (f"{ASOF}-01", f"{ASOF}-02", 1),
        (f"{ASOF}-02", f"{ASOF}-02", 0),
        (ASOF, "figure: toll, of: Baku, asof: 2020-07", 1),
        (f"{ASOF}-01", ASOF, 0),
        (ASOF, f"{ASOF}-30", 0),
        (f"{ASOF}-01", "figure: toll, of: Baku, asof: 2020~", 0),
        ("figure: toll, of: Baku, asof: 2018~", f"{ASOF}-01", 1),
        (f"{ASOF}-01", "figure: toll, of: Karachi, asof: 2020-06-02", 0),
        (f"{ASOF}-01, with: Karachi", f"{ASOF}-02", 0),
        (f"{ASOF}-01, scope: {{who: doctors}}", f"{ASOF}-02", 0),
        (f"{ASOF}-01, scope: {{who: doctors}}", f"{ASOF}-02, scope: {{who: doctors}}", 1),
        (f"{ASOF}-01", f"{ASOF}-02, supersedes: a", 0),
        (f"{ASOF}-01", f"{ASOF}-02, mode: planned", 0),
        (f"{ASOF}-01, mode: denied", f"{ASOF}-02", 0),
        ("figure: ill, of: Baku, asof: 2020-06-01", "figure: ill, of: Baku, asof: 2020-06-02", 0),
        (f"{ASOF}-01", "figure: talks, of: Baku, asof: 2020-06-02", 0),
        (
            "figure: talks, of: Baku, with: Karachi, asof: 2020-06-01",
            "figure: talks, of: Karachi, with: Baku, asof: 2020-06-02",
            1,
        ),
        (
            "figure: toll, of: Baku, with: Karachi, asof: 2020-06-01",
            "figure: toll, of: Karachi, with: Baku, asof: 2020-06-02",
            0,
        ),
        (f"{PERIOD}-Q1", f"{PERIOD}-H1", 1),
        (f"{PERIOD}-H1", PERIOD, 1),
        (f"{PERIOD}-H1", f"{PERIOD}-Q1", 0),
        (PERIOD, "figure: toll, of: Baku, period: 2021", 0),
        (f"{PERIOD}-Q1", f"{PERIOD}-Q2", 0),
        (f"{PERIOD}-03-01/..", f"{PERIOD}-03-01/2020-06-01", 0),
        (f"{PERIOD}-03-01/2020-06-01", f"{PERIOD}-03-01/..", 0),
        ("figure: toll, of: Baku, period: ../2020-06-01", "figure: toll, of: Baku, period: ../2020-07-01", 0),
        (f"{PERIOD}~", "figure: toll, of: Baku, period: 2020/2021", 0),
        (f"{PERIOD}-H1", f"{ASOF}-30", 0),
        (f"{PERIOD}-H1, asof: 2020-07-01", f"{PERIOD}-H1, asof: 2020-08-01", 0),
    ],
)
def test_which_totals_are_compared(falls: Found, before: str, after: str, count: int) -> None:
    assert len(falls([f"id: a, {before}, value: 1000", f"id: b, {after}, value: 500"])) == count


@pytest.mark.parametrize(
    ("fact", "count"),
    [
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: -5%", 1),
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: +5%", 0),
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: halved", 1),
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: doubled", 0),
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: -300", 1),
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: 0%", 0),
        ("figure: toll, asof: 2020-07-01, versus: 2020, change: -5%", 0),
        ("figure: toll, asof: 2020-07-01, versus: 2021, change: -5%", 0),
        ("figure: toll, asof: 2020-07, versus: 2020-06, change: -5%", 1),
        ("figure: toll, period: 2020-H1, versus: 2020-Q1, change: -5%", 1),
        ("figure: toll, period: 2020-H1, versus: 2020, change: -5%", 0),
        ("figure: toll, period: 2021, versus: 2020, change: -5%", 0),
        ("figure: change, asof: 2020-07-01, versus: 2020-06-01, change: -5%", 0),
        ("figure: change, asof: 2020-07-01, versus: 2020-06-01, change: -300", 1),
        ("figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: -5%, mode: planned", 0),
        ("figure: ill, asof: 2020-07-01, versus: 2020-06-01, change: -5%", 0),
    ],
)
def test_a_change_below_zero_since_an_earlier_time_is_a_fall(falls: Found, fact: str, count: int) -> None:
    findings = falls([f"id: a, of: Baku, {fact}"])
    assert [each.facts for each in findings] == [("a#a",)] * count


def test_the_message_of_a_change_names_both_times(falls: Found) -> None:
    (finding,) = falls(["id: a, of: Baku, figure: toll, asof: 2020-07-01, versus: 2020-06-01, change: -5%"])
    assert finding.message == (
        "the change of the toll of Baku as of 2020-07-01 against 2020-06-01 cannot be -5%: a running total never falls"
    )


STATED = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 5)), max_size=9)


@given(stated=STATED, seed=st.integers(0, 99))
@settings(max_examples=15, deadline=None)
def test_something_is_said_exactly_where_a_later_day_has_less_and_in_any_order_the_same(
    stated: list[tuple[int, int]], seed: int, found: Found
) -> None:
    facts = [
        f"id: f{number}, figure: toll, of: Baku, asof: 2020-06-0{day}, value: {value * 10}"
        for number, (day, value) in enumerate(stated)
    ]
    findings = found(CumulativeFalls, facts, registry=REGISTRY)
    lower = any(before < after and high > low for before, high in stated for after, low in stated)
    assert bool(findings) == lower
    for finding in findings:
        first, second = (
            stated[int(str(fact).removeprefix("a#f"))] for fact in (finding.related[0].fact, finding.primary.fact)
        )
        assert first[0] < second[0]
        assert first[1] > second[1]
    random.Random(seed).shuffle(facts)
    again = found(CumulativeFalls, facts, registry=REGISTRY)
    assert [(each.message, each.facts, each.suspects) for each in again] == [
        (each.message, each.facts, each.suspects) for each in findings
    ]
