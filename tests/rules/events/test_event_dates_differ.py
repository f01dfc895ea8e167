from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.findings import Finding, in_order
from factlint.reading import date as dates
from factlint.rules.events.event_dates_differ import EventDatesDiffer
from factlint.rules.events.event_days import differing
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.corpus import Corpus, Settings


def found_in(corpus: Corpus) -> tuple[Finding, ...]:
    return in_order(findings_of(EventDatesDiffer, corpus))


def written(*facts: str, date: str = "") -> str:
    known = f", date: {date}" if date else ""
    lines = "\n".join(f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(facts, start=1))
    registry = f"== facts/registry/events.yaml\nvisit: {{name: the visit{known}}}\nwar: {{name: the war}}\n"
    return f"{registry}== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n"


@pytest.fixture
def find(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """The findings among facts, each written as one flow mapping without its id; `date` is the registry's own."""
    return lambda *facts, date="": found_in(load_corpus(project(written(*facts, date=date))))


def visit(date: str, more: str = "") -> str:
    return f'event: visit, date: "{date}"{f", {more}" if more else ""}'


SILENT = {
    "one day": (visit("2021-06-23"), visit("2021-06-23")),
    "a day and its month": (visit("2021-06-23"), visit("2021-06")),
    "a day and its year": (visit("2021"), visit("2021-06-23")),
    "sometime between": (visit("[2021-06-01..2021-06-30]"), visit("2021-06-23")),
    "a winter and one of the years that it touches": (visit("2014-winter"), visit("2013-12-20")),
    "an approximate year": (visit("2014~"), visit("2015-03-01")),
    "a day within a stretch": (visit("2021-06-21/2021-06-24"), visit("2021-06-23")),
    "two days within a known stretch": (visit("2021-06-21/2021-06-24"), visit("2021-06-22"), visit("2021-06-23")),
    "a stretch and its months": (visit("2020-09-27/2020-11-10"), visit("2020-09/2020-11")),
    "a stretch that has not ended": (visit("2020-09-27/.."), visit("2020-09-27/2020-11-10"), visit("2020-10-30")),
    "two days of an event that lasts": (visit("2021-06-21", "duration: three-day"), visit("2021-06-23")),
    "announced, signed, held and in force": (
        visit("2021-03-01", "date_kind: announced"),
        visit("2021-03-02", "date_kind: signed"),
        visit("2021-03-03"),
        visit("2021-03-04", "date_kind: in-force"),
    ),
    "planned for another day": (visit("2021-06-21", "mode: planned"), visit("2021-06-23")),
    "denied": (visit("2021-06-21", "mode: denied"), visit("2021-06-23")),
    "postponed": (visit("2021-06-21", "postponed: true"), visit("2021-06-23")),
    "cancelled": (visit("2021-06-21", "status: cancelled"), visit("2021-06-23")),
    "revised": (visit("2021-06-21"), visit("2021-06-23", "supersedes: f1")),
    "another scope": (visit("2021-06-21", "scope: {city: Baku}"), visit("2021-06-23")),
    "the same day of two calendars": (visit("1917-10-25", "calendar: julian"), visit("1917-11-07")),
    "another event": (visit("2021-06-21"), 'event: war, date: "2021-06-23"'),
    "no date": ("event: visit", visit("2021-06-23")),
}

LOUD = {
    "two days": (visit("2021-06-21"), visit("2021-06-23")),
    "two days one after another": (visit("2021-06-22"), visit("2021-06-23")),
    "two years": (visit("2020"), visit("2021")),
    "a day outside a month": (visit("2021-06"), visit("2021-07-01")),
    "a day outside a stretch": (visit("2021-06-21/2021-06-24"), visit("2021-06-25")),
    "stretches that begin on two days": (visit("2021-06-21/2021-06-24"), visit("2021-06-22/2021-06-24")),
    "stretches that end on two days": (visit("2021-06-21/2021-06-24"), visit("2021-06-21/2021-06-25")),
    "a stretch that begins after another ended": (visit("../2021-06-24"), visit("2021-06-25/..")),
    "days too far apart for the event": (visit("2021-06-20", "duration: three-day"), visit("2021-06-24")),
    "two days of signature": (visit("2021-06-21", "date_kind: signed"), visit("2021-06-23", "date_kind: signed")),
    "two days within one scope": (
        visit("2021-06-21", "scope: {city: Baku}"),
        visit("2021-06-23", "scope: {city: Baku}"),
    ),
    "one date in two calendars": (visit("1917-10-25", "calendar: julian"), visit("1917-10-25")),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find(*facts) == ()


@pytest.mark.parametrize("facts", LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(*facts)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert (finding.severity, finding.anchor) == ("error", "x#f1@date")


def test_the_registry_counts_for_the_day_on_which_it_was_held(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(visit("2021-06-22"), date="2021-06-23")
    assert (finding.facts, finding.suspects) == (("x#f1",), ("x#f1",))
    assert [spot.place.path for spot in finding.related] == ["facts/registry/events.yaml"]
    assert "is dated 22 June 2021, but 23 June 2021 in the registry" in finding.message
    assert find(visit("2021-06-22", "date_kind: signed"), date="2021-06-23") == ()
    assert find(visit("2021-06-22", "scope: {city: Baku}"), date="2021-06-23") == ()
    assert find(visit("2021-06"), date="2021-06-23") == ()
    assert find(visit("2021-06-22"), visit("2021-06-23"), date="2021-06-21/2021-06-24") == ()


def test_the_odd_one_out_is_the_suspect(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(visit("2021-06-21"), visit("2021-06-23"), visit("2021-06-23"))
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1",))
    assert find(visit("2021-06-21"), visit("2021-06-22"), visit("2021-06-23"))[0].suspects == ()


def test_many_dates_of_one_event_are_one_finding(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(*(visit(f"2021-06-{1 + number % 5:02}") for number in range(9)))
    assert finding.facts == ("x#f1", "x#f2")
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3", "x#f4", "x#f5"]


def test_a_date_that_cannot_be_read_is_left_out(find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find(visit("2021-06-31"), visit("2021-06-23")) == ()
    assert find() == ()


DAYS = ["2021-06-01", "2021-06-02", "2021-06-04", "2021-06-07", "[2021-06-02..2021-06-05]", "[..2021-06-03]", "2021-06"]
STRETCHES = [
    "2021-06-01/2021-06-04",
    "2021-06-02/2021-06-04",
    "2021-06-02/2021-06-07",
    "2021-06-03/..",
    "../2021-06-05",
]
texts = st.sampled_from([*DAYS, *STRETCHES])
many = st.lists(st.tuples(texts, st.sampled_from("ab")), max_size=6)
JUNE = range(dates.read("2021-05-29").earliest, dates.read("2021-07-03").earliest)


def frame_of(told: list[tuple[str, str]], spread: int) -> pd.DataFrame:
    rows = []
    for number, (text, event) in enumerate(told):
        date = dates.read(text)
        rows.append((f"x#{number}", event, "held", "", date, *date.begins, *date.ends, spread))
    ends = ["date_begins_earliest", "date_begins_latest", "date_ends_earliest", "date_ends_latest"]
    return pd.DataFrame(rows, columns=["fact", "event", "date_kind", "scope", "date", *ends, "spread"])


def possible(told: list[dates.Date], spread: int) -> bool:
    """By trying every first and last day in June: some days of the event are as each of its dates says."""
    stretches = [date for date in told if date.stretch]
    spans = ((begin, end) for begin in JUNE for end in JUNE if begin <= end)
    return any(
        all(date.begins[0] <= begin <= date.begins[1] and date.ends[0] <= end <= date.ends[1] for date in stretches)
        and all(max(begin, date.earliest) <= min(end, date.latest) for date in told if not date.stretch)
        for begin, end in spans
        if stretches or end - begin <= spread
    )


@settings(deadline=None)
@given(many, st.integers(0, 3))
def test_it_finds_what_no_choice_of_days_satisfies(told: list[tuple[str, str]], spread: int) -> None:
    found = list(differing(frame_of(told, spread)))
    expected = []
    for event in "ab":
        own = [dates.read(text) for text, each in told if each == event]
        expected += [] if possible(own, spread) else [event]
    assert [told[each.pair[0]][1] for each in found] == expected
    for each in found:
        assert not possible([dates.read(told[row][0]) for row in each.pair], spread)


@settings(deadline=None)
@given(many, st.integers(0, 3))
def test_suspects_are_those_without_which_all_others_agree(told: list[tuple[str, str]], spread: int) -> None:
    for found in differing(frame_of(told, spread)):
        event = told[found.pair[0]][1]
        for row in found.pair:
            rest = [dates.read(text) for other, (text, each) in enumerate(told) if each == event and other != row]
            assert possible(rest, spread) == (row in found.suspects)


on_disk = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@on_disk
@given(many, st.permutations(range(6)))
def test_the_order_of_facts_means_nothing(tmp_path: Path, told: list[tuple[str, str]], order: list[int]) -> None:
    names = {"a": "visit", "b": "war"}
    lines = [f'  - {{id: f{n}, event: {names[event]}, date: "{text}"}}' for n, (text, event) in enumerate(told)]
    said = []
    for each in (lines, [lines[number] for number in order if number < len(lines)]):
        head = written().rstrip("\n")
        unpack("\n".join([head, *each]), tmp_path)
        corpus = load_corpus(load_settings(tmp_path))
        findings = found_in(corpus)
        parts = [frozenset(rows["fact"]) for _, rows in corpus.table("events").groupby("event")]
        assert in_order(f for part in parts for f in found_in(corpus.keeping({"events": part}))) == findings
        said.append({(finding.message, finding.facts, finding.suspects) for finding in findings})
    assert said[0] == said[1]
