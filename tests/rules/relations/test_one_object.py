from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.one_object import OneObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "one object twice": ("2021; a seat b; since: 2015", "2021; a seat b; since: 2016"),
    "disjoint times": ("2021; a seat b; date: 2000/2010", "2021; a seat c; date: 2011/2015"),
    "a change on one day": ("2021; a seat b; date: 2000/2010-05-05", "2021-01-01; a seat c; since: 2010-05-05"),
    "a date on the day of a change": ("2021; a seat b; date: 2000/2010-05-05", "2021; a seat c; date: 2010-05-05"),
    "dates that may be apart": ("2021; a seat b; date: 2015", "2021; a seat c; date: 2015"),
    "an unknown end": ("2021; a seat b; date: 2015-05-05", "2021; a seat c; date: 2016-05-05"),
    "articles of different days": ("2021-06-23; a seat b", "2021-06-24; a seat c"),
    "articles of unknown days": ("2021; a seat b", "2022; a seat c"),
    "a place in its country": ("2021-06-23; a seat b", "2021-06-23; a seat b1"),
    "another subject": ("2021-06-23; a seat b", "2021-06-23; d seat c"),
    "another scope": ("2021-06-23; a seat b", "2021-06-23; a seat c; scope: {of: summer}"),
    "a relation with many objects": ("2021-06-23; a likes b", "2021-06-23; a likes c"),
    "planned": ("2021-06-23; a seat b", "2021-06-23; a seat c; mode: planned"),
    "denied": ("2021-06-23; a seat b", "2021-06-23; a seat c; mode: denied"),
    "superseded": ("2021-06-23; a seat b", "2021-06-23; a seat c; supersedes: f1"),
    "literal objects": (
        "2021-06-23; relation: seat, subject: a, value: the capital",
        "2021-06-23; relation: seat, subject: a, value: the old town",
    ),
    "one day in two calendars": (
        "2021; a seat b; date: 1900/1917-11-07",
        "2021; a seat c; date: 1917-10-25/1920; calendar: julian",
    ),
}
LOUD = {
    "two stretches": (("2021; a seat b; date: 2000/2010", "2021; a seat c; date: 2005/2012"), "error"),
    "two since": (("2021-06-23; a seat b; since: 2010", "2020-01-01; a seat c; since: 2012"), "error"),
    "a day within a stretch": (("2021; a seat b; date: 2000/2010", "2021; a seat c; date: 2005-05-05"), "error"),
    "one day": (("2021; a seat b; date: 2005-05-05", "2021; a seat c; asof: 2005-05-05"), "error"),
    "articles of one day": (("2021-06-23; a seat b", "2021-06-23; a seat c"), "warning"),
    "one file without a day": (("-; a seat b", "-; a seat c"), "warning"),
    "an article after since": (("2020-01-01; a seat b", "2021-06-23; a seat c; since: 2010"), "warning"),
    "two places in one country": (("2021-06-23; a seat b1", "2021-06-23; a seat b2"), "warning"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(OneObject, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(OneObject, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (["f1", "f2"], severity)


def test_who_is_contradicted_twice_is_the_suspect(told: Told) -> None:
    (finding,) = told(OneObject, *(f"2021-06-23; a seat {thing}; asof: 2020-01-01" for thing in "bcc"))
    assert [ref[-2:] for ref in finding.suspects] == ["f1"]
    assert [spot.fact[-2:] for spot in finding.related if spot.fact] == ["f2", "f3"]


def test_a_clash_of_dates_comes_before_one_of_articles(told: Told) -> None:
    (finding,) = told(
        OneObject,
        "2021-06-23; a seat b",
        "2021-06-23; a seat c; since: 2010",
        "2021-06-23; a seat d; since: 2011",
    )
    assert ([ref[-2:] for ref in finding.facts], finding.severity) == (["f2", "f3"], "error")


def test_two_clashes_at_two_times_are_two_findings(told: Told) -> None:
    days = ("2001-01-01", "2001-01-01", "2009-09-09", "2009-09-09")
    found = told(OneObject, *(f"2021; a seat {'bc'[n % 2]}; date: {day}" for n, day in enumerate(days)))
    assert [[ref[-2:] for ref in each.facts] for each in found] == [["f1", "f2"], ["f3", "f4"]]


def test_what_is_possible_is_a_note_for_the_pedantic(told: Told) -> None:
    (finding,) = told(OneObject, "2021; a seat b; date: 2015", "2021; a seat c; date: 2015-05", pedantic=True)
    assert (finding.severity, finding.message[:10]) == ("note", "possibly: ")


def test_an_open_end_is_not_even_possible(told: Told) -> None:
    assert told(OneObject, "2021; a seat b; since: 2015", "2021; a seat c; date: 2015-05", pedantic=True) == ()


def test_it_says_both_sides_with_their_times(told: Told) -> None:
    (finding,) = told(OneObject, "2021-06-23; a seat b; since: 2015-05-05", "2020-02-03; a seat c")
    said = "Aland “has its seat in” Candia in an article of 3 February 2020 and Bohemia since 5 May 2015, but "
    assert finding.message.startswith(said)
