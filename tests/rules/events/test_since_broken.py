from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.since_broken import SinceBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


FIRST = "relation: visited, subject: ann, object: baku, rank: first, since: 2015, date: 2022-05-10"
SILENT = {
    "in the year of since": "relation: visited, subject: ben, object: baku, date: 2015-12-31",
    "before it": "relation: visited, subject: ben, object: baku, date: 2010",
    "on the day of the first": "relation: visited, subject: ben, object: baku, date: 2022-05-10",
    "in its month": "relation: visited, subject: ben, object: baku, date: 2022-05",
    "after it": "relation: visited, subject: ben, object: baku, date: 2023",
    "a time that leaves it open": 'relation: visited, subject: ben, object: baku, date: "[2015..2018]"',
    "an open end": "relation: visited, subject: ben, object: baku, date: 2018/..",
    "no date": "relation: visited, subject: ben, object: baku",
    "since alone": "relation: visited, subject: ben, object: baku, since: 2018",
    "another object": "relation: visited, subject: ben, object: karachi, date: 2018",
    "another relation": "relation: called, subject: ben, object: baku, date: 2018",
    "another scope": "relation: visited, subject: ben, object: baku, date: 2018, scope: {kind: private}",
    "planned": "relation: visited, subject: ben, object: baku, date: 2018, mode: planned",
    "denied": "relation: visited, subject: ben, object: baku, date: 2018, mode: denied",
    "revised": "relation: visited, subject: ben, object: baku, date: 2018, supersedes: f1",
}

LOUD = {
    "another subject": "relation: visited, subject: ben, object: baku, date: 2018",
    "the same subject": "relation: visited, subject: ann, object: baku, date: 2018-06-01",
    "the day after": "relation: visited, subject: ben, object: baku, date: 2016-01-01",
    "the day before": "relation: visited, subject: ben, object: baku, date: 2022-05-09",
    "another first": "relation: visited, subject: ben, object: baku, date: 2018, rank: first",
}


@pytest.mark.parametrize("fact", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(fact: str, find: Find) -> None:
    assert find(SinceBroken, FIRST, fact) == ()


@pytest.mark.parametrize("fact", LOUD.values(), ids=LOUD)
def test_it_finds(fact: str, find: Find) -> None:
    (finding,) = find(SinceBroken, FIRST, fact)
    assert (finding.severity, finding.facts, finding.suspects) == ("warning", ("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert (finding.anchor, finding.related[0].fact) == ("x#f1@since", "x#f2")


@pytest.mark.parametrize("change", ["rank: second", "rank: among first 3", "rank: among first"])
def test_only_a_first_can_be_broken(change: str, find: Find) -> None:
    assert find(SinceBroken, FIRST.replace("rank: first", change), LOUD["another subject"]) == ()


def test_literal_objects_are_compared_without_case(find: Find) -> None:
    first, other = (
        each.replace("object: baku", f"value: {value}")
        for each, value in ((FIRST, "the Base"), (LOUD["another subject"], "The base"))
    )
    assert len(find(SinceBroken, first, other)) == 1


def test_it_says_all_three_dates(find: Find) -> None:
    (finding,) = find(SinceBroken, FIRST, LOUD["another subject"])
    assert "Ann is said to be the first since 2015 in “visited” Baku, dated 10 May 2022, but Ben" in finding.message
    assert "dated 2018" in finding.message


def test_several_between_are_one_finding(find: Find) -> None:
    (finding,) = find(SinceBroken, FIRST, LOUD["another subject"], LOUD["the day after"])
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1",))
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3"]


def test_several_firsts_that_one_breaks_are_one_finding(find: Find) -> None:
    (finding,) = find(SinceBroken, FIRST, LOUD["another subject"], FIRST, FIRST)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f2",))
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3", "x#f4"]


YEARS = st.integers(2000, 2009)
visits = st.lists(st.tuples(st.sampled_from(["baku", "karachi"]), YEARS, st.one_of(st.none(), YEARS)), max_size=12)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(visits)
def test_it_agrees_with_every_pair(find: Find, visits: list[tuple[str, int, int | None]]) -> None:
    facts = [
        f"relation: visited, subject: ann, object: {place}, date: {year}"
        + (f", rank: 1, since: {since}" if since else "")
        for place, year, since in visits
    ]
    found = find(SinceBroken, *facts)
    pairs = {
        (f"x#f{first}", f"x#f{other}")
        for first, (place, year, since) in enumerate(visits, 1)
        for other, (place_2, year_2, _) in enumerate(visits, 1)
        if place == place_2 and since and since < year_2 < year
    }
    firsts = {
        spot.fact
        for each in found
        for spot in (each.primary, *each.related)
        if "first since" in spot.message or not spot.message
    }
    assert {first for first, _ in pairs} <= firsts
    for each in found:
        assert {each.facts, each.facts[::-1]} & pairs
