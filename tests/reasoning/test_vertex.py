from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning.columns import Columns, bounds, holds, standing
from factlint.reasoning.effort import Effort
from factlint.reasoning.floating import Basis, Floating
from factlint.reasoning.rows import Row, System
from factlint.reasoning.simplex import Tableau
from factlint.reasoning.vertex import proof, proves, vertex

if TYPE_CHECKING:
    from factlint.reasoning.columns import Bounds, Number, Used

ends = st.none() | st.integers(-3, 3).map(Fraction)
terms = st.lists(st.tuples(st.integers(0, 3), st.integers(-3, 3).map(Fraction)), min_size=2, max_size=4)
row_ends = st.tuples(terms.map(tuple), ends, ends, st.booleans(), st.booleans())
systems = st.lists(row_ends, min_size=1, max_size=7).map(lambda rows: System(4, tuple(Row(*each) for each in rows)))


def asked(system: System) -> tuple[Columns, Bounds, Bounds]:
    columns = Columns.of(system)
    return columns, bounds(standing(columns.lows, ())), bounds(standing(columns.highs, ()))


def fulfils(columns: Columns, values: list[Number]) -> bool:
    return all(
        values[column][part] == sum(factor * values[each][part] for each, factor in own)
        for column, own in enumerate(columns.sums, columns.size)
        for part in (0, 1)
    )


def cancels(columns: Columns, used: tuple[Used, ...]) -> bool:
    left = dict.fromkeys(range(columns.size), Fraction(0))
    for column, upper, by in used:
        own = columns.sums[column - columns.size] if column >= columns.size else ((column, 1),)
        for each, factor in own:
            left[each] += (by if upper else -by) * factor
    return not any(left.values())


@settings(max_examples=200, deadline=None)
@given(systems)
def test_what_a_float_basis_says_is_exact_or_nothing(system: System) -> None:
    columns, lows, highs = asked(system)
    basis = Floating(columns).basis(lows, highs)
    if basis is None:
        return
    values = vertex(columns, basis, Effort())
    found = proof(columns, basis, lows, highs, Effort())
    possible = Tableau(columns.size, columns.sums).settle(lows, highs) == ()
    assert values is None or fulfils(columns, values)
    assert possible or values is None or not holds(values, lows, highs)
    assert not (possible and found)
    assert cancels(columns, found)
    assert proves(found, lows, highs) == bool(found)


def summed(wrong: int) -> System:
    """A hundred parts of known size, their total, and that total again in millions; off by so much."""
    random = Random(2)
    parts = [random.randint(10**5, 10**6) for _ in range(100)]
    rows = [Row(((v, Fraction(1)),), Fraction(part), Fraction(part + 1)) for v, part in enumerate(parts)]
    total = tuple((v, Fraction(1)) for v in range(100))
    most = Fraction(sum(parts)) - wrong
    rows.append(Row((*total, (100, Fraction(-(10**6)))), Fraction(0), Fraction(0)))
    rows.append(Row(((100, Fraction(1)),), None, most / 10**6))
    return System(101, tuple(rows))


def test_a_ray_is_proved_and_a_vertex_stands_without_an_exact_pivot() -> None:
    columns, lows, highs = asked(summed(1))
    basis = Floating(columns).basis(lows, highs)
    assert basis is not None
    assert len(proof(columns, basis, lows, highs, Effort())) == 102
    columns, lows, highs = asked(summed(-1))
    basis = Floating(columns).basis(lows, highs)
    assert basis is not None
    values = vertex(columns, basis, Effort())
    assert values is not None
    assert holds(values, lows, highs)


def test_one_solver_answers_question_after_question() -> None:
    columns, lows, highs = asked(summed(1))
    looser = [high if high is None else (high[0] + 10**12, high[1]) for high in highs]
    floating = Floating(columns)
    bases = [floating.basis(lows, each) for each in (highs, looser, highs)]
    assert [basis is not None and bool(basis.ray) for basis in bases] == [True, False, True]


def test_a_ray_that_proves_nothing_is_seen_through() -> None:
    columns, lows, highs = asked(summed(-1))
    basis = Floating(columns).basis(lows, highs)
    assert basis is not None
    sums = tuple(range(columns.size, columns.size + len(columns.sums)))
    for stuck in range(columns.size + len(columns.sums)):
        assert proof(columns, basis._replace(stuck=stuck, ray=sums), lows, highs, Effort()) == ()


def test_a_basis_that_the_sums_cannot_be_solved_for_has_no_vertex() -> None:
    columns, _, _ = asked(System(2, (Row(((0, Fraction(1)), (1, Fraction(1))), Fraction(1), None),)))
    assert vertex(columns, Basis(frozenset({0, 1}), {2: (1, 0)}), Effort()) is None


def test_a_model_with_nothing_in_it_is_none_for_floats() -> None:
    gone = Row(((0, Fraction(1)), (0, Fraction(-1))), Fraction(1), None)
    columns, lows, highs = asked(System(1, (gone,)))
    assert Floating(columns).basis(lows, highs) is None


def test_factors_too_large_for_a_float_are_none_for_floats() -> None:
    huge = Row(((0, Fraction(1)), (1, Fraction(10) ** 400)), Fraction(0), Fraction(1))
    columns, lows, highs = asked(System(2, (huge, Row(((1, Fraction(1)),), Fraction(1), Fraction(2)))))
    assert Floating(columns).basis(lows, highs) is None
