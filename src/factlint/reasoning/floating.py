"""Where the exact simplex may begin: the basis at which HiGHS, working on floats, came to its end.

The floats decide nothing. A basis says only which equations to solve for which columns, and exact pivots go on from
there, as in exact solvers of linear programs (Applegate, Cook, Dash, Espinoza, Operations Research Letters 35, 2007).
"""

from __future__ import annotations

from fractions import Fraction
from math import inf, ldexp
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.effort import Effort

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    import highspy

    from factlint.reasoning.columns import Bounds, Columns, Number, Rational, Terms

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

FLOATS = 100
"""Floats that HiGHS works through in the time of one exact step."""


class Basis(NamedTuple):
    """The columns that the equations are solved for, and the value of each other column, which is one of its bounds.

    Where the floats find no solution, `ray` is about what each of some sums has to be multiplied by to prove that.
    """

    solved: frozenset[int]
    values: Mapping[int, Number]
    ray: Mapping[int, float]


class Floating:
    """HiGHS, set up once for any number of questions about some columns: each goes on from where the last one ended."""

    def __init__(self, columns: Columns, effort: Effort | None = None) -> None:
        import highspy
        import numpy as np

        self._size = columns.size
        self._effort = effort or Effort()
        self._powers = _powers(columns)
        self._known: list[tuple[Number | None, Number | None]] = [(None, None)] * len(self._powers)
        self._below, self._above = np.full(len(self._powers), -inf), np.full(len(self._powers), inf)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in OPTIONS.items():
            self._solver.setOptionValue(option, value)
        self._usable = self._load(columns.sums)

    def basis(self, lows: Bounds, highs: Bounds) -> Basis | None:
        """The last basis of the dual simplex for these bounds; None where floats cannot hold the numbers.

        Raises Undecided.
        """
        if not self._usable or not self._bound(lows, highs):
            return None
        self._solver.run()
        pivots = max(0, self._solver.getInfo().simplex_iteration_count)
        self._effort.spend(pivots * (1 + len(self._powers) // FLOATS))
        basis = self._solver.getBasis()
        if not basis.valid:
            return None
        solved = frozenset(self._solved())
        statuses = [*basis.col_status, *basis.row_status]
        return Basis(solved, self._values(solved, statuses), self._ray())

    def _load(self, sums: Sequence[Terms]) -> bool:
        """Gives HiGHS the sums, without bounds as yet; whether its floats can hold them."""
        import highspy
        import numpy as np

        powers, size = self._powers, self._size
        entries = [(place, *term) for place, terms in enumerate(sums, size) for term in terms]
        try:
            factors = [ldexp(factor, powers[column] - powers[place]) for place, column, factor in entries]
        except OverflowError:
            return False
        starts = np.cumsum([0, *map(len, sums)], dtype=np.int32)[:-1]
        places = np.array([column for _, column, _ in entries], dtype=np.int32)
        ends = self._below, self._above
        self._solver.addVars(size, *(each[:size] for each in ends))
        rows = (each[size:] for each in ends)
        status = self._solver.addRows(len(sums), *rows, len(entries), starts, places, np.array(factors))
        return bool(status != highspy.HighsStatus.kError)

    def _bound(self, lows: Bounds, highs: Bounds) -> bool:
        """Gives HiGHS the bounds, of which most are the last question's; whether its floats can hold them."""
        import numpy as np

        try:
            for column, pair in enumerate(zip(lows, highs, strict=True)):
                if pair != self._known[column]:
                    self._below[column], self._above[column] = _floats(*pair, self._powers[column])
                    self._known[column] = pair
        except OverflowError:
            return False
        size, count = self._size, len(self._powers) - self._size
        numbers = np.arange(max(size, count), dtype=np.int32)
        self._solver.changeColsBounds(size, numbers[:size], self._below[:size], self._above[:size])
        self._solver.changeRowsBounds(count, numbers[:count], self._below[size:], self._above[size:])
        return True

    def _solved(self) -> list[int]:
        """The columns of the basis; HiGHS counts the sums, which are its rows, from -1 down."""
        basic = self._solver.getBasicVariables()[1].tolist()
        return [each if each >= 0 else self._size - 1 - each for each in basic]

    def _values(self, solved: Container[int], statuses: Sequence[highspy.HighsBasisStatus]) -> dict[int, Number]:
        """The bounds at which HiGHS has the other columns."""
        from highspy import HighsBasisStatus

        values: dict[int, Number] = {}
        for column, (low, high) in enumerate(self._known):
            if column not in solved:
                at_high = low is None or (low != high and statuses[column] == HighsBasisStatus.kUpper)
                bound = high if at_high else low
                if bound is not None:
                    values[column] = bound
        return values

    def _ray(self) -> dict[int, float]:
        """The sums that HiGHS takes to contradict the bounds of what they are sums of; empty where it takes none to."""
        from highspy import HighsModelStatus

        if self._solver.getModelStatus() != HighsModelStatus.kInfeasible:
            return {}
        _, is_there, ray = self._solver.getDualRay()
        return {column: float(by) for column, by in enumerate(ray, self._size) if by} if is_there else {}


def _powers(columns: Columns) -> list[int]:
    """For each column about the power of two that its values have: geometric scaling with the bounds as one more row.

    A column's power is the mean of what its bounds and the sums that it stands in say of it, and so back and forth.
    """
    own = [
        [_magnitude(end.bound[0]) for ends in pair for end in ends[:1] if end.bound[0]]
        for pair in zip(columns.lows, columns.highs, strict=True)
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


def _magnitude(number: Rational) -> int:
    return number.numerator.bit_length() - number.denominator.bit_length()


def _floats(low: Number | None, high: Number | None, power: int) -> tuple[float, float]:
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
