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
ada: {name: Ada Ross, born: 1900-05-01, died: 1980-12}
ben: {name: Ben Hill, born: 1890}
== facts/registry/bodies.yaml
party: {name: the Party}
== facts/registry/offices.yaml
chair: {title: Chair, of: party}
== facts/registry/relations.yaml
met: {name: met}
received: {name: was awarded}
died: {name: died in}
== facts/registry/events.yaml
talks: {name: the talks}
treaty: {name: the treaty, date: 1990-02-03}
funeral: {name: the funeral, kind: funeral}
prize: {name: the prize, kind: award ceremony}
tour: {name: the tour}
"""


@pytest.fixture
def find(corpus_of: Callable[[str], Corpus]) -> Find:
    def run(*facts: str, pedantic: bool = False) -> tuple[Finding, ...]:
        lines = "\n".join(f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(facts, start=1))
        settings = f"== pyproject.toml\n[tool.factlint]\npedantic = {str(pedantic).lower()}\n"
        head = "== facts/x.yaml\nsource: {title: A report}\npublished: 2021-06-23"
        corpus = corpus_of(f"{settings}{REGISTRY}{head}\nfacts:\n{lines}\n")
        assert not findings_of(BeforeFounded, corpus)
        assert not findings_of(AfterDissolved, corpus)
        return in_order(findings_of(OutsideLifetime, corpus))

    return run


SILENT = {
    "the day of birth": ("event: talks, date: 1900-05-01, who: [ada]",),
    "the month of death": ("event: talks, date: 1980-12-31, who: [ada]",),
    "a year that reaches beyond": ("event: talks, date: 1980, who: [ada]",),
    "a stretch that outlasts a life": ('event: tour, date: "1979/1985", who: [ada]',),
    "one day of what lasted": ("event: tour, duration: ten years", "event: tour, date: 1982, who: [ada]"),
    "a funeral": ("event: funeral, date: 1981-01-05, who: [ada]",),
    "a posthumous award": ("event: prize, date: 1990, who: [ada]",),
    "the object of a relation": ("relation: met, subject: ben, object: ada, date: 1990",),
    "an award by its relation": ("relation: received, subject: ada, value: a medal, date: 1990",),
    "a death told elsewhere": ("relation: died, subject: ada, value: Paris, date: 1981",),
    "planned": ("event: talks, date: 1990, who: [ada], mode: planned",),
    "denied": ("event: talks, date: 1990, who: [ada], mode: denied",),
    "postponed": ("event: talks, date: 1990, who: [ada], postponed: true",),
    "cancelled": ("event: talks, date: 1990, who: [ada], status: cancelled",),
    "announced": ("event: talks, date: 1990, who: [ada], date_kind: announced",),
    "a title in an article": ("role: chair, person: ada",),
    "a former holder": ("role: chair, person: ada, former: true, at: 1990",),
    "a term": ("role: chair, person: ada, from: 1940, until: 1980",),
    "no known day": ("event: talks, who: [ada]",),
    "no known death": ("event: talks, date: 2020, who: [ben]",),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_what_may_have_been_within_a_life_is_silent(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts)


LOUD = {
    "before birth": ("event: talks, date: 1899, who: [ada]",),
    "after death": ("event: talks, date: 1981-01-01, who: [ada]",),
    "signed after death": ("event: talks, date: 1981, date_kind: signed, who: [ben, ada]",),
    "a stretch after death": ('event: tour, date: "1982/1985", who: [ada]',),
    "the registry's day": ("event: treaty, who: [ada]",),
    "two facts": ("event: talks, date: 1990", "event: talks, who: [ada]"),
    "after what came after death": ("event: talks, after: treaty, who: [ada]",),
    "a term from before birth": ("role: chair, person: ada, from: 1890",),
    "a term until after death": ("role: chair, person: ada, until: 1982-01",),
    "in office after death": ("role: chair, person: ada, at: 1990",),
    "as of": ("role: chair, person: ada, asof: 1990",),
    "a relation": ("relation: met, subject: ada, object: ben, date: 1990",),
    "a relation since": ("relation: met, subject: ada, object: ben, since: 1899",),
}


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_what_was_not_is_an_error(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(*facts)
    assert finding.severity is Severity.ERROR
    assert finding.facts == finding.suspects == tuple(f"x#f{number}" for number in range(1, len(facts) + 1))
    assert any(spot.place.path == "facts/registry/people.yaml" for spot in finding.related)


POSSIBLE = {
    "a day in the month of death": ("event: talks, date: 1980-12-31, who: [ada]",),
    "a year that reaches beyond": ("event: talks, date: 1980, who: [ada]",),
    "a term that ends in the year of death": ("role: chair, person: ada, until: 1980",),
    "a title in the month of death": ("role: chair, person: ada, at: 1980-12-02",),
    "a relation in the year of birth": ("relation: met, subject: ada, object: ben, date: 1900",),
}


@pytest.mark.parametrize("facts", POSSIBLE.values(), ids=POSSIBLE)
def test_what_some_days_leave_open_is_a_note_for_the_pedantic(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts)
    (finding,) = find(*facts, pedantic=True)
    assert finding.severity is Severity.NOTE
    assert finding.message.startswith("possibly: ")


CERTAIN = {
    **{name: facts for name, facts in SILENT.items() if name not in {*POSSIBLE, "a term", "the month of death"}},
    "a term until the year before": ("role: chair, person: ada, from: 1940, until: 1979",),
    "a relation that began before death": ('relation: met, subject: ada, object: ben, date: "1979/1985"',),
}


@pytest.mark.parametrize("facts", CERTAIN.values(), ids=CERTAIN)
def test_what_every_day_allows_is_silent_for_the_pedantic_too(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts, pedantic=True)


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_what_was_not_stays_one_error_for_the_pedantic(facts: tuple[str, ...], find: Find) -> None:
    assert [each.severity for each in find(*facts, pedantic=True)] == [Severity.ERROR]


def test_both_days_are_said(find: Find) -> None:
    (event,) = find("event: talks, date: 1981-01-01, who: [ada]")
    assert event.message == (
        "Ada Ross, who died in December 1980, took part in the talks, but the talks took place on 1 January 1981: "
        "correct a date, or who took part"
    )
    (term,) = find("role: chair, person: ada, until: 1982-01")
    assert term.message == (
        "Ada Ross held the office Chair until January 1982, but Ada Ross died in December 1980: correct the date or "
        "the name"
    )
