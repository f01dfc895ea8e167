"""Numbers of all sizes as floats of about one: exact powers of two that the columns of a system are divided by."""

from __future__ import annotations

from fractions import Fraction
from math import inf, ldexp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.reasoning.columns import Columns, Number, Rational

MARGIN = 2.0**-20
"""What stands for an infinitesimal: figures are scaled to about 1, and HiGHS takes 10^-9 for nothing."""

ROUNDS = 4
"""Rounds of scaling; the means settle within them."""


def powers(columns: Columns) -> list[int]:
    """For each column about the power of two that its values have: geometric scaling with the bounds as one more row.

    A column's power is the mean of what its bounds and the sums that it stands in say of it, and so back and forth.
    """
    own = [
        [_magnitude(end.bound[0]) for ends in pair for end in ends[:1] if end.bound[0]]
        for pair in zip(columns.lows, columns.highs, strict=True)
    ]
    found = [_mean(each) for each in own]
    for _ in range(ROUNDS):
        votes = [list(each) for each in own]
        for index, terms in enumerate(columns.sums, columns.size):
            parts = [found[column] + factor.bit_length() for column, factor in terms]
            votes[index].extend(parts)
            known = own[index] or [max(parts, default=0)]
            for column, factor in terms:
                votes[column].append(_mean(known) - factor.bit_length())
        found = [_mean(each) for each in votes]
    return found


def _mean(powers: Sequence[int]) -> int:
    return sum(powers) // len(powers) if powers else 0


def _magnitude(number: Rational) -> int:
    return number.numerator.bit_length() - number.denominator.bit_length()


def floats(low: Number | None, high: Number | None, power: int) -> tuple[float, float]:
    """The bounds of a column as floats; open ends come inside, by no more than a quarter of the width."""
    below = -inf if low is None else _float(low[0], -power)
    above = inf if high is None else _float(high[0], -power)
    margin = min(MARGIN, (above - below) / 4)
    return below + margin * float(low[1] if low else 0), above + margin * float(high[1] if high else 0)


def _float(number: Rational, power: int) -> float:
    """The number times two to the power; raises OverflowError."""
    try:
        return ldexp(float(number), power)
    except OverflowError:
        return float(Fraction(number) * Fraction(2) ** power)
