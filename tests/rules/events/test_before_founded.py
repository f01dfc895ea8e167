from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.check import findings_of
from factlint.findings import Finding, Severity, in_order
from factlint.rules.events.after_dissolved import AfterDissolved
from factlint.rules.events.before_founded import BeforeFounded
from factlint.rules.events.outside_lifetime import OutsideLifetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

    Find = Callable[..., tuple[Finding, ...]]

REGISTRY = """
== facts/registry/people.yaml
ada: {name: Ada Ross}
== facts/registry/bodies.yaml
bank: {name: the Bank, founded: 1992-02-11}
union: {name: the Union, founded: 1993-11-01, predecessor: community}
community: {name: the Community, founded: 1958, predecessor: coal}
coal: {name: the Coal Community, founded: 1952-07-23}
office: {name: the Office, founded: 2000, predecessor: bureau}
bureau: {name: the Bureau}
trend: {name: Trend, founded: 1995}
== facts/registry/places.yaml
republic: {name: the Republic, from: 1918-05-28}
== facts/registry/offices.yaml
governor: {title: Governor, of: bank}
president: {title: President, of: republic}
commissioner: {title: Commissioner, of: union}
== facts/registry/relations.yaml
joined: {name: joined}
founded: {name: was founded by}
== facts/registry/events.yaml
loan: {name: the loan}
decree: {name: the decree, kind: establishment}
talks: {name: the talks}
"""


@pytest.fixture
def find(corpus_of: Callable[[str], Corpus]) -> Find:
    def run(*facts: str) -> tuple[Finding, ...]:
        lines = "\n".join(f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(facts, start=1))
        corpus = corpus_of(
            f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\npublished: 1900\nfacts:\n{lines}\n"
        )
        assert not findings_of(OutsideLifetime, corpus)
        assert not findings_of(AfterDissolved, corpus)
        return in_order(findings_of(BeforeFounded, corpus))

    return run


SILENT = {
    "on the day": ("event: loan, date: 1992-02-11, who: [bank]",),
    "in the year": ("event: loan, date: 1992, who: [bank]",),
    "a predecessor existed": ("event: talks, date: 1985, who: [union]",),
    "a predecessor's predecessor existed": ("event: talks, date: 1953, who: [union]",),
    "a predecessor of unknown age": ("event: talks, date: 1900, who: [office]",),
    "its establishment": ("event: decree, date: 1991, who: [bank]",),
    "planned": ("event: loan, date: 1990, who: [bank], mode: planned",),
    "postponed": ("event: loan, date: 1990, who: [bank], postponed: true",),
    "a title in an old article": ("role: governor, person: ada",),
    "a founding told elsewhere": ("relation: founded, subject: bank, object: ada, date: 1980",),
    "the object": ("relation: joined, subject: ada, object: bank, date: 1980",),
    "an office of a body with predecessors": ("role: commissioner, person: ada, from: 1970",),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_what_may_have_existed_is_silent(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts)


LOUD = {
    "a body in an event": ("event: loan, date: 1982-05-10, who: [bank]",),
    "a place": ("event: talks, date: 1900, place: republic",),
    "a country in an event": ("event: talks, date: 1900, who: [republic]",),
    "before every predecessor": ("event: talks, date: 1950, who: [union]",),
    "an office of a body": ("role: governor, person: ada, from: 1985",),
    "an office of a country": ("role: president, person: ada, until: 1917",),
    "a relation": ("relation: joined, subject: trend, object: union, date: 1994",),
    "before what came before": ("event: talks, date: 1990", "event: loan, before: talks, who: [bank]"),
}


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_what_did_not_exist_yet_is_an_error(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(*facts)
    assert finding.severity is Severity.ERROR
    assert finding.facts == finding.suspects == tuple(f"x#f{number}" for number in range(1, len(facts) + 1))


def test_the_day_of_a_predecessor_is_said_as_its_own(find: Find) -> None:
    (finding,) = find("event: talks, date: 1950, who: [union]")
    assert (
        "the Union, whose predecessor the Coal Community was founded on 23 July 1952, took part in it"
        in finding.message
    )
    assert [spot.message for spot in finding.related][-1] == "the Coal Community was founded on 23 July 1952"
