"""The room that the rows of a system leave for a sum: outer bounds, where the best ones would take a solver."""

from __future__ import annotations

from fractions import Fraction
from math import inf, isfinite
from typing import TYPE_CHECKING, NamedTuple

from factlint.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from factlint.reasoning.rows import Row, System

ROUNDS = 3
"""Rounds over all rows; bounds that go on tightening after that do so by ever less."""

SLACK = 2.0**-40
"""The part of the magnitudes in a sum by which bounds are moved outward: far more than floats can err."""

NOTHING = Interval(Fraction(0), Fraction(0), low_open=True, high_open=True)
"""The interval without a member."""


class _Floats(NamedTuple):
    """A row in floats: a sum of variables, each once, and its two ends, moved outward; `size` is that of the ends."""

    terms: tuple[tuple[int, float], ...]
    low: float
    high: float
    size: float


class Room:
    """What the rows of a system leave for sums of its variables; those that `without` owns are left out.

    Bounds hold for every solution, and need not be the best ones: each variable is bounded by interval propagation
    (Davis, Artificial Intelligence 32, 1987) in floats, which are moved outward.
    """

    def __init__(self, system: System, without: Hashable | None = None) -> None:
        """Raises OverflowError where a number is too large for a float."""
        self._size = system.size
        self._rows = [_floats(row) for row in system.rows if without is None or row.owner != without]
        self._low, self._high = [-inf] * system.size, [inf] * system.size
        self._empty = not all(row.terms or row.low <= 0 <= row.high for row in self._rows)
        for _ in range(ROUNDS):
            changed = [self._tightened(row) for row in self._rows]
            if self._empty or not any(changed):
                break

    def of(self, terms: Sequence[tuple[int, Fraction]]) -> Interval:
        """Bounds on the sum of factor · variable; empty only where there is no solution, which may go unnoticed.

        Raises ValueError where a term names a variable that is not there.
        """
        if any(not 0 <= variable < self._size for variable, _ in terms):
            raise ValueError(f"a term names a variable outside 0 … {self._size - 1}")
        if self._empty:
            return NOTHING
        wanted = {variable: float(factor) for variable, factor in _merged(terms).items()}
        low, high = self._span(wanted)
        for row in self._rows:
            for rest, by in _rests(wanted, row):
                least, most = self._span(rest)
                ends = (row.low * by, row.high * by) if by > 0 else (row.high * by, row.low * by)
                low, high = max(low, least + ends[0]), min(high, most + ends[1])
        low, high = _outward(low, high)
        if low > high:
            return NOTHING
        return Interval(Fraction(low) if isfinite(low) else None, Fraction(high) if isfinite(high) else None)

    def _span(self, terms: Mapping[int, float]) -> tuple[float, float]:
        """What a sum may be while each variable is anywhere between its bounds."""
        low = high = size = 0.0
        for variable, factor in terms.items():
            ends = self._low[variable] * factor, self._high[variable] * factor
            low += min(ends)
            high += max(ends)
            size += sum(abs(end) for end in ends if isfinite(end))
        return low - size * SLACK, high + size * SLACK

    def _tightened(self, row: _Floats) -> bool:
        """Bounds each variable of a row by what the others may be; whether that said anything new."""
        lows, highs = self._low, self._high
        below = above = size = 0.0
        unbounded_below = unbounded_above = 0
        spans = []
        for variable, factor in row.terms:
            least, most = lows[variable] * factor, highs[variable] * factor
            if factor < 0:
                least, most = most, least
            spans.append((least, most))
            if least == -inf:
                unbounded_below += 1
            else:
                below += least
                size += abs(least)
            if most == inf:
                unbounded_above += 1
            else:
                above += most
                size += abs(most)
        size = SLACK * (size + row.size)
        changed = False
        for (variable, factor), (least, most) in zip(row.terms, spans, strict=True):
            # The sums of all others, an infinity where one of those is unbounded.
            least_rest = (below if least == -inf else below - least) if unbounded_below <= (least == -inf) else -inf
            most_rest = (above if most == inf else above - most) if unbounded_above <= (most == inf) else inf
            low, high = (row.low - most_rest - size) / factor, (row.high - least_rest + size) / factor
            if factor < 0:
                low, high = high, low
            if low > lows[variable]:
                lows[variable], changed = low, True
            if high < highs[variable]:
                highs[variable], changed = high, True
            self._empty |= lows[variable] > highs[variable]
        return changed


def room(system: System, terms: Sequence[tuple[int, Fraction]], without: Hashable | None = None) -> Interval:
    """`Room` for one sum."""
    return Room(system, without).of(terms)


def _floats(row: Row) -> _Floats:
    low = -inf if row.low is None else float(row.low)
    high = inf if row.high is None else float(row.high)
    low, high = _outward(low, high)
    return _Floats(tuple((v, float(f)) for v, f in _merged(row.terms).items()), low, high, _size(low, high))


def _outward(low: float, high: float) -> tuple[float, float]:
    return low - SLACK * _size(low), high + SLACK * _size(high)


def _size(*numbers: float) -> float:
    return sum(abs(number) for number in numbers if isfinite(number))


def _merged(terms: Sequence[tuple[int, Fraction]]) -> dict[int, Fraction]:
    if len(terms) == len({variable for variable, _ in terms}):
        return {variable: factor for variable, factor in terms if factor}
    total: dict[int, Fraction] = {}
    for variable, factor in terms:
        total[variable] = total.get(variable, Fraction(0)) + factor
    return {variable: factor for variable, factor in total.items() if factor}


def _rests(wanted: Mapping[int, float], row: _Floats) -> Iterator[tuple[dict[int, float], float]]:
    """The wanted sum without a multiple of a row that takes one of its variables away, and that multiple."""
    for by in {wanted[variable] / factor for variable, factor in row.terms if variable in wanted}:
        rest = dict(wanted)
        for variable, factor in row.terms:
            rest[variable] = rest.get(variable, 0.0) - by * factor
        yield {variable: factor for variable, factor in rest.items() if factor}, by
