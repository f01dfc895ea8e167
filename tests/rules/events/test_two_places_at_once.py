from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.two_places_at_once import TwoPlacesAtOnce

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


HERE = "event: visit, date: 2021-06-22, place: baku, who: [ann]"
SILENT = {
    "one event": (HERE, "event: visit, date: 2021-06-22, place: karachi, who: [ann]"),
    "the next day": (HERE, "event: talks, date: 2021-06-23, place: karachi, who: [ann]"),
    "one country": (HERE, "event: talks, date: 2021-06-22, place: ganja, who: [ann]"),
    "a place in the other": (HERE, "event: talks, date: 2021-06-22, place: azerbaijan, who: [ann]"),
    "a place in two countries": (HERE, "event: talks, date: 2021-06-22, place: embassy, who: [ann]"),
    "a place of an unknown country": (HERE, "event: talks, date: 2021-06-22, place: moscow, who: [ann]"),
    "places that lie in each other": (HERE, "event: talks, date: 2021-06-22, place: east, who: [ann]"),
    "no place": (HERE, "event: talks, date: 2021-06-22, who: [ann]"),
    "no day": (HERE, "event: talks, date: 2021-06, place: karachi, who: [ann]"),
    "an event that lasts": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], duration: two-day"),
    "an event that another fact says lasts": (
        HERE,
        "event: talks, date: 2021-06-22, place: karachi, who: [ann]",
        "event: talks, date: 2021-06-22/2021-06-24",
    ),
    "a video conference": (HERE, "event: video, date: 2021-06-22, place: karachi, who: [ann]"),
    "a phone call": (HERE, "event: phone, date: 2021-06-22, place: karachi, who: [ann]"),
    "two parts of one journey": (
        "event: departure, date: 2021-06-22, place: baku, who: [ann]",
        "event: arrival, date: 2021-06-22, place: karachi, who: [ann]",
    ),
    "a part by what a fact says": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], part_of: visit"),
    "another person": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ben]"),
    "a body": (
        "event: visit, date: 2021-06-22, place: baku, who: [army, azerbaijan]",
        "event: talks, date: 2021-06-22, place: karachi, who: [army, azerbaijan]",
    ),
    "signed": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], date_kind: signed"),
    "planned": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], mode: planned"),
    "denied": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], mode: denied"),
    "postponed": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], postponed: true"),
    "cancelled": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], status: cancelled"),
    "revised": (HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann], supersedes: f1"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(TwoPlacesAtOnce, *facts) == ()


def test_it_finds_a_person_in_two_countries(find: Find) -> None:
    (finding,) = find(TwoPlacesAtOnce, HERE, "event: talks, date: 2021-06-22, place: karachi, who: [ann, ben]")
    assert (finding.severity, finding.facts, finding.suspects) == ("warning", ("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert (finding.anchor, finding.related[0].fact) == ("x#f1@place", "x#f2")
    assert "on 22 June 2021 Ann is said to have been in Baku (the visit) and in Karachi (the talks)" in finding.message


def test_the_day_and_the_place_may_be_those_of_the_registry(find: Find) -> None:
    (finding,) = find(
        TwoPlacesAtOnce, "event: signing, who: [ann]", "event: talks, date: 2021-06-23, place: pakistan, who: [ann]"
    )
    assert (finding.facts, finding.anchor) == (("x#f1", "x#f2"), "x#f1@who")
    assert [spot.place.path for spot in finding.related] == ["facts/x.yaml", "facts/registry/events.yaml"]


def test_a_delegation_in_two_countries_is_one_finding(find: Find) -> None:
    (finding,) = find(
        TwoPlacesAtOnce,
        "event: visit, date: 2021-06-22, place: baku, who: [ann, ben, cem]",
        "event: talks, date: 2021-06-22, place: karachi, who: [cem, ben, ann]",
    )
    assert "Ann, Ben and Cem are said to have been" in finding.message


def test_many_facts_that_clash_with_one_are_one_finding(find: Find) -> None:
    there = "date: 2021-06-22, place: karachi, who: [ann]"
    (finding,) = find(
        TwoPlacesAtOnce, HERE, f"event: talks, {there}", f"event: signing, {there}", f"event: talks, {there}"
    )
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1",))
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3"]


def test_two_days_are_two_findings(find: Find) -> None:
    facts = [
        f"event: {event}, date: 2021-06-{day}, place: {place}, who: [ann]"
        for day in (22, 25)
        for event, place in (("visit", "baku"), ("talks", "karachi"))
    ]
    assert [each.facts for each in find(TwoPlacesAtOnce, *facts)] == [("x#f1", "x#f2"), ("x#f3", "x#f4")]


COUNTRY = {"baku": {"a"}, "ganja": {"a"}, "azerbaijan": {"a"}, "karachi": {"p"}, "embassy": {"a", "p"}, "moscow": set()}
meetings = st.tuples(
    st.sampled_from(["visit", "talks", "signing", "departure", "arrival"]),
    st.sampled_from(sorted(COUNTRY)),
    st.integers(1, 2),
    st.lists(st.sampled_from(["ann", "ben"]), min_size=1, unique=True),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(meetings, max_size=8))
def test_it_finds_just_those_whom_some_two_facts_place_so(
    find: Find, meetings: list[tuple[str, str, int, list[str]]]
) -> None:
    facts = [
        f"event: {event}, date: 2021-06-2{day}, place: {place}, who: [{', '.join(who)}]"
        for event, place, day, who in meetings
    ]
    found = find(TwoPlacesAtOnce, *facts)
    family = {"departure": "journey", "arrival": "journey"}
    clashing = {
        (person, day)
        for position, (event, place, day, who) in enumerate(meetings)
        for event_2, place_2, day_2, who_2 in meetings[position + 1 :]
        for person in {*who} & {*who_2}
        if day == day_2
        and family.get(event, event) != family.get(event_2, event_2)
        and COUNTRY[place]
        and COUNTRY[place_2]
        and not COUNTRY[place] & COUNTRY[place_2]
    }
    said = {
        (name.lower(), int(finding.message[4]))
        for finding in found
        for name in ("Ann", "Ben")
        if name in finding.message
    }
    assert said == clashing
