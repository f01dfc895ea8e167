"""Exact products and quotients of intervals, and intervals in words."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.printing import numeral_scale
from factlint.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.reading.quantity import Quantity

POSITIVE = Interval(Fraction(0), None, low_open=True)

_DECIMALS = 9


class _End(NamedTuple):
    """An end of an interval: None is infinite, and `sign` says on which side."""

    number: Fraction | None
    open: bool
    sign: int


def product(left: Interval, right: Interval) -> Interval:
    """Every product of a member of one interval and a member of the other; neither may be empty.

    The ends are products of ends (Moore, Interval Analysis, 1966); one is a member where both its factors are, or where
    one of them is a nought that is.
    """
    corners = [_corner(one, other) for one in _ends(left) for other in _ends(right)]
    low, high = min(corners, key=_rank), max(corners, key=lambda each: _rank(each, closed=1))
    return Interval(low.number, high.number, low.open, high.open)


def reciprocal(positive: Interval) -> Interval:
    """1 / x for every x of an interval of positive numbers."""
    low = Fraction(0) if positive.high is None else 1 / positive.high
    high = 1 / positive.low if positive.low else None
    return Interval(low, high, positive.high is None or positive.high_open, high is None or positive.low_open)


def shortened(interval: Interval, model: Quantity, apart: Interval) -> Interval:
    """An interval widened to ends with few digits: one more than `model` prints, more where it would meet `apart`."""
    unit = model.ulp or numeral_scale(model) or Fraction(1)
    for decimals in range(1, _DECIMALS + 1):
        wider = _widened(interval, unit / 10**decimals)
        if not wider.meets(apart):
            return wider
    return interval


def between(interval: Interval, printed: Callable[[Fraction], str]) -> str:
    """An interval in words, its ends as `printed` prints them: `between 2 and 3`, `at least 2`, `2`, `any amount`."""
    low = None if interval.low is None else printed(interval.low)
    high = None if interval.high is None else printed(interval.high)
    if low is None and high is None:
        return "any amount"
    if low is None:
        return f"{'less than' if interval.high_open else 'at most'} {high}"
    if high is None:
        return f"{'more than' if interval.low_open else 'at least'} {low}"
    return low if interval.low == interval.high else f"between {low} and {high}"


def _ends(interval: Interval) -> tuple[_End, _End]:
    low = _End(interval.low, interval.low_open or interval.low is None, -1)
    return low, _End(interval.high, interval.high_open or interval.high is None, 1)


def _corner(one: _End, other: _End) -> _End:
    noughts = [end for end in (one, other) if end.number == 0]
    if noughts:
        return _End(Fraction(0), all(end.open for end in noughts), 0)
    if one.number is None or other.number is None:
        return _End(None, open=True, sign=_sign(one) * _sign(other))
    return _End(one.number * other.number, one.open or other.open, 0)


def _sign(end: _End) -> int:
    return end.sign if end.number is None else 1 if end.number > 0 else -1


def _rank(end: _End, *, closed: int = -1) -> tuple[int, Fraction, int]:
    """The order of ends; among equals, one that is a member comes first for `closed` -1 and last for 1."""
    side = end.sign if end.number is None else 0
    return side, end.number or Fraction(0), 0 if end.open else closed


def _widened(interval: Interval, step: Fraction) -> Interval:
    """The interval with each end moved outward to a multiple of `step`; an end that moves becomes a member."""
    low = None if interval.low is None else math.floor(interval.low / step) * step
    high = None if interval.high is None else math.ceil(interval.high / step) * step
    return Interval(low, high, interval.low_open and low == interval.low, interval.high_open and high == interval.high)
