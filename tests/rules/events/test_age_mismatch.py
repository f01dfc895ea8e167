from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.age_mismatch import AgeMismatch
from factlint.rules.events.ages import completed

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


SILENT = {
    "before the birthday": "figure: age, of: ann, asof: 2021-06-05, value: 61",
    "on the birthday": "figure: age, of: ann, asof: 2021-06-06, value: 62 years",
    "in words": "figure: age, of: ann, asof: 2021-06-06, value: sixty-two",
    "a year in which both are possible, the one": "figure: age, of: ann, asof: 2021, value: 61",
    "a year in which both are possible, the other": "figure: age, of: ann, period: 2021, value: 62",
    "a year of birth, the one": "figure: age, of: ben, asof: 2019-06-20, value: 70",
    "a year of birth, the other": "figure: age, of: ben, asof: 2019-06-20, value: 71",
    "more than": "figure: age, of: ann, asof: 2021-06-05, value: more than 60",
    "about": "figure: age, of: ann, asof: 2021-06-05, value: about 60",
    "from to": "figure: age, of: ann, asof: 2021-06-05, value: 60 to 65",
    "under": "figure: age, of: ann, asof: 2021-06-05, value: under 62",
    "the age at death": "figure: age, of: cem, asof: 2021-06-23, value: 80",
    "the age that the dead would have": "figure: age, of: cem, asof: 2021-06-23, value: 98",
    "a leap day kept on the day before": "figure: age, of: eve, asof: 2021-02-28, value: 21",
    "a leap day kept on the day after": "figure: age, of: eve, asof: 2021-02-28, value: 20",
    "a body's years counted by the calendar": "figure: age, of: company, asof: 2021-03-02, value: 29",
    "a body's completed years": "figure: age, of: company, asof: 2021-03-02, value: 28",
    "a country": "figure: age, of: azerbaijan, asof: 2018-05-28, value: 100",
    "another measure": "figure: coverage, of: ann, asof: 2021, value: 5",
    "an average": "figure: average-age, of: army, asof: 2021, value: 22",
    "no day of birth": "figure: age, of: dan, asof: 2021, value: 5",
    "months": "figure: age, of: eve, asof: 2001-08-29, value: 18 months",
    "another scope": "figure: age, of: ann, asof: 2021, value: 5, scope: {in: office}",
    "planned": "figure: age, of: ann, asof: 2021, value: 5, mode: planned",
    "denied": "figure: age, of: ann, asof: 2021, value: 5, mode: denied",
    "no time": "figure: age, of: ann, value: 5",
    "an open time": "figure: age, of: ann, asof: 2021/.., value: 5",
}

LOUD = {
    "too young": ("figure: age, of: ann, asof: 2021-06-06, value: 52", "error"),
    "too old": ("figure: age, of: ann, asof: 2021, value: 64", "error"),
    "one off before the birthday": ("figure: age, of: ann, asof: 2021-06-05, value: 62", "warning"),
    "one off after it": ("figure: age, of: ann, asof: 2021-06-06, value: 61", "warning"),
    "more than": ("figure: age, of: ann, asof: 2021-06-06, value: more than 70", "error"),
    "under": ("figure: age, of: ann, asof: 2021-06-06, value: under 60", "error"),
    "exactly": ("figure: age, of: ann, asof: 2021-06-06, value: 63, precision: exact", "warning"),
    "neither the age at death nor now": ("figure: age, of: cem, asof: 2021-06-23, value: 90", "error"),
    "too old at death": ("figure: age, of: cem, asof: 2003-12-12, value: 82", "error"),
    "a body": ("figure: age, of: company, asof: 2021-03-02, value: 40", "error"),
    "a measure by its id's last word": ("figure: persons-age, of: ann, asof: 2021-06-06, value: 52", "error"),
    "a measure by its alias": ("figure: years-old, of: ann, asof: 2021-06-06, value: 52", "error"),
}


@pytest.mark.parametrize("fact", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(fact: str, find: Find) -> None:
    assert find(AgeMismatch, fact) == ()


@pytest.mark.parametrize(("fact", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(fact: str, severity: str, find: Find) -> None:
    (finding,) = find(AgeMismatch, fact)
    assert (finding.severity, finding.facts, finding.anchor) == (severity, ("x#f1",), "x#f1@value")


def test_it_says_both_dates_and_points_at_the_registry(find: Find) -> None:
    (finding,) = find(AgeMismatch, "figure: age, of: ann, asof: 2021-06-23, value: 70 years")
    assert "given as 70 years as of 23 June 2021, but Ann was born 6 June 1959, which makes 62" in finding.message
    assert finding.related[0].place.path == "facts/registry/people.yaml"


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("26", "26 reads as 62 if two digits were swapped"),
        ("52", "52 reads as 62 if a digit slipped"),
        ("162", "162 reads as 62 if a digit slipped"),
        ("63", "63 is reached on 6 June 2022"),
        ("more than 70", None),
        ("40", None),
    ],
)
def test_it_hints_at_the_slip(value: str, hint: str | None, find: Find) -> None:
    (finding,) = find(AgeMismatch, f"figure: age, of: ann, asof: 2021-06-23, value: {value}")
    assert finding.hint == hint


def test_a_revised_age_is_no_finding(find: Find) -> None:
    right = "figure: age, of: ann, asof: 2021-06-23, value: 62, supersedes: f1"
    assert find(AgeMismatch, "figure: age, of: ann, asof: 2021-06-23, value: 26", right) == ()


days = st.dates(dt.date(1850, 1, 1), dt.date(2100, 12, 31))


@given(st.lists(st.tuples(days, days), min_size=1))
def test_completed_years_are_counted_birthday_by_birthday(pairs: list[tuple[dt.date, dt.date]]) -> None:
    born, day = (
        np.array([(each - dt.date(1970, 1, 1)).days for each in column]) for column in zip(*pairs, strict=True)
    )
    for (begun, now), years in zip(pairs, completed(born, day), strict=True):
        assert years == now.year - begun.year - ((now.month, now.day) < (begun.month, begun.day))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(days, st.integers(0, 110), st.integers(-3, 3), st.sampled_from(["", "-XX", "YYYY"])), max_size=30
    )
)
def test_it_agrees_with_trying_every_day(find: Find, ages: list[tuple[dt.date, int, int, str]]) -> None:
    people, facts, expected = [], [], []
    for number, (born, age, off, form) in enumerate(ages):
        day = born + dt.timedelta(age * 365)
        begun = {"": str(born), "-XX": f"{born:%Y-%m}", "YYYY": f"{born:%Y}"}[form]
        births = [
            each
            for each in (dt.date(born.year, 1, 1) + dt.timedelta(step) for step in range(366))
            if f"{each}".startswith(begun)
        ]
        possible = {
            day.year - each.year - ((day.month, day.day) < birthday)
            for each in births
            for birthday in ((each.month, each.day), (each.month, min(each.day, 28 if each.month == 2 else 31)))
        }
        said = max(age + off, 0)
        people.append(f"p{number}: {{name: P{number}, born: {begun}}}")
        facts.append(f"figure: age, of: p{number}, asof: {day}, value: {said}")
        least = min(abs(said - each) for each in possible)
        expected.append(None if not least else "warning" if least == 1 else "error")
    registry = "== facts/registry/measures.yaml\nage: {kind: stock}\n== facts/registry/people.yaml\n" + "\n".join(
        people
    )
    found = {each.facts: each.severity for each in find(AgeMismatch, *facts, registry=registry)}
    assert [found.get((f"x#f{number}",)) for number in range(1, len(facts) + 1)] == expected
