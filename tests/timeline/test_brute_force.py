"""The timeline against a search through every choice of days, on small made-up facts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.timeline.columns import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from factlint.timeline.contradictions import Judged
    from factlint.timeline.explain import Contradiction

    Ends = dict[str, tuple[int, int]]

EVENTS = "abc"
SPANS = [(first, last) for first in range(7) for last in range(first, 7)]
MOMENTS = [(first, last) for first in range(4) for last in range(first, 4)]
FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class Fact(NamedTuple):
    event: str
    first: int | None
    last: int | None
    stretch: bool
    days: int | None
    order: str | None
    other: str

    @property
    def written(self) -> str:
        keys = [self.event]
        if self.first is not None and self.last is not None:
            begin, end = (f"2021-03-1{day}" for day in (self.first, self.last))
            keys.append(f'date: "{begin}/{end}"' if self.stretch else f'date: "[{begin}..{end}]"')
        if self.days is not None:
            keys.append(f"duration: {self.days} days")
        if self.order:
            keys.append(f"{self.order}: {self.other}")
        return ", ".join(keys)

    @property
    def lasts(self) -> bool:
        return self.days is not None or (self.first is not None and self.stretch)

    def fits(self, begin: int, end: int) -> bool:
        """Whether its event may have these ends."""
        if self.first is not None and self.last is not None:
            fits = (begin, end) == (self.first, self.last) if self.stretch else begin <= self.last and end >= self.first
            if not fits:
                return False
        return self.days is None or end - begin in (self.days - 1, self.days)

    def holds(self, ends: Ends) -> bool:
        """Whether its order holds."""
        (begin, end), (start, stop) = ends[self.event], ends[self.other]
        match self.order:
            case "before":
                return end <= start
            case "after":
                return stop <= begin
            case "during" | "part_of":
                return start <= begin and end <= stop
        return True

    def in_order(self, ends: Ends) -> bool:
        """Whether the order alone holds, with moments for days."""
        (begin, end), (start, stop) = ends[self.event], ends[self.other]
        match self.order:
            case "before":
                return end < start
            case "after":
                return stop < begin
            case "during" | "part_of":
                return start <= begin and end <= stop
        return True


def choices(spans: Mapping[str, list[tuple[int, int]]]) -> Iterator[Ends]:
    return (dict(zip(EVENTS, chosen, strict=True)) for chosen in product(*(spans[event] for event in EVENTS)))


def possible(facts: Sequence[Fact], lasting: Collection[str]) -> bool:
    apart = {(fact.event, fact.other) for fact in facts if fact.order in ("before", "after")}
    apart |= {(other, event) for event, other in apart}
    told = [
        fact._replace(order=None) if fact.order == "part_of" and (fact.event, fact.other) in apart else fact
        for fact in facts
    ]
    spans = {
        event: [
            span
            for span in SPANS
            if (event in lasting or span[0] == span[1])
            and all(fact.fits(*span) for fact in facts if fact.event == event)
        ]
        for event in EVENTS
    }
    ties = [fact for fact in told if fact.order]
    by_day = any(all(fact.holds(ends) for fact in ties) for ends in choices(spans))
    moments = dict.fromkeys(EVENTS, MOMENTS)
    return by_day and any(all(fact.in_order(ends) for fact in ties) for ends in choices(moments))


def told(event: str, dates: tuple[int, int] | None, rest: tuple[bool, int | None, str | None, str]) -> Fact:
    stretch, days, order, other = rest
    first, last = (None, None) if dates is None else (min(dates), max(dates))
    return Fact(event, first, last, stretch, days, order, other)


def resting_on(found: Contradiction, facts: Sequence[Fact]) -> set[str]:
    """The events that may have lasted: what rests on no event's being of one day holds for however long they were."""
    if not any(step.kind is Kind.ONE_DAY for step in found.steps):
        return set(EVENTS)
    return {fact.event for fact in facts if fact.lasts}


some_facts = st.lists(
    st.builds(
        told,
        st.sampled_from(EVENTS),
        st.none() | st.tuples(st.integers(2, 4), st.integers(2, 4)),
        st.tuples(
            st.booleans(),
            st.none() | st.integers(1, 2),
            st.none() | st.sampled_from(["before", "after", "during", "part_of"]),
            st.sampled_from(EVENTS),
        ),
    ).filter(lambda fact: fact.order is None or fact.other != fact.event),
    min_size=1,
    max_size=5,
)


@FEW
@given(facts=some_facts)
def test_a_contradiction_is_found_where_no_days_fit_and_nowhere_else(
    facts: list[Fact], timeline: Callable[..., Judged]
) -> None:
    lasting = {fact.event for fact in facts if fact.lasts}
    found = timeline(*(fact.written for fact in facts)).contradictions
    assert bool(found) == (not possible(facts, lasting))


@FEW
@given(facts=some_facts)
def test_each_set_is_contradictory_and_none_of_its_facts_can_be_missed(
    facts: list[Fact], timeline: Callable[..., Judged]
) -> None:
    # An aftermath is one whoever says so, and then no set can be told without that fact.
    if {fact.order for fact in facts} > {"part_of"}:
        facts = [fact._replace(order="during") if fact.order == "part_of" else fact for fact in facts]
    for found in timeline(*(fact.written for fact in facts)).contradictions:
        lasting = resting_on(found, facts)
        named = [facts[int(ref.removeprefix("x#f")) - 1] for ref in found.facts]
        assert not possible(named, lasting)
        assert set(found.suspects) <= set(found.facts)
        for left_out in range(len(named)):
            assert possible([*named[:left_out], *named[left_out + 1 :]], lasting)


@FEW
@given(facts=some_facts)
def test_without_a_lone_suspect_all_others_can_be_true(facts: list[Fact], timeline: Callable[..., Judged]) -> None:
    facts = [fact._replace(order="during") if fact.order == "part_of" else fact for fact in facts]
    found = timeline(*(fact.written for fact in facts)).contradictions
    if len(found) == 1:
        lasting = resting_on(found[0], facts)
        for number, fact in enumerate(facts, start=1):
            others = [each for each in facts if each is not fact]
            assert (f"x#f{number}" in found[0].suspects) == possible(others, lasting)
