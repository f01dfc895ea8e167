from __future__ import annotations

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.rules.relations.relation_cycle import RelationCycle
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "a chain": ("-; a owns b", "-; b owns c", "-; a owns c"),
    "a chain by the inverse": ("-; a owns b", "-; b belongs a"),
    "a relation that may lead back": ("-; a likes b", "-; b likes a"),
    "another scope": ("-; a owns b", "-; b owns a; scope: {of: votes}"),
    "denied": ("-; a owns b", "-; b owns a; mode: denied"),
    "planned": ("-; a owns b", "-; b owns a; mode: planned"),
    "superseded": ("-; a owns b", "-; b owns a; supersedes: f1"),
    "one that had ended": ("2021; a owns b; date: 1990/1995", "2021; b owns a; since: 1995"),
    "one that ended on the day": ("2021; a owns b; date: 1990/1995-05-05", "2021; b owns a; since: 1995-05-05"),
    "one that had ended, and one told later": ("2021-01-01; a owns b; date: 1990/1995", "2021-01-01; b owns a"),
    "itself": ("-; a owns a",),
}
LOUD = {
    "two": (("-; a owns b", "2021; b owns a"), "error"),
    "two by the inverse": (("-; a owns b", "-; a belongs b"), "error"),
    "two that came at two times": (("2021; a owns b; date: 1990", "2021; b owns a; since: 2010"), "warning"),
    "two that hold at once": (("2021-06-23; a owns b; since: 1990", "2021-06-23; b owns a; since: 2010"), "error"),
    "two stretches": (("2021; a owns b; date: 1990/2000", "2021; b owns a; date: 1995/2010"), "error"),
    "a stretch before, another within": (
        ("2021; a owns b; date: 1990/2000", "2021; b owns a; date: 1995-05-05/1996"),
        "error",
    ),
}
FACTS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["owns", "belongs"]), st.sampled_from("abcd")))


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(RelationCycle, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(RelationCycle, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (["f1", "f2"], severity)
    assert finding.suspects == finding.facts


def test_it_names_the_shortest_way_in_order(told: Told) -> None:
    (finding,) = told(RelationCycle, "-; c owns a", "-; b owns c", "-; a owns b", "-; c owns d", "-; d owns b")
    said = "Aland “owns” Bohemia, Bohemia “owns” Candia and Candia “owns” Aland, so that the relation leads back"
    assert finding.message.startswith(said)
    assert finding.facts == ("d-#f1", "d-#f2", "d-#f3")
    assert finding.suspects == ("d-#f2",)


def test_what_is_told_twice_is_no_suspect(told: Told) -> None:
    (finding,) = told(RelationCycle, "-; a owns b", "-; a owns b", "-; b owns a")
    assert (finding.facts, finding.suspects) == (("d-#f1", "d-#f3"), ("d-#f3",))


def test_two_circles_apart_are_two_findings(told: Told) -> None:
    found = told(RelationCycle, "-; a owns b", "-; b owns a", "-; c owns d", "-; d owns c")
    assert [finding.facts for finding in found] == [("d-#f1", "d-#f2"), ("d-#f3", "d-#f4")]


@settings(max_examples=20, deadline=None)
@given(FACTS.map(lambda facts: facts[:7]))
def test_there_is_one_for_each_set_of_things_that_lead_to_each_other(facts: list[tuple[str, str, str]]) -> None:
    edges = {(a, b) if relation == "owns" else (b, a) for a, relation, b in facts if a != b}
    named = [[facts[int(ref[3:])] for ref in finding.facts] for finding in _findings(facts)]
    found = {frozenset(thing for a, _, b in each for thing in (a, b)) for each in named}
    leads = {frozenset(way) for size in (2, 3, 4) for way in permutations("abcd", size) if _circle(way) <= edges}
    largest = _joined(leads)
    assert len(found) == len(largest)
    for things in found:
        whole = next(each for each in largest if things <= each)
        assert len(things) == min(len(each) for each in leads if each <= whole)


def _circle(way: tuple[str, ...]) -> set[tuple[str, str]]:
    return set(zip(way, (*way[1:], way[0]), strict=True))


def _joined(circles: set[frozenset[str]]) -> set[frozenset[str]]:
    """The circles, those that share a thing made one, until none do."""
    for one in circles:
        for other in circles:
            if one != other and one & other:
                return _joined(circles - {one, other} | {one | other})
    return circles


def _findings(facts: list[tuple[str, str, str]]) -> list[Finding]:
    lines = [f"  - {{id: f{n}, subject: {a}, relation: {r}, object: {b}}}" for n, (a, r, b) in enumerate(facts)]
    places = "\n".join(f"{each}: {{name: {each}}}" for each in "abcd")
    relations = "owns: {name: owns, acyclic: true, inverse: belongs}\nbelongs: {name: belongs}"
    text = f"== facts/registry/places.yaml\n{places}\n== facts/registry/relations.yaml\n{relations}\n"
    with TemporaryDirectory() as folder:
        unpack(text + "== facts/x.yaml\nsource: {title: T}\nfacts:\n" + "\n".join(lines), Path(folder))
        return findings_of(RelationCycle, load_corpus(load_settings(Path(folder))))
