"""The arithmetic behind the words: products, quotients and short ends of intervals."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factlint.figures.words.intervals import POSITIVE, between, product, reciprocal, shortened
from factlint.interval import Interval
from factlint.reading.quantity import read

numbers = st.fractions(min_value=-5, max_value=5, max_denominator=4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    ends = [None if draw(st.booleans()) and draw(st.booleans()) else each for each in (low, high)]
    apart = low < high
    return Interval(ends[0], ends[1], apart and draw(st.booleans()), apart and draw(st.booleans()))


def inside(interval: Interval, place: Fraction) -> Fraction:
    """A member: the ends where they are members, else something between."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 7
    high = interval.high if interval.high is not None else low + 14
    tried = low + (high - low) * place
    return tried if interval.contains(tried) else (low + high) / 2


@given(intervals(), intervals(), st.sampled_from([0, 1, 2]), st.sampled_from([0, 1, 2]))
def test_a_product_has_all_products_and_closed_ends_are_products(
    left: Interval, right: Interval, one: int, other: int
) -> None:
    found = product(left, right)
    assert found.contains(inside(left, Fraction(one, 2)) * inside(right, Fraction(other, 2)))
    ends = [
        (x, y)
        for x in (left.low, left.high, Fraction(0))
        for y in (right.low, right.high, Fraction(0))
        if x is not None
    ]
    made = {x * y for x, y in ends if y is not None and left.contains(x) and right.contains(y)}
    zero = left.contains(0) or right.contains(0)
    for end, is_open in ((found.low, found.low_open), (found.high, found.high_open)):
        if end is not None:
            assert is_open is not (end in made or (zero and end == 0))


@given(intervals(), st.sampled_from([0, 1, 2]))
def test_a_reciprocal_turns_positive_numbers_over(interval: Interval, place: int) -> None:
    positive = interval & POSITIVE
    if not positive.is_empty:
        member = inside(positive, Fraction(place, 2))
        assert reciprocal(positive).contains(1 / member)
        assert reciprocal(reciprocal(positive)) == Interval(
            positive.low or Fraction(0),
            positive.high,
            positive.low_open,
            positive.high_open or positive.high is None,
        )


@given(intervals(), intervals())
def test_a_shortened_interval_holds_the_whole_and_stays_apart(interval: Interval, apart: Interval) -> None:
    short = shortened(interval, read("$1.5 million"), apart)
    assert interval & short == interval or (interval & short).low == interval.low
    assert short.meets(apart) is interval.meets(apart)


def test_intervals_in_words() -> None:
    low, high = Fraction(1), Fraction(2)
    assert between(Interval(low, high), str) == "between 1 and 2"
    assert between(Interval(low, None), str) == "at least 1"
    assert between(Interval(low, None, low_open=True), str) == "more than 1"
    assert between(Interval(None, high), str) == "at most 2"
    assert between(Interval(None, high, high_open=True), str) == "less than 2"
    assert between(Interval(low, low), str) == "1"
    assert between(Interval(None, None), str) == "any amount"
