"""Offices as timelines: terms, open ends, and the days on which somebody is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER, Days, read
from factlint.survey.days import Span, days
from factlint.survey.terms import offices

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

PROJECT = """
== facts/registry/people.yaml
anna: {name: Anna}
bela: {name: Béla}
cora: {name: Cora}
== facts/registry/offices.yaml
minister: {title: Minister}
deputy: {title: Deputy, seats: many}
== facts/registry/events.yaml
talks: {name: Talks}
== facts/one.yaml
source: {title: One}
published: 2022-01-01
facts:
  - {id: seen, role: minister, person: Anna}
  - {id: term, role: minister, person: Anna, from: 2020-05, until: 2021-09-30}
  - {id: begun, role: minister, person: Béla, from: 2021-10-01}
  - {id: ended, role: deputy, person: Cora, until: 2019, acting: true}
  - {id: hoped, role: deputy, person: Anna, from: 2023-01-01, mode: planned}
  - {id: old, role: deputy, person: Anna, from: 2001-01-01}
  - {id: new, role: deputy, person: Anna, at: 2002-01-01, supersedes: old}
  - {id: talks, event: talks, date: 2020-11-10}
"""


def day(text: str) -> int:
    return read(text).earliest


def test_terms_come_first_and_holders_by_their_beginning(corpus_of: Callable[[str], Corpus]) -> None:
    deputy, minister = offices(corpus_of(PROJECT))
    assert (deputy.title, deputy.seats, minister.title, minister.seats) == ("Deputy", None, "Minister", 1)
    assert [holder.name for holder in minister.holders] == ["Anna", "Béla"]
    assert [each.fact for each in minister.holders[0].holdings] == ["one#term", "one#seen"]
    assert minister.holders[0].holdings[0].span == Span(
        "term", Days(day("2020-05-01"), day("2020-05-31")), Days(day("2021-09-30"), day("2021-09-30"))
    )


def test_an_end_that_is_not_said_is_open(corpus_of: Callable[[str], Corpus]) -> None:
    spans = days(corpus_of(PROJECT))
    assert spans["one#begun"].last == Days(day("2022-01-01"), FOREVER)
    assert spans["one#ended"].first == Days(NEVER, day("2019-01-01"))
    assert spans["one#seen"].first == spans["one#seen"].last == Days(day("2022-01-01"), day("2022-01-01"))
    assert spans["one#talks"].kind == "moment"


def test_what_is_planned_or_superseded_is_no_term(corpus_of: Callable[[str], Corpus]) -> None:
    deputy, _ = offices(corpus_of(PROJECT))
    assert set(deputy.facts) == {"one#ended", "one#new"}
    assert [each.acting for holder in deputy.holders for each in holder.holdings] == [False, True]


def test_the_certain_days_are_those_of_every_reading(corpus_of: Callable[[str], Corpus]) -> None:
    spans = days(corpus_of(PROJECT))
    assert spans["one#term"].certain == Days(day("2020-05-31"), day("2021-09-30"))
    assert Span("moment", Days(3, 5), Days(3, 5)).certain is None
