"""A system brought into the shape that its solvers share: bounded columns and integer equations between them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable

    from factlint.reasoning.rows import Row, System

Number = tuple[Fraction, Fraction]
"""A rational number and its multiple of an infinitesimal: the least member of (2, …) is (2, 1), the greatest of
(…, 2) is (2, -1), so open ends compare as exactly as closed ones (Dutertre and de Moura, CAV 2006, §5)."""

Bounds = Sequence[Number | None]
"""One bound for each column, None where there is none."""

Terms = tuple[tuple[int, int], ...]
"""Pairs of column and factor: coprime integers, the first one positive, by column."""

Used = tuple[int, bool, Fraction]
"""An end that a proof uses: column, whether it is the upper end, and its multiplier, which is positive."""


class End(NamedTuple):
    """What a row gives to a column: `factor`, which is positive, times the lower or the upper end of row `row`."""

    bound: Number
    row: int
    upper: bool
    factor: Fraction
    owner: Hashable | None


class Columns(NamedTuple):
    """The variables of a system, each a column, and behind them a column for each sum that rows speak of.

    `sums[k]` is what column size + k is the sum of. `lows` and `highs` hold for each column the ends that rows give
    to it, the tightest first. Rows that speak of one sum, or of one variable alone, share a column.
    """

    size: int
    sums: tuple[Terms, ...]
    lows: tuple[tuple[End, ...], ...]
    highs: tuple[tuple[End, ...], ...]

    @classmethod
    def of(cls, system: System) -> Columns:
        """The columns of a system; sums in the order of their first rows."""
        found: dict[Terms, int] = {((variable, 1),): variable for variable in range(system.size)}
        ends: list[tuple[int, bool, End]] = []
        for index, row in enumerate(system.rows):
            terms, scale = _normal(row)
            column = found.setdefault(terms, len(found))
            ends.extend((column, upper, end) for upper, end in _ends(index, row, scale))
        sums = tuple(found)[system.size :]
        return cls(
            system.size, sums, _by_column(ends, len(found), upper=False), _by_column(ends, len(found), upper=True)
        )


def standing(ends: Iterable[tuple[End, ...]], owners: Container[Hashable]) -> list[End | None]:
    """For each column the tightest end that is fixed or that one of `owners` states."""
    return [next((end for end in each if end.owner is None or end.owner in owners), None) for each in ends]


def bounds(ends: Iterable[End | None]) -> list[Number | None]:
    """The values of the ends, None where there is none."""
    return [None if end is None else end.bound for end in ends]


def _normal(row: Row) -> tuple[Terms, Fraction]:
    """The row's sum with coprime integer factors, and the number that the row's own sum is multiplied by."""
    factors: dict[int, Fraction] = {}
    for variable, factor in row.terms:
        factors[variable] = factors.get(variable, Fraction(0)) + factor
    terms = sorted((variable, factor) for variable, factor in factors.items() if factor)
    if not terms:
        return (), Fraction(1)
    below = lcm(*(factor.denominator for _, factor in terms))
    above = gcd(*(factor.numerator * (below // factor.denominator) for _, factor in terms))
    scale = Fraction(below if terms[0][1] > 0 else -below, above)
    return tuple((variable, (factor * scale).numerator) for variable, factor in terms), scale


def _ends(index: int, row: Row, scale: Fraction) -> Iterable[tuple[bool, End]]:
    """The ends of a row as ends of its column, which is `scale` times the row's sum; a negative scale swaps them."""
    for upper, value, is_open in ((False, row.low, row.low_open), (True, row.high, row.high_open)):
        if value is not None:
            as_upper = upper == (scale > 0)
            inside = Fraction(-1 if as_upper else 1) if is_open else Fraction(0)
            yield as_upper, End((value * scale, inside), index, upper, abs(scale), row.owner)


def _by_column(ends: Iterable[tuple[int, bool, End]], size: int, *, upper: bool) -> tuple[tuple[End, ...], ...]:
    """The lower or the upper ends of each column, the tightest first, and of equals the earlier row's."""
    columns: list[list[End]] = [[] for _ in range(size)]
    for column, is_upper, end in ends:
        if is_upper == upper:
            columns[column].append(end)
    for each in columns:
        each.sort(key=lambda end: end.bound, reverse=not upper)
    return tuple(map(tuple, columns))
