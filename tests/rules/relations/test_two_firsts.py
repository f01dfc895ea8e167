from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.two_firsts import TwoFirsts

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SILENT = {
    "one first": ("a; first", "b; second"),
    "one subject named twice": ("a; first", "a; 1"),
    "among the first three beside among the first": ("a; among first 3", "b; among first", "c; among first"),
    "first beside among the first three": ("a; first", "b; among first 3", "c; among first 3"),
    "three among the first three": ("a; among first 3", "b; among first 3", "c; among first 3"),
    "a narrower rank of the same subject": ("a; first", "a; among first 2", "b; among first 2"),
    "any number among the first": tuple(f"{subject}; among first" for subject in "abcd"),
    "another scope": ("a; first", "b; first; scope: {of: Asia}"),
    "another object": ("a; first", "b; first; object: c"),
    "another relation": ("a; first", "b; first; relation: supports"),
    "another literal object": ("a; first; value: the treaty", "b; first; value: the pact"),
    "planned": ("a; first", "b; first; mode: planned"),
    "denied": ("a; first", "b; first; mode: denied"),
    "superseded": ("a; first", "b; first; supersedes: f1"),
    "two ranks of one subject": ("a; first", "a; third"),
    "two ranks of one subject and those between": ("a; first", "a; third", "b; among first 3", "c; among first 3"),
}

LOUD = {
    "two firsts": ("a; first", "b; 1"),
    "two thirds": ("a; third", "b; 3rd"),
    "four among the first three": tuple(f"{subject}; among first 3" for subject in "abcd"),
    "places that others take": ("a; first", "b; second", "c; among first 2"),
    "two firsts of different days": ("a; first; date: 1991-11-09", "b; first; date: 1991-12-12"),
    "two firsts of one scope": ("a; first; scope: {of: Asia}", "b; first; scope: {of: Asia}"),
    "two firsts to one literal object": ("a; first; value: the Treaty", "b; first; value: The treaty"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(TwoFirsts, *facts) == ()


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_it_finds_what_takes_all_its_facts(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TwoFirsts, *facts)
    every = tuple(f"x#f{number}" for number in range(1, len(facts) + 1))
    assert (finding.facts, finding.suspects) == (every, every)
    assert (finding.severity, finding.anchor) == ("error", "x#f1@rank")
    assert [spot.fact for spot in finding.related] == list(every[1:])
    for left_out in range(len(facts)):
        assert find(TwoFirsts, *(fact for number, fact in enumerate(facts) if number != left_out)) == ()


def test_it_names_the_subjects_and_their_place(find: Find) -> None:
    (finding,) = find(TwoFirsts, "a; first", "b; first")
    assert finding.message.startswith("Aland and Bohemia cannot both be first in “recognized” Zembla: ")
    (finding,) = find(TwoFirsts, *(f"{subject}; among first 3" for subject in "abcd"))
    assert "Aland, Bohemia, Candia and Dacia cannot all be among the first 3" in finding.message


def test_all_on_one_rank_are_one_finding(find: Find) -> None:
    (finding,) = find(TwoFirsts, *(f"{subject}; first" for subject in "abcd"))
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ())
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3", "x#f4"]


def test_separate_places_are_separate_findings(find: Find) -> None:
    findings = find(TwoFirsts, "a; first", "b; first", "c; third", "d; third")
    assert [finding.facts for finding in findings] == [("x#f1", "x#f2"), ("x#f3", "x#f4")]
    assert [finding.suspects for finding in findings] == [("x#f1", "x#f2"), ("x#f3", "x#f4")]


def test_who_is_named_twice_is_no_suspect(find: Find) -> None:
    (finding,) = find(TwoFirsts, "a; first", "a; first", "b; first")
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f3"), ("x#f3",))


def test_a_subject_of_two_ranks_hides_no_other_clash(find: Find) -> None:
    findings = find(TwoFirsts, "a; first", "a; third", "b; first", "c; third")
    assert [finding.facts for finding in findings] == [("x#f1", "x#f3"), ("x#f2", "x#f4")]
