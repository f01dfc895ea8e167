"""Exact linear reasoning about numbers that are known only to lie in intervals."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.interval import EVERYTHING, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Identity:
    """A linear form that is zero: the sum of factor times variable over `factors`, each variable once, no factor zero.

    For one identity over independent intervals, interval arithmetic is exact: the form takes just the values of one
    interval, and an end of it is a member only where every end that it is made of is one (Moore, Interval Analysis,
    1966, on single-use expressions).
    """

    factors: tuple[tuple[str, Fraction], ...]

    @classmethod
    def of(cls, total: str, terms: Iterable[tuple[Fraction, str]]) -> Identity:
        """The identity total = sum of factor times variable over `terms`; terms of one variable are added up."""
        factors = {total: Fraction(-1)}
        for factor, variable in terms:
            factors[variable] = factors.get(variable, Fraction(0)) + factor
        return cls(tuple((variable, factor) for variable, factor in factors.items() if factor))

    def possible(self, values: Mapping[str, Interval]) -> bool:
        """Whether it can hold with each variable in its interval; one that has none is unbounded."""
        if any(values.get(variable, EVERYTHING).is_empty for variable, _ in self.factors):
            return False
        return combination((factor, values.get(variable, EVERYTHING)) for variable, factor in self.factors).contains(0)

    def implied(self, variable: str, values: Mapping[str, Interval]) -> Interval:
        """What the intervals of the other variables leave for this one; raises KeyError where it is none of them."""
        own = dict(self.factors)[variable]
        others = ((factor, values.get(each, EVERYTHING)) for each, factor in self.factors if each != variable)
        return combination(others).times(-1 / own)


def combination(terms: Iterable[tuple[Fraction, Interval]]) -> Interval:
    """The values of the sum of factor times number, each number in its own interval, which must not be empty."""
    total = Interval.point(0)
    for factor, interval in terms:
        total += interval.times(factor)
    return total
