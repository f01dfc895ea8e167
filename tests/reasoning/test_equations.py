from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning.effort import Effort, Undecided
from factlint.reasoning.equations import Equation, solution

if TYPE_CHECKING:
    from factlint.reasoning.columns import Number

factors = st.dictionaries(st.integers(0, 5), st.integers(-3, 3).filter(bool), max_size=4)
known = st.lists(st.tuples(st.fractions(-4, 4, max_denominator=3), st.integers(-1, 1)), min_size=6, max_size=6)
numbers = st.tuples(st.integers(-3, 3), st.integers(-1, 1))


def solved(*equations: tuple[dict[int, int], Number]) -> dict[int, Number] | None:
    return solution([Equation(*each) for each in equations], Effort())


def total(own: dict[int, int], values: dict[int, Number]) -> Number:
    return tuple(sum(factor * values[each][part] for each, factor in own.items()) for part in (0, 1))  # type: ignore[return-value]


def rank(rows: list[dict[int, int]]) -> int:
    """By plain elimination on fractions: shares nothing with what it judges."""
    left = [{each: Fraction(factor) for each, factor in row.items()} for row in rows if row]
    found = 0
    while left:
        pivot = left.pop()
        found += 1
        column = next(iter(pivot))
        for row in left:
            ratio = row.get(column, Fraction(0)) / pivot[column]
            for each, factor in pivot.items():
                row[each] = row.get(each, Fraction(0)) - ratio * factor
        left = [row for row in ({each: factor for each, factor in row.items() if factor} for row in left) if row]
    return found


@settings(deadline=None)
@given(st.lists(factors, max_size=8), known)
def test_equations_that_hold_have_these_values_where_there_are_enough_of_them(
    rows: list[dict[int, int]], values: list[Number]
) -> None:
    named = {each: values[each] for row in rows for each in row}
    found = solved(*((row, total(row, named)) for row in rows))
    assert found == (named if rank(rows) == len(named) else None)


@settings(deadline=None)
@given(st.lists(st.tuples(factors, numbers), max_size=8))
def test_what_is_found_fulfils_every_equation(rows: list[tuple[dict[int, int], Number]]) -> None:
    found = solved(*rows)
    assert found is None or all(total(own, found) == right for own, right in rows)


def test_equations_that_contradict_each_other_have_no_solution() -> None:
    assert solved(({0: 1}, (2, 0)), ({0: 2}, (4, 0))) == {0: (2, 0)}
    assert solved(({0: 1}, (2, 0)), ({0: 2}, (4, 1))) is None
    assert solved(({}, (1, 0))) is None


def test_a_long_chain_is_read_off_one_equation_after_the_other() -> None:
    chain = [Equation({0: 1}, (1, 0)), *(Equation({each: 1, each - 1: -1}, (1, 0)) for each in range(1, 500))]
    found = solution(chain, Effort(3_000))
    assert found is not None
    assert found[499] == (500, 0)


def test_a_chain_of_ever_longer_numbers_is_given_up_in_time() -> None:
    chain = [Equation({each: 10**20 + 39, each - 1: 10**20 - 11}, (1, 0)) for each in range(1, 5_000)]
    with pytest.raises(Undecided):
        solution([*chain, Equation({0: 1}, (1, 0))], Effort(1_000_000))
