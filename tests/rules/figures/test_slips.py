from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.interval import EVERYTHING, Interval
from factlint.reading.quantity import read
from factlint.rules.figures.slips import Suspect, hint


def suspect(said: str, low: str, high: str | None = None) -> Suspect:
    return Suspect(read(said), Interval(Fraction(low), Fraction(high or low)))


@pytest.mark.parametrize(
    ("said", "room", "words"),
    [
        ("$12.5 million", "1250000", "$12.5 million reads as $1.25 million if a digit slipped"),
        ("$12.5 million", "125000000", "$12.5 million reads as $125 million if a digit slipped"),
        ("$12.5 billion", "12500000", "$12.5 billion reads as $12.5 million if the scale slipped"),
        ("$12.5 million", "12500000000000", "$12.5 million reads as $12.5 trillion if the scale slipped"),
        ("12.5 thousand USD", "12.5", "12.5 thousand USD reads as 0.0125 thousand USD if the scale slipped"),
        ("12500 USD", "12500000", "12500 USD reads as 12500000 USD if the scale slipped"),
        ("$12.6 million", "11600000", "$12.6 million reads as $11.6 million if a digit slipped"),
        ("-$12.6 million", "-11600000", "-$12.6 million reads as -$11.6 million if a digit slipped"),
        ("1,785 people", "1735", "1,785 people reads as 1,735 people if a digit slipped"),
        ("$12.6 million", "2600000", None),
        ("$16 million", "13000000", None),
        ("about $12.6 million", "11600000", None),
        ("half a million dollars", "5000000", None),
        ("$12.6 million", "11700000", None),
    ],
)
def test_what_one_figure_may_have_been(said: str, room: str, words: str | None) -> None:
    assert hint([suspect(said, room)]) == words


def test_equals_stand_as_equals() -> None:
    given_ = [
        suspect("$13.2 million", "14200000"),
        suspect("$12.6 million", "11600000"),
        suspect("$1.61 million", "2610000"),
    ]
    assert (
        hint(given_[:2]) == "$13.2 million reads as $14.2 million or $12.6 million as $11.6 million if a digit slipped"
    )
    assert hint(given_) == (
        "$13.2 million reads as $14.2 million, $12.6 million as $11.6 million or $1.61 million as $2.61 million "
        "if a digit slipped"
    )
    assert hint([*given_, suspect("$735 million", "785000000")]) is None


def test_more_than_one_repair_of_a_figure_tells_nothing() -> None:
    assert hint([suspect("$12.6 million", "11600000", "13600000")]) is None
    assert hint([Suspect(read("$12.6 million"), EVERYTHING)]) is None
    assert hint([]) is None


def test_a_figure_declared_exact_has_no_last_place_to_slip() -> None:
    assert hint([Suspect(read("735 USD", precision="exact"), Interval.point(785))]) is None


@settings(deadline=None)
@given(st.integers(100, 10**6), st.integers(0, 6), st.integers(0, 9))
def test_one_changed_digit_is_always_found(mantissa: int, position: int, digit: int) -> None:
    digits = list(str(mantissa))
    if position < len(digits) and digits[position] != str(digit) and (position or digit):
        digits[position] = str(digit)
        meant = "".join(digits)
        words = hint([Suspect(read(f"{mantissa} USD"), Interval.point(int(meant)))])
        assert words is not None
        assert meant in words
