"""Sparse linear equations, solved exactly.

Gaussian elimination in the order of Markowitz (Management Science 3, 1957), who takes the pivot that others depend on
least: what can be read off one equation after the other, as nearly all can in a basis of figures and their sums, costs
one multiplication for each factor.
"""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.columns import quotient
from factlint.reasoning.effort import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.reasoning.columns import Number
    from factlint.reasoning.effort import Effort


class Equation(NamedTuple):
    """The sum over `factors` of factor times unknown is `right`; no factor is nought."""

    factors: dict[int, int]
    right: Number


def solution(equations: Sequence[Equation], effort: Effort) -> dict[int, Number] | None:
    """The only values that fulfil all equations; None where none do, or more than these. Raises Undecided."""
    return _Elimination(equations, effort).solution()


class _Elimination:
    """Equations, and which of them are open: those hold no unknown that another one has been solved for."""

    def __init__(self, equations: Sequence[Equation], effort: Effort) -> None:
        self._effort = effort
        self._factors = [dict(equation.factors) for equation in equations]
        self._right = [equation.right for equation in equations]
        self._open = set(range(len(equations)))
        self._places: dict[int, set[int]] = {}
        for index, factors in enumerate(self._factors):
            for unknown in factors:
                self._places.setdefault(unknown, set()).add(index)
        self._short = [index for index, factors in enumerate(self._factors) if len(factors) <= 1]
        self._rare = [unknown for unknown, places in self._places.items() if len(places) == 1]

    def solution(self) -> dict[int, Number] | None:
        unknowns = len(self._places)
        solved: list[tuple[int, int]] = []
        while (index := self._next()) is not None:
            self._open.remove(index)
            if self._factors[index]:
                solved.append((index, self._solve(index)))
            elif self._right[index] != (0, 0):
                return None
        return self._values(solved) if len(solved) == unknowns else None

    def _next(self) -> int | None:
        """An open equation with one unknown, or with one that no other has, or else a shortest one."""
        while self._short:
            if (index := self._short.pop()) in self._open:
                return index
        while self._rare:
            if places := self._places.get(self._rare.pop()):
                return next(iter(places))
        self._effort.spend(len(self._open))
        return min(self._open, key=lambda each: (len(self._factors[each]), each), default=None)

    def _solve(self, index: int) -> int:
        """Takes an unknown of the equation, which the fewest others have, out of them; this unknown."""
        for each in self._factors[index]:
            self._forget(each, index)
        unknown = min(self._factors[index], key=lambda each: (len(self._places[each]), each))
        for other in self._places.pop(unknown):
            self._eliminate(unknown, self._factors[index], self._right[index], other)
            if len(self._factors[other]) <= 1:
                self._short.append(other)
        return unknown

    def _eliminate(self, unknown: int, pivot: dict[int, int], right: Number, other: int) -> None:
        """Subtracts a multiple of the pivot, so that the other equation has the unknown no longer."""
        factors = self._factors[other]
        shared = gcd(pivot[unknown], factors[unknown])
        keep, take = pivot[unknown] // shared, factors.pop(unknown) // shared
        self._effort.spend(len(pivot) + (len(factors) if len(pivot) > 1 else 0), keep.bit_length() + take.bit_length())
        self._effort.spend(1, width(right[0]))
        rest = {each: factor * take for each, factor in pivot.items() if each != unknown}
        divisor = self._subtract(other, keep, rest) if rest else keep
        exact, inside = self._right[other]
        self._right[other] = (
            quotient(exact * keep - right[0] * take, divisor),
            quotient(inside * keep - right[1] * take, divisor),
        )

    def _subtract(self, index: int, times: int, rest: dict[int, int]) -> int:
        """Multiplies the factors of an equation, subtracts the rest, and divides by what they share, which is given."""
        factors = {each: factor * times for each, factor in self._factors[index].items()}
        for each, factor in rest.items():
            left = factors.pop(each, 0) - factor
            if left:
                factors[each] = left
                self._places[each].add(index)
            else:
                self._forget(each, index)
        divisor = gcd(*factors.values()) or 1
        self._factors[index] = {each: factor // divisor for each, factor in factors.items()}
        return divisor

    def _forget(self, unknown: int, index: int) -> None:
        """The equation no longer counts among those that have the unknown."""
        self._places[unknown].discard(index)
        if len(self._places[unknown]) == 1:
            self._rare.append(unknown)

    def _values(self, solved: Sequence[tuple[int, int]]) -> dict[int, Number]:
        """What each unknown is: the last solved for first, for it depends on no other."""
        values: dict[int, Number] = {}
        for index, unknown in reversed(solved):
            exact, inside = self._right[index]
            for each, factor in self._factors[index].items():
                if each != unknown:
                    exact -= factor * values[each][0]
                    inside -= factor * values[each][1]
            divisor = self._factors[index][unknown]
            values[unknown] = quotient(exact, divisor), quotient(inside, divisor)
            self._effort.spend(len(self._factors[index]), width(values[unknown][0]))
        return values
