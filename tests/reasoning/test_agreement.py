from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.agreement import common, culprits, first_clash
from factlint.reasoning.minimal import smallest, suspects

ends = st.one_of(st.none(), st.integers(0, 6).map(Fraction))
intervals = st.lists(
    st.builds(Interval, ends, ends, st.booleans(), st.booleans()).filter(lambda each: not each.is_empty), max_size=6
)


def agree(chosen: list[Interval]) -> bool:
    """Whether some number is a member of all: a quarter step tells open from closed ends at whole numbers."""
    steps = (Fraction(quarter, 4) for quarter in range(-4, 29))
    return any(all(each.contains(step) for each in chosen) for step in steps)


@settings(deadline=None)
@given(intervals)
def test_a_clash_is_found_exactly_where_no_number_fits_all(given_: list[Interval]) -> None:
    assert (first_clash(given_) is None) == agree(given_)
    assert common(given_).is_empty == (not agree(given_))


@settings(deadline=None)
@given(intervals)
def test_the_pair_is_the_smallest_contradictory_set(given_: list[Interval]) -> None:
    clash = first_clash(given_)
    if clash is not None:
        positions = smallest(range(len(given_)), lambda chosen: agree([given_[each] for each in chosen]))
        assert clash == positions


@settings(deadline=None)
@given(intervals)
def test_culprits_are_the_suspects(given_: list[Interval]) -> None:
    positions = range(len(given_))
    if first_clash(given_) is None:
        assert culprits(given_) == ()
    else:
        assert culprits(given_) == suspects(positions, lambda chosen: agree([given_[each] for each in chosen]))


@settings(deadline=None)
@given(intervals)
def test_all_agree_where_every_two_agree(given_: list[Interval]) -> None:
    assert agree(given_) == all(agree(list(pair)) for pair in combinations(given_, 2))


def test_touching_ends_agree_only_where_both_are_closed() -> None:
    below, closed, open_ = (
        Interval(None, Fraction(1)),
        Interval(Fraction(1), None),
        Interval(Fraction(1), None, low_open=True),
    )
    assert first_clash([below, closed]) is None
    assert first_clash([below, open_]) == (0, 1)


def test_no_interval_at_all_says_nothing() -> None:
    assert common([]) == EVERYTHING
    assert first_clash([]) is None
