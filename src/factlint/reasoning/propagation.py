"""Interval propagation through sums: what bounds say of each other, and the proof where they leave a column nothing.

Values are floats, so what is found is a candidate. But each bound remembers what it was made of, with exact factors:
the multipliers are rational, and prove that nothing is left or, where ends nearly touch, do not. Whoever uses them
verifies them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.reasoning.columns import Bounds, Columns, Used

ROUNDS = 3
"""Rounds over all sums; what needs more is left to a solver."""


class _Bound(NamedTuple):
    """One side of a column: given, or the sum over `parents` of weight / `divisor` times the bound of that number."""

    column: int
    upper: bool
    value: float
    is_open: bool
    parents: tuple[tuple[int, int], ...] = ()
    divisor: int = 1


class _Term(NamedTuple):
    """One of the terms of a sum that is nought, at its least or at its greatest value."""

    column: int
    factor: int
    number: int | None
    value: float
    is_open: bool


class _Propagation:
    """Bounds of columns, tightened through equations until one column has nothing left."""

    def __init__(self, lows: Bounds, highs: Bounds) -> None:
        """Raises OverflowError where a bound is too large for a float."""
        self._found: list[_Bound] = []
        self._best: tuple[list[int | None], list[int | None]] = ([None] * len(lows), [None] * len(highs))
        for upper, side in ((False, lows), (True, highs)):
            for column, bound in enumerate(side):
                if bound is not None:
                    self._keep(_Bound(column, upper, float(bound[0]), bool(bound[1])))

    def proof(self, columns: Columns) -> tuple[Used, ...]:
        """The given bounds that leave some column nothing, as far as floats can say; empty where none does."""
        equations = [((columns.size + index, -1), *terms) for index, terms in enumerate(columns.sums)]
        empty = next(filter(self._is_empty, range(len(self._best[0]))), None)
        for _ in range(ROUNDS):
            known = len(self._found)
            for equation in equations:
                if empty is None:
                    empty = self._tightened(equation)
            if empty is not None:
                return self._given(empty)
            if len(self._found) == known:
                break
        return ()

    def _tightened(self, equation: Sequence[tuple[int, int]]) -> int | None:
        """Draws what an equation, a sum of factor times column that is zero, says; the first column left empty."""
        for greatest in (False, True):
            for bound in self._implied([self._term(*each, greatest=greatest) for each in equation], greatest=greatest):
                self._keep(bound)
                if self._is_empty(bound.column):
                    return bound.column
        return None

    def _term(self, column: int, factor: int, *, greatest: bool) -> _Term:
        number = self._best[(factor > 0) == greatest][column]
        if number is None:
            return _Term(column, factor, None, 0.0, is_open=False)
        bound = self._found[number]
        return _Term(column, factor, number, factor * bound.value, bound.is_open)

    def _implied(self, terms: Sequence[_Term], *, greatest: bool) -> Iterator[_Bound]:
        """The tighter bounds of terms that follow from the others at their least or greatest values."""
        unknown = [term for term in terms if term.number is None]
        if len(unknown) > 1:
            return
        total = sum(term.value for term in terms)
        count = sum(term.is_open for term in terms)
        for term in unknown or terms:
            upper = (term.factor > 0) != greatest
            value, is_open = (term.value - total) / term.factor, count > term.is_open
            if self._is_tighter(term.column, value, is_open=is_open, upper=upper):
                parents = (
                    (abs(each.factor), each.number) for each in terms if each.number is not None and each is not term
                )
                yield _Bound(term.column, upper, value, is_open, tuple(parents), abs(term.factor))

    def _is_tighter(self, column: int, value: float, *, is_open: bool, upper: bool) -> bool:
        number = self._best[upper][column]
        if number is None:
            return True
        best = self._found[number]
        if value == best.value:
            return is_open and not best.is_open
        return value < best.value if upper else value > best.value

    def _is_empty(self, column: int) -> bool:
        low, high = self._best[False][column], self._best[True][column]
        if low is None or high is None:
            return False
        below, above = self._found[low], self._found[high]
        return below.value > above.value or (below.value == above.value and (below.is_open or above.is_open))

    def _keep(self, bound: _Bound) -> None:
        self._best[bound.upper][bound.column] = len(self._found)
        self._found.append(bound)

    def _given(self, column: int) -> tuple[Used, ...]:
        """The given bounds behind both bounds of a column; parents always come before what is made of them."""
        weights: dict[int, Fraction] = {}
        for number in (self._best[False][column], self._best[True][column]):
            if number is not None:
                weights[number] = Fraction(1)
        for number in range(len(self._found) - 1, -1, -1):
            bound = self._found[number]
            for weight, parent in bound.parents if number in weights else ():
                share = Fraction(weight, bound.divisor) * weights[number]
                weights[parent] = weights.get(parent, Fraction(0)) + share
        given = ((self._found[number], weight) for number, weight in sorted(weights.items()))
        return tuple((bound.column, bound.upper, weight) for bound, weight in given if not bound.parents)


def propagated(columns: Columns, lows: Bounds, highs: Bounds) -> tuple[Used, ...]:
    """Multipliers of bounds that seem to contradict each other; empty where propagation is silent.

    They always cancel every column; whether they leave 0 ≤ a negative number is for exact arithmetic to say.
    """
    try:
        return _Propagation(lows, highs).proof(columns)
    except OverflowError:
        return ()
