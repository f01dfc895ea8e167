from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning import timeline_component
from factlint.reasoning.timeline import Constraints, conflicts, suspicious

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factlint.reasoning.timeline_component import Conflict

    Row = tuple[int, int, int, int]

SIZE = 5
MANY = settings(max_examples=150, deadline=None)


def columns(rows: Sequence[Row]) -> Constraints:
    return Constraints(*np.array(rows, dtype=np.int64).reshape(-1, 4).T)


def found(rows: Sequence[Row], size: int = SIZE) -> tuple[Conflict, ...]:
    result = conflicts(columns(rows), size)
    assert result.undecided == ()
    return result.found


def can_hold(rows: Iterable[Row]) -> bool:
    """Floyd-Warshall: no vertex has a negative distance to itself."""
    far = 10**9
    distance = [[0 if a == b else far for b in range(SIZE)] for a in range(SIZE)]
    for tail, head, bound, _ in rows:
        distance[tail][head] = min(distance[tail][head], bound)
    for by in range(SIZE):
        for a in range(SIZE):
            for b in range(SIZE):
                distance[a][b] = min(distance[a][b], distance[a][by] + distance[by][b])
    return all(distance[each][each] >= 0 for each in range(SIZE))


def stated_by(rows: Sequence[Row], owners: Collection[int]) -> list[Row]:
    return [row for row in rows if row[3] < 0 or row[3] in owners]


def owners_of(rows: Iterable[Row]) -> set[int]:
    return {row[3] for row in rows if row[3] >= 0}


variables = st.integers(0, SIZE - 1)
some_rows = st.lists(
    st.tuples(variables, variables, st.integers(-4, 6), st.integers(-2, 6)), min_size=1, max_size=14
).map(lambda rows: [row for row in rows if row[0] != row[1] or row[2] >= -2])


@MANY
@given(rows=some_rows)
def test_a_conflict_is_found_where_there_is_one_and_nowhere_else(rows: list[Row]) -> None:
    assert bool(found(rows)) == (not can_hold(rows))


@MANY
@given(rows=some_rows)
def test_what_is_not_suspicious_can_hold(rows: list[Row]) -> None:
    mask = suspicious(columns(rows), SIZE)
    assert can_hold(row for row, wrong in zip(rows, mask, strict=True) if not wrong)


@MANY
@given(rows=some_rows)
def test_each_set_is_contradictory_and_none_of_its_members_can_be_missed(rows: list[Row]) -> None:
    for each in found(rows) if can_hold(stated_by(rows, ())) else ():
        assert not can_hold(stated_by(rows, each.owners))
        for owner in each.owners:
            assert can_hold(stated_by(rows, set(each.owners) - {owner}))


@MANY
@given(rows=some_rows)
def test_a_cycle_is_closed_negative_and_states_just_its_owners(rows: list[Row]) -> None:
    for each in found(rows):
        cycle = [rows[edge] for edge in each.cycle]
        assert all(a[1] == b[0] for a, b in zip(cycle, [*cycle[1:], cycle[0]], strict=True))
        assert sum(row[2] for row in cycle) < 0
        assert tuple(dict.fromkeys(row[3] for row in cycle if row[3] >= 0)) == each.owners
        assert len({row[0] for row in cycle}) == len(cycle)
        if any(row[0] == 0 for row in cycle):
            assert cycle[0][0] == 0


@MANY
@given(rows=some_rows)
def test_without_those_removed_all_can_hold(rows: list[Row]) -> None:
    result = found(rows)
    if can_hold(stated_by(rows, ())):
        removed = {owner for each in result for owner in each.removed}
        assert can_hold(stated_by(rows, owners_of(rows) - removed))
        assert all(each.owners for each in result)
    else:
        assert any(each.owners == each.suspects == () for each in result)


@MANY
@given(rows=some_rows)
def test_suspects_of_a_lone_conflict_are_those_without_whom_all_can_hold(rows: list[Row]) -> None:
    result = found(rows)
    if len(result) == 1 and result[0].owners:
        everyone = owners_of(rows)
        assert result[0].suspects == tuple(
            each for each in sorted(everyone) if can_hold(stated_by(rows, everyone - {each}))
        )
        assert result[0].removed == (result[0].suspects[:1] or tuple(sorted(result[0].owners)))


@MANY
@given(rows=some_rows)
def test_suspects_belong_to_their_set_and_their_absence_settles_it_beside_what_remains(rows: list[Row]) -> None:
    for each in found(rows):
        assert set(each.suspects) <= set(each.owners)
        assert list(each.suspects) == sorted(each.suspects)


