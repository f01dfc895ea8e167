from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reasoning.farkas import Certificate, verify
from factlint.reasoning.rows import Row, System

ONE, TWO = Fraction(1), Fraction(2)
X, Y = (0, ONE), (1, ONE)

# x + y ≤ 3, x ≥ 2, y > 1: impossible only because an end is open
TOUCHING = System(
    2,
    (
        Row((X, Y), None, Fraction(3), owner="sum"),
        Row((X,), TWO, None, owner="x"),
        Row((Y,), ONE, None, low_open=True, owner="y"),
        Row((X,), Fraction(0), None),
    ),
)
PROOF = ((0, True, ONE), (1, False, ONE), (2, False, ONE))


def test_multipliers_that_cancel_every_variable_and_leave_less_than_nothing_prove() -> None:
    assert verify(TOUCHING, Certificate(PROOF))
    assert Certificate(PROOF).owners(TOUCHING) == {"sum", "x", "y"}


def test_fixed_rows_have_no_owner() -> None:
    assert Certificate(((3, False, ONE), (1, False, ONE))).owners(TOUCHING) == {"x"}


@pytest.mark.parametrize(
    "tampered",
    [
        (),
        PROOF[1:],
        PROOF[:2],
        ((0, True, TWO), *PROOF[1:]),
        ((0, False, ONE), *PROOF[1:]),
        (*PROOF[:2], (3, False, ONE)),
        (*PROOF[:2], (2, True, ONE)),
        ((0, True, -ONE), (1, False, -ONE), (2, False, -ONE)),
        (*PROOF, (4, True, ONE)),
        (*PROOF, (-1, False, Fraction(0))),
        ((0, True, ONE), (1, False, ONE), (3, False, Fraction(0))),
    ],
    ids=repr,
)
def test_a_tampered_certificate_proves_nothing(tampered: tuple[tuple[int, bool, Fraction], ...]) -> None:
    assert not verify(TOUCHING, Certificate(tampered))


def test_an_open_end_counts_only_with_a_multiplier() -> None:
    rows = (
        Row((X,), TWO, None),
        Row((X,), None, TWO),
        Row((X,), None, TWO, high_open=True),
    )
    assert verify(System(1, rows), Certificate(((0, False, ONE), (2, True, ONE))))
    assert not verify(System(1, rows), Certificate(((0, False, ONE), (1, True, ONE))))
    assert not verify(System(1, rows), Certificate(((0, False, ONE), (1, True, ONE), (2, True, Fraction(0)))))


entries = st.tuples(st.integers(-1, 4), st.booleans(), st.fractions(-1, 3, max_denominator=2))


@given(st.lists(entries, max_size=6), st.integers(0, 2))
def test_nothing_proves_that_a_possible_system_is_impossible(
    multipliers: list[tuple[int, bool, Fraction]], left_out: int
) -> None:
    rest = tuple(row for index, row in enumerate(TOUCHING.rows) if index != left_out)
    assert not verify(System(2, rest), Certificate(tuple(multipliers)))
