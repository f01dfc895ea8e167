"""`published-before-event`: what is told as done cannot lie after publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.findings import Place, Severity
from factlint.rules.evidence.published_before_event import PublishedBeforeEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[[type[Rule], str], tuple[Finding, ...]]

REGISTRY = """== facts/registry/people.yaml
khan: {name: Imran Khan}
== facts/registry/offices.yaml
pm: {title: Prime Minister}
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
debt: {name: debt, kind: stock, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
== facts/registry/events.yaml
talks: {name: Talks}
== facts/registry/relations.yaml
supports: {name: supports}
"""
HEAD = "== facts/a.yaml\nsource: {title: Ties}\npublished: %s\nfacts:\n"


def project(*facts: str, published: str = "2021-06-23") -> str:
    lines = "".join(f"  - {{id: f{number}, {fact}}}\n" for number, fact in enumerate(facts))
    return f"{REGISTRY}{HEAD % published}{lines}"


def test_an_event_two_days_after_publication_is_an_error(found: Found) -> None:
    (finding,) = found(PublishedBeforeEvent, project("event: talks, date: 2021-06-25"))
    assert finding.message == (
        "this is told as done, but date 2021-06-25 lies after the article was published 2021-06-23: "
        "correct the date, or write mode: planned"
    )
    assert finding.severity is Severity.ERROR
    assert finding.facts == ("a#f0",)
    assert finding.primary.place == Place("facts/a.yaml", 4, 34, 4, 44)
    assert [(spot.place.line, spot.message) for spot in finding.related] == [(2, "published 2021-06-23")]


@pytest.mark.parametrize(
    "fact",
    [
        "event: talks, date: 2021-06-24",
        "event: talks, date: 2021-06",
        "event: talks, date: 2021",
        "event: talks, date: 2021-06-22/2021-07-10",
        "event: talks, date: 2021-06-22/..",
        "event: talks, date: ../2022",
        "event: talks, date: 2021-09, mode: planned",
        "event: talks, date: 2021-09, mode: denied",
        "event: talks, date: 2021-09, postponed: true",
        "event: talks, date: 2021-09, status: cancelled",
        "event: talks, date: 2021-09, date_kind: announced",
        "event: talks, date: 2022, date_kind: in-force",
        "role: pm, person: khan, from: 2018-08-18, until: 2023-08-14",
        "role: pm, person: khan, until: 2023-08-14",
        "role: pm, person: khan",
        "figure: exports, of: azerbaijan, period: 2021, value: $3 million",
        "figure: exports, of: azerbaijan, period: 2020/2025, value: $3 million",
        "relation: supports, subject: pakistan, object: azerbaijan",
    ],
)
def test_what_may_have_begun_or_is_ahead_by_its_nature_is_silent(found: Found, fact: str) -> None:
    assert found(PublishedBeforeEvent, project(fact)) == ()


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        ("event: talks, date: 2021-07", "date"),
        ("event: talks, date: 2021-07-01/2021-07-04", "date"),
        ("event: talks, date: 2021-07, date_kind: signed", "date"),
        ("event: talks, asof: 2021-07", "asof"),
        ("role: pm, person: khan, at: 2021-07", "at"),
        ("role: pm, person: khan, from: 2021-07", "from"),
        ("figure: exports, of: azerbaijan, period: 2022, value: $3 million", "period"),
        ("figure: debt, of: azerbaijan, asof: 2021-07-01, value: $3 million", "asof"),
        ("relation: supports, subject: pakistan, object: azerbaijan, date: 2022", "date"),
        ("relation: supports, subject: pakistan, object: azerbaijan, since: 2022", "since"),
    ],
)
def test_every_kind_of_fact_has_its_dates_checked(found: Found, fact: str, field: str) -> None:
    (finding,) = found(PublishedBeforeEvent, project(fact))
    assert f"but {field} 2" in finding.message
    assert finding.anchor == f"a#f0@{field}"


def test_vague_publication_counts_to_its_last_day(found: Found) -> None:
    facts = ("event: talks, date: 2021-07-01", "event: talks, date: 2021-07-02")
    findings = found(PublishedBeforeEvent, project(*facts, published="2021-06"))
    assert [finding.facts for finding in findings] == [("a#f1",)]


def test_a_superseded_fact_is_settled(found: Found) -> None:
    facts = ("event: talks, date: 2021-07-20", "event: talks, date: 2021-06-20, supersedes: f0")
    assert found(PublishedBeforeEvent, project(*facts)) == ()


def test_without_a_day_of_publication_nothing_is_certain(found: Found) -> None:
    text = project("event: talks, date: 2121-06-25").replace("published: 2021-06-23\n", "")
    assert found(PublishedBeforeEvent, text) == ()
