from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import inf
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from factlint.interval import Interval
from factlint.reasoning.blocks import BLOCK
from factlint.reasoning.connected import Labels, labels
from factlint.reasoning.dense import LARGEST
from factlint.reasoning.slabs import Slabs
from factlint.reasoning.system import Row, System, impossible
from factlint.reasoning.witness import possible

if TYPE_CHECKING:
    from collections.abc import Iterable

# terms as pairs of variable and factor, the lower end, the upper end
Statement = tuple[Sequence[tuple[int, float]], float, float]


def slabs_of(statements: Iterable[Statement]) -> Slabs:
    rows = list(statements)
    entries = [(number, *term) for number, (terms, _, _) in enumerate(rows) for term in terms]
    return Slabs(
        np.array([row for row, _, _ in entries], dtype=np.int64),
        np.array([variable for _, variable, _ in entries], dtype=np.int64),
        np.array([factor for _, _, factor in entries], dtype=np.float64),
        np.array([low for _, low, _ in rows], dtype=np.float64),
        np.array([high for _, _, high in rows], dtype=np.float64),
        max((variable + 1 for _, variable, _ in entries), default=0),
    )


def parts(slabs: Slabs) -> Labels:
    return labels(slabs.rows, slabs.variables, len(slabs.low), slabs.size)


def verdicts(*statements: Statement) -> list[bool]:
    slabs = slabs_of(statements)
    return [bool(each) for each in possible(slabs, parts(slabs))]


def at(variable: int, low: float, high: float = inf) -> Statement:
    return [(variable, 1.0)], low, high


def total(whole: int, *of: int) -> Statement:
    return [(whole, -1.0), *((each, 1.0) for each in of)], 0.0, 0.0


def grown(now: int, base: int, low: float, high: float) -> list[Statement]:
    return [([(now, 1.0), (base, -low)], 0.0, inf), ([(now, 1.0), (base, -high)], -inf, 0.0)]


def test_statements_of_one_number_need_a_common_one_with_room() -> None:
    assert verdicts(at(0, 1, 3), at(0, 2, 4), at(1, 1, 2), at(1, 2, 3), at(2, 1, 2), at(2, 3, 4)) == [
        True,
        False,
        False,
    ]


def test_factors_of_single_variables_turn_and_scale_the_ends() -> None:
    assert verdicts(([(0, -2.0)], -6.0, -2.0), at(0, 2.5, 9)) == [True]
    assert verdicts(([(0, -2.0)], -6.0, -2.0), at(0, 3.5, 9)) == [False]


def test_a_number_that_is_declared_exact_is_put_where_it_belongs() -> None:
    assert verdicts(at(0, 5, 5), at(0, 4, 6), total(2, 0, 1), at(1, 1, 2), at(2, 6.5, 7.5)) == [True]
    assert verdicts(at(0, 5, 5), at(1, 1, 2), at(2, 7.5, 8), total(2, 0, 1)) == [False]
    assert verdicts(at(0, 5, 5), at(0, 5, 6)) == [False]


@pytest.mark.parametrize("whole", [0.3, 0.30000000000000004, 0.4])
def test_equations_without_a_free_variable_are_left_to_exact_arithmetic(whole: float) -> None:
    assert verdicts(at(0, 0.1, 0.1), at(1, 0.2, 0.2), at(2, whole, whole), total(2, 0, 1)) == [False]


def test_two_equations_of_the_same_variables_are_left_to_exact_arithmetic() -> None:
    assert verdicts(total(2, 0, 1), total(2, 0, 1), at(0, 1, 2)) == [False]


def test_totals_of_totals_are_followed() -> None:
    tree = [total(0, 1, 2), total(1, 3, 4), total(2, 5, 6), *(at(each, 1, 2) for each in (3, 4, 5, 6))]
    assert verdicts(*tree, at(0, 7.9, 9), *grown(1, 2, 0.99, 1.01)) == [True]
    assert verdicts(*tree, at(0, 8.1, 9), *grown(1, 2, 0.99, 1.01)) == [False]


def test_growth_alone_is_possible_at_any_scale() -> None:
    years = [each for year in range(9) for each in grown(year + 1, year, 1.1, 1.101)]
    assert verdicts(*years, *(at(year, 0) for year in range(10))) == [True]


