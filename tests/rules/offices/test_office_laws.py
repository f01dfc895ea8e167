"""Rules on offices against trying everything on small instances."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.reading import date as dates
from factlint.reading.date import Days
from factlint.reading.quantity import read_duration
from factlint.reasoning.overlap import Intervals
from factlint.rules.offices.holder_returns import HolderReturns
from factlint.rules.offices.incompatible_offices import IncompatibleOffices
from factlint.rules.offices.lengths import after, fits
from factlint.rules.offices.rising import falls
from factlint.rules.offices.succession_broken import SuccessionBroken
from factlint.rules.offices.title_outdated import TitleOutdated
from factlint.rules.offices.title_premature import TitlePremature

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

on_disk = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FIRST = date(2010, 1, 1)
DAYS = st.integers(0, 9)
EPOCH = date(1970, 1, 1)


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


stretches = st.tuples(DAYS, DAYS).map(sorted)
points = st.lists(
    st.tuples(st.integers(0, 1), DAYS, st.integers(0, 2), st.integers(0, 4), st.integers(0, 1)), min_size=1, max_size=8
)


def falling(rows: list[tuple[int, int, int, int, int]]) -> set[tuple[int, int]]:
    """Every pair of which the later is certainly below the earlier."""
    return {
        (i, j)
        for i, (g, b, m, low, _) in enumerate(rows)
        for j, (h, c, _, least, more) in enumerate(rows)
        if g == h and b + m < c and least + more < low
    }


@given(points)
def test_what_falls_is_found_once_and_its_suspects_settle_it(rows: list[tuple[int, int, int, int, int]]) -> None:
    group, begin, more, low, wide = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    found = list(falls(np.arange(len(rows)), Intervals(group, begin, begin + more), (low, low + wide)))
    pairs = falling(rows)
    assert {(fall.before, fall.after) for fall in found} <= pairs
    assert {rows[i][0] for i, _ in pairs} == {rows[fall.before][0] for fall in found}
    for number in {row[0] for row in rows}:
        mine = [fall for fall in found if rows[fall.before][0] == number]
        if len(mine) == 1:
            (fall,) = mine
            own = {pair for pair in pairs if rows[pair[0]][0] == number}
            settle = {each for each in (fall.before, fall.after) if all(each in pair for pair in own)}
            assert set(fall.suspects) == settle


lengths = st.sampled_from(["2 days", "1 week", "1 month", "2 months", "about 1 month", "more than 9 days", "1 year"])


@given(lengths, st.integers(0, 800), st.integers(0, 40), st.integers(0, 400), st.integers(0, 40))
def test_a_length_fits_where_some_days_give_it(words: str, begin: int, wide: int, length: int, more: int) -> None:
    served = read_duration(words)
    first, last = Days(begin, begin + wide), Days(begin + length, begin + length + more)
    low, high, unit = served.either.low, served.either.high, served.unit or ""
    possible = any(
        (low is None or after(b, low, unit, up=False) <= e + 1) and (high is None or e <= after(b, high, unit, up=True))
        for b, e in product(range(first.earliest, first.latest + 1), range(last.earliest, last.latest + 1))
    )
    assert fits(served, first, last) == possible


@pytest.mark.parametrize(
    ("begin", "length", "unit", "up", "end"),
    [
        ("2020-01-31", 1, "month", False, "2020-02-29"),
        ("2020-01-31", 1, "month", True, "2020-03-01"),
        ("2016-02-29", 1, "year", False, "2017-02-28"),
        ("2003-10-31", 15, "year", False, "2018-10-31"),
        ("2003-10-31", Fraction(1, 2), "year", False, "2004-04-30"),
        ("2020-11-10", 44, "day", True, "2020-12-24"),
        ("2020-11-10", 2, "week", True, "2020-11-24"),
    ],
)
def test_lengths_follow_the_calendar(begin: str, length: int, unit: str, up: bool, end: str) -> None:
    assert dates.iso(after(dates.read(begin).earliest, Fraction(length), unit, up=up)) == end


@on_disk
@given(st.lists(stretches, min_size=1, max_size=3), st.lists(DAYS, min_size=1, max_size=3))
def test_titles_are_outside_where_no_term_and_no_handover_holds_the_day(
    find: Find, terms: list[list[int]], seen: list[int]
) -> None:
    roles = [f"role: mayor, person: a, from: {day(begin)}, until: {day(end)}" for begin, end in terms]
    roles += [f"role: mayor, person: a, at: {day(number)}" for number in seen]
    outside = [number for number in seen if all(not begin - 1 <= number <= end + 1 for begin, end in terms)]
    late = [number for number in outside if any(end < number for _, end in terms)]
    assert bool(find(TitleOutdated, *roles)) == bool(late)
    assert bool(find(TitlePremature, *roles)) == (len(late) < len(outside))


@on_disk
@given(st.lists(st.tuples(st.sampled_from(["senator", "deputy"]), stretches), min_size=1, max_size=4))
def test_offices_exclude_each_other_for_longer_than_a_handover(find: Find, terms: list[tuple[str, list[int]]]) -> None:
    roles = [f"role: {office}, person: a, from: {day(begin)}, until: {day(end)}" for office, (begin, end) in terms]
    held = {office: {n for each, (b, e) in terms if each == office for n in range(b, e + 1)} for office, _ in terms}
    both = held.get("senator", set()) & held.get("deputy", set())
    # From the first to the third day in common there are two, one more than a handover.
    assert bool(find(IncompatibleOffices, *roles)) == any(number + 2 in both and number + 1 in both for number in both)


@on_disk
@given(st.lists(st.tuples(st.sampled_from("abc"), DAYS), min_size=1, max_size=6, unique_by=lambda each: each[1]))
def test_somebody_returns_where_another_is_seen_in_between(find: Find, seen: list[tuple[str, int]]) -> None:
    roles = [f"role: mayor, person: {person}, at: {day(number)}" for person, number in seen]
    names = [person for person, _ in sorted(seen, key=lambda each: each[1])]
    runs = [name for place, name in enumerate(names) if not place or names[place - 1] != name]
    assert bool(find(HolderReturns, *roles)) == (len(runs) > len(set(runs)))


@on_disk
@given(st.permutations("abc"), st.sampled_from("abc"), st.sampled_from("abc"))
def test_a_succession_is_broken_where_it_is_not_the_next(find: Find, order: list[str], one: str, other: str) -> None:
    roles = [
        f"role: mayor, person: {person}, from: 19{place + 1}0-01-01, until: 19{place + 1}9-01-01"
        + (f", replaces: {one}" if person == other else "")
        for place, person in enumerate(order)
    ]
    between = order.index(other) - order.index(one)
    assert bool(find(SuccessionBroken, *roles)) == (one != other and between != 1)
