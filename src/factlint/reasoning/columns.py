"""A system brought into the shape that its solvers share: bounded columns and integer equations between them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable, Iterator

    from factlint.reasoning.rows import Row, System

Rational: TypeAlias = int | Fraction
"""An exact number: an integer where it can be one, for integers are counted with many times faster."""

Number: TypeAlias = tuple[Rational, Rational]
"""A rational number and its multiple of an infinitesimal: the least member of (2, …) is (2, 1), the greatest of
(…, 2) is (2, -1), so open ends compare as exactly as closed ones (Dutertre and de Moura, CAV 2006, §5)."""

Bounds: TypeAlias = Sequence[Number | None]
"""One bound for each column, None where there is none."""

Terms: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of column and factor: coprime integers, the first one positive, by column."""

Used: TypeAlias = tuple[int, bool, Rational]
"""An end that a proof uses: column, whether it is the upper end, and its multiplier, which is positive."""

WIDTH = 4096
"""Bits that the unit of a system may have; beyond them its bounds stay fractions."""

ONE = Fraction(1)


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
    to it, the tightest first and none behind a fixed one, in a unit so small that they are integers. Rows that speak of
    one sum, or of one variable alone, share a column.
    """

    size: int
    sums: tuple[Terms, ...]
    lows: tuple[tuple[End, ...], ...]
    highs: tuple[tuple[End, ...], ...]

    @classmethod
    def of(cls, system: System) -> Columns:
        """The columns of a system; sums in the order of their first rows."""
        found: dict[Terms, int] = {((variable, 1),): variable for variable in range(system.size)}
        normal = [_normal(row) for row in system.rows]
        unit = _unit(system.rows, normal)
        places = [found.setdefault(terms, len(found)) for terms, _ in normal]
        ends: tuple[list[list[End]], list[list[End]]] = ([[] for _ in found], [[] for _ in found])
        for index, (row, (_, scale), column) in enumerate(zip(system.rows, normal, places, strict=True)):
            for upper, end in _ends(index, row, scale, unit):
                ends[upper][column].append(end)
        lows, highs = (tuple(_useful(each, upper) for each in ends[upper]) for upper in (False, True))
        return cls(system.size, tuple(found)[system.size :], lows, highs)


def standing(ends: Iterable[tuple[End, ...]], owners: Container[Hashable]) -> list[End | None]:
    """For each column the tightest end that is fixed or that one of `owners` states."""
    found: list[End | None] = []
    for each in ends:
        for end in each:
            if end.owner is None or end.owner in owners:
                found.append(end)
                break
        else:
            found.append(None)
    return found


def bounds(ends: Iterable[End | None]) -> list[Number | None]:
    """The values of the ends, None where there is none."""
    return [None if end is None else end.bound for end in ends]


def crossing(lows: Bounds, highs: Bounds) -> tuple[Used, ...]:
    """The bounds of the first column whose lower one is above its upper one; empty where there is none."""
    for column, (low, high) in enumerate(zip(lows, highs, strict=True)):
        if low is not None and high is not None and low > high:
            return (column, False, 1), (column, True, 1)
    return ()


def holds(values: Iterable[Number], lows: Bounds, highs: Bounds) -> bool:
    """Whether every column's value is within its bounds."""
    known = zip(values, lows, highs, strict=True)
    return all((low is None or low <= value) and (high is None or value <= high) for value, low, high in known)


def quotient(number: Rational, divisor: int) -> Rational:
    """The number divided, an integer where it is one."""
    if divisor == 1:
        return number
    if isinstance(number, int):
        whole, rest = divmod(number, divisor)
        return Fraction(number, divisor) if rest else whole
    return number / divisor


def _normal(row: Row) -> tuple[Terms, Fraction]:
    """The row's sum with coprime integer factors, and the number that the row's own sum is multiplied by."""
    if len(row.terms) == 1 and row.terms[0][1] == 1:
        return ((row.terms[0][0], 1),), ONE
    factors: dict[int, Fraction] = {}
    for variable, factor in row.terms:
        factors[variable] = factors[variable] + factor if variable in factors else factor
    terms = sorted((variable, factor) for variable, factor in factors.items() if factor)
    if not terms:
        return (), ONE
    below = lcm(*(factor.denominator for _, factor in terms))
    whole = [factor.numerator * (below // factor.denominator) for _, factor in terms]
    above = gcd(*whole) if whole[0] > 0 else -gcd(*whole)
    scale = ONE if below == above else Fraction(below, above)
    return tuple((variable, each // above) for (variable, _), each in zip(terms, whole, strict=True)), scale


def _unit(rows: Iterable[Row], normal: Iterable[tuple[Terms, Fraction]]) -> int:
    """The least number that makes integers of all ends of columns that rows give; 1 where it would be unwieldy."""
    unit = 1
    for row, (_, scale) in zip(rows, normal, strict=True):
        for end in (row.low, row.high):
            if end is not None and unit % (below := end.denominator * scale.denominator):
                unit = lcm(unit, below)
                if unit.bit_length() > WIDTH:
                    return 1
    return unit


def _ends(index: int, row: Row, scale: Fraction, unit: int) -> Iterator[tuple[bool, End]]:
    """The ends of a row as ends of its column, which is `scale` times the row's sum; a negative scale swaps them."""
    above, below = scale.numerator * unit, scale.denominator
    factor = scale if above > 0 else -scale
    for upper, value, is_open in ((False, row.low, row.low_open), (True, row.high, row.high_open)):
        if value is not None:
            as_upper = upper == (above > 0)
            inside = (-1 if as_upper else 1) if is_open else 0
            exact = quotient(value.numerator * above, value.denominator * below)
            yield as_upper, End((exact, inside), index, upper, factor, row.owner)


def _useful(ends: list[End], upper: bool) -> tuple[End, ...]:
    """The ends of a column on one side, the tightest first, of equals the earlier row's, up to the first fixed one."""
    if len(ends) > 1:
        ends.sort(key=lambda end: end.bound, reverse=not upper)
        fixed = next((index for index, end in enumerate(ends, 1) if end.owner is None), None)
        return tuple(ends[:fixed])
    return tuple(ends)
