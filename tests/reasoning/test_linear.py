from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.linear import Identity, combination

ends = st.integers(0, 3).map(Fraction)
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans()).filter(lambda each: not each.is_empty)
factors = st.sampled_from([Fraction(-2), Fraction(-1), Fraction(1), Fraction(2)])
STEP = Fraction(1, 64)
terms = st.lists(st.tuples(factors, st.sampled_from("xyz")), min_size=1, max_size=3)
boxes = st.fixed_dictionaries(dict.fromkeys("txyz", intervals))

TURNOVER = Identity.of("turnover", [(Fraction(1), "exports"), (Fraction(1), "imports")])


def between(low: str, high: str, *, high_open: bool = False) -> Interval:
    return Interval(Fraction(low), Fraction(high), high_open=high_open)


def some_point_fits(identity: Identity, box: dict[str, Interval]) -> bool:
    """By enumeration: points of the box on both sides of zero have one between them that solves the identity.

    The corners are tried, a step inside where an end is open. Their values are whole numbers but for those steps, and
    the steps together are less than one: so where no corner reaches zero, no point does.
    """
    corners = product(*(_ends(box[name]) for name, _ in identity.factors))
    factors = [factor for _, factor in identity.factors]
    values = [sum((f * x for f, x in zip(factors, point, strict=True)), Fraction(0)) for point in corners]
    return min(values) <= 0 <= max(values)


def _ends(interval: Interval) -> tuple[Fraction, Fraction]:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low + STEP * interval.low_open, interval.high - STEP * interval.high_open


@settings(deadline=None)
@given(terms, boxes)
def test_the_verdict_is_that_of_trying_all_numbers(
    given_: list[tuple[Fraction, str]], box: dict[str, Interval]
) -> None:
    identity = Identity.of("t", given_)
    assert identity.possible(box) == some_point_fits(identity, box)


@settings(deadline=None)
@given(terms, boxes)
def test_what_the_others_leave_meets_a_variable_exactly_where_the_identity_can_hold(
    given_: list[tuple[Fraction, str]], box: dict[str, Interval]
) -> None:
    identity = Identity.of("t", given_)
    for variable, _ in identity.factors:
        assert identity.implied(variable, box).meets(box[variable]) == identity.possible(box)


@settings(deadline=None)
@given(terms, boxes, st.sampled_from("txyz"))
def test_widening_an_interval_never_makes_it_impossible(
    given_: list[tuple[Fraction, str]], box: dict[str, Interval], name: str
) -> None:
    identity = Identity.of("t", given_)
    if identity.possible(box):
        assert identity.possible(box | {name: EVERYTHING})


def test_the_turnover_of_the_article_adds_up() -> None:
    box = {
        "turnover": between("13.15", "13.25"),
        "exports": between("1.55", "1.65"),
        "imports": between("11.55", "11.65"),
    }
    assert TURNOVER.possible(box)
    assert TURNOVER.implied("turnover", box) == between("13.1", "13.3")
    assert not TURNOVER.possible(box | {"imports": between("12.55", "12.65")})


def test_touching_ends_count_only_where_every_end_is_closed() -> None:
    box = {"turnover": between("3", "4"), "exports": between("0", "1"), "imports": between("0", "2")}
    assert TURNOVER.possible(box)
    assert not TURNOVER.possible(box | {"imports": between("0", "2", high_open=True)})


def test_a_variable_that_is_not_given_is_unbounded() -> None:
    assert TURNOVER.possible({"turnover": between("1", "1"), "exports": between("5", "5")})


def test_an_empty_interval_is_never_possible() -> None:
    assert not TURNOVER.possible({"turnover": between("1", "0")})


def test_terms_of_one_variable_are_added_up() -> None:
    assert Identity.of("t", [(Fraction(1), "x"), (Fraction(2), "x"), (Fraction(-1), "t")]).factors == (
        ("t", Fraction(-2)),
        ("x", Fraction(3)),
    )
    assert Identity.of("t", [(Fraction(1), "t")]).factors == ()
    assert Identity.of("t", [(Fraction(1), "t")]).possible({"t": between("1", "2")})


def test_nothing_is_implied_for_a_variable_of_another_identity() -> None:
    with pytest.raises(KeyError):
        TURNOVER.implied("balance", {})


def test_an_empty_sum_is_zero() -> None:
    assert combination([]) == Interval.point(0)
