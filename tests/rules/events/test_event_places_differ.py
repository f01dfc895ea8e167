from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.event_places_differ import EventPlacesDiffer

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "a city and its country": ("event: visit, place: baku", "event: visit, place: azerbaijan"),
    "a place at two removes": ("event: visit, place: port", "event: visit, place: azerbaijan"),
    "a place of two parents": ("event: visit, place: embassy", "event: visit, place: pakistan"),
    "the other parent": ("event: visit, place: embassy", "event: visit, place: azerbaijan"),
    "places that lie in each other": ("event: visit, place: east", "event: visit, place: west"),
    "another scope": ("event: visit, place: baku", "event: visit, place: karachi, scope: {day: second}"),
    "signed here and announced there": (
        "event: visit, place: baku, date_kind: signed",
        "event: visit, place: karachi, date_kind: announced",
    ),
    "signed elsewhere than the registry has it held": ("event: signing, place: karachi, date_kind: signed",),
    "a stretch of days": ("event: visit, place: baku, date: 2021-06-21/2021-06-23", "event: visit, place: karachi"),
    "a stretch in the registry": ("event: war, place: baku", "event: war, place: karachi"),
    "a duration": ("event: visit, place: baku, duration: three-day", "event: visit, place: karachi"),
    "days that differ": (
        "event: visit, place: baku, date: 2021-06-21",
        "event: visit, place: karachi, date: 2021-06-22",
        "event: visit, place: moscow",
    ),
    "planned": ("event: visit, place: baku, mode: planned", "event: visit, place: karachi"),
    "denied": ("event: visit, place: baku, mode: denied", "event: visit, place: karachi"),
    "postponed": ("event: visit, place: baku, postponed: true", "event: visit, place: karachi"),
    "cancelled": ("event: visit, place: baku, status: cancelled", "event: visit, place: karachi"),
    "revised": ("event: visit, place: baku", "event: visit, place: karachi, supersedes: f1"),
    "another event": ("event: visit, place: baku", "event: talks, place: karachi"),
}

LOUD = {
    "two cities of one country": ("event: visit, place: baku", "event: visit, place: ganja"),
    "a city and another country": ("event: visit, place: baku", "event: visit, place: pakistan"),
    "one day": ("event: visit, place: baku, date: 2021-06-23", "event: visit, place: karachi, date: 2021-06"),
    "an event of one day": ("event: visit, place: baku, duration: one day", "event: visit, place: karachi"),
    "an event of three hours": ("event: visit, place: baku, duration: three hours", "event: visit, place: karachi"),
    "one scope": ("event: visit, place: baku, scope: {day: 1}", "event: visit, place: karachi, scope: {day: 1}"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(EventPlacesDiffer, *facts) == ()


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_it_finds_what_takes_both_facts(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(EventPlacesDiffer, *facts)
    assert (finding.severity, finding.facts, finding.suspects) == ("warning", ("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert finding.anchor == "x#f1@place"


def test_it_is_found_beside_the_registry(find: Find) -> None:
    (finding,) = find(EventPlacesDiffer, "event: signing, place: karachi")
    assert (finding.facts, finding.suspects) == (("x#f1",), ("x#f1",))
    assert finding.related[0].place.path == "facts/registry/events.yaml"
    assert "in Karachi, but in Baku in the registry" in finding.message


def test_many_facts_that_clash_with_one_are_one_finding(find: Find) -> None:
    facts = ("event: visit, place: karachi", *["event: visit, place: baku"] * 3, "event: visit, place: ganja")
    (finding,) = find(EventPlacesDiffer, *facts)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ())
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f5"]


def test_who_alone_differs_is_the_suspect(find: Find) -> None:
    facts = ("event: visit, place: baku", "event: visit, place: karachi", "event: visit, place: azerbaijan")
    (finding,) = find(EventPlacesDiffer, *facts)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f2",))


PLACES = ("azerbaijan", "baku", "ganja", "port", "pakistan", "islamabad", "embassy", "moscow", "east", "west")
WITHIN = {
    ("baku", "azerbaijan"),
    ("ganja", "azerbaijan"),
    ("port", "baku"),
    ("port", "azerbaijan"),
    ("islamabad", "pakistan"),
    ("embassy", "islamabad"),
    ("embassy", "pakistan"),
    ("embassy", "azerbaijan"),
    ("east", "west"),
}


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PLACES), max_size=5), min_size=12, max_size=12))
def test_it_finds_just_the_pairs_of_which_neither_lies_in_the_other(find: Find, events: list[list[str]]) -> None:
    stated = [(number, place) for number, places in enumerate(events) for place in places]
    facts = [f"event: e{number}, place: {place}" for number, place in stated]
    entries = "".join(f"\ne{number}: {{}}" for number in range(len(events)))
    found = find(EventPlacesDiffer, *facts, registry=f"{REGISTRY}== facts/registry/events.yaml{entries}\n")
    by_event = {stated[int(each.facts[0][3:]) - 1][0]: each for each in found}
    assert len(by_event) == len(found)
    for number, places in enumerate(events):
        apart = [pair for pair in combinations(places, 2) if pair[0] != pair[1] and not {pair, pair[::-1]} & WITHIN]
        finding = by_event.get(number)
        assert (finding is None) == (not apart)
        if finding is None:
            continue
        own = [stated[int(fact[3:]) - 1][1] for fact in finding.facts]
        assert {tuple(own), tuple(own[::-1])} & set(apart)
        for fact, place in zip(finding.facts, own, strict=True):
            rest = [pair for pair in apart if place not in pair or places.count(place) > 1]
            assert (fact in finding.suspects) == (not rest)


REGISTRY = """
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
baku: {name: Baku, in: azerbaijan}
ganja: {name: Ganja, in: azerbaijan}
port: {name: the port of Baku, in: baku}
pakistan: {name: Pakistan}
islamabad: {name: Islamabad, in: pakistan}
embassy: {name: the embassy, in: [islamabad, azerbaijan]}
moscow: {name: Moscow}
east: {name: East, in: west}
west: {name: West, in: east}
"""
