from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factlint.interval import EVERYTHING, Interval

numbers = st.fractions(min_value=-5, max_value=5, max_denominator=4)
ends = st.none() | numbers
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())


def inside(interval: Interval, value: Fraction) -> bool:
    """Membership by its definition, apart from the class's own arithmetic."""
    above = interval.low is None or value > interval.low or (value == interval.low and not interval.low_open)
    below = interval.high is None or value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


@given(intervals, numbers)
def test_contains_is_membership(interval: Interval, value: Fraction) -> None:
    assert interval.contains(value) == inside(interval, value)


@given(intervals, intervals, numbers)
def test_the_intersection_holds_what_both_hold(one: Interval, other: Interval, value: Fraction) -> None:
    assert inside(one & other, value) == (inside(one, value) and inside(other, value))


@given(intervals, intervals, numbers, numbers)
def test_the_sum_holds_every_sum(one: Interval, other: Interval, left: Fraction, right: Fraction) -> None:
    if inside(one, left) and inside(other, right):
        assert inside(one + other, left + right)


@given(intervals, numbers, numbers)
def test_the_multiple_holds_every_multiple(interval: Interval, value: Fraction, factor: Fraction) -> None:
    if inside(interval, value):
        assert inside(interval.times(factor), value * factor)


@given(intervals, numbers)
def test_what_is_empty_has_no_member(interval: Interval, value: Fraction) -> None:
    if interval.is_empty:
        assert not inside(interval, value)


@given(intervals)
def test_what_is_not_empty_has_a_member(interval: Interval) -> None:
    if not interval.is_empty:
        low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 1
        high = interval.high if interval.high is not None else low + 1
        assert inside(interval, (low + high) / 2)


def test_touching_ends_meet_only_where_both_are_closed() -> None:
    left = Interval(Fraction(0), Fraction(1))
    assert left.meets(Interval(Fraction(1), Fraction(2)))
    assert not left.meets(Interval(Fraction(1), Fraction(2), low_open=True))
    assert EVERYTHING.meets(left)
