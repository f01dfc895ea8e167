"""Exact intervals of rational numbers with open and closed ends: what a printed figure stands for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between `low` and `high`; None is minus or plus infinity.

    An end that is open is not itself a member. An infinite end counts as open whatever the flag says.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """The single number `value`."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies between the ends."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def contains(self, value: Fraction | int) -> bool:
        """Whether `value` is a member."""
        return not (self & Interval.point(value)).is_empty

    def meets(self, other: Interval) -> bool:
        """Whether some number is a member of both; touching ends meet only where both are closed."""
        return not (self & other).is_empty

    def __and__(self, other: Interval) -> Interval:
        """The members of both; check `is_empty` on the result."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, upper=True)
        return Interval(low, high, low_open, high_open)

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a member of this and a member of the other."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def times(self, factor: Fraction | int) -> Interval:
        """Every member times `factor`; a negative factor swaps the ends, zero gives the point zero."""
        if factor == 1:
            return self
        if factor == 0:
            return Interval.point(0)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor > 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)


EVERYTHING = Interval(None, None)


def _tighter(
    mine: Fraction | None, mine_open: bool, other: Fraction | None, other_open: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    """Of two ends on one side, the one that excludes more."""
    if mine is None:
        return other, other_open
    if other is None:
        return mine, mine_open
    if mine == other:
        return mine, mine_open or other_open
    mine_wins = mine < other if upper else mine > other
    return (mine, mine_open) if mine_wins else (other, other_open)
