"""Identities that leave nothing but zero: what is said is proved measure by measure, and nothing is left unsaid."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.interval import Interval
from factlint.reasoning.linear import Identity
from factlint.reasoning.system import Row, System, impossible
from factlint.schemas.identities import Zero, zeros

if TYPE_CHECKING:
    from collections.abc import Mapping

POSITIVE = Interval(Fraction(0), None, low_open=True)


def identities(**equals: Mapping[str, int]) -> dict[str, Identity]:
    return {
        name: Identity.of(name, [(Fraction(by), each) for each, by in sums.items()]) for name, sums in equals.items()
    }


def measures(known: Mapping[str, Identity]) -> list[str]:
    return sorted({measure for identity in known.values() for measure, _ in identity.factors})


def may_be(sign: int, measure: str, known: Mapping[str, Identity], amounts: set[str]) -> bool:
    """Whether a measure can have a sign while every amount is at least 0: asked of the exact solver alone."""
    names = [*measures(known), measure]
    rows = [
        Row.within([(names.index(each), by) for each, by in identity.factors], Interval.point(0))
        for identity in known.values()
    ]
    rows += [Row.within([(names.index(each), 1)], Interval(Fraction(0), None)) for each in amounts if each in names]
    rows.append(Row.within([(names.index(measure), sign)], POSITIVE))
    return impossible(System(len(names), tuple(rows))) is None


def is_zero(measure: str, known: Mapping[str, Identity], amounts: set[str]) -> bool:
    return not any(may_be(sign, measure, known, amounts) for sign in (1, -1))


NAMES = ("a", "b", "c", "d", "e", "f")
FACTORS = st.sampled_from([-2, -1, 1, 1, 1, 2])


@st.composite
def registries(draw: st.DrawFn) -> tuple[dict[str, Identity], set[str]]:
    named = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    sums = {
        name: draw(
            st.dictionaries(st.sampled_from([each for each in NAMES if each != name]), FACTORS, min_size=1, max_size=3)
        )
        for name in named
    }
    return identities(**sums), draw(st.sets(st.sampled_from(NAMES)))


@given(registries())
@settings(max_examples=80, deadline=None)
def test_something_is_said_exactly_where_a_measure_can_only_be_zero(
    registry: tuple[dict[str, Identity], set[str]],
) -> None:
    known, amounts = registry
    assert bool(zeros(known, amounts)) == any(is_zero(measure, known, amounts) for measure in measures(known))


@given(registries())
@settings(max_examples=80, deadline=None)
def test_what_is_said_holds_and_needs_each_identity_that_it_names(
    registry: tuple[dict[str, Identity], set[str]],
) -> None:
    known, amounts = registry
    for zero in zeros(known, amounts):
        named = {name: known[name] for name in zero.identities}
        assert zero.measures
        assert list(zero.measures) == [measure for measure in measures(named) if is_zero(measure, named, amounts)]
        for left_out in zero.identities:
            rest = {name: identity for name, identity in named.items() if name != left_out}
            assert not all(is_zero(measure, rest, amounts) for measure in zero.measures)


@given(registries(), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_registry_changes_nothing(
    registry: tuple[dict[str, Identity], set[str]], random: object
) -> None:
    known, amounts = registry
    turned = list(known.items())
    random.shuffle(turned)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert zeros(dict(turned), amounts) == zeros(known, amounts)


@given(registries())
@settings(max_examples=40, deadline=None)
def test_without_the_last_of_each_set_nothing_is_left_to_say(registry: tuple[dict[str, Identity], set[str]]) -> None:
    known, amounts = registry
    wrong = {zero.identities[-1] for zero in zeros(known, amounts)}
    assert zeros({name: identity for name, identity in known.items() if name not in wrong}, amounts) == []


@pytest.mark.parametrize(
    ("known", "free", "expected"),
    [
        ({"a": {"b": 1, "c": 1}, "b": {"a": 1, "d": 1}}, "", [(("a", "b"), ("c", "d"))]),
        ({"a": {"b": 1, "c": 1}, "b": {"a": 1, "d": 1}}, "c", []),
        ({"t": {"x": 1, "i": 1}, "x": {"t": 1, "i": -1}}, "", []),
        ({"t": {"x": 1, "i": 1}, "b": {"x": 1, "i": -1}}, "", []),
        ({"a": {"b": 1}, "b": {"a": 1}}, "", []),
        ({"a": {"b": 2}, "b": {"a": 2}}, "", [(("a", "b"), ("a", "b"))]),
        ({"a": {"b": 2}, "b": {"a": 2}}, "ab", [(("a", "b"), ("a", "b"))]),
        ({"a": {"b": -1}}, "", [(("a",), ("a", "b"))]),
        ({"a": {"b": -1}}, "b", []),
        ({"bal": {"x": 1, "m": -1}, "m": {"x": 1}}, "", [(("bal", "m"), ("bal",))]),
        ({"a": {}}, "", [(("a",), ("a",))]),
    ],
)
def test_what_a_few_identities_leave(
    known: dict[str, dict[str, int]], free: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    amounts = set(measures(identities(**known))) - set(free)
    assert zeros(identities(**known), amounts) == [Zero(*each) for each in expected]


def test_two_circles_are_said_one_by_one() -> None:
    known = identities(a={"b": 1, "c": 1}, b={"a": 1, "d": 1}, p={"q": 1, "c": 1}, q={"p": 1, "d": 1})
    assert [zero.identities for zero in zeros(known, set(measures(known)))] == [("a", "b"), ("p", "q")]


def test_a_few_hundred_identities_are_decided() -> None:
    chain = identities(**{f"x{i}": {f"x{i + 1}": 1, f"y{i}": 1} for i in range(300)})
    assert zeros(chain, set(measures(chain))) == []
    nets = identities(**{f"x{i}": {f"x{i + 1}": 1, f"y{i}": -1} for i in range(300)})
    assert zeros(nets, set(measures(nets))) == []


def test_a_circle_of_many_identities_is_said_with_all_of_them() -> None:
    ring = identities(**{f"x{i}": {f"x{(i + 1) % 60}": 1, f"y{i}": 1} for i in range(60)})
    (zero,) = zeros(ring, set(measures(ring)))
    assert zero.identities == tuple(sorted(ring))
    assert zero.measures == tuple(sorted(f"y{i}" for i in range(60)))
