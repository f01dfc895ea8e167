"""Facts that bear on each other by way of others are looked at together, and no others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.incremental import changes, standing
from factlint.engine.incremental import check as edit
from factlint.rules import RULES
from factlint.testing import unpack

from .projects import Project, said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

REGISTRY = """
== pyproject.toml
[tool.factlint]
date = "2026-01-31"
== facts/registry/people.yaml
anna: {name: Anna Karimova}
clara: {name: Clara Zeynalova}
bajwa: {name: Qamar Javed Bajwa, born: 1960-11-11}
qamar: {name: Qamar Bajwa, born: 1960-11-11}
== facts/registry/offices.yaml
chief: {title: Chief of Army Staff}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
baku: {name: Baku, in: azerbaijan}
pakistan: {name: Pakistan}
islamabad: {name: Islamabad, in: pakistan}
== facts/registry/series.yaml
talks: {name: The talks}
== facts/registry/events.yaml
opening: {name: Opening}
parade: {name: Parade}
journey: {name: Journey}
leg: {name: Leg, part_of: journey}
flight: {name: Flight}
arrival: {name: Arrival, part_of: leg, series: talks}
departure: {name: Departure, part_of: flight, series: talks}
fourth: {name: Fourth talks, series: talks}
fifth: {name: Fifth talks, series: talks}
between: {name: Between}
lunch: {name: Lunch}
== facts/registry/relations.yaml
part: {name: is part of, acyclic: true}
has-part: {name: has the part, inverse: part}
== facts/elsewhere.yaml
source: {title: A report}
published: 2021-06-23
facts:
  - {id: lunch, event: lunch, date: 2021-06-24, place: baku, who: [clara]}
  - {id: other, relation: part, subject: islamabad, object: pakistan}
  - {id: chief, role: chief, person: clara, at: 2001}
"""

IN_BAKU = "{id: it, event: opening, date: 2021-06-23, place: baku, who: [anna]}"
IN_ISLAMABAD = "{id: it, event: parade, date: 2021-06-23, place: islamabad, who: [anna]}"
LEFT_OUT = "{id: it, event: lunch, note: nothing}"

CHAINS = {
    "the day": ("two-places-at-once", (IN_BAKU, IN_ISLAMABAD), IN_BAKU.replace("23", "22")),
    "the people": ("two-places-at-once", (IN_BAKU, IN_ISLAMABAD), IN_BAKU.replace("anna", "clara")),
    "it lasts": (
        "two-places-at-once",
        (LEFT_OUT, IN_BAKU, IN_ISLAMABAD),
        "{id: it, event: parade, duration: 3 days}",
    ),
    "one journey, told by facts": (
        "two-places-at-once",
        (LEFT_OUT, IN_BAKU, IN_ISLAMABAD, "{id: it, event: opening, part_of: flight}"),
        "{id: it, event: flight, part_of: parade}",
    ),
    "one journey, told by the registry but for a link": (
        "two-places-at-once",
        (LEFT_OUT, IN_BAKU.replace("opening", "arrival"), IN_ISLAMABAD.replace("parade", "departure")),
        "{id: it, event: journey, part_of: flight}",
    ),
    "another who was there too": (
        "two-places-at-once",
        (
            "{id: it, event: opening, date: 2021-06-23, place: baku, who: [anna, clara]}",
            "{id: it, event: parade, date: 2021-06-23, place: islamabad, who: [anna, clara]}",
        ),
        "{id: it, event: opening, date: 2021-06-23, place: baku, who: [clara]}",
    ),
    "numbers of one family": (
        "duplicate-number",
        (
            LEFT_OUT,
            "{id: it, event: fourth, number: 5}",
            "{id: it, event: fifth, number: 5}",
            "{id: it, event: fourth, part_of: between}",
        ),
        "{id: it, event: between, part_of: fifth}",
    ),
    "numbers of one family, told by the registry but for a link": (
        "duplicate-number",
        (LEFT_OUT, "{id: it, event: arrival, number: 5}", "{id: it, event: departure, number: 5}"),
        "{id: it, event: journey, part_of: flight}",
    ),
    "namesakes in one office": (
        "same-name-twice",
        ("{id: it, role: chief, person: bajwa, at: 2019}", "{id: it, role: chief, person: qamar, at: 2020}"),
        "{id: it, role: chief, person: anna, at: 2019}",
    ),
    "a circle over an inverse": (
        "relation-cycle",
        (
            "{id: it, relation: part, subject: baku, object: azerbaijan}",
            "{id: it, relation: has-part, subject: islamabad, object: azerbaijan}",
            "{id: it, relation: part, subject: islamabad, object: baku}",
        ),
        "{id: it, relation: part, subject: baku, object: islamabad}",
    ),
}
"""By name: a rule, facts of which each gets a file, and what the first becomes: then the rule says something else."""


@pytest.fixture(autouse=True)
def _of_any_size(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    del kept
    monkeypatch.setattr(edit, "WORTH_KEEPING", 0)
    monkeypatch.setattr("factlint.cache.contents.MARGIN", 10**18)


def wrote(root: Path, name: str, fact: str) -> None:
    (root / f"facts/{name}.yaml").write_text(
        f"source: {{title: A report}}\npublished: 2021-06-23\nfacts:\n  - {fact}\n"
    )


def project(root: Path, facts: Iterable[str]) -> Project:
    unpack(REGISTRY, root)
    for number, fact in enumerate(facts):
        wrote(root, f"f{number}", fact)
    made = Project(root, RULES)
    made.leave()
    return made


@pytest.mark.parametrize("name", CHAINS)
def test_what_bears_on_it_by_way_of_others_is_seen(name: str, tmp_path: Path) -> None:
    rule, facts, other = CHAINS[name]
    made = project(tmp_path, facts)
    found = []
    for fact in (other, facts[0], other):
        wrote(tmp_path, "f0", fact)
        report = made.after_edit()
        assert report is not None
        assert said(report) == said(made.whole())
        found.append({each.message for each in report.findings if each.rule == rule})
    assert found[0] != found[1]
    assert found[0] == found[2]


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        (IN_BAKU, IN_BAKU.replace("baku", "islamabad"), {"f1#it"}),
        ("{id: it, event: fifth, number: 5}", "{id: it, event: fifth, number: 6}", {"f2#it", "f3#it"}),
        ("{id: it, role: chief, person: bajwa}", "{id: it, role: chief, person: qamar}", {"elsewhere#chief"}),
        (
            "{id: it, relation: has-part, subject: baku, object: azerbaijan}",
            "{id: it, relation: has-part, subject: baku, object: baku}",
            set(),
        ),
    ],
    ids=["event", "edition", "role", "relation"],
)
def test_only_what_an_edit_may_concern_is_read(
    before: str, after: str, read: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = (IN_ISLAMABAD, "{id: it, event: fifth, part_of: between}", "{id: it, event: fourth, number: 4}")
    made = project(tmp_path, (before, *others))
    typed: set[str] = set()
    real = standing.stored_files

    def noted(store: object, facts: Iterable[object], *rest: object) -> object:
        some = list(facts)
        typed.update(fact.ref for fact in some)  # type: ignore[attr-defined]
        return real(store, some, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(changes, "stored_files", noted)
    wrote(tmp_path, "f0", after)
    assert made.after_edit() is not None
    assert typed == read
