from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.check import findings_of
from factlint.findings import Finding, Severity, in_order
from factlint.rules.events.after_dissolved import AfterDissolved
from factlint.rules.events.before_founded import BeforeFounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

    Find = Callable[..., tuple[Finding, ...]]

REGISTRY = """
== facts/registry/people.yaml
ada: {name: Ada Ross}
== facts/registry/bodies.yaml
pact: {name: the Pact, dissolved: 1991-07-01}
league: {name: the League, dissolved: 1946-04-18}
nations: {name: the Nations, predecessor: league}
agency: {name: the Agency, dissolved: 2000, predecessor: bureau}
bureau: {name: the Bureau, dissolved: 1980}
== facts/registry/places.yaml
ussr: {name: the Soviet Union, until: 1991-12-26}
== facts/registry/offices.yaml
secretary: {title: Secretary, of: pact}
== facts/registry/relations.yaml
signed: {name: signed}
succeeded: {name: was succeeded by}
== facts/registry/events.yaml
drills: {name: the drills}
jubilee: {name: the jubilee, kind: anniversary}
"""


@pytest.fixture
def find(corpus_of: Callable[[str], Corpus]) -> Find:
    def run(*facts: str) -> tuple[Finding, ...]:
        lines = "\n".join(f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(facts, start=1))
        corpus = corpus_of(
            f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\npublished: 2021-06-23\nfacts:\n{lines}\n"
        )
        assert not findings_of(BeforeFounded, corpus)
        return in_order(findings_of(AfterDissolved, corpus))

    return run


SILENT = {
    "on the day": ("event: drills, date: 1991-07-01, who: [pact]",),
    "in the year": ("event: drills, date: 1991, who: [pact]",),
    "a successor exists": ("event: drills, date: 1947, who: [league]",),
    "a successor existed": ("event: drills, date: 1990, who: [bureau]",),
    "an anniversary": ("event: jubilee, date: 2005, who: [pact]",),
    "planned": ("event: drills, date: 1995, who: [pact], mode: planned",),
    "cancelled": ("event: drills, date: 1995, who: [pact], status: cancelled",),
    "a former holder": ("role: secretary, person: ada, former: true, at: 2021",),
    "a title in a late article": ("role: secretary, person: ada",),
    "what came after": ("relation: succeeded, subject: ussr, value: a commonwealth, date: 1992",),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_what_may_have_existed_is_silent(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts)


LOUD = {
    "a body in an event": ("event: drills, date: 1993-06-01, who: [ussr, pact]",),
    "a place": ("event: drills, date: 1992-01-01, place: ussr",),
    "after the last successor": ("event: drills, date: 2001, who: [bureau]",),
    "an office of a body": ("role: secretary, person: ada, until: 1995",),
    "an observation": ("role: secretary, person: ada, at: 1995",),
    "a relation": ("relation: signed, subject: ussr, value: a treaty, date: 1992-02-28",),
}


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_what_existed_no_longer_is_an_error(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(*facts)
    assert finding.severity is Severity.ERROR
    assert finding.facts == finding.suspects == ("x#f1",)


def test_the_last_day_of_a_place_is_said(find: Find) -> None:
    (finding,) = find("event: drills, date: 1992-01-01, place: ussr")
    assert finding.message == (
        "the drills took place in the Soviet Union, which existed until 26 December 1991, but it took place on 1 "
        "January 1992: correct a date, or who and where it was"
    )
