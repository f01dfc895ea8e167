"""Slips of a number: the figures that are one slip away from a printed one, in its unit.

Of dozens hardly any is where the component leaves room, so that floats sort out those that surely are not.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.printing import numeral_scale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.reading.quantity import Quantity

    Span = tuple[float, float]
    Slips = Callable[["Printed"], Iterator["Written"]]

ANYWHERE: Span = (-inf, inf)
_FEWEST_DIGITS = 3  # a figure of two digits differs from most others in one
_RATIOS = frozenset({"percent", "percentage-point", "times"})
_SLACK = 1e-9  # of the magnitude: far more than a handful of operations on floats can err


class Written(NamedTuple):
    """A number as so many units of 10^tens times the unit in the last place of the printed one."""

    mantissa: int
    tens: int


class Printed(NamedTuple):
    """A plain number: its `mantissa` in units of `unit`, and how many digits are `decimals`.

    Where the curator declared the precision the last digit is not known: then the unit is the number itself.
    """

    said: Quantity
    mantissa: int
    unit: Fraction
    decimals: int

    @classmethod
    def of(cls, said: Quantity) -> Printed | None:
        """None for a figure that has no single numeral or that has a hedge."""
        scale = numeral_scale(said)
        if scale is None:
            return None
        mantissa = Fraction(1) if said.declared or not said.ulp else abs(said.number) / said.ulp
        if said.declared or mantissa.denominator != 1:
            return cls(said, 1, abs(said.number), 0)
        return cls(said, mantissa.numerator, said.ulp, len(str((said.ulp / scale).denominator)) - 1)

    @property
    def digits(self) -> str:
        """The digits that may have slipped, without leading noughts; empty where they are not known."""
        return str(self.mantissa) if self.unit == self.said.ulp else ""

    def near(self, slips: Slips, span: Span) -> Iterator[Quantity]:
        """The figures that slips lead to, without those that are surely outside `span`, low and high in its unit."""
        low, high = span
        unit, last = float(self.unit), float(self.said.ulp)
        sign = -1 if self.said.number < 0 else 1
        for mantissa, tens in slips(self):
            factor = 10.0**tens
            number = sign * mantissa * unit * factor
            reach = (last * factor + abs(number) * _SLACK) * (1 + _SLACK)
            if low <= number + reach and number - reach <= high:
                exact = Fraction(10) ** tens
                yield replace(self.said, number=sign * mantissa * self.unit * exact, ulp=self.said.ulp * exact)


def near(said: Quantity, slips: Slips, span: Span = ANYWHERE) -> Iterator[Quantity]:
    """The figures that slips of a printed one lead to, near a span of numbers in its unit; none of one not plain."""
    printed = Printed.of(said)
    return iter(()) if printed is None else printed.near(slips, span)


def moved_point(printed: Printed) -> Iterator[Written]:
    """The decimal point moved by one place."""
    return (Written(printed.mantissa, tens) for tens in (-1, 1))


def moved_point_twice(printed: Printed) -> Iterator[Written]:
    """The decimal point moved by two places."""
    return (Written(printed.mantissa, tens) for tens in (-2, 2))


def other_scale(printed: Printed) -> Iterator[Written]:
    """Thousand, million, billion exchanged; ratios have no such scale."""
    scales = () if printed.said.unit in _RATIOS else (-3, 3, -6, 6)
    return (Written(printed.mantissa, tens) for tens in scales)


def swapped_digits(printed: Printed) -> Iterator[Written]:
    """Two neighbouring digits swapped, the first digit no nought."""
    digits = printed.digits
    for at in range(len(digits) - 1):
        first, second = digits[at], digits[at + 1]
        if first != second and (at or second != "0"):
            yield Written(int(f"{digits[:at]}{second}{first}{digits[at + 2 :]}"), 0)


def other_digit(printed: Printed) -> Iterator[Written]:
    """One digit wrong, of three or more."""
    digits = printed.digits
    if len(digits) >= _FEWEST_DIGITS:
        for at, digit in enumerate(map(int, digits)):
            place = 10 ** (len(digits) - 1 - at)
            for other in range(at == 0, 10):
                if other != digit:
                    yield Written(printed.mantissa + (other - digit) * place, 0)


def other_length(printed: Printed) -> Iterator[Written]:
    """One digit too many, or one of a pair of digits dropped, of three or more; the decimal point stays.

    The last decimal is left alone: with or without it the number is the same, only more or less precise.
    """
    digits, decimals = printed.digits, printed.decimals
    if len(digits) < _FEWEST_DIGITS:
        return
    found: dict[Written, None] = {}
    for at in range(len(digits) - (decimals > 0)):
        decimal = at >= len(digits) - decimals
        if at or digits[1] != "0":
            found[Written(int(digits[:at] + digits[at + 1 :]), int(decimal))] = None
        found[Written(int(digits[: at + 1] + digits[at:]), -int(decimal))] = None
    yield from found
