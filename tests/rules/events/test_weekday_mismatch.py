from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.weekday_mismatch import WeekdayMismatch
from factlint.rules.events.weekdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SILENT = {
    "the day's own weekday": "event: visit, date: 2021-06-23, weekday: Wednesday",
    "in short and in small letters": "event: visit, date: 2021-06-23, weekday: wed",
    "a date that leaves the day open": "event: visit, date: 2021-06, weekday: Friday",
    "one of two days": 'event: visit, date: "[2021-06-22..2021-06-23]", weekday: Tuesday',
    "a day of a stretch": "event: visit, date: 2021-06-22/2021-06-24, weekday: Thursday",
    "an open stretch": "event: visit, date: 2021-06-22/.., weekday: Sunday",
    "no date": "event: visit, weekday: Sunday",
    "the registry's date": "event: signing, weekday: Wednesday",
    "a Julian date": "event: visit, date: 1917-10-25, calendar: julian, weekday: Wednesday",
    "denied": "event: visit, date: 2021-06-23, weekday: Monday, mode: denied",
    "planned for another day than it was held on": "event: signing, weekday: Monday, mode: planned",
    "put off from another day": "event: signing, weekday: Monday, postponed: true",
    "announced on another day": "event: signing, weekday: Monday, date_kind: announced",
}

LOUD = {
    "another weekday": "event: visit, date: 2021-06-23, weekday: Monday",
    "a weekday that the registry's date has not": "event: signing, weekday: Monday",
    "none of two days": 'event: visit, date: "[2021-06-22..2021-06-23]", weekday: Sunday',
    "no day of a stretch": "event: visit, date: 2021-06-22/2021-06-24, weekday: Sunday",
    "the Gregorian weekday of a Julian date": "event: visit, date: 1917-10-25, calendar: julian, weekday: Saturday",
    "a plan that contradicts itself": "event: visit, date: 2021-06-28, weekday: Wednesday, mode: planned",
}

MIDNIGHT = {
    "the day before": "event: visit, date: 2021-06-23, weekday: Tuesday",
    "the day after": "event: visit, date: 2021-06-23, weekday: Thursday",
    "the day before a stretch": "event: visit, date: 2021-06-22/2021-06-24, weekday: Monday",
    "the day after a stretch": "event: visit, date: 2021-06-22/2021-06-24, weekday: Friday",
}


@pytest.mark.parametrize("fact", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(fact: str, find: Find) -> None:
    assert find(WeekdayMismatch, fact) == ()


@pytest.mark.parametrize("fact", LOUD.values(), ids=LOUD)
def test_it_finds(fact: str, find: Find) -> None:
    (finding,) = find(WeekdayMismatch, fact)
    assert (finding.severity, finding.facts, finding.anchor) == ("error", ("x#f1",), "x#f1@weekday")


@pytest.mark.parametrize("fact", MIDNIGHT.values(), ids=MIDNIGHT)
def test_it_warns_of_the_day_beside(fact: str, find: Find) -> None:
    (finding,) = find(WeekdayMismatch, fact)
    assert finding.severity == "warning"
    assert "midnight" in finding.message


def test_a_superseded_weekday_is_no_finding(find: Find) -> None:
    wrong = "event: visit, date: 2021-06-23, weekday: Monday"
    right = "event: visit, date: 2021-06-23, weekday: Wednesday, supersedes: f1"
    assert find(WeekdayMismatch, wrong, right) == ()


def test_it_points_at_the_registry_where_that_gives_the_date(find: Find) -> None:
    (finding,) = find(WeekdayMismatch, "event: signing, weekday: Monday")
    assert finding.related[0].place.path == "facts/registry/events.yaml"
    assert "23 June 2021, its date in the registry, is a Wednesday" in finding.message


@pytest.mark.parametrize(
    ("date", "weekday", "hint"),
    [
        ("2021-03-06", "Thursday", "3 June 2021 is a Thursday: day and month are swapped"),
        ("2022-06-23", "Wednesday", "23 June 2021 is a Wednesday: the year is one too high"),
        ("2020-06-23", "Wednesday", "23 June 2021 is a Wednesday: the year is one too low"),
        ("2021-06-23", "Sunday", None),
    ],
)
def test_it_hints_at_the_slip(date: str, weekday: str, hint: str | None, find: Find) -> None:
    (finding,) = find(WeekdayMismatch, f"event: visit, date: {date}, weekday: {weekday}")
    assert finding.hint == hint


def test_a_julian_slip_is_one_of_the_julian_calendar(find: Find) -> None:
    (finding,) = find(WeekdayMismatch, "event: visit, date: 1916-10-25, calendar: julian, weekday: Wednesday")
    assert finding.hint == "7 November 1917 is a Wednesday: the year is one too low"


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.dates(dt.date(1800, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 8), st.sampled_from(WEEKDAYS)),
        min_size=40,
        max_size=40,
    )
)
def test_it_agrees_with_the_calendar(find: Find, printed: list[tuple[dt.date, int, str]]) -> None:
    facts = [
        f'event: visit, date: "[{day}..{day + dt.timedelta(length)}]", weekday: {weekday}'
        for day, length, weekday in printed
    ]
    found = {each.facts: each.severity for each in find(WeekdayMismatch, *facts)}
    for number, (day, length, weekday) in enumerate(printed, start=1):
        near = {WEEKDAYS[(day + dt.timedelta(step)).weekday()] for step in range(-1, length + 2)}
        inside = {WEEKDAYS[(day + dt.timedelta(step)).weekday()] for step in range(length + 1)}
        expected = None if weekday in inside else "warning" if weekday in near else "error"
        assert found.get((f"x#f{number}",)) == expected
