from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.duplicate_number import DuplicateNumber

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "two numbers": ("event: c1, number: 1", "event: c2, number: 2"),
    "one event": ("event: c1, number: 1", "event: c1, number: I"),
    "one event on two days": ("event: c1, number: 1, date: 2012", "event: c1, number: 1, date: 2013"),
    "another series": ("event: c1, number: 1", "event: f1, number: 1"),
    "a part of the edition": ("event: opening, number: 4",),
    "a part by what a fact says": ("event: c1, number: 1", "event: c2, number: 1, part_of: c1"),
    "two parts of one event": (
        "event: c1, number: 1, part_of: visit",
        "event: c2, number: 1, part_of: visit",
    ),
    "postponed": ("event: c1, number: 1, postponed: true", "event: c2, number: 1"),
    "cancelled by another fact": ("event: c1, number: 1", "event: c1, status: cancelled", "event: c2, number: 1"),
    "another scope": ("event: c1, number: 1, scope: {level: deputies}", "event: c2, number: 1"),
    "planned": ("event: c1, number: 1, mode: planned", "event: c2, number: 1"),
    "denied": ("event: c1, number: 1, mode: denied", "event: c2, number: 1"),
    "revised": ("event: c1, number: 1", "event: c2, number: 1, supersedes: f1"),
    "no series": ("event: visit, number: 1", "event: talks, number: 1"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(DuplicateNumber, *facts) == ()


def test_it_finds_two_events_with_one_number(find: Find) -> None:
    (finding,) = find(DuplicateNumber, "event: c1, number: V", "event: c2, number: fifth")
    assert (finding.severity, finding.facts, finding.suspects) == ("error", ("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert (finding.anchor, finding.related[0].fact) == ("x#f1@number", "x#f2")
    assert "C1 and C2 are both number 5 of the series the conference" in finding.message


def test_it_finds_the_number_that_the_registry_gives_another(find: Find) -> None:
    (finding,) = find(DuplicateNumber, "event: c1, number: 4")
    assert (finding.facts, finding.suspects, finding.anchor) == (("x#f1",), ("x#f1",), "x#f1@number")
    assert finding.related[0].place.path == "facts/registry/events.yaml"


def test_it_finds_two_entries_of_the_registry(find: Find) -> None:
    registry = "== facts/registry/series.yaml\nc: {}\n== facts/registry/events.yaml\n"
    (finding,) = find(DuplicateNumber, registry=f"{registry}a: {{series: c, number: 4}}\nb: {{series: c, number: 4}}")
    assert (finding.facts, finding.suspects) == ((), ())
    assert (finding.primary.place.path, finding.primary.place.line) == ("facts/registry/events.yaml", 1)


def test_three_events_are_one_finding_without_a_suspect(find: Find) -> None:
    (finding,) = find(DuplicateNumber, *(f"event: c{number}, number: 7" for number in (1, 2, 3)))
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ())
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3"]


def test_who_is_told_twice_is_no_suspect(find: Find) -> None:
    (finding,) = find(DuplicateNumber, "event: c1, number: 1", "event: c1, number: 1", "event: c2, number: 1")
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f3"), ("x#f3",))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["c1", "c2", "c3", "f1", "f2"]), st.integers(1, 9)), max_size=12))
def test_each_number_of_a_series_that_several_events_have_is_one_finding(
    find: Find, numbers: list[tuple[str, int]]
) -> None:
    found = find(DuplicateNumber, *(f"event: {event}, number: {number}" for event, number in numbers))
    events: dict[tuple[str, int], set[str]] = {("c", 4): {"c4"}}
    for event, number in numbers:
        events.setdefault((event[0], number), set()).add(event)
    assert len(found) == sum(len(each) > 1 for each in events.values())
