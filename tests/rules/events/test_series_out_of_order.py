from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.series_out_of_order import SeriesOutOfOrder

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "numbers that rise with the days": ("event: c1, number: 1, date: 2010", "event: c2, number: 2, date: 2011"),
    "one day": ("event: c1, number: 1, date: 2010-05-05", "event: c2, number: 2, date: 2010-05-05"),
    "days that leave the order open": ("event: c1, number: 1, date: 2010-05-05", "event: c2, number: 2, date: 2010"),
    "a stretch that may overlap": (
        "event: c1, number: 1, date: 2010-05-05",
        "event: c2, number: 2, date: 2010-05-01/2010-05-07",
    ),
    "an open end": ("event: c1, number: 1, date: 2010-05-05", "event: c2, number: 2, date: 2009/.."),
    "another series": ("event: c1, number: 1, date: 2012", "event: f2, number: 2, date: 2011"),
    "postponed": (
        "event: c1, number: 1, date: 2012",
        "event: c2, number: 2, date: 2011",
        "event: c1, postponed: true",
    ),
    "cancelled": ("event: c1, number: 1, date: 2012, status: cancelled", "event: c2, number: 2, date: 2011"),
    "announced": ("event: c1, number: 1, date: 2012, date_kind: announced", "event: c2, number: 2, date: 2011"),
    "another scope": ("event: c1, number: 1, date: 2012, scope: {level: deputies}", "event: c2, number: 2, date: 2011"),
    "planned": ("event: c1, number: 1, date: 2012, mode: planned", "event: c2, number: 2, date: 2011"),
    "denied": ("event: c1, number: 1, date: 2012, mode: denied", "event: c2, number: 2, date: 2011"),
    "one event of several numbers and days": ("event: c1, number: 1, date: 2012", "event: c1, number: 2, date: 2011"),
    "no series": ("event: visit, number: 1, date: 2012", "event: talks, number: 2, date: 2011"),
    "no number": ("event: c1, date: 2012", "event: c2, number: 2, date: 2011"),
    "no date": ("event: c1, number: 1", "event: c2, number: 2, date: 2011"),
}

LOUD = {
    "the first after the second": ("event: c1, number: 1, date: 2012", "event: c2, number: 2, date: 2011"),
    "a day later": ("event: c1, number: I, date: 2012-05-05", "event: c2, number: second, date: 2012-05-04"),
    "a stretch after another": (
        "event: c1, number: 1, date: 2012-05-05/2012-05-07",
        "event: c2, number: 2, date: 2012-05-01/2012-05-04",
    ),
    "numbers and dates of four facts": (
        "event: c1, number: 1",
        "event: c1, date: 2012",
        "event: c2, number: 2",
        "event: c2, date: 2011",
    ),
    "the registry's edition": ("event: c3, number: 3, date: 2015",),
    "a number beside the registry's": ("event: c3, number: 3", "event: c3, date: 2015"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(SeriesOutOfOrder, *facts) == ()


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_it_finds_what_takes_all_its_facts(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(SeriesOutOfOrder, *facts)
    every = tuple(f"x#f{number}" for number in range(1, len(facts) + 1))
    assert (finding.severity, finding.facts, finding.suspects) == ("error", every, every)
    for left_out in range(len(facts)):
        assert find(SeriesOutOfOrder, *(fact for number, fact in enumerate(facts) if number != left_out)) == ()


def test_it_says_both_editions_with_their_days(find: Find) -> None:
    (finding,) = find(SeriesOutOfOrder, "event: c3, number: 3, date: 2015-05-06")
    assert "number 3 (C3), dated 6 May 2015, comes after number 4 (C4), dated 5 May 2014" in finding.message
    assert finding.anchor == "x#f1@number"
    assert [spot.place.path for spot in finding.related] == ["facts/registry/events.yaml"]


def test_one_edition_that_many_contradict_is_one_finding_and_its_suspect(find: Find) -> None:
    facts = [f"event: f{number}, number: {number}, date: {2010 + number}" for number in (2, 3)]
    (finding,) = find(SeriesOutOfOrder, *facts, "event: f1, number: 1, date: 2021")
    assert finding.suspects == ("x#f3",)
    assert finding.facts == ("x#f1", "x#f3")
    assert finding.anchor == "x#f1@number"
    assert [spot.fact for spot in finding.related] == ["x#f3", "x#f2"]


def test_editions_that_have_nothing_to_do_with_each_other_are_two_findings(find: Find) -> None:
    facts = ("event: c1, number: 1, date: 2002", "event: c2, number: 2, date: 2001")
    later = ("event: c3, number: 5, date: 2020", "event: opening, number: 6, date: 2019")
    assert [each.facts for each in find(SeriesOutOfOrder, *facts, *later)] == [("x#f1", "x#f2"), ("x#f3", "x#f4")]


def test_a_second_date_leaves_nobody_suspect(find: Find) -> None:
    facts = ("event: c1, number: 1, date: 2012", "event: c1, number: 1, date: 2012", "event: c2, number: 2, date: 2011")
    (finding,) = find(SeriesOutOfOrder, *facts)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f3"), ("x#f3",))


DATES = ("2010", "2011", "2011-05", "2012", "[2010..2012]", "")
YEARS = {"2010": (0, 1), "2011": (2, 5), "2011-05": (3, 4), "2012": (6, 7), "[2010..2012]": (0, 7), "": (-9, 99)}
editions = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(DATES)), max_size=5)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(editions, min_size=10, max_size=10))
def test_it_agrees_with_every_pair(find: Find, series: list[list[tuple[int, str]]]) -> None:
    stated = [(each, number, date) for each, editions in enumerate(series) for number, date in editions]
    facts = [
        f"event: e{position}, number: {number}" + (f', date: "{date}"' if date else "")
        for position, (_, number, date) in enumerate(stated)
    ]
    entries = "".join(f"\ns{each}: {{}}" for each in range(len(series)))
    events = "".join(f"\ne{position}: {{series: s{each}}}" for position, (each, _, _) in enumerate(stated))
    registry = f"== facts/registry/series.yaml{entries}\n== facts/registry/events.yaml{events}\n"
    crossed = {
        frozenset((f"x#f{one}", f"x#f{other}"))
        for one, (each, number, date) in enumerate(stated, start=1)
        for other, (same, higher, day) in enumerate(stated, start=1)
        if each == same and number < higher and YEARS[date][0] > YEARS[day][1]
    }
    found = find(SeriesOutOfOrder, *facts, registry=registry)
    named = [{spot.fact for spot in (each.primary, *each.related)} for each in found]
    assert set().union(*named) == set().union(*crossed)
    for each, members in zip(found, named, strict=True):
        assert frozenset(each.facts) in crossed
        own = [pair for pair in crossed if pair & members]
        assert set(each.suspects) == {fact for fact in each.facts if all(fact in pair for pair in own)}
