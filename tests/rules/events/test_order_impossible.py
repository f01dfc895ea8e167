from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.check import findings_of
from factlint.findings import Finding, Severity, in_order
from factlint.reasoning import timeline_component
from factlint.rules.events.order_impossible import OrderImpossible

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

    Find = Callable[..., tuple[Finding, ...]]

REGISTRY = """
== facts/registry/events.yaml
talks: {name: the talks}
treaty: {name: the treaty}
visit: {name: the visit}
meeting: {name: the meeting}
war: {name: the war, date: 2020-09-27/2020-11-10}
battle: {name: the battle, part_of: war}
"""


@pytest.fixture
def find(corpus_of: Callable[[str], Corpus]) -> Find:
    def run(*facts: str) -> tuple[Finding, ...]:
        lines = "\n".join(f"  - {{id: f{number}, event: {fact}}}" for number, fact in enumerate(facts, start=1))
        corpus = corpus_of(f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n")
        return in_order(findings_of(OrderImpossible, corpus))

    return run


SILENT = {
    "on one day": ("talks, date: 2021-05-01, before: treaty", "treaty, date: 2021-05-01"),
    "in one month": ("talks, date: 2021-05, before: treaty", "treaty, date: 2021-05"),
    "ended on the day": ("meeting, date: 2020-11-10, after: war",),
    "within": ("meeting, date: 2020-10-01, during: war",),
    "on the second day of a visit": (
        "visit, date: 2021-06-21, duration: two-day",
        "meeting, date: 2021-06-22, during: visit",
    ),
    "each during the other": ("visit, during: meeting", "meeting, during: visit"),
    "signed, not held": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01, date_kind: signed"),
    "announced": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01, date_kind: announced"),
    "planned": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01, mode: planned"),
    "postponed": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01, postponed: true"),
    "cancelled": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01, status: cancelled"),
    "denied": ("talks, date: 2021-05-10, before: treaty, mode: denied", "treaty, date: 2021-05-01"),
    "another round": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01, scope: {round: first}"),
    "revised": ("treaty, date: 2021-05-01", "talks, date: 2021-05-10, before: treaty, supersedes: f1"),
    "of two calendars": ("talks, date: 1917-10-25, calendar: julian, before: treaty", "treaty, date: 1917-11-07"),
    "whose length is only planned": (
        "visit, date: 2021-06-21",
        "visit, duration: three-day, mode: planned",
        "meeting, date: 2021-06-23, during: visit",
    ),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_what_leaves_a_choice_is_silent(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts)


LOUD = {
    "before a day that came earlier": ("talks, date: 2021-05-10, before: treaty", "treaty, date: 2021-05-01"),
    "after a day that came later": ("talks, date: 2021-05-10", "treaty, date: 2021-05-01, after: talks"),
    "before the end of a stretch": ("meeting, date: 2020-10-01, after: war",),
    "outside what it took place during": ("meeting, date: 2020-12-01, during: war",),
    "before one another": ("talks, before: treaty", "treaty, before: talks"),
    "before itself": ("talks, before: talks",),
    "both before and after": ("talks, before: treaty", "talks, after: treaty"),
    "longer than what it took place during": ("meeting, duration: 60 days, during: war",),
    "through a third": (
        "talks, date: 2021-05-10, before: treaty",
        "treaty, before: visit",
        "visit, date: 2021-05-01",
    ),
    "too little time between": (
        "talks, date: 2021-05-01, before: visit",
        "visit, duration: ten-day, before: treaty",
        "treaty, date: 2021-05-05",
    ),
    "with a part in between": ("battle, before: talks", "talks, date: 2020-09-01"),
}


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_what_leaves_none_is_an_error(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(*facts)
    assert finding.severity is Severity.ERROR
    assert finding.facts == tuple(f"x#f{number}" for number in range(1, len(facts) + 1))
    assert finding.suspects == finding.facts


def test_the_chain_is_told_in_the_order_of_time(find: Find) -> None:
    (finding,) = find(*LOUD["through a third"])
    assert finding.message == (
        "the talks took place on 10 May 2021 and came before the treaty, which came before the visit, but the visit "
        "took place on 1 May 2021: correct a date or the order"
    )


def test_what_a_duration_leads_to_is_said(find: Find) -> None:
    (finding,) = find(*LOUD["too little time between"])
    assert "so the treaty began on 10 May 2021 at the earliest" in finding.message


def test_a_whole_of_one_day_is_a_default_and_so_a_warning(find: Find) -> None:
    (finding,) = find("visit, date: 2021-06-21", "meeting, date: 2021-06-23, during: visit")
    assert finding.severity is Severity.WARNING
    assert finding.hint is not None
    assert "counts as one day" in finding.hint


def test_the_one_wrong_date_among_many_is_suspected_once(find: Find) -> None:
    (finding,) = find(
        "talks, date: 2021-05-10",
        "treaty, date: 2011-05-12, after: talks",
        "visit, date: 2021-05-20, after: talks",
        "visit, before: meeting",
        "meeting, date: 2021-06-01, before: treaty",
    )
    assert finding.suspects == ("x#f2",)


def test_independent_contradictions_are_told_each(find: Find) -> None:
    found = find(
        "talks, date: 2021-05-10, before: treaty",
        "treaty, date: 2021-05-01, before: visit",
        "visit, date: 2021-08-01, before: meeting",
        "meeting, date: 2021-07-01",
    )
    assert [finding.facts for finding in found] == [("x#f1", "x#f2"), ("x#f3", "x#f4")]


def test_what_is_too_large_to_decide_is_a_note(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_component, "_LEAST_EFFORT", 1)
    monkeypatch.setattr(timeline_component, "_EFFORT", 0)
    assert {finding.severity for finding in find(*LOUD["through a third"])} == {Severity.NOTE}


def test_a_very_long_chain_is_told_shortened(corpus_of: Callable[[str], Corpus]) -> None:
    entries = "\n".join(f"e{number}: {{name: E{number}}}" for number in range(31))
    orders = "\n".join(f"  - {{id: f{number}, event: e{number}, before: e{number + 1}}}" for number in range(10, 30))
    corpus = corpus_of(
        f"== facts/registry/events.yaml\n{entries}\n== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{orders}\n"
        "  - {id: a, event: e10, date: 2021}\n  - {id: b, event: e30, date: 2020}\n"
    )
    (finding,) = findings_of(OrderImpossible, corpus)
    assert len(finding.facts) == 22
    assert "and so on over 10 steps, E29 came before E30, but E30 took place in 2020" in finding.message
    assert len(finding.message) < 500
