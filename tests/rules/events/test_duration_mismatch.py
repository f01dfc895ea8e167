from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.check import findings_of
from factlint.findings import Finding, Severity, in_order
from factlint.rules.events.duration_mismatch import DurationMismatch
from factlint.rules.events.event_dates_differ import EventDatesDiffer

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

    Find = Callable[..., tuple[Finding, ...]]

WAR = '"2020-09-27/2020-11-10"'


@pytest.fixture
def corpus(corpus_of: Callable[[str], Corpus]) -> Callable[..., Corpus]:
    def make(*facts: str, date: str = "") -> Corpus:
        known = f", date: {date}" if date else ""
        lines = "\n".join(f"  - {{id: f{number}, event: war, {fact}}}" for number, fact in enumerate(facts, start=1))
        return corpus_of(
            f"== facts/registry/events.yaml\nwar: {{name: the war{known}}}\n"
            f"== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n"
        )

    return make


@pytest.fixture
def find(corpus: Callable[..., Corpus]) -> Find:
    return lambda *facts, date="": in_order(findings_of(DurationMismatch, corpus(*facts, date=date)))


@pytest.mark.parametrize(
    "duration",
    [
        "44 days",
        "45 days",
        "six weeks",
        "about 42 days",
        "more than 40 days",
        "up to 50 days",
        "44 to 46 days",
        "a month",
    ],
)
def test_both_ways_of_counting_and_hedges_are_right(duration: str, find: Find) -> None:
    assert not find(f"date: {WAR}", f"duration: {duration}")


@pytest.mark.parametrize("duration", ["43 days", "46 days", "four weeks", "three months", "a year", "over 50 days"])
def test_another_length_is_not(duration: str, find: Find) -> None:
    (finding,) = find(f"date: {WAR}", f"duration: {duration}")
    assert finding.severity is Severity.ERROR
    assert finding.facts == finding.suspects == ("x#f1", "x#f2")


@pytest.mark.parametrize(
    ("begin", "end", "loud"),
    [("2021-02-01", "2021-02-28", False), ("2021-01-31", "2021-02-28", False), ("2021-01-01", "2021-03-20", True)],
)
def test_a_month_is_one_of_the_calendar(begin: str, end: str, loud: bool, find: Find) -> None:
    assert bool(find(f'date: "{begin}/{end}", duration: one month')) == loud


def test_the_chain_reads_as_a_sentence(find: Find) -> None:
    (finding,) = find("date: 2020-09-27/..", "duration: 44 days", "date: 2020-12-09")
    assert finding.message == (
        "the war began on 27 September 2020 and lasted 44 days, so it ended by 10 November 2020, but it took place on "
        "9 December 2020: correct the duration or a date"
    )
    assert finding.suspects == ("x#f1", "x#f2", "x#f3")
    assert [spot.message for spot in finding.related] == [
        "the war began on 27 September 2020",
        "the war lasted 44 days",
    ]


def test_what_is_too_short_is_told_from_its_beginning(find: Find) -> None:
    (finding,) = find('date: "2020-09-27/2020-09-30"', "duration: 44 days")
    assert finding.message.startswith(
        "the war began on 27 September 2020 and lasted 44 days, so it ended on 9 November 2020 at the earliest, but it "
        "ended on 30 September 2020"
    )


def test_the_registry_is_right_and_the_fact_suspect(find: Find) -> None:
    (finding,) = find("duration: three-day", date=WAR)
    assert finding.facts == finding.suspects == ("x#f1",)
    assert [spot.place.path for spot in finding.related] == ["facts/registry/events.yaml"]


def test_two_lengths_differ_without_any_date(find: Find) -> None:
    (finding,) = find("duration: three-day", "duration: 30 days", "duration: a month")
    assert finding.suspects == ("x#f1",)
    assert "in one fact" in finding.message


@pytest.mark.parametrize(
    "second",
    [
        "duration: 10 days, mode: planned",
        "duration: 10 days, mode: denied",
        "duration: 10 days, postponed: true",
        "duration: 10 days, status: cancelled",
        "duration: 10 days, scope: {front: north}",
        "duration: 10 days, date_kind: announced",
    ],
)
def test_what_does_not_count_is_silent(second: str, find: Find) -> None:
    assert not find(f"date: {WAR}", second)


def test_a_revised_length_counts_no_more(find: Find) -> None:
    assert not find("duration: 10 days", f"date: {WAR}, supersedes: f1")


def test_days_further_apart_than_the_duration_are_told_by_event_dates_differ_alone(
    corpus: Callable[..., Corpus],
) -> None:
    made = corpus("date: 2021-06-01, duration: three-day", "date: 2021-06-10")
    assert len(findings_of(EventDatesDiffer, made)) == 1
    assert not findings_of(DurationMismatch, made)


def test_days_that_only_a_shorter_duration_forbids_are_told_here(corpus: Callable[..., Corpus]) -> None:
    made = corpus("date: 2021-06-01, duration: three-day", "date: 2021-06-10", "duration: 3 to 12 days")
    assert not findings_of(EventDatesDiffer, made)
    assert len(findings_of(DurationMismatch, made)) == 1
