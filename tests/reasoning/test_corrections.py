from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reasoning.corrections import SIZE, correction
from factlint.reasoning.effort import Effort, Undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Clashes = list[frozenset[int]]

clashes = st.lists(st.frozensets(st.integers(0, 7), min_size=1, max_size=4), max_size=9)
many = st.lists(st.frozensets(st.integers(0, 19), min_size=1, max_size=3), min_size=5, max_size=40)


def without_any_of(impossible: Clashes) -> Callable[[Sequence[int]], bool]:
    return lambda items: not any(clash <= set(items) for clash in impossible)


def fewest(impossible: Clashes) -> int:
    sizes = range(9)
    return next(n for n in sizes if any(all(c & set(out) for c in impossible) for out in combinations(range(8), n)))


@given(clashes, st.permutations(range(8)))
def test_a_correction_has_as_few_members_as_there_can_be(impossible: Clashes, items: list[int]) -> None:
    out = correction(items, without_any_of(impossible))
    assert all(clash & set(out) for clash in impossible)
    if fewest(impossible) <= SIZE:
        assert len(out) == fewest(impossible)


@given(clashes | many, st.permutations(range(20)))
def test_known_cores_change_nothing(impossible: Clashes, items: list[int]) -> None:
    def core(chosen: Sequence[int]) -> frozenset[int]:
        return next(clash for clash in reversed(impossible) if clash <= set(chosen))

    possible = without_any_of(impossible)
    assert correction(items, possible, core) == correction(items, possible)


def test_what_has_no_end_is_given_up() -> None:
    sets = [frozenset(random.sample(range(60), 24)) for random in map(Random, range(40))]
    with pytest.raises(Undecided):
        correction(range(60), without_any_of(sets), effort=Effort(1_000))


@given(many)
def test_no_member_of_a_correction_could_stay(impossible: Clashes) -> None:
    possible = without_any_of(impossible)
    out = correction(range(20), possible)
    rest = [each for each in range(20) if each not in out]
    assert possible(rest)
    assert not any(possible([*rest, each]) for each in out)
    assert list(out) == sorted(out)


def test_of_two_that_clash_the_later_one_goes() -> None:
    assert correction("abc", lambda items: not {"a", "c"} <= set(items)) == ("c",)


def test_nothing_goes_where_all_are_possible() -> None:
    assert correction("abc", lambda _: True) == ()


def test_no_correction_helps_where_even_nothing_is_possible() -> None:
    with pytest.raises(ValueError, match="without any of these items"):
        correction("abc", lambda _: False)
