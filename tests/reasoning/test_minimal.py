from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning.minimal import shortest, smallest, suspects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

Clauses = list[frozenset[int]]

clauses = st.lists(st.frozensets(st.integers(0, 7), min_size=1, max_size=4), min_size=1, max_size=5)


def without_any_of(contradictions: Clauses) -> Callable[[Sequence[int]], bool]:
    """An oracle by its minimal impossible sets: possible is what contains none of them whole."""
    return lambda items: not any(clash <= set(items) for clash in contradictions)


def impossible_sets(items: Sequence[int], possible: Callable[[Sequence[int]], bool]) -> Clauses:
    """Every minimal impossible set, by trying all of them."""
    found: Clauses = []
    for size in range(len(items) + 1):
        for chosen in map(frozenset, combinations(items, size)):
            if not possible(sorted(chosen)) and not any(smaller <= chosen for smaller in found):
                found.append(chosen)
    return found


def deletion_filter(items: Sequence[int], possible: Callable[[Sequence[int]], bool]) -> tuple[int, ...]:
    """The textbook's loop: leave each item out, the last one first, where the rest stays impossible."""
    kept = list(items)
    for item in reversed(items):
        rest = [each for each in kept if each != item]
        kept = kept if possible(rest) else rest
    return tuple(kept)


@settings(deadline=None)
@given(clauses)
def test_the_set_is_one_of_the_minimal_impossible_sets(contradictions: Clauses) -> None:
    possible = without_any_of(contradictions)
    items = sorted(frozenset().union(*contradictions))
    assert frozenset(smallest(items, possible)) in impossible_sets(items, possible)


@settings(deadline=None)
@given(clauses, st.permutations(range(8)))
def test_the_set_is_that_of_the_deletion_filter(contradictions: Clauses, items: list[int]) -> None:
    possible = without_any_of(contradictions)
    assert smallest(items, possible) == deletion_filter(items, possible)


@settings(deadline=None)
@given(clauses, st.permutations(range(8)))
def test_suspects_are_the_members_of_every_minimal_impossible_set(contradictions: Clauses, items: list[int]) -> None:
    possible = without_any_of(contradictions)
    shared = frozenset.intersection(*impossible_sets(items, possible))
    assert suspects(items, possible) == tuple(item for item in items if item in shared)


@settings(deadline=None)
@given(clauses, st.lists(st.frozensets(st.integers(0, 9), min_size=1), max_size=4))
def test_items_added_at_the_end_keep_the_explanation(contradictions: Clauses, more: Clauses) -> None:
    before = smallest(range(8), without_any_of(contradictions))
    added = [clash for clash in more if max(clash) > 7]
    assert smallest(range(10), without_any_of(contradictions + added)) == before


@settings(deadline=None)
@given(clauses, st.permutations(range(8)), st.randoms(use_true_random=False))
def test_known_cores_change_nothing(contradictions: Clauses, items: list[int], random: Random) -> None:
    def core(chosen: Sequence[int]) -> frozenset[int]:
        known = [clash for clash in contradictions if clash <= set(chosen)]
        return random.choice(known) | set(random.sample(chosen, random.randint(0, len(chosen))))

    possible = without_any_of(contradictions)
    assert smallest(items, possible, core) == smallest(items, possible)


def test_a_known_core_takes_two_questions_for_each_member() -> None:
    clash = range(0, 10_000, 500)
    asked: list[Sequence[int]] = []

    def possible(items: Sequence[int]) -> bool:
        asked.append(items)
        return not set(clash) <= set(items)

    assert smallest(range(10_000), possible, lambda _: clash) == tuple(clash)
    assert len(asked) <= 2 * len(clash)


@given(clauses, st.permutations(range(8)))
def test_the_shortest_beginning_is_impossible_beside_others_and_without_its_last_item_is_not(
    contradictions: Clauses, items: list[int]
) -> None:
    possible = without_any_of(contradictions)
    beside, rest = items[:2], items[2:]
    if not possible([*rest, *beside]):
        end = shortest(rest, beside, possible)
        assert not possible([*rest[:end], *beside])
        assert end == 0 or possible([*rest[: end - 1], *beside])


def test_a_long_list_takes_few_questions() -> None:
    asked = 0

    def possible(items: Sequence[int]) -> bool:
        nonlocal asked
        asked += 1
        return not {17, 9_000} <= set(items)

    assert smallest(range(10_000), possible) == (17, 9_000)
    assert asked < 40


def test_equal_items_stay_apart() -> None:
    assert smallest(["a", "a", "b"], lambda items: len(items) < 3) == ("a", "a", "b")


def test_suspects_are_found_among_known_members() -> None:
    assert suspects("abcd", lambda items: not {"a", "b"} <= set(items), "ab") == ("a", "b")
    assert suspects("abcd", lambda items: not ({"a", "b"} <= set(items) or {"a", "c"} <= set(items)), "ab") == ("a",)


def test_nothing_is_to_blame_where_even_nothing_is_impossible() -> None:
    assert smallest("abc", lambda _: False) == ()
    assert suspects("abc", lambda _: False) == ()


def test_a_possible_list_has_no_contradictory_set() -> None:
    with pytest.raises(ValueError, match="possible together"):
        smallest("abc", lambda _: True)
    with pytest.raises(ValueError, match="possible together"):
        suspects("abc", lambda _: True)
