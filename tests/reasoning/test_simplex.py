from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning.columns import Columns, bounds, standing
from factlint.reasoning.floating import Floating
from factlint.reasoning.rows import Row, System
from factlint.reasoning.simplex import Tableau

if TYPE_CHECKING:
    from factlint.reasoning.columns import Bounds, Number, Rational, Terms, Used

numbers = st.integers(-3, 3)
sums = st.lists(st.lists(numbers, min_size=3, max_size=3), max_size=5)
ends = st.none() | st.tuples(numbers.map(Fraction), st.sampled_from([-1, 0, 1]).map(Fraction))
SIZE = 8  # three variables and at most five sums
questions = st.lists(st.tuples(*(st.lists(ends, min_size=SIZE, max_size=SIZE),) * 2), min_size=1, max_size=4)


def terms(factors: list[list[int]]) -> tuple[Terms, ...]:
    return tuple(tuple((v, factor) for v, factor in enumerate(each) if factor) for each in factors)


def holds(tableau: Tableau, lows: Bounds, highs: Bounds) -> bool:
    known = zip(tableau.values, lows, highs, strict=True)
    return all((low is None or low <= value) and (high is None or value <= high) for value, low, high in known)


def fulfils(tableau: Tableau, factors: list[list[int]]) -> bool:
    """Whether the values behind the variables are the sums that they should be, infinitesimals and all."""
    values = tableau.values
    return all(
        values[3 + index][part] == sum(factor * values[v][part] for v, factor in enumerate(each))
        for index, each in enumerate(factors)
        for part in (0, 1)
    )


def right_side(reason: tuple[Used, ...], lows: Bounds, highs: Bounds) -> Number:
    """What the bounds leave: the upper ones minus the lower ones, each times its multiplier."""
    total: list[Rational] = [0, 0]
    for column, upper, by in reason:
        bound = (highs if upper else lows)[column]
        assert bound is not None
        assert by > 0
        for part in (0, 1):
            total[part] += (by if upper else -by) * bound[part]
    return total[0], total[1]


@settings(max_examples=200, deadline=None)
@given(sums, questions)
def test_every_answer_is_proved_by_values_or_by_multipliers_whatever_was_asked_before(
    factors: list[list[int]], asked: list[tuple[list[Number | None], list[Number | None]]]
) -> None:
    count = 3 + len(factors)
    tableau = Tableau(3, terms(factors))
    for all_lows, all_highs in asked:
        lows, highs = all_lows[:count], all_highs[:count]
        reason = tableau.settle(lows, highs)
        assert reason is not None
        assert fulfils(tableau, factors)
        if reason:
            assert cancels(reason, factors)
            assert right_side(reason, lows, highs) < (Fraction(0), Fraction(0))
        else:
            assert holds(tableau, lows, highs)


def cancels(reason: tuple[Used, ...], factors: list[list[int]]) -> bool:
    unit = [[int(v == each) for v in range(3)] for each in range(3)]
    columns = [*unit, *factors]
    return not any(sum((by if upper else -by) * columns[column][v] for column, upper, by in reason) for v in range(3))


def test_it_gives_up_after_the_pivots_that_it_may_take() -> None:
    far = ((Fraction(1), Fraction(0)), None)
    tableau = Tableau(1, (((0, 1),),))
    assert tableau.settle((None, far[0]), (None, None), pivots=0) is None
    assert tableau.settle((None, far[0]), (None, None), pivots=1) == ()


def test_it_has_nothing_left_to_do_where_highs_ended() -> None:
    row = Row(((0, Fraction(1)), (1, Fraction(2))), Fraction(3) * 10**9, None)
    other = Row(((0, Fraction(1)), (1, Fraction(-1))), Fraction(1) * 10**6, None, low_open=True)
    system = System(2, (row, other, Row(((0, Fraction(1)),), None, Fraction(2) * 10**9)))
    columns = Columns.of(system)
    lows, highs = bounds(standing(columns.lows, ())), bounds(standing(columns.highs, ()))
    tableau = Tableau(columns.size, columns.sums)
    assert tableau.settle(lows, highs, pivots=0) is None
    basis = Floating(columns).basis(lows, highs)
    assert basis is not None
    tableau.adopt(basis.solved, basis.values)
    assert tableau.settle(lows, highs, pivots=0) == ()


def test_a_basis_that_no_equation_can_be_solved_for_is_adopted_as_far_as_it_can_be() -> None:
    tableau = Tableau(2, (((0, 1), (1, 1)),))
    tableau.adopt((0, 1), {2: (Fraction(5), Fraction(0))})
    assert fulfils_sum(tableau)
    assert tableau.settle((None, None, (Fraction(7), Fraction(0))), (None, None, None)) == ()
    assert fulfils_sum(tableau)


def fulfils_sum(tableau: Tableau) -> bool:
    x, y, total = (value[0] for value in tableau.values)
    return x + y == total
