"""Counts beside complete lists: what differs is one finding, and what may be counted otherwise none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.figures.count_differs_from_list import CountDiffersFromList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.findings import Finding

    Found = Callable[..., tuple[Finding, ...]]
    Differ = Callable[[Iterable[str]], tuple[Finding, ...]]

REGISTRY = """
== facts/registry/people.yaml
ann: {aliases: [Anna]}
ben: {}
cid: {}
dan: {}
== facts/registry/places.yaml
baku: {in: sheki}
sheki: {in: land}
land: {}
isle: {}
== facts/registry/bodies.yaml
bank: {of: holding}
holding: {}
union: {}
club: {}
== facts/registry/events.yaml
talks: {name: the talks}
other: {}
"""
PEOPLE = "who: [ann, ben, cid], who_complete: true"
TALKS = "event: talks, date: 2021-06-23"


@pytest.fixture
def differ(found: Found) -> Differ:
    return lambda facts: found(CountDiffersFromList, facts, registry=REGISTRY)


def test_a_list_of_three_and_a_count_of_four_are_an_error_at_the_count(differ: Differ) -> None:
    (finding,) = differ([f"id: a, {TALKS}, {PEOPLE}, count: four ministers"])
    assert finding.severity == "error"
    assert finding.message == "the talks: the complete list names 3 people, and the count is four ministers"
    assert finding.facts == finding.suspects == ("a#a",)
    assert [(each.fact, each.message) for each in finding.related] == [("a#a", "3 people listed here")]
    line = f"  - {{id: a, {TALKS}, {PEOPLE}, count: four ministers}}"
    assert finding.primary.place.column - 1 == line.index("four ministers")


@pytest.mark.parametrize(
    ("count", "differs"),
    [
        ("3", False),
        ("three", False),
        ("three ministers", False),
        ("3 people", False),
        ("4", True),
        ("two", True),
        ("four people", True),
        ("four foreign ministers", True),
        ("about 4", False),
        ("about 5", True),
        ("more than two", False),
        ("more than three", True),
        ("at least three", False),
        ("up to three", False),
        ("fewer than three", True),
        ("2 to 4", False),
        ("5 to 10 officials", True),
        ("a dozen", True),
        ("four countries", False),
        ("four organisations", False),
        ("four delegations", False),
        ("four vehicles", False),
        ("$4", False),
        ("4 percent", False),
        ("4 tonnes", False),
    ],
)
def test_a_count_of_people_beside_three_people(differ: Differ, count: str, differs: bool) -> None:
    assert len(differ([f"id: a, {TALKS}, {PEOPLE}, count: {count}"])) == differs


@pytest.mark.parametrize(
    ("who", "count", "differs"),
    [
        ("[ann, Anna, ann]", "1", False),
        ("[ann, Anna, ann]", "3", True),
        ("ann", "2", True),
        ("[ann, land]", "3", False),
        ("[land, isle]", "3 countries", True),
        ("[land, isle]", "2 countries", False),
        ("[land, isle]", "3 states", True),
        ("[land, isle]", "3", False),
        ("[land, isle]", "300 people", False),
        ("[land, sheki]", "3 countries", False),
        ("[baku, isle, land]", "1 country", False),
        ("[union, club]", "3 organisations", True),
        ("[union, club]", "3 countries", False),
        ("[union, land]", "3 organisations", False),
        ("[bank, holding]", "1 company", False),
        ("[bank, club]", "1 company", True),
    ],
)
def test_only_a_list_of_one_kind_is_compared_with_a_count_of_that_kind(
    differ: Differ, who: str, count: str, differs: bool
) -> None:
    assert len(differ([f"id: a, {TALKS}, who: {who}, who_complete: true, count: {count}"])) == differs


def test_a_message_knows_one_from_many(differ: Differ) -> None:
    (finding,) = differ([f"id: a, {TALKS}, who: ann, who_complete: true, count: 2"])
    assert finding.message == "the talks: the complete list names 1 person, and the count is 2"


@pytest.mark.parametrize(
    ("listed", "counted", "differs"),
    [
        (TALKS, TALKS, True),
        (TALKS, "event: other, date: 2021-06-23", False),
        (TALKS, "event: talks, date: 2021-06-24", False),
        (TALKS, "event: talks", False),
        ("event: talks", "event: talks", False),
        ("event: talks, date: 2021-06", "event: talks, date: 2021-06", False),
        ("event: talks, date: 2021-06-22/2021-06-23", "event: talks, date: 2021-06-22/2021-06-23", True),
        ("event: talks, date: 2021-06-22/..", "event: talks, date: 2021-06-22/..", False),
        (TALKS, f"{TALKS}, date_kind: announced", False),
        (TALKS, f"{TALKS}, scope: {{day: first}}", False),
        (TALKS, f"{TALKS}, mode: planned", False),
        (TALKS, f"{TALKS}, mode: denied", False),
        (TALKS, f"{TALKS}, supersedes: a", False),
        (TALKS, f"{TALKS}, postponed: true", False),
        (TALKS, f"{TALKS}, status: cancelled", False),
        (TALKS, f"{TALKS}, status: held", True),
        (f"{TALKS}, mode: planned", TALKS, False),
    ],
)
def test_a_list_and_a_count_in_two_facts(differ: Differ, listed: str, counted: str, differs: bool) -> None:
    findings = differ([f"id: a, {listed}, {PEOPLE}", f"id: b, {counted}, count: 4"])
    assert [each.facts for each in findings] == [("a#a", "a#b")] * differs
    assert all((each.primary.fact, each.related[0].fact) == ("a#b", "a#a") for each in findings)


def test_an_open_list_says_nothing(differ: Differ) -> None:
    assert differ([f"id: a, {TALKS}, who: [ann, ben, cid, dan], count: three"]) == ()
    assert differ([f"id: a, {TALKS}, who: [ann], count: three"]) == ()


def test_one_occasion_is_one_finding_that_names_the_fact_which_clashes_in_itself(differ: Differ) -> None:
    facts = [
        f"id: a, {TALKS}, {PEOPLE}",
        f"id: b, {TALKS}, count: 5",
        f"id: c, {TALKS}, {PEOPLE}, count: 4",
        f"id: d, {TALKS}, count: 6",
    ]
    (finding,) = differ(facts)
    assert finding.facts == ("a#c",)
    assert finding.primary.place.line == 5


@pytest.mark.parametrize(
    ("counts", "suspects"),
    [
        (("3", "3", "4"), ("a#c2",)),
        (("4", "4"), ("a#list",)),
        (("4",), ("a#c0", "a#list")),
        (("4 to 6", "more than 4"), ("a#list",)),
        (("more than 4", "fewer than 3"), ()),
    ],
)
def test_suspects_are_those_without_which_the_others_agree(
    differ: Differ, counts: tuple[str, ...], suspects: tuple[str, ...]
) -> None:
    facts = [f"id: c{number}, {TALKS}, count: {count}" for number, count in enumerate(counts)]
    (finding,) = differ([f"id: list, {TALKS}, {PEOPLE}", *facts])
    assert finding.suspects == suspects


def test_each_occasion_and_kind_has_its_own_finding(differ: Differ) -> None:
    facts = [
        f"id: a, {TALKS}, {PEOPLE}, count: 4",
        f"id: b, {TALKS}, who: [land, isle], who_complete: true, count: 3 countries",
        "id: c, event: talks, date: 2021-06-24, who: ann, who_complete: true, count: 3",
    ]
    assert [each.facts for each in differ(facts)] == [("a#a",), ("a#b",), ("a#c",)]


def test_the_order_of_facts_changes_nothing(differ: Differ) -> None:
    facts = [f"id: a, {TALKS}, {PEOPLE}", f"id: b, {TALKS}, count: 4", f"id: c, {TALKS}, count: 5"]
    said = [(each.message, each.facts, each.suspects) for each in differ(facts)]
    assert said == [(each.message, each.facts, each.suspects) for each in differ(reversed(facts))]
    assert [facts for _, facts, _ in said] == [("a#a", "a#b")]
