"""Interval propagation through sums: what bounds say of each other, and the proof where they leave a column nothing.

Values are floats, so what is found is a candidate. But each bound remembers what it was made of, with exact factors:
the multipliers are rational, and prove that nothing is left or, where ends nearly touch, do not. Whoever uses them
verifies them.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.effort import Effort, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.reasoning.columns import Bounds, Columns, Terms, Used

ROUNDS = 3
"""Rounds over all sums; what needs more is left to a solver."""


class _Bound(NamedTuple):
    """One side of a column: given, or the sum over `parents` of weight / `divisor` times the bound of that number."""

    column: int
    upper: bool
    parents: tuple[tuple[int, int], ...] = ()
    divisor: int = 1


class _Side:
    """The lower or the upper bounds of all columns: their values, whether they are open, and their numbers."""

    def __init__(self, bounds: Bounds, *, upper: bool) -> None:
        """Raises OverflowError where a bound is too large for a float."""
        self.upper = upper
        none = inf if upper else -inf
        self.values = [none if bound is None else float(bound[0]) for bound in bounds]
        self.opens = [bound is not None and bool(bound[1]) for bound in bounds]
        self.numbers = [-1] * len(self.values)

    def is_tighter(self, column: int, value: float, *, is_open: bool) -> bool:
        best = self.values[column]
        if value == best:
            return is_open and not self.opens[column]
        return value < best if self.upper else value > best


class _Propagation:
    """Bounds of columns, tightened through equations until one column has nothing left."""

    def __init__(self, lows: Bounds, highs: Bounds) -> None:
        self._low, self._high = _Side(lows, upper=False), _Side(highs, upper=True)
        self._found: list[_Bound] = []
        for side, bounds in ((self._low, lows), (self._high, highs)):
            for column, bound in enumerate(bounds):
                if bound is not None:
                    side.numbers[column] = len(self._found)
                    self._found.append(_Bound(column, side.upper))

    def proof(self, columns: Columns, effort: Effort) -> tuple[Used, ...]:
        """The given bounds that leave some column nothing, as far as floats can say; empty where none does."""
        equations = [((columns.size + index, -1), *terms) for index, terms in enumerate(columns.sums)]
        empty = next(filter(self._is_empty, range(columns.size + len(columns.sums))), None)
        for _ in range(ROUNDS):
            known = len(self._found)
            for equation in equations:
                if empty is None:
                    empty = self._tightened(equation)
            if empty is not None:
                return self._given(empty, effort)
            if len(self._found) == known:
                break
        return ()

    def _tightened(self, equation: Terms) -> int | None:
        """Draws what an equation, a sum of factor times column that is zero, says; the first column left empty."""
        for greatest in (False, True):
            for column in self._implied(equation, greatest=greatest):
                if self._is_empty(column):
                    return column
        return None

    def _implied(self, equation: Terms, *, greatest: bool) -> Iterator[int]:
        """Tightens each column to what follows from the others at their least or greatest values; those tightened."""
        sides = [self._high if (factor > 0) == greatest else self._low for _, factor in equation]
        values = [factor * side.values[column] for (column, factor), side in zip(equation, sides, strict=True)]
        unknown = [index for index, value in enumerate(values) if value in {inf, -inf}]
        if len(unknown) > 1:
            return
        total = sum(value for index, value in enumerate(values) if index not in unknown)
        opens = sum(side.opens[column] for (column, _), side in zip(equation, sides, strict=True))
        numbers = [side.numbers[column] for (column, _), side in zip(equation, sides, strict=True)]
        for index in unknown or range(len(equation)):
            (column, factor), known = equation[index], sides[index]
            value = ((0.0 if unknown else values[index]) - total) / factor
            is_open = opens > known.opens[column]
            side = self._low if known.upper else self._high
            if side.is_tighter(column, value, is_open=is_open):
                parents = [
                    (abs(weight), number)
                    for (each, weight), number in zip(equation, numbers, strict=True)
                    if each != column
                ]
                side.values[column], side.opens[column], side.numbers[column] = value, is_open, len(self._found)
                self._found.append(_Bound(column, side.upper, tuple(parents), abs(factor)))
                yield column

    def _is_empty(self, column: int) -> bool:
        below, above = self._low.values[column], self._high.values[column]
        return below > above or (below == above and (self._low.opens[column] or self._high.opens[column]))

    def _given(self, column: int, effort: Effort) -> tuple[Used, ...]:
        """The given bounds behind both bounds of a column; parents always come before what is made of them."""
        weights = {side.numbers[column]: Fraction(1) for side in (self._low, self._high)}
        for number in range(len(self._found) - 1, -1, -1):
            bound = self._found[number]
            for weight, parent in bound.parents if number in weights else ():
                share = Fraction(weight, bound.divisor) * weights[number]
                weights[parent] = weights.get(parent, Fraction(0)) + share
                effort.spend(1, width(share))
        given = ((self._found[number], weight) for number, weight in sorted(weights.items()))
        return tuple((bound.column, bound.upper, weight) for bound, weight in given if not bound.parents)


def propagated(columns: Columns, lows: Bounds, highs: Bounds, effort: Effort | None = None) -> tuple[Used, ...]:
    """Multipliers of bounds that seem to contradict each other; empty where propagation is silent.

    They always cancel every column; whether they leave 0 ≤ a negative number is for exact arithmetic to say.
    Raises Undecided.
    """
    try:
        return _Propagation(lows, highs).proof(columns, effort or Effort())
    except OverflowError:
        return ()
