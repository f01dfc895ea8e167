from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reasoning.connected import Labels, labels

if TYPE_CHECKING:
    from collections.abc import Sequence


def found(entries: Sequence[tuple[int, int]], row_count: int, size: int) -> tuple[list[int], list[int]]:
    result = columns(entries, row_count, size)
    return result.row.tolist(), result.variable.tolist()


def columns(entries: Sequence[tuple[int, int]], row_count: int, size: int) -> Labels:
    rows, variables = np.array(entries, dtype=np.int64).reshape(-1, 2).T
    return labels(rows, variables, row_count, size)


def searched(entries: Sequence[tuple[int, int]], row_count: int, size: int) -> tuple[list[int], list[int]]:
    """The same by walking from row to row."""
    of_row, of_variable, count = [-1] * row_count, [-1] * size, 0
    for start in range(row_count):
        if of_row[start] >= 0:
            continue
        waiting = [start]
        while waiting:
            row = waiting.pop()
            of_row[row] = count
            for variable in (each for other, each in entries if other == row):
                of_variable[variable] = count
                waiting += [other for other, each in entries if each == variable and of_row[other] < 0]
        count += 1
    return of_row, of_variable


@given(st.data())
def test_components_are_those_of_a_search_from_row_to_row(data: st.DataObject) -> None:
    row_count, size = data.draw(st.integers(1, 12)), data.draw(st.integers(1, 12))
    pairs = st.tuples(st.integers(0, row_count - 1), st.integers(0, size - 1))
    entries = data.draw(st.lists(pairs, max_size=20))
    assert found(entries, row_count, size) == searched(entries, row_count, size)


def test_rows_without_entries_are_alone_and_variables_without_rows_nowhere() -> None:
    assert found([(2, 3), (2, 1)], 4, 5) == ([0, 1, 2, 3], [-1, 2, -1, 2, -1])


def test_a_matrix_without_rows_has_no_components() -> None:
    assert found([], 0, 3) == ([], [-1, -1, -1])
    assert columns([], 0, 3).number == 0


def test_components_are_counted() -> None:
    assert columns([(0, 0), (1, 1), (2, 0)], 4, 2).number == 3


@pytest.mark.parametrize("entry", [(-1, 0), (0, -1), (2, 0), (0, 2)])
def test_entries_outside_the_matrix_are_refused(entry: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="outside"):
        found([(0, 0), entry], 2, 2)


@pytest.mark.parametrize("order", ["rising", "falling", "shuffled", "from both ends"])
def test_long_paths_are_one_component_however_they_are_numbered(order: str) -> None:
    length = 100_000
    numbers = list(range(length))
    if order == "falling":
        numbers.reverse()
    elif order == "shuffled":
        Random(1).shuffle(numbers)
    elif order == "from both ends":
        numbers = [each // 2 if each % 2 else length - 1 - each // 2 for each in numbers]
    path = [(row, variable) for row, pair in enumerate(pairwise(numbers)) for variable in pair]
    result = columns(path, length - 1, length)
    assert not result.row.any()
    assert not result.variable.any()


def test_stars_whose_middle_is_the_last_are_one_component() -> None:
    leaves = 50_000
    result = columns([(leaf, each) for leaf in range(leaves) for each in (leaf, leaves)], leaves, leaves + 1)
    assert not result.row.any()
