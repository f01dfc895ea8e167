"""Certificates that a system of linear rows is impossible, and their exact verification.

By the theorem of Farkas (1902) and its form for strict rows by Motzkin (1936), a system of rational linear rows is
impossible exactly where some combination of its rows with multipliers that are not negative cancels every variable and
leaves 0 ≤ a negative number, or 0 < 0 where an open end takes part (Schrijver, Theory of Linear and Integer
Programming, 1986, §7.8).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable
    from fractions import Fraction

    from factlint.reasoning.rows import Row, System


@dataclass(frozen=True, slots=True)
class Certificate:
    """Multipliers of ends of rows: row index, whether it is the upper end, and a number that is not negative.

    The upper end stands for Σ terms ≤ high, the lower end for -Σ terms ≤ -low.
    """

    multipliers: tuple[tuple[int, bool, Fraction], ...]

    def owners(self, system: System) -> frozenset[Hashable]:
        """Who states the rows that the certificate uses; they alone are impossible beside the fixed rows."""
        used = (system.rows[row].owner for row, _, _ in self.multipliers)
        return frozenset(owner for owner in used if owner is not None)


def verify(system: System, certificate: Certificate) -> bool:
    """Whether the certificate proves that the system is impossible; exact, and False for any that proves nothing."""
    left: dict[int, int | Fraction] = {}
    right: int | Fraction = 0
    strict = False
    for index, upper, multiplier in certificate.multipliers:
        end, by = _end(system, index, upper=upper), _plain(multiplier)
        if end is None or by < 0:
            return False
        times = by if upper else -by
        for variable, factor in system.rows[index].terms:
            left[variable] = left.get(variable, 0) + times * _plain(factor)
        right += times * _plain(end[0])
        strict |= end[1] and by > 0
    return not any(left.values()) and (right < 0 or (right == 0 and strict))


def _end(system: System, index: int, *, upper: bool) -> tuple[Fraction, bool] | None:
    """The value of one end of a row and whether it is open, None where there is no such end."""
    if not 0 <= index < len(system.rows):
        return None
    row: Row = system.rows[index]
    value, is_open = (row.high, row.high_open) if upper else (row.low, row.low_open)
    return None if value is None else (value, is_open)


def _plain(number: Fraction) -> int | Fraction:
    """The number itself, as an integer where it is one: these are added up many times faster."""
    return number.numerator if number.denominator == 1 else number
