from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.series_too_fast import SeriesTooFast

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "a year an edition": ("event: f1, number: 1, date: 2010-05", "event: f2, number: 11, date: 2020-05"),
    "one period of slack": ("event: f1, number: 1, date: 2010-12", "event: f2, number: 11, date: 2019-12"),
    "two editions soon after each other": (
        "event: f1, number: 1, date: 2010-12",
        "event: f2, number: 2, date: 2011-01",
    ),
    "years that leave time enough": ("event: f1, number: 1, date: 2010", "event: f2, number: 12, date: 2019"),
    "a series that is not periodic": ("event: c1, number: 1, date: 2010", "event: c2, number: 11, date: 2010"),
    "a period without a least time": ("event: i1, number: 1, date: 2010", "event: i2, number: 11, date: 2011"),
    "another series": ("event: f1, number: 1, date: 2010", "event: b2, number: 11, date: 2011"),
    "postponed": (
        "event: f1, number: 1, date: 2010",
        "event: f2, number: 15, date: 2018",
        "event: f2, postponed: true",
    ),
    "another scope": ("event: f1, number: 1, date: 2010", "event: f2, number: 15, date: 2018, scope: {of: talks}"),
    "planned": ("event: f1, number: 1, date: 2010", "event: f2, number: 15, date: 2018, mode: planned"),
    "no date": ("event: f1, number: 1", "event: f2, number: 15, date: 2018"),
    "open ends": ("event: f1, number: 1, date: ../2010", "event: f2, number: 15, date: 2018/.."),
    "what is out of order": ("event: f1, number: 1, date: 2019", "event: f2, number: 15, date: 2018"),
    "a number that is none": ("event: f1, number: 1, date: 2010", "event: f2, number: 1000001, date: 2018"),
}

LOUD = {
    "the fifteenth after eight years": ("event: f1, number: 1, date: 2010", "event: f2, number: 15, date: 2018"),
    "two editions too many": ("event: f1, number: 1, date: 2010-05", "event: f2, number: 4, date: 2012-03"),
    "every two years": ("event: b1, number: 1, date: 2010-01-01", "event: b2, number: 4, date: 2013-12-01"),
    "numbers and dates of four facts": (
        "event: f1, number: 1",
        "event: f1, date: 2010",
        "event: f2, number: 15",
        "event: f2, date: 2018",
    ),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(SeriesTooFast, *facts) == ()


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_it_finds_what_takes_all_its_facts(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(SeriesTooFast, *facts)
    every = tuple(f"x#f{number}" for number in range(1, len(facts) + 1))
    assert (finding.severity, finding.facts, finding.suspects) == ("warning", every, every)
    assert finding.related[-1].place.path == "facts/registry/series.yaml"
    for left_out in range(len(facts)):
        assert find(SeriesTooFast, *(fact for number, fact in enumerate(facts) if number != left_out)) == ()


def test_it_says_both_editions_and_the_period(find: Find) -> None:
    (finding,) = find(SeriesTooFast, "event: f1, number: 1, date: 2010", "event: f2, number: 15, date: 2018")
    assert (
        "held every 1 year, number 15 (F2), dated 2018, follows too soon on number 1 (F1), dated 2010"
        in finding.message
    )


def test_one_wrong_edition_among_many_is_one_finding_and_its_suspect(find: Find) -> None:
    facts = (
        "event: f1, number: 1, date: 2010",
        "event: f2, number: 2, date: 2011",
        "event: f3, number: 30, date: 2012",
    )
    (finding,) = find(SeriesTooFast, *facts)
    assert finding.suspects == ("x#f3",)
    assert {spot.fact for spot in finding.related} >= {"x#f2", "x#f3"}


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(1, 20), st.integers(1, 12), st.integers(1990, 2010), st.integers(0, 12)),
        min_size=12,
        max_size=12,
    )
)
def test_it_agrees_with_counting_the_years(find: Find, series: list[tuple[int, int, int, int]]) -> None:
    entries = "".join(f"\ns{each}: {{every: 1 year}}" for each in range(len(series)))
    events = "".join(f"\ne{each}{end}: {{series: s{each}}}" for each in range(len(series)) for end in "ab")
    facts = []
    for each, (first, more, year, years) in enumerate(series):
        facts += [
            f"event: e{each}a, number: {first}, date: {year}-01-01",
            f"event: e{each}b, number: {first + more}, date: {year + years}-01-01",
        ]
    registry = f"== facts/registry/series.yaml{entries}\n== facts/registry/events.yaml{events}\n"
    found = {each.facts for each in find(SeriesTooFast, *facts, registry=registry)}
    for each, (_, more, _, years) in enumerate(series):
        assert ((f"x#f{2 * each + 1}", f"x#f{2 * each + 2}") in {tuple(sorted(pair, key=len)) for pair in found}) == (
            years < more - 1
        )
