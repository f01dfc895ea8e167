from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.names.attributes_differ import AttributesDiffer

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Named = Callable[..., tuple[Finding, ...]]

ILHAM = "ilham: {name: Ilham Aliyev, born: 1961-12-24}"
SILENT = {
    "the same day": ("event: birth, who: [ilham], date: 1961-12-24",),
    "a less precise day": ("event: birth, who: [ilham], date: 1961",),
    "an uncertain year": ("event: birth, who: [ilham], date: 1962~",),
    "the same day in another calendar": ("event: birth, who: [ilham], date: 1961-12-11, calendar: julian",),
    "the birth of two": ("event: birth, who: [ilham, baku], date: 1970",),
    "the birth of nobody": ("event: birth, date: 1970",),
    "the death": ("event: death, who: [ilham], date: 2070",),
    "another kind of event": ("event: wedding, who: [ilham], date: 1983",),
    "an announcement": ("event: birth, who: [ilham], date: 1962-01-02, date_kind: announced",),
    "denied": ("event: birth, who: [ilham], date: 1970, mode: denied",),
    "superseded": ("event: birth, who: [ilham], date: 1970", "event: wedding, supersedes: f1"),
    "another scope": ("event: birth, who: [ilham], date: 1970, scope: {by: legend}",),
    "another relation": ("relation: likes, subject: ilham, value: Baku, date: 1970",),
    "a literal that is no date": ("relation: born-in, subject: ilham, value: Baku",),
    "a founder": ("relation: founded, subject: union, object: academy, date: 2001",),
    "a founder who is a person": ("relation: founded, subject: ilham, object: academy, date: 2001",),
    "the founding of a place": ("relation: was-founded, subject: baku, value: old times, date: 0900",),
}
LOUD = {
    "an event": ("event: birth, who: [ilham], date: 1970-12-24",),
    "a year": ("event: birth, who: [ilham], date: 1970",),
    "a relation with a date": ("relation: born-in, subject: ilham, object: baku, date: 1962",),
    "a relation with a literal date": ("relation: born-in, subject: ilham, value: 1962-12-24",),
    "the founding of a body": ("event: founding, who: [union], date: 1993",),
    "the founding by a relation": ("relation: was-founded, subject: union, value: by decree, date: 1991-12",),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], named: Named) -> None:
    assert named(AttributesDiffer, (ILHAM,), facts) == ()


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], named: Named) -> None:
    (finding,) = named(AttributesDiffer, (ILHAM,), facts)
    assert (finding.facts, finding.suspects, finding.severity) == (("x#f1",), ("x#f1",), "error")
    assert finding.related[0].place.path.startswith("facts/registry/")


def test_two_facts_contradict_each_other_without_the_registry(named: Named) -> None:
    facts = ("event: death, who: [ilham], date: 2003-08", "relation: died-on, subject: ilham, value: 2003-12-12")
    (finding,) = named(AttributesDiffer, (ILHAM,), facts)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert finding.message.startswith("Ilham Aliyev died in August 2003, but on 12 December 2003 elsewhere: ")


def test_all_others_are_one_finding(named: Named) -> None:
    facts = tuple(f"event: birth, who: [ilham], date: {year}" for year in (1961, 1971, 1981))
    (finding,) = named(AttributesDiffer, (ILHAM,), facts)
    assert (finding.facts, finding.suspects) == (("x#f2",), ("x#f2",))
    assert len(finding.related) == 3


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("1861-12-24", "the day is the same in another century"),
        ("1967-12-24", "one digit of the year differs"),
        ("1961-12-23", None),
        ("1961", None),
    ],
)
def test_it_knows_the_usual_slips(date: str, hint: str | None, named: Named) -> None:
    found = named(AttributesDiffer, (ILHAM,), (f"event: birth, who: [ilham], date: {date}",))
    assert [finding.hint for finding in found] == ([hint] if date != "1961" else [])


def test_day_and_month_exchanged(named: Named) -> None:
    person = "ilham: {name: Ilham Aliyev, born: 1961-03-05}"
    (finding,) = named(AttributesDiffer, (person,), ("event: birth, who: [ilham], date: 1961-05-03",))
    assert finding.hint == "day and month are exchanged"
