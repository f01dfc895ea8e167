from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.anniversary_mismatch import AnniversaryMismatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "on the day": "figure: anniversary, of: relations, asof: 2022-06-09, value: 30",
    "earlier in the year": "figure: anniversary, of: relations, asof: 2022-01-05, value: 30 years",
    "later in the year": "figure: anniversary, of: relations, asof: 2022-12-20, value: 30",
    "the year": "figure: anniversary, of: relations, asof: 2022, value: 30",
    "years completed before the day": "figure: anniversary, of: relations, asof: 2022-01-05, value: 29",
    "of a war's beginning": "figure: anniversary, of: war, asof: 2018-02-20, value: 30",
    "of a war's end": "figure: anniversary, of: war, asof: 2014-05-12, value: 20",
    "of a body": "figure: anniversary, of: company, asof: 2022-09-13, value: 30",
    "of a country": "figure: anniversary, of: azerbaijan, asof: 2018, value: 100",
    "of a person": "figure: anniversary, of: cem, asof: 2018, value: 5",
    "more than": "figure: anniversary, of: relations, asof: 2022, value: more than 25",
    "no date": "figure: anniversary, of: visit, asof: 2022, value: 5",
    "another measure": "figure: coverage, of: relations, asof: 2022, value: 5",
    "another scope": "figure: anniversary, of: relations, asof: 2022, value: 5, scope: {of: trade}",
    "planned": "figure: anniversary, of: relations, asof: 2022, value: 5, mode: planned",
    "denied": "figure: anniversary, of: relations, asof: 2022, value: 5, mode: denied",
}

LOUD = {
    "too few": ("figure: anniversary, of: relations, asof: 2022-06-09, value: 25", "error"),
    "too many": ("figure: anniversary, of: relations, asof: 2022-06-09, value: 40", "error"),
    "the next": ("figure: anniversary, of: relations, asof: 2022-06-09, value: 31", "warning"),
    "the last after the day": ("figure: anniversary, of: relations, asof: 2022-06-10, value: 29", "warning"),
    "of a war": ("figure: anniversary, of: war, asof: 2018-02-20, value: 35", "error"),
    "of a body": ("figure: anniversary, of: company, asof: 2022, value: 20", "error"),
}


@pytest.mark.parametrize("fact", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(fact: str, find: Find) -> None:
    assert find(AnniversaryMismatch, fact) == ()


@pytest.mark.parametrize(("fact", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(fact: str, severity: str, find: Find) -> None:
    (finding,) = find(AnniversaryMismatch, fact)
    assert (finding.severity, finding.facts, finding.anchor) == (severity, ("x#f1",), "x#f1@value")


def test_it_says_both_dates_and_points_at_the_registry(find: Find) -> None:
    (finding,) = find(AnniversaryMismatch, "figure: anniversary, of: relations, asof: 2022-06-09, value: 20")
    assert "given as 20 as of 9 June 2022, but the relations is dated 9 June 1992, which makes it 30" in finding.message
    assert finding.related[0].place.path == "facts/registry/events.yaml"
    assert finding.hint == "20 reads as 30 if a digit slipped"


def test_a_revised_anniversary_is_no_finding(find: Find) -> None:
    right = "figure: anniversary, of: relations, asof: 2022, value: 30, supersedes: f1"
    assert find(AnniversaryMismatch, "figure: anniversary, of: relations, asof: 2022, value: 20", right) == ()


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1992, 2080), st.integers(1, 12), st.integers(0, 90)), max_size=40))
def test_it_agrees_with_counting_the_years(find: Find, kept: list[tuple[int, int, int]]) -> None:
    days = [f"{year}-{month:02}-20" for year, month, _ in kept]
    facts = [
        f"figure: anniversary, of: relations, asof: {day}, value: {said}"
        for day, (_, _, said) in zip(days, kept, strict=True)
    ]
    found = {each.facts: each.severity for each in find(AnniversaryMismatch, *facts)}
    for number, (year, month, said) in enumerate(kept, start=1):
        possible = {year - 1992, year - 1992 - (month < 6)}
        off = min(abs(said - each) for each in possible)
        assert found.get((f"x#f{number}",)) == (None if not off else "warning" if off == 1 else "error")