def test_growth_that_the_levels_rule_out_is_not_possible() -> None:
    levels = [at(0, 99.5, 100.5), at(1, 119.5, 120.5)]
    assert verdicts(*levels, *grown(1, 0, 1.19, 1.21)) == [True]
    assert verdicts(*levels, *grown(1, 0, 1.22, 1.24)) == [False]


def test_each_component_has_its_own_answer_in_the_order_of_first_rows() -> None:
    fine, wrong = (0, 1, 2), (3, 4, 5)
    levels = [at(3, 1, 2), at(0, 1, 2), at(4, 1, 2), at(1, 1, 2), at(5, 5, 6), at(2, 3, 4), at(6, 1, 2)]
    assert verdicts(*levels, total(wrong[2], *wrong[:2]), total(fine[2], *fine[:2])) == [False, True, True]


def test_rows_without_variables_hold_where_nought_lies_well_inside() -> None:
    assert verdicts(([], -1.0, 1.0), ([], 1.0, 2.0), ([], 0.0, 1.0), ([], 0.0, 0.0)) == [True, False, False, False]


def test_nothing_at_all_has_no_components() -> None:
    assert verdicts() == []


@pytest.mark.parametrize("bad", [np.nan, inf, -inf])
@pytest.mark.parametrize("row", [0, 1, 2])
def test_numbers_that_are_none_make_their_component_unknown_and_no_other(bad: float, row: int) -> None:
    rows: list[Statement] = [at(0, 1, 2), total(2, 0, 1), ([(0, 1.0), (1, 2.0)], 0.0, 90.0)]
    terms, _, _ = rows[row]
    poisoned = [(terms[0][0], bad), *terms[1:]]
    assert verdicts(*rows[:row], (poisoned, 0.0, 5.0), *rows[row + 1 :], at(3, 1, 2)) == [False, True]


@pytest.mark.parametrize(("low", "high"), [(inf, inf), (-inf, -inf), (np.nan, 1.0), (2.0, 1.0)])
@pytest.mark.parametrize("terms", [[(0, 1.0)], [(0, 1.0), (1, 1.0)]])
def test_rows_that_nothing_satisfies_are_never_possible(
    terms: Sequence[tuple[int, float]], low: float, high: float
) -> None:
    assert verdicts((terms, low, high)) == [False]


@pytest.mark.parametrize("scale", [1e-300, 1e-140, 1e-3, 1e15, 1e140])
def test_magnitudes_are_no_hindrance(scale: float) -> None:
    levels = [at(0, 1.15 * scale, 1.25 * scale), at(1, 2.25 * scale, 2.35 * scale), at(2, 3.545 * scale, 3.555 * scale)]
    found = verdicts(*levels, total(2, 0, 1), *grown(0, 1, 0.5, 0.55))
    assert found == [scale > 1e-290]


