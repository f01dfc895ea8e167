from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.lifespan import Lifespan

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "in office at 18 or more": "role: mayor, person: ann, from: 1977-06-06",
    "a year in which the age may be reached": "role: mayor, person: ann, from: 1977",
    "a year of birth that leaves it open": "role: mayor, person: ben, from: 1966-01-01",
    "an office that asks for no age": "role: king, person: ann, from: 1960",
    "old enough for the office": "role: senator, person: ann, from: 1989-06-06",
    "no day of birth": "role: mayor, person: dan, from: 1960",
    "an open beginning": "role: mayor, person: ann, from: ../1990",
    "before the birth, which is another finding": "role: mayor, person: ann, from: 1950",
    "planned": "role: mayor, person: ann, from: 1970, mode: planned",
    "denied": "role: mayor, person: ann, from: 1970, mode: denied",
    "a former holder": "role: mayor, person: old, former: true",
    "an event in a lifetime": "event: visit, date: 1960, who: [old]",
    "a day that may be in a lifetime": 'event: visit, date: "[1960..2021]", who: [old]',
    "after the death, which is another finding": "event: visit, date: 2100, who: [cem]",
    "bodies": "event: visit, date: 2100, who: [army, azerbaijan]",
    "cancelled": "event: visit, date: 2021, who: [old], status: cancelled",
}

LOUD = {
    "in office at 11": ("role: mayor, person: ann, from: 1970-06-06", "from"),
    "in office a day too young": ("role: mayor, person: ann, from: 1977-06-05", "from"),
    "at the end of a term": ("role: mayor, person: ann, until: 1970", "until"),
    "on a day in office": ("role: mayor, person: ann, at: 1970", "at"),
    "as of a day": ("role: mayor, person: ann, asof: 1970", "asof"),
    "too young for the office": ("role: senator, person: ann, from: 1985", "from"),
    "an acting holder": ("role: mayor, person: ann, from: 1970, acting: true", "from"),
    "on the article's day": ("role: senator, person: eve", "person"),
    "an event at 171": ("event: visit, date: 2021, who: [ann, old]", "date"),
    "in office at 171": ("role: mayor, person: old", "person"),
}


@pytest.mark.parametrize("fact", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(fact: str, find: Find) -> None:
    assert find(Lifespan, fact) == ()


@pytest.mark.parametrize(("fact", "key"), LOUD.values(), ids=LOUD)
def test_it_finds(fact: str, key: str, find: Find) -> None:
    (finding,) = find(Lifespan, fact)
    assert (finding.severity, finding.facts, finding.anchor) == ("warning", ("x#f1",), f"x#f1@{key}")
    assert finding.suspects == ("x#f1",)
    assert finding.related[0].place.path == "facts/registry/people.yaml"


@pytest.mark.parametrize(("died", "findings"), [("1970-03-26", 0), ("1970", 0), ("1971-01-01", 0), ("1972", 1)])
def test_it_finds_lives_of_more_than_120_years_in_the_registry(died: str, findings: int, find: Find) -> None:
    registry = f"== facts/registry/people.yaml\ntom: {{name: Tom, born: 1850-01-02, died: {died}}}"
    found = find(Lifespan, registry=registry)
    assert [each.anchor for each in found] == ["facts/registry/people#tom@died"] * findings or len(found) == findings


def test_a_superseded_term_is_no_finding(find: Find) -> None:
    later = "role: mayor, person: ann, from: 1990, supersedes: f1"
    assert find(Lifespan, "role: mayor, person: ann, from: 1970", later) == ()


def test_many_facts_of_one_person_are_one_finding(find: Find) -> None:
    facts = ["role: mayor, person: ann, from: 1970", "role: mayor, person: ann, at: 1971", "role: mayor, person: ann"]
    (finding,) = find(Lifespan, *facts)
    assert finding.facts == ("x#f1",)
    assert [spot.fact for spot in finding.related] == [None, "x#f2"]
    (finding,) = find(Lifespan, *["event: visit, date: 2021, who: [old]"] * 3, "role: mayor, person: old")
    assert [spot.fact for spot in finding.related] == [None, "x#f2", "x#f3", "x#f4"]


def test_it_says_what_the_office_asks_for(find: Find) -> None:
    (finding,) = find(Lifespan, "role: senator, person: ann, from: 1985-01-01")
    assert "Ann was born 6 June 1959 and is 25 at most on 1 January 1985" in finding.message
    assert "which asks for 30" in finding.message
    (finding,) = find(Lifespan, "role: mayor, person: ann, from: 1970")
    assert "which declares no minimum_age below 18" in finding.message


@pytest.mark.parametrize(
    ("born", "hint"),
    [
        ("1985-01-27", "the year of birth 1985 reads as 1958 if two digits were swapped"),
        ("1990-01-27", "the year of birth 1990 reads as 1970 if a digit slipped"),
        ("1977-01-27", "the year of birth 1977 reads as 1967 if a digit slipped"),
    ],
)
def test_it_hints_at_a_slip_of_the_year_of_birth(born: str, hint: str, find: Find) -> None:
    registry = f"== facts/registry/people.yaml\np: {{born: {born}}}\n== facts/registry/offices.yaml\nmayor: {{}}"
    (finding,) = find(Lifespan, "role: mayor, person: p, from: 1990-02-06", registry=registry)
    assert finding.hint == hint


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(1700, 2020), st.integers(0, 220), st.sampled_from(["mayor", "senator", "event"])),
        max_size=30,
    )
)
def test_it_agrees_with_the_years_between(find: Find, acts: list[tuple[int, int, str]]) -> None:
    people = "".join(f"\np{each}: {{born: {born}-06-06}}" for each, (born, _, _) in enumerate(acts))
    facts = [
        f"event: visit, date: {born + age}-06-06, who: [p{each}]"
        if kind == "event"
        else f"role: {kind}, person: p{each}, from: {born + age}-06-06"
        for each, (born, age, kind) in enumerate(acts)
    ]
    registry = (
        "== facts/registry/offices.yaml\nmayor: {}\nsenator: {minimum_age: 30}\n"
        f"== facts/registry/events.yaml\nvisit: {{}}\n== facts/registry/people.yaml{people}\n"
    )
    found = {each.facts for each in find(Lifespan, *facts, registry=registry)}
    least = {"mayor": 18, "senator": 30, "event": 0}
    assert found == {
        (f"x#f{number}",) for number, (_, age, kind) in enumerate(acts, 1) if age > 120 or age < least[kind]
    }
