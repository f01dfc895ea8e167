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

from factlint.reasoning.columns import crossing, quotient
from factlint.reasoning.effort import Effort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.reasoning.columns import Bounds, Number, Terms, Used


class Tableau:
    """Equations between columns, each solved for one of them, and a value for every column that fulfils them all."""

    def __init__(self, size: int, sums: Sequence[Terms], effort: Effort | None = None) -> None:
        self._rows = {size + index: {size + index: -1, **dict(terms)} for index, terms in enumerate(sums)}
        self._effort = effort or Effort()
        self.values: list[Number] = [(0, 0)] * (size + len(sums))

    def settle(self, lows: Bounds, highs: Bounds, pivots: float = inf) -> tuple[Used, ...] | None:
        """Empty where the columns now have values within these bounds; else the bounds that forbid it.

        The multipliers make of those bounds a combination that cancels every column and leaves 0 ≤ a negative number.
        None where so many pivots were not enough to know. Raises Undecided.
        """
        if reason := crossing(lows, highs):
            return reason
        nearest = ((each, _nearest(value, lows[each], highs[each])) for each, value in enumerate(self.values))
        self._place(nearest)
        while moves := self._moves(lows, highs):
            leaving, target, entering = next((move for move in moves if move[2] is None), moves[0])
            if entering is None:
                return self._reason(leaving, target)
            if pivots <= 0:
                return None
            self._move(leaving, target, entering)
            pivots -= 1
        return ()

    def adopt(self, basic: Iterable[int], values: Mapping[int, Number]) -> None:
        """Solves the equations for the columns `basic` as far as they can be; other columns get the values given."""
        wanted = frozenset(basic)
        for column in sorted(wanted):
            if column not in self._rows:
                able = [each for each, row in self._rows.items() if column in row and each not in wanted]
                if able:
                    self._pivot(min(able, key=lambda each: len(self._rows[each])), column)
        self._place(values.items())

    def _place(self, values: Iterable[tuple[int, Number]]) -> None:
        """Gives the columns that are not solved for these values, and the solved ones theirs."""
        moved = set()
        for column, value in values:
            if column not in self._rows and value != self.values[column]:
                self.values[column] = value
                moved.add(column)
        for solved, row in self._rows.items():
            if not moved.isdisjoint(row):
                self.values[solved] = _fulfilling(row, solved, self.values)

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
        return ((column, not rising, 1), *others)

    def _pushes(self, column: int, target: Number) -> list[tuple[int, bool]]:
        """The columns that a solved one is solved by, and whether each must rise to bring it nearer to its target."""
        row = self._rows[column]
        rising = target > self.values[column]
        against = row[column] > 0
        return sorted((other, ((factor > 0) != against) == rising) for other, factor in row.items() if other != column)

    def _move(self, leaving: int, target: Number, entering: int) -> None:
        """Moves one column so far that a solved one comes to its target, and solves the row for the other."""
        row, value = self._rows[leaving], self.values[leaving]
        gap = target[0] - value[0], target[1] - value[1]
        step = _moved((0, 0), gap, -row[leaving], row[entering])
        for solved, each in self._rows.items():
            if entering in each:
                self.values[solved] = _moved(self.values[solved], step, -each[entering], each[solved])
        self.values[entering] = _moved(self.values[entering], step, 1, 1)
        self.values[leaving] = target
        self._pivot(leaving, entering)

    def _pivot(self, leaving: int, entering: int) -> None:
        """Solves the row of one column for another one that stands in it."""
        pivot = self._rows.pop(leaving)
        for solved, row in self._rows.items():
            if entering in row:
                self._effort.spend(len(row) + len(pivot), row[entering].bit_length() + pivot[entering].bit_length())
                self._rows[solved] = eliminated(row, pivot, entering)
        self._rows[entering] = pivot


def eliminated(row: Mapping[int, int], pivot: Mapping[int, int], column: int) -> dict[int, int]:
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


def _fulfilling(row: Mapping[int, int], column: int, values: Sequence[Number]) -> Number:
    """The value of one column that makes the sum of factors times values nought."""
    divisor = -row[column]
    exact = sum(factor * values[each][0] for each, factor in row.items() if each != column)
    inside = sum(factor * values[each][1] for each, factor in row.items() if each != column)
    return quotient(exact, divisor), quotient(inside, divisor)


def _moved(value: Number, step: Number, times: int, over: int) -> Number:
    """The value and so many times the step, divided."""
    if times == over:
        return value[0] + step[0], value[1] + step[1]
    if times == -over:
        return value[0] - step[0], value[1] - step[1]
    exact = value[0] + quotient(step[0] * times, over)
    return exact, value[1] + quotient(step[1] * times, over) if step[1] else value[1]