def test_a_component_too_large_for_dense_matrices_is_still_answered() -> None:
    years = LARGEST // 500
    levels = [at(year, 1.0 + year % 7, 1.1 + year % 7) for year in range(years)]
    growth = [each for year in range(years - 1) for each in grown(year + 1, year, *rate(year))]
    assert verdicts(*levels, *growth) == [True]
    assert verdicts(*levels, *growth, at(years // 2, 9.0, 9.1)) == [False]


def rate(year: int) -> tuple[float, float]:
    exact = (1.03 + (year + 1) % 7) / (1.03 + year % 7)
    return exact - 0.005, exact + 0.005


def test_blocks_do_not_show() -> None:
    count = BLOCK // 3
    rows = np.repeat(np.arange(count), 3)
    variables = np.arange(3 * count)
    low, high = np.tile([1.0, 1.0, 2.5], count), np.tile([2.0, 2.0, 3.0], count)
    high[3 * np.arange(0, count, 1000)] = 1.1
    high[3 * np.arange(0, count, 1000) + 1] = 1.2
    slabs = Slabs(
        np.concatenate([rows, count + variables]),
        np.concatenate([variables, variables]),
        np.concatenate([np.tile([1.0, 1.0, -1.0], count), np.ones(3 * count)]),
        np.concatenate([np.zeros(count), low]),
        np.concatenate([np.zeros(count), high]),
        3 * count,
    )
    found = possible(slabs, parts(slabs))
    assert np.flatnonzero(~found).tolist() == list(range(0, count, 1000))


FACTORS = [Fraction(text) for text in ("1", "-1", "1", "-1", "2", "-1/3", "-11/10", "21/10", "-1001/1000")]
STEPS = [*(Fraction(text) for text in ("0", "1/2", "1", "-1/2", "1/1000", "-1/1000000000000000")), None, None]


def small_system(random: Random) -> System:
    """Rows about one point: they hold there with room, touch there, or just miss it; some are equations."""
    size = random.randint(1, 5)
    unit = Fraction(10) ** random.choice([-3, 0, 0, 6, 15])
    point = [unit * random.randint(-3, 9) / random.choice([1, 1, 3]) for _ in range(size)]
    rows = []
    for _ in range(random.randint(1, 9)):
        terms = [(random.randrange(size), random.choice(FACTORS)) for _ in range(random.choice([1, 1, 1, 2, 2, 3]))]
        value = sum((factor * point[variable] for variable, factor in terms), Fraction(0))
        if random.random() < 0.2:
            rows.append(Row(tuple(terms), value, value))
            continue
        below, above = random.choice(STEPS), random.choice(STEPS)
        low, high = (None if step is None else value + sign * unit * step for sign, step in ((-1, below), (1, above)))
        rows.append(Row(tuple(terms), low, high, random.random() < 0.3, random.random() < 0.3))
    return System(size, tuple(rows))


def as_floats(system: System, first: int) -> list[Statement]:
    return [
        (
            [(first + variable, float(factor)) for variable, factor in row.terms],
            -inf if row.low is None else float(row.low),
            inf if row.high is None else float(row.high),
        )
        for row in system.rows
    ]


def is_void(row: Row) -> bool:
    """Whether no number lies between the ends, which floats may not show."""
    return Interval(row.low, row.high, row.low_open, row.high_open).is_empty


def test_what_is_said_to_be_possible_has_an_exact_solution() -> None:
    random = Random(3)
    systems = [small_system(random) for _ in range(3000)]
    systems = [system for system in systems if not any(is_void(row) for row in system.rows)]
    slabs = slabs_of(row for number, system in enumerate(systems) for row in as_floats(system, 5 * number))
    split = parts(slabs)
    unknown = {
        int(each) // 5 for each in np.flatnonzero(~possible(slabs, split)[split.variable] & (split.variable >= 0))
    }
    claimed = [system for number, system in enumerate(systems) if number not in unknown]
    assert len(claimed) > 700
    assert [system for system in claimed if impossible(system) is not None] == []


def rounded(value: float, digits: int) -> tuple[float, float]:
    unit = 10.0 ** (np.floor(np.log10(abs(value))) - digits + 1)
    return (round(value / unit) - 0.5) * unit, (round(value / unit) + 0.5) * unit


def honest(random: Random, first: int) -> list[Statement]:
    """Trade of three years as an honest journalist prints it: levels, growth and shares, rounded, some left out."""
    rows: list[Statement] = []
    exports, imports = (10.0 ** random.uniform(2, 12) * random.uniform(1, 9) for _ in range(2))
    before: list[float] = []
    for year in range(3):
        exports, imports = exports * random.uniform(0.7, 1.5), imports * random.uniform(0.7, 1.5)
        own = [first + 4 * year + each for each in range(4)]
        values = [exports, imports, exports + imports, exports - imports]
        rows += [total(own[2], *own[:2]), ([(own[3], -1.0), (own[0], 1.0), (own[1], -1.0)], 0.0, 0.0)]
        rows += [at(each, 0.0) for each in own[:3]]
        rows += [at(own[k], *rounded(values[k], random.randint(2, 4))) for k in range(4) if random.random() < 0.8]
        for k in range(3 if before else 0):
            low, high = (np.round(1000 * values[k] / before[k]) + np.array([-0.5, 0.5])) / 1000
            rows += grown(own[k], own[k] - 4, low, high) if random.random() < 0.7 else []
        low, high = (np.round(100 * exports / values[2]) + np.array([-0.5, 0.5])) / 100
        rows += grown(own[0], own[2], low, high) if random.random() < 0.5 else []
        before = values
    return rows


def test_honest_figures_are_found_possible() -> None:
    random = Random(5)
    slabs = slabs_of(row for number in range(300) for row in honest(random, 12 * number))
    found = possible(slabs, parts(slabs))
    assert len(found) >= 300
    assert found.mean() > 0.99
