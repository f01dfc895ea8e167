from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.engine.check import findings_of
from factlint.findings import Finding, in_order
from factlint.rules.names.title_differs import TitleDiffers

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus, Settings

REGISTRY = """
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan, aliases: [Azerbaijani]}
baku: {name: Baku, in: azerbaijan}
== facts/registry/bodies.yaml
cabinet: {name: Cabinet of Azerbaijan, of: azerbaijan}
== facts/registry/people.yaml
hasanov: {name: Zakir Hasanov}
guliyev: {name: Elchin Guliyev}
== facts/registry/offices.yaml
minister: {title: Minister of Defence, of: cabinet, aliases: [top soldier]}
premier: {title: Prime Minister of Azerbaijan, of: azerbaijan}
mayor: {title: Mayor of Baku, of: baku}
nameless: {of: azerbaijan}
"""


def found_in(corpus: Corpus) -> tuple[Finding, ...]:
    return in_order(findings_of(TitleDiffers, corpus))


@pytest.fixture
def find(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """The notes about roles, each written as one flow mapping without its id."""

    def run(*roles: str) -> tuple[Finding, ...]:
        lines = "\n".join(f"  - {{id: f{number}, {role}}}" for number, role in enumerate(roles, start=1))
        text = f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\npublished: 2021-06-23\nfacts:\n{lines}\n"
        return found_in(load_corpus(project(text)))

    return run


def called(title: str, *, role: str = "minister", person: str = "hasanov", more: str = "") -> str:
    return f'role: {role}, person: {person}, title: "{title}"{f", {more}" if more else ""}'


SILENT = {
    "the office's title": called("Minister of Defence"),
    "an alias": called("Top soldier"),
    "spelling": called("Minister of Defense"),
    "word order": called("Defence Minister"),
    "an abbreviation": called("PM", role="premier"),
    "the country added": called("Azerbaijani Defence Minister"),
    "the country left out": called("Prime Minister", role="premier"),
    "the city left out": called("Mayor", role="mayor"),
    "a rank before it": called("Colonel-General, Defence Minister"),
    "former, where the role says so": called("ex-Defence Minister", more="former: true"),
    "acting, where the role says so": called("acting Minister of Defence", more="acting: true"),
    "former acting, where the role says so": called(
        "Former Acting Defence Minister", more="former: true, acting: true"
    ),
    "no title": "role: minister, person: hasanov",
    "what is planned": called("Deputy Minister", more="mode: planned"),
    "what is denied": called("Deputy Minister", more="mode: denied"),
    "a single title where the office has none": called("Keeper of the Keys", role="nameless"),
}

LOUD = {
    "a deputy": called("Deputy Minister of Defence"),
    "another ministry": called("Minister of Internal Affairs"),
    "another country": called("Pakistani Defence Minister"),
    "former, where the role does not say so": called("Former Defence Minister"),
    "acting, where the role says former": called("Acting Defence Minister", more="former: true"),
    "words that could mean anybody": called("Azerbaijani minister"),
}


@pytest.mark.parametrize("role", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(role: str, find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find(role) == ()


@pytest.mark.parametrize("role", LOUD.values(), ids=LOUD)
def test_it_notes(role: str, find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(role)
    assert (finding.severity, finding.facts, finding.anchor) == ("note", ("x#f1",), "x#f1@title")
    assert [spot.place.path for spot in finding.related] == ["facts/registry/offices.yaml"]
    assert not finding.fails


def test_what_is_superseded_does_not_count(find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find(called("Deputy Minister"), called("Defence Minister", more="supersedes: f1")) == ()


def test_one_title_is_one_note_however_often_and_however_spelled(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(
        called("Deputy Defence Minister"),
        called("Defence Minister"),
        called("Azerbaijani deputy minister of defense"),
        called("Deputy Minister of Defence"),
    )
    assert finding.facts == ("x#f1",)
    assert [spot.fact for spot in finding.related] == [None, "x#f3", "x#f4"]
    assert finding.message.startswith(
        "Zakir Hasanov is called 'Deputy Defence Minister', which is no title of the office"
    )


def test_each_title_and_each_person_has_a_note(find: Callable[..., tuple[Finding, ...]]) -> None:
    findings = find(
        called("Deputy Defence Minister"),
        called("Minister of Internal Affairs"),
        called("Deputy Defence Minister", person="guliyev"),
        called("Pakistani Deputy Defence Minister"),
    )
    assert [finding.facts for finding in findings] == [("x#f1",), ("x#f2",), ("x#f3",), ("x#f4",)]


def test_without_a_title_in_the_registry_titles_are_compared_with_each_other(
    find: Callable[..., tuple[Finding, ...]],
) -> None:
    (finding,) = find(
        called("Keeper of the Keys", role="nameless"),
        called("Azerbaijani keeper of keys", role="nameless"),
        called("Master of Horse", role="nameless"),
        called("Horse master", role="nameless"),
        called("Master of Horse", role="nameless", person="guliyev"),
    )
    assert finding.facts == ("x#f1", "x#f3")
    assert [spot.fact for spot in finding.related] == ["x#f1", "x#f4"]


def test_people_may_be_checked_one_by_one(project: Callable[[str], Settings]) -> None:
    facts = [
        called(title, person=person) for title in ("Deputy", "Defence Minister") for person in ("hasanov", "guliyev")
    ]
    lines = "\n".join(f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(facts))
    corpus = load_corpus(project(f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n"))
    parts = [frozenset(rows["fact"]) for _, rows in corpus.table("roles").groupby(["role", "person"])]
    apart = in_order(finding for part in parts for finding in found_in(corpus.keeping({"roles": part})))
    assert len(apart) == 2
    assert apart == found_in(corpus)
