from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.rules.relations.doubles import Held, doubles, single
from factlint.rules.relations.times import Times

LINES = (("b",), ("b", "b1"), ("b", "b2"), ("b", "b1", "b11"), ("c",), ("c", "c1"))
ROWS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(-1, 5), st.sampled_from(LINES), st.booleans()),
    min_size=1,
    max_size=10,
)
Row = tuple[int, int, int, tuple[str, ...], bool]


def apart(one: Row, other: Row) -> bool:
    """Whether two rows of a group hold on one half day two things of which neither lies in the other."""
    days = set(range(one[1], one[1] + one[2] + 1)) & set(range(other[1], other[1] + other[2] + 1))
    shorter, longer = sorted((one[3], other[3]), key=len)
    return bool(days) and one[0] == other[0] and longer[: len(shorter)] != shorter


def found(rows: list[Row]) -> list[tuple[list[int], list[int], list[int]]]:
    begin = np.array([row[1] for row in rows], dtype=np.int64)
    end = begin + np.array([row[2] for row in rows], dtype=np.int64)
    declared = np.array([row[4] for row in rows])
    group = np.array([row[0] for row in rows], dtype=np.int64)
    held = Times(begin, end, declared, begin, declared)
    parts = doubles(group, [row[3] for row in rows], held)
    return [tuple([each.row for each in part] for part in double) for double in parts]  # type: ignore[misc]


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_each_run_of_clashing_rows_is_one_finding(rows: list[Row]) -> None:
    clashing = [pair for pair in combinations(range(len(rows)), 2) if apart(rows[pair[0]], rows[pair[1]])]
    named = [set(pair) for pair, _, _ in found(rows)]
    assert all(tuple(sorted(pair)) in clashing for pair in named)
    assert {rows[min(pair)][0] for pair in named} == {rows[first][0] for first, _ in clashing}


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_a_suspect_is_what_every_clash_of_its_run_needs(rows: list[Row]) -> None:
    for pair, suspects, others in found(rows):
        run = {*pair, *others}
        left = [each for each in combinations(sorted(run), 2) if apart(rows[each[0]], rows[each[1]])]
        assert set(pair) in [set(each) for each in left]
        for fact in suspects:
            assert all(fact in each for each in left)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_declared_clashes_come_first(rows: list[Row]) -> None:
    one_group = [(0, 0, 3, line, declared) for _, _, _, line, declared in rows]
    declared = [row for row in one_group if row[4]]
    for pair, _, _ in found(one_group):
        assert all(one_group[each][4] for each in pair) or not any(apart(*pair) for pair in combinations(declared, 2))


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_single_is_what_pairs_say(rows: list[Row]) -> None:
    held = [Held(n, row[1], row[1] + row[2], row[3], row[4]) for n, row in enumerate(rows)]
    one_group = [(0, *row[1:]) for row in rows]
    assert single(held) == (not any(apart(*pair) for pair in combinations(one_group, 2)))
