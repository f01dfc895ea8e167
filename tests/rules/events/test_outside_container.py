from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.check import findings_of
from factlint.findings import Finding, Severity, in_order
from factlint.rules.events.outside_container import OutsideContainer

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

    Find = Callable[..., tuple[Finding, ...]]

REGISTRY = """
== facts/registry/events.yaml
war: {name: the war, date: 2020-09-27/2020-11-10}
battle: {name: the battle, part_of: war}
siege: {name: the siege, part_of: war}
raid: {name: the raid, part_of: siege, date: 2020-10-05}
trial: {name: the trial}
fair: {name: the fair}
show: {name: the show, part_of: fair}
early: {name: the early part, part_of: late, date: 2010-01-01}
late: {name: the late whole, date: 2020-01-01}
"""


@pytest.fixture
def find(corpus_of: Callable[[str], Corpus]) -> Find:
    def run(*facts: str) -> tuple[Finding, ...]:
        lines = "\n".join(f"  - {{id: f{number}, event: {fact}}}" for number, fact in enumerate(facts, start=1))
        corpus = corpus_of(f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n")
        return in_order(findings_of(OutsideContainer, corpus))

    return run


SILENT = {
    "within": ("battle, date: 2020-10-07",),
    "on the last day": ("battle, date: 2020-11-10",),
    "in a month that reaches beyond": ("battle, date: 2020-11",),
    "an aftermath": ("trial, date: 2021-03-01, part_of: war", "trial, after: war"),
    "an aftermath of the registry's whole": ("battle, date: 2020-12-01, after: war",),
    "a prelude": ("trial, date: 2020-01-01, part_of: war", "war, after: trial"),
    "a whole that lasted": ("fair, date: 2021-06-01, duration: a week", "show, date: 2021-06-04"),
    "planned": ("battle, date: 2021-01-01, mode: planned",),
    "postponed": ("battle, date: 2021-01-01, postponed: true",),
    "announced": ("battle, date: 2021-01-01, date_kind: announced",),
    "another scope": ("battle, date: 2021-01-01, scope: {side: other}",),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_parts_that_may_lie_within_are_silent(facts: tuple[str, ...], find: Find) -> None:
    assert not find(*facts)


LOUD = {
    "after the whole": ("battle, date: 2020-12-01",),
    "before the whole": ("battle, date: 2020-09-01",),
    "a part of a part": ("siege, date: 2020-10-07/2020-10-09",),
    "by a fact": ("trial, date: 2021-03-01, part_of: war",),
    "of a whole of one day": ("fair, date: 2021-06-01", "show, date: 2021-06-04"),
    "longer than the whole": ("battle, duration: 60 days",),
}


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_a_part_outside_its_whole_is_a_warning(facts: tuple[str, ...], find: Find) -> None:
    (finding,) = find(*facts)
    assert finding.severity is Severity.WARNING
    assert finding.facts == finding.suspects == tuple(f"x#f{number}" for number in range(1, len(facts) + 1))


def test_both_sides_are_named_with_their_dates(find: Find) -> None:
    (finding,) = find("battle, date: 2020-12-01")
    assert finding.message == (
        "the war ended on 10 November 2020 and the battle was part of it, but the battle took place on 1 December "
        "2020: correct a date, or write after: where it followed"
    )
    assert [spot.message for spot in finding.related] == [
        "the war ended on 10 November 2020",
        "the battle was part of the war",
    ]


def test_the_registry_alone_is_told_once_where_a_fact_is_about_it(find: Find) -> None:
    (finding,) = find("late, who: []", "early, who: []")
    assert finding.facts == ()
    assert finding.primary.place.path == "facts/registry/events.yaml"
    assert not find("trial, date: 2021-03-01")
