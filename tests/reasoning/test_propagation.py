from __future__ import annotations

from fractions import Fraction

from factlint.reasoning.columns import Columns, bounds, standing
from factlint.reasoning.farkas import Certificate, verify
from factlint.reasoning.propagation import propagated
from factlint.reasoning.rows import Row, System
from factlint.reasoning.system import impossible

ZERO, ONE = Fraction(0), Fraction(1)
X, Y = (0, ONE), (1, ONE)


def found(*rows: Row) -> Certificate:
    """What propagation says, with its bounds as the ends of rows that give them."""
    system = System(2, rows)
    columns = Columns.of(system)
    ends = standing(columns.lows, ()), standing(columns.highs, ())
    used = [(ends[upper][column], by) for column, upper, by in propagated(columns, bounds(ends[0]), bounds(ends[1]))]
    return Certificate(tuple((end.row, end.upper, end.factor * by) for end, by in used if end is not None))


def proves(*rows: Row) -> bool:
    return verify(System(2, rows), found(*rows))


AT_LEAST_TWO = Row((X,), Fraction(2), None)
MORE_THAN_ONE = Row((Y,), ONE, None, low_open=True)


def test_what_parts_leave_of_a_sum_is_proved() -> None:
    assert proves(AT_LEAST_TWO, MORE_THAN_ONE, Row(((0, Fraction(3)), (1, Fraction(3))), None, Fraction(8)))


def test_touching_ends_clash_only_where_one_is_open() -> None:
    most = Row((X, Y), None, Fraction(3))
    assert proves(AT_LEAST_TWO, MORE_THAN_ONE, most)
    assert found(AT_LEAST_TWO, Row((Y,), ONE, None), most) == Certificate(())


def test_a_bound_that_is_used_in_two_places_counts_twice() -> None:
    same = Row((X, (1, -ONE)), Fraction(0), Fraction(0))
    assert proves(AT_LEAST_TWO, same, Row(((0, ONE), (1, Fraction(2))), None, Fraction(5)))


def test_what_would_tighten_a_little_in_every_round_is_left_to_others() -> None:
    box = [Row((each,), Fraction(0), Fraction(10) ** 6) for each in (X, Y)]
    rows = (*box, Row((X, (1, -ONE)), Fraction(1, 1000), None), Row(((0, Fraction(1001, 1000)), (1, -ONE)), None, ZERO))
    assert found(*rows) == Certificate(())
    assert impossible(System(2, rows)) is not None


def test_it_is_silent_where_no_float_can_hold_a_bound() -> None:
    huge = Fraction(10) ** 400
    assert found(Row((X,), huge, None), Row((X, Y), None, Fraction(0)), MORE_THAN_ONE) == Certificate(())
