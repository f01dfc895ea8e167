"""The simplex method on exact numbers: whether columns can all stand within their bounds, or why they cannot.

The general simplex of Dutertre and de Moura (A Fast Linear-Arithmetic Solver for DPLL(T), CAV 2006): bounds may change
between two questions while the tableau stays, and the row that no pivot can mend is itself the certificate of Farkas.
The tableau holds integers only, each row divided by its greatest common divisor. Bland's rule (Mathematics of
Operations Research 2, 1977) keeps it from running in circles, so it always ends.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.reasoning.columns import Bounds, Number, Terms, Used

ZERO = (Fraction(0), Fraction(0))


class Tableau:
    """Equations between columns, each solved for one of them, and a value for every column that fulfils them all."""

    def __init__(self, size: int, sums: Sequence[Terms]) -> None:
        self._rows = {size + index: {size + index: -1, **dict(terms)} for index, terms in enumerate(sums)}
        self.values: list[Number] = [ZERO] * (size + len(sums))

    def settle(self, lows: Bounds, highs: Bounds, pivots: float = inf) -> tuple[Used, ...] | None:
        """Empty where the columns now have values within these bounds; else the bounds that forbid it.

        The multipliers make of those bounds a combination that cancels every column and leaves 0 ≤ a negative number.
        None where so many pivots were not enough to know.
        """
        for column, (low, high) in enumerate(zip(lows, highs, strict=True)):
            if low is not None and high is not None and low > high:
                return ((column, False, Fraction(1)), (column, True, Fraction(1)))
            if column not in self._rows:
                self._set(column, _nearest(self.values[column], low, high))
        while moves := self._moves(lows, highs):
            leaving, target, entering = next((move for move in moves if move[2] is None), moves[0])
            if entering is None:
                return self._reason(leaving, target)
            if pivots <= 0:
                return None
            self._move(leaving, target, entering)
            pivots -= 1
        return ()

    def adopt(self, basic: Sequence[int], values: Mapping[int, Number]) -> None:
        """Solves the equations for the columns `basic` as far as they can be; other columns get the values given."""
        wanted = set(basic)
        for column in basic:
            if column not in self._rows:
                able = [each for each, row in self._rows.items() if column in row and each not in wanted]
                if able:
                    self._pivot(min(able, key=lambda each: len(self._rows[each])), column)
        for column, value in values.items():
            if column not in self._rows:
                self._set(column, value)

    def _moves(self, lows: Bounds, highs: Bounds) -> list[tuple[int, Number, int | None]]:
        """The solved columns outside their bounds, the bound that each must come to, and a column that can bring it."""
        nearest = ((column, _nearest(self.values[column], lows[column], highs[column])) for column in self._rows)
        outside = sorted((column, target) for column, target in nearest if target is not self.values[column])
        return [(column, target, self._entering(column, target, lows, highs)) for column, target in outside]

    def _entering(self, column: int, target: Number, lows: Bounds, highs: Bounds) -> int | None:
        """The first column that can move so that the solved one comes nearer; None where all are at their bounds."""
        for other, upwards in self._pushes(column, target):
            bound = highs[other] if upwards else lows[other]
            if bound is None or bound != self.values[other]:
                return other
        return None

    def _reason(self, column: int, target: Number) -> tuple[Used, ...]:
        """The bound that a solved column should come to, and those at which the others stand that could bring it."""
        row = self._rows[column]
        rising = target > self.values[column]
        others = (
            (other, upwards, Fraction(abs(row[other]), abs(row[column])))
            for other, upwards in self._pushes(column, target)
        )
        return ((column, not rising, Fraction(1)), *others)

    def _pushes(self, column: int, target: Number) -> list[tuple[int, bool]]:
        """The columns that a solved one is solved by, and whether each must rise to bring it nearer to its target."""
        row = self._rows[column]
        rising = target > self.values[column]
        against = row[column] > 0
        return sorted((other, ((factor > 0) != against) == rising) for other, factor in row.items() if other != column)

    def _move(self, leaving: int, target: Number, entering: int) -> None:
        """Moves one column so far that a solved one comes to its target, and solves the row for the other."""
        row = self._rows[leaving]
        ratio = Fraction(-row[leaving], row[entering])
        self._set(entering, _plus(self.values[entering], ratio, _difference(target, self.values[leaving])))
        self._pivot(leaving, entering)

    def _set(self, column: int, value: Number) -> None:
        """Gives a column that is not solved for another value, and the solved ones theirs."""
        if value == self.values[column]:
            return
        step = _difference(value, self.values[column])
        for solved, row in self._rows.items():
            if column in row:
                self.values[solved] = _plus(self.values[solved], Fraction(-row[column], row[solved]), step)
        self.values[column] = value

    def _pivot(self, leaving: int, entering: int) -> None:
        """Solves the row of one column for another one that stands in it."""
        pivot = self._rows.pop(leaving)
        for solved, row in self._rows.items():
            if entering in row:
                self._rows[solved] = _eliminated(row, pivot, entering)
        self._rows[entering] = pivot


def _eliminated(row: Mapping[int, int], pivot: Mapping[int, int], column: int) -> dict[int, int]:
    """The row without the column, by subtracting a multiple of the pivot row; coprime integers again."""
    shared = gcd(row[column], pivot[column])
    keep, take = pivot[column] // shared, row[column] // shared
    result = {each: factor * keep for each, factor in row.items()}
    for each, factor in pivot.items():
        result[each] = result.get(each, 0) - factor * take
    divisor = gcd(*result.values())
    return {each: factor // divisor for each, factor in result.items() if factor}


def _nearest(value: Number, low: Number | None, high: Number | None) -> Number:
    """The value itself where it is within the bounds, else the bound next to it."""
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


def _difference(value: Number, other: Number) -> Number:
    return value[0] - other[0], value[1] - other[1]


def _plus(value: Number, factor: Fraction, step: Number) -> Number:
    # Most steps have no infinitesimal part, and adding nothing to a Fraction costs as much as adding something.
    return value[0] + factor * step[0], value[1] + factor * step[1] if step[1] else value[1]
