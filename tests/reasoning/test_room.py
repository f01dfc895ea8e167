from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.room import room
from factlint.reasoning.system import Row, System, impossible

ONE = Fraction(1)
X, Y, Z = (0, ONE), (1, ONE), (2, ONE)


def within(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def is_near(found: Interval, expected: Interval) -> bool:
    """Whether an interval holds another and is hardly larger."""
    if found.low is None or found.high is None or expected.low is None or expected.high is None:
        return False
    below, above = expected.low - found.low, found.high - expected.high
    return 0 <= below < Fraction(1, 10**6) and 0 <= above < Fraction(1, 10**6)


def test_a_sum_lies_between_the_sums_of_what_its_variables_may_be() -> None:
    system = System(2, (Row.within([X], within("1", "2")), Row.within([Y], within("10", "20"))))
    assert is_near(room(system, [X, Y]), within("11", "22"))
    assert is_near(room(system, [X, (1, -ONE)]), within("-19", "-8"))


def test_identities_carry_bounds_to_what_nobody_states() -> None:
    total = Row.within([X, Y, (2, -ONE)], Interval.point(0))
    system = System(3, (Row.within([X], within("1", "2")), Row.within([Z], within("5", "6")), total))
    assert is_near(room(system, [Y]), within("3", "5"))


def test_a_row_that_speaks_of_the_very_sum_counts() -> None:
    year = Row.within([X, Y, Z], within("100", "101"))
    system = System(3, (*(Row.within([each], within("0", "90")) for each in (X, Y, Z)), year))
    assert is_near(room(system, [X, Y, Z]), within("100", "101"))
    assert is_near(room(system, [X, Y]), within("10", "101"))
    assert is_near(room(system, [(0, Fraction(2)), (1, Fraction(2)), (2, Fraction(2))]), within("200", "202"))


def test_what_an_owner_says_is_left_out_on_request() -> None:
    rows = (Row.within([X], within("1", "9"), "a"), Row.within([X], within("2", "3"), "b"), Row.within([X], EVERYTHING))
    assert is_near(room(System(1, rows), [X]), within("2", "3"))
    assert is_near(room(System(1, rows), [X], without="b"), within("1", "9"))
    assert is_near(room(System(1, rows), [X], without="nobody"), within("2", "3"))


def test_open_ends_count_as_closed() -> None:
    rows = (Row((X,), ONE, Fraction(2), low_open=True), Row((X, (1, -ONE)), Fraction(0), Fraction(0)))
    assert is_near(room(System(2, rows), [Y]), within("1", "2"))


def test_nothing_bounds_a_variable_that_no_row_names() -> None:
    found = room(System(2, (Row.within([X], within("1", "2")),)), [Y])
    assert (found.low, found.high) == (None, None)


def test_the_empty_sum_is_nought() -> None:
    assert room(System(1, ()), []) == Interval.point(0)


@pytest.mark.parametrize(
    "rows",
    [
        (Row.within([X], within("1", "2")), Row.within([X], within("3", "4"))),
        (Row.within([], within("1", "2")),),
        (Row.within([X], within("1", "2")), Row.within([Y], within("1", "2")), Row.within([X, Y], within("5", "6"))),
    ],
)
def test_clashes_that_propagation_sees_leave_nothing(rows: tuple[Row, ...]) -> None:
    assert room(System(2, rows), [Y]).is_empty


@pytest.mark.parametrize("variable", [-1, 1])
def test_a_variable_that_is_not_there_is_refused(variable: int) -> None:
    with pytest.raises(ValueError, match="outside 0 … 0"):
        room(System(1, ()), [(variable, ONE)])


def test_bounds_that_chase_each_other_come_to_an_end() -> None:
    rows = (
        Row.within([X], within("0", "1000000")),
        Row.within([Y], within("0", "1000000")),
        Row((X, (1, -ONE)), Fraction(1, 1000), None),
        Row(((0, Fraction(1001, 1000)), (1, -ONE)), None, Fraction(0)),
    )
    assert impossible(System(2, rows)) is not None
    assert not room(System(2, rows), [X]).is_empty


FACTORS = st.sampled_from([Fraction(text) for text in ("1", "-1", "2", "-1/2", "11/10", "0")])
TERMS = st.lists(st.tuples(st.integers(0, 2), FACTORS), max_size=4)
NUMBERS = st.integers(-4, 4).map(lambda each: Fraction(each, 2))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    ends = [draw(st.none() | NUMBERS) for _ in range(2)]
    owner = draw(st.sampled_from([None, "a", "b"]))
    return Row(tuple(draw(TERMS)), ends[0], ends[1], draw(st.booleans()), draw(st.booleans()), owner)


@settings(max_examples=80, deadline=None)
@given(st.lists(rows(), max_size=5), TERMS, st.sampled_from([None, "a"]))
def test_every_solution_lies_in_the_room(
    stated: list[Row], terms: list[tuple[int, Fraction]], left: str | None
) -> None:
    found = room(System(3, tuple(stated)), terms, left)
    kept = [row for row in stated if left is None or row.owner != left]
    for point in product([Fraction(each, 2) for each in (-3, 0, 2)], repeat=3):
        if all(holds(row, point) for row in kept):
            assert found.contains(sum((factor * point[variable] for variable, factor in terms), Fraction(0)))


@settings(max_examples=80, deadline=None)
@given(st.lists(rows(), max_size=5), TERMS)
def test_no_solution_gives_the_sum_a_value_outside_the_room(
    stated: list[Row], terms: list[tuple[int, Fraction]]
) -> None:
    found = room(System(3, tuple(stated)), terms)
    outside = [
        *([] if found.low is None else [Row(tuple(terms), None, found.low, high_open=not found.low_open)]),
        *([] if found.high is None else [Row(tuple(terms), found.high, None, low_open=not found.high_open)]),
    ]
    for row in outside if not found.is_empty else [Row((), None, None)]:
        assert impossible(System(3, (*stated, row))) is not None


def holds(row: Row, point: tuple[Fraction, ...]) -> bool:
    value = sum((factor * point[variable] for variable, factor in row.terms), Fraction(0))
    return Interval(row.low, row.high, row.low_open, row.high_open).contains(value)