@settings(max_examples=60, deadline=None)
@given(rows=some_rows, data=st.data())
def test_another_numbering_of_the_variables_changes_neither_whether_nor_who_is_suspected(
    rows: list[Row], data: st.DataObject
) -> None:
    order = [0, *data.draw(st.permutations(range(1, SIZE)))]
    again = found([(order[tail], order[head], bound, owner) for tail, head, bound, owner in rows])
    first = found(rows)
    assert bool(again) == bool(first)
    if len(first) == len(again) == 1:
        assert first[0].suspects == again[0].suspects


@settings(max_examples=60, deadline=None)
@given(first=some_rows, second=some_rows)
def test_a_component_is_judged_alike_whatever_lies_beside_it(first: list[Row], second: list[Row]) -> None:
    moved = [
        (tail and tail + SIZE, head and head + SIZE, bound, owner + 10 if owner >= 0 else -1)
        for tail, head, bound, owner in second
    ]
    together = found(first + moved, 2 * SIZE)
    alone = [*(each.owners for each in found(first)), *(each.owners for each in found(moved, 2 * SIZE))]
    assert [each.owners for each in together] == alone


def dated(day: int, low: int, high: int, owner: int) -> list[Row]:
    return [(0, day, high, owner), (day, 0, -low, owner)]


def test_the_war_of_44_days_is_a_cycle_of_its_beginning_its_length_and_its_end() -> None:
    begin, end = 1, 2
    rows = [*dated(begin, 0, 0, 7), (begin, end, 44, 3), (end, begin, -43, 3), *dated(end, 73, 73, 5)]
    (conflict,) = found(rows)
    assert conflict.owners == (7, 3, 5)
    assert conflict.cycle == (0, 2, 5)
    assert conflict.suspects == (3, 5, 7)
    assert conflict.removed == (3,)


def test_a_wrong_day_that_many_others_contradict_is_the_one_suspect_of_one_conflict() -> None:
    rows = dated(1, 100, 100, 0) + [row for day in range(2, 9) for row in [*dated(day, 50, 50, day), (day, 1, 0, day)]]
    (conflict,) = found(rows, 9)
    assert conflict.suspects == (0,)
    assert len(conflict.owners) == 2


def test_independent_conflicts_of_one_component_are_found_each() -> None:
    chain = [(day + 1, day, 0, 100 + day) for day in range(1, 20)]
    days = [row for day in range(1, 21) for row in dated(day, 10 * day, 10 * day, day)]
    wrong = [
        row for owner, day in ((50, 3), (51, 9), (52, 15)) for row in dated(day, 10 * day + 3, 10 * day + 4, owner)
    ]
    assert [each.owners for each in found(chain + days + wrong, 21)] == [(3, 50), (9, 51), (15, 52)]


def test_fixed_knowledge_that_cannot_hold_is_one_conflict_without_owners() -> None:
    (conflict,) = found([*dated(1, 5, 4, -1), *dated(1, 9, 9, 2)])
    assert conflict.owners == conflict.suspects == conflict.removed == ()
    assert conflict.cycle == (0, 1)


def test_nothing_is_found_among_no_constraints() -> None:
    assert found([]) == ()
    assert not len(suspicious(columns([]), SIZE))


def test_an_order_that_leads_back_needs_no_day() -> None:
    assert [each.owners for each in found([(2, 1, 0, 0), (3, 2, 0, 1), (1, 3, -1, 2)])] == [(0, 2, 1)]


@pytest.mark.parametrize(("days", "suspected"), [(1, 3), (150, 152), (20_000, 0)])
def test_a_long_chain_is_one_conflict_of_two_days_and_all_that_lies_between(days: int, suspected: int) -> None:
    order = [(day + 1, day, 0, day) for day in range(1, days + 1)]
    rows = [*order, *dated(1, 10, 10, days + 1), *dated(days + 1, 9, 9, days + 2)]
    (conflict,) = found(rows, days + 2)
    assert len(conflict.owners) == days + 2
    assert len(conflict.suspects) == suspected


def test_what_takes_too_much_is_left_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_component, "_LEAST_EFFORT", 1)
    monkeypatch.setattr(timeline_component, "_EFFORT", 0)
    result = conflicts(columns([*dated(1, 5, 4, 3), *dated(2, 1, 0, 1)]), SIZE)
    assert result.found == ()
    assert result.undecided == ((3,), (1,))


def test_brute_force_agrees_that_the_sets_are_smallest_for_two_owners() -> None:
    rows = [*dated(1, 1, 3, 0), *dated(2, 2, 5, 1), (2, 1, -3, 2), (1, 2, 0, 3)]
    smallest = [
        set(chosen)
        for count in range(1, 5)
        for chosen in combinations(range(4), count)
        if not can_hold(stated_by(rows, chosen))
        and all(can_hold(stated_by(rows, set(chosen) - {each})) for each in chosen)
    ]
    assert all(set(each.owners) in smallest for each in found(rows))
