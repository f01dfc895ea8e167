from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning.places import overfull

Item = tuple[int, int]
items = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)).map(lambda each: (each[0], sum(each))), max_size=6)


def all_find_places(given_: list[Item]) -> bool:
    """By trying every way to give the places out."""
    ways = permutations(range(1, 8), len(given_))
    return any(all(low <= place <= high for place, (low, high) in zip(way, given_, strict=True)) for way in ways)


@given(items)
def test_something_is_overfull_exactly_where_not_all_find_places(given_: list[Item]) -> None:
    assert (overfull(given_) == []) == all_find_places(given_)


@given(items)
def test_a_set_is_smallest_and_one_more_than_its_places(given_: list[Item]) -> None:
    for first, last, members, _ in overfull(given_):
        chosen = [given_[each] for each in members]
        assert all(first <= low <= high <= last for low, high in chosen)
        assert len(chosen) == last - first + 2
        assert all(all_find_places(list(rest)) for rest in combinations(chosen, len(chosen) - 1))


@given(items)
def test_as_many_find_a_place_as_can(given_: list[Item]) -> None:
    homeless = sum(1 + len(each.beyond) for each in overfull(given_))
    assert homeless == len(given_) - most_placed(given_)


def most_placed(given_: list[Item]) -> int:
    sizes = range(len(given_), -1, -1)
    return next(size for size in sizes if any(all_find_places(list(each)) for each in combinations(given_, size)))


@settings(max_examples=300)
@given(items, st.permutations(range(6)))
def test_the_stretches_do_not_depend_on_the_order(given_: list[Item], order: list[int]) -> None:
    shuffled = [given_[each] for each in order if each < len(given_)]
    assert [each[:2] for each in overfull(given_)] == [each[:2] for each in overfull(shuffled)]


def test_two_firsts_are_one_too_many() -> None:
    assert overfull([(1, 1), (1, 1), (2, 2)]) == [(1, 1, (0, 1), ())]
    assert overfull([(1, 1), (1, 1), (1, 1), (1, 1)]) == [(1, 1, (0, 1), (2, 3))]


def test_four_are_not_among_the_first_three() -> None:
    assert overfull([(1, 3), (1, 3), (1, 3)]) == []
    assert overfull([(1, 3), (2, 2), (1, 3), (1, 3)]) == [(1, 3, (0, 1, 2, 3), ())]


def test_places_far_apart_take_no_time() -> None:
    assert overfull([(1, 1), (10**9, 10**9), (10**9, 10**9)]) == [(10**9, 10**9, (1, 2), ())]


def test_many_on_one_place_are_one_stretch() -> None:
    (found,) = overfull([(1, 1)] * 5_000)
    assert found.items == (0, 1)
    assert len(found.beyond) == 4_998


def test_a_place_that_is_too_full_alone_is_named_alone() -> None:
    assert overfull([(1, 1), (1, 2), (2, 2), (2, 2)]) == [(1, 2, (0, 1, 2), ()), (2, 2, (2, 3), ())]


def test_nothing_needs_no_place() -> None:
    assert overfull([]) == []


def test_an_item_must_have_a_place() -> None:
    with pytest.raises(ValueError, match="before its first"):
        overfull([(2, 1)])
