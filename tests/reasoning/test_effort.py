from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from factlint.reasoning.effort import LIMIT, Effort, Undecided, width
from factlint.reasoning.system import Row, System, conflict, conflicts, impossible


def dense(size: int, seed: int = 1) -> System:
    """As many rows as variables, all factors of which are there and have nothing to do with each other."""
    random = Random(seed)
    point = [Fraction(random.randint(1, 10**6)) for _ in range(size)]
    rows = []
    for owner in range(size):
        terms = tuple((v, Fraction(random.randint(1, 10**6), random.randint(1, 999))) for v in range(size))
        value = sum((factor * point[variable] for variable, factor in terms), Fraction(0))
        rows.append(Row(terms, value, value, owner=owner))
    return System(size, tuple(rows))


def monthly(years: int) -> System:
    """The months of some years, stated and summed up in each year, and one sum that is wrong."""
    rows = []
    for year in range(years):
        months = [(12 * year + month, Fraction(1)) for month in range(12)]
        rows += [Row((each,), Fraction(each[0]), Fraction(each[0] + 1), owner=each[0]) for each in months]
        least = Fraction(sum(variable for variable, _ in months))
        rows.append(Row(tuple(months), least, least + 12 + (year == years - 1), owner=f"year {year}"))
        if year:
            grown = (*months, *((12 * (year - 1) + month, Fraction(-3)) for month in range(12)))
            rows.append(Row(grown, None, Fraction(12 * 12 * 12), owner=f"growth {year}"))
    rows.append(Row(((0, Fraction(1)),), Fraction(2), None, owner="wrong"))
    return System(12 * years, tuple(rows))


def test_steps_are_counted_until_none_is_left() -> None:
    effort = Effort(10)
    effort.spend(10)
    with pytest.raises(Undecided, match="more exact arithmetic"):
        effort.spend(1)


def test_long_numbers_take_more_steps_than_short_ones() -> None:
    short, long = Effort(), Effort()
    short.spend(5, width(Fraction(1, 3)))
    long.spend(5, width(Fraction(1, 3**1000)))
    assert short.left == LIMIT - 5
    assert long.left < short.left


@pytest.mark.parametrize("question", [impossible, conflict])
def test_a_dense_system_is_given_up_and_not_waited_for(question: object) -> None:
    assert callable(question)
    with pytest.raises(Undecided):
        question(dense(40), effort=200_000)
    assert question(dense(8), effort=200_000) is None


def test_every_run_gives_up_at_the_same_step() -> None:
    def decided(effort: int) -> bool:
        try:
            return conflicts(monthly(4), effort=effort) != ()
        except Undecided:
            return False

    enough = next(effort for effort in (2**exponent for exponent in range(30)) if decided(effort))
    low, high = enough // 2, enough
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if decided(middle) else (middle, high)
    assert [decided(each) for each in (high - 1, high, high - 1, high)] == [False, True, False, True]


def test_hundreds_of_figures_take_a_small_part_of_the_steps_allowed() -> None:
    assert [each.suspects for each in conflicts(monthly(30), effort=LIMIT // 20)] == [(0, "wrong")]


def test_other_parts_do_not_use_up_the_steps_of_one() -> None:
    part = monthly(2)
    enough = next(effort for effort in (2**exponent for exponent in range(30)) if fits(part, effort))
    rows = tuple(
        Row(tuple((v + part.size * copy, by) for v, by in row.terms), row.low, row.high, owner=(copy, row.owner))
        for copy in range(5)
        for row in part.rows
    )
    assert len(conflicts(System(5 * part.size, rows), effort=enough)) == 5 * len(conflicts(part))


def fits(system: System, effort: int) -> bool:
    try:
        conflicts(system, effort=effort)
    except Undecided:
        return False
    return True
