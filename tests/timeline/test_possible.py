"""What dates leave open, against a search through every choice of days."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.findings import Severity
from factlint.timeline.possible import possible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.corpus import Corpus
    from factlint.timeline.explain import Contradiction

REGISTRY = """
== facts/registry/events.yaml
a: {name: the arrival}
b: {name: the banquet}
== facts/registry/people.yaml
old: {name: Old, born: 1900-01-01, died: "[2021-03-12..2021-03-14]"}
"""
DAYS = range(10, 17)
ENDS = [(first, last) for first in DAYS for last in DAYS if first <= last]
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def day(ends: tuple[int, int]) -> str:
    first, last = ends
    return f"2021-03-{first}" if first == last else f'"[2021-03-{first}..2021-03-{last}]"'


@pytest.fixture
def found(corpus_of: Callable[[str], Corpus]) -> Callable[..., tuple[Contradiction, ...]]:
    """What is possible among facts f1, f2, …, each written as the keys of one event."""

    def run(*facts: str) -> tuple[Contradiction, ...]:
        lines = "\n".join(f"  - {{id: f{number}, event: {fact}}}" for number, fact in enumerate(facts, start=1))
        corpus = corpus_of(f"{REGISTRY}\n== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n")
        assert corpus.problems == ()
        return possible(corpus)

    return run


def some_but_not_all(kept: Iterator[bool]) -> bool:
    return len(set(kept)) > 1


def days(ends: tuple[int, int]) -> range:
    return range(ends[0], ends[1] + 1)


@given(first=st.sampled_from(ENDS), second=st.sampled_from(ENDS), order=st.sampled_from(["before", "after", "during"]))
@FEW
def test_an_order_is_open_where_some_days_keep_it_and_others_break_it(
    found: Callable[..., tuple[Contradiction, ...]], first: tuple[int, int], second: tuple[int, int], order: str
) -> None:
    keeps = {"before": int.__le__, "after": int.__ge__, "during": int.__eq__}[order]
    is_open = some_but_not_all(keeps(one, other) for one, other in product(days(first), days(second)))
    notes = found(f"a, date: {day(first)}, {order}: b", f"b, date: {day(second)}")
    assert [(each.rule, each.severity, each.facts) for each in notes] == [
        ("order-impossible", Severity.NOTE, ("x#f1", "x#f2"))
    ] * is_open


@given(begin=st.sampled_from(ENDS), end=st.sampled_from(ENDS), length=st.integers(1, 5))
@FEW
def test_a_duration_is_open_where_some_ends_have_it_and_others_do_not(
    found: Callable[..., tuple[Contradiction, ...]], begin: tuple[int, int], end: tuple[int, int], length: int
) -> None:
    if begin[1] > end[0]:
        return  # which stretch begins before it ends is not what a duration leaves open
    fits = [last - first in (length - 1, length) for first, last in product(days(begin), days(end))]
    written = f'"[2021-03-{begin[0]}..2021-03-{begin[1]}]/[2021-03-{end[0]}..2021-03-{end[1]}]"'
    rules = {each.rule for each in found(f"a, date: {written}", f"a, duration: {length} days")}
    assert rules == ({"duration-mismatch"} if some_but_not_all(iter(fits)) else set())


@given(seen=st.sampled_from(ENDS))
@FEW
def test_a_life_is_open_where_some_days_of_its_end_come_before_the_event(
    found: Callable[..., tuple[Contradiction, ...]], seen: tuple[int, int]
) -> None:
    is_open = some_but_not_all(died >= there for died, there in product(range(12, 15), days(seen)))
    assert [each.rule for each in found(f"a, date: {day(seen)}, who: old")] == ["outside-lifetime"] * is_open


@pytest.mark.parametrize(
    "facts",
    [
        ("a, before: b", "b, date: 2021-03"),
        ("a, date: 2021-03, before: b", "b"),
        ("a, date: 2021-03, before: b, mode: planned", "b, date: 2021-03"),
        ("a, date: 2021-03, before: b, postponed: true", "b, date: 2021-03"),
        ("a, date: 2021-03, before: b", "b, date: 2021-03, date_kind: announced"),
        ("a, date: 2021-03-01, before: b", "a, date: 2021-03-02", "b, date: 2021-03"),
        ("a, date: 2021-03", "a, date: 2021-03-05"),
    ],
)
def test_nothing_is_open(found: Callable[..., tuple[Contradiction, ...]], facts: tuple[str, ...]) -> None:
    assert found(*facts) == ()


def test_of_equal_dates_that_of_the_first_fact_is_told(found: Callable[..., tuple[Contradiction, ...]]) -> None:
    dates = ["b, date: 2021-03", "a, date: 2021-03, before: b", "b, date: 2021-03", "a, date: 2021-03"]
    (note,) = found(*dates)
    assert note.facts == ("x#f1", "x#f2")
