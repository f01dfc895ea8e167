"""Where the exact simplex may begin: the basis at which HiGHS, working on floats, came to its end.

The floats decide nothing. A basis says only which equations to solve for which columns, and exact pivots go on from
there, as in exact solvers of linear programs (Applegate, Cook, Dash, Espinoza, Operations Research Letters 35, 2007).
"""

from __future__ import annotations

from fractions import Fraction
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import highspy

    from factlint.reasoning.columns import Bounds, Columns, Number

MARGIN = 2.0**-20
"""What stands for an infinitesimal: figures are scaled to about 1, and HiGHS takes 10^-9 for nothing."""

OPTIONS: Mapping[str, bool | float | str] = MappingProxyType(
    {
        "output_flag": False,
        "presolve": "off",  # what presolve finds impossible has no basis
        "parallel": "off",
        "threads": 1,
        "primal_feasibility_tolerance": 1e-9,
        "simplex_iteration_limit": 100_000,
    }
)

ROUNDS = 4
"""Rounds of scaling; the means settle within them."""


class Basis(NamedTuple):
    """The columns that the equations are solved for, and the value of each other column, which is one of its bounds."""

    solved: tuple[int, ...]
    values: Mapping[int, Number]


class Floating:
    """HiGHS, set up once for any number of questions."""

    def __init__(self) -> None:
        import highspy

        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in OPTIONS.items():
            self._solver.setOptionValue(option, value)

    def basis(self, columns: Columns, lows: Bounds, highs: Bounds) -> Basis | None:
        """The last basis of the dual simplex for these bounds; None where floats cannot hold the numbers."""
        import highspy

        try:
            model = _model(columns, lows, highs)
        except OverflowError:
            return None
        if self._solver.passModel(model) == highspy.HighsStatus.kError:
            return None
        self._solver.run()
        basis = self._solver.getBasis()
        return _exact([*basis.col_status, *basis.row_status], lows, highs) if basis.valid else None


def _exact(statuses: Sequence[highspy.HighsBasisStatus], lows: Bounds, highs: Bounds) -> Basis:
    """What HiGHS says of each column, with the exact bounds for values."""
    from highspy import HighsBasisStatus

    solved = tuple(column for column, status in enumerate(statuses) if status == HighsBasisStatus.kBasic)
    values = {
        column: bound
        for column, status in enumerate(statuses)
        if status != HighsBasisStatus.kBasic
        and (bound := (highs if status == HighsBasisStatus.kUpper else lows)[column]) is not None
    }
    return Basis(solved, values)


def _model(columns: Columns, lows: Bounds, highs: Bounds) -> highspy.HighsLp:
    """The columns as a program without objective, scaled by powers of two; raises OverflowError."""
    import highspy
    import numpy as np

    powers = _powers(columns, lows, highs)
    model = highspy.HighsLp()
    size = columns.size
    ends = [_floats(*each) for each in zip(lows, highs, powers, strict=True)]
    below, above = [low for low, _ in ends], [high for _, high in ends]
    model.num_col_, model.num_row_ = size, len(columns.sums)
    model.col_cost_ = np.zeros(size)
    model.col_lower_, model.col_upper_ = np.array(below[:size]), np.array(above[:size])
    model.row_lower_, model.row_upper_ = np.array(below[size:]), np.array(above[size:])
    starts = np.cumsum([0, *map(len, columns.sums)], dtype=np.int32)
    entries = [
        (column, float(factor * _two(powers[column] - powers[size + index])))
        for index, terms in enumerate(columns.sums)
        for column, factor in terms
    ]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = np.array([column for column, _ in entries], dtype=np.int32)
    model.a_matrix_.value_ = np.array([value for _, value in entries], dtype=np.float64)
    return model


def _powers(columns: Columns, lows: Bounds, highs: Bounds) -> list[int]:
    """For each column about the power of two that its values have: geometric scaling with the bounds as one more row.

    A column's power is the mean of what its bounds and the sums that it stands in say of it, and so back and forth.
    """
    own = [
        [_magnitude(bound[0]) for bound in pair if bound is not None and bound[0]]
        for pair in zip(lows, highs, strict=True)
    ]
    powers = [_mean(each) for each in own]
    for _ in range(ROUNDS):
        votes = [list(each) for each in own]
        for index, terms in enumerate(columns.sums, columns.size):
            parts = [powers[column] + factor.bit_length() for column, factor in terms]
            votes[index].extend(parts)
            known = own[index] or [max(parts, default=0)]
            for column, factor in terms:
                votes[column].append(_mean(known) - factor.bit_length())
        powers = [_mean(each) for each in votes]
    return powers


def _mean(powers: Sequence[int]) -> int:
    return sum(powers) // len(powers) if powers else 0


def _magnitude(number: Fraction) -> int:
    return number.numerator.bit_length() - number.denominator.bit_length()


def _floats(low: Number | None, high: Number | None, power: int) -> tuple[float, float]:
    """The bounds of a column as floats; open ends come inside, by no more than a quarter of the width."""
    scale = _two(-power)
    below, above = -inf if low is None else float(low[0] * scale), inf if high is None else float(high[0] * scale)
    margin = min(MARGIN, (above - below) / 4)
    return below + margin * float(low[1] if low else 0), above + margin * float(high[1] if high else 0)


def _two(power: int) -> Fraction:
    return Fraction(1 << power) if power >= 0 else Fraction(1, 1 << -power)
