"""How much exact arithmetic a question may take, counted in steps and not by the clock, so that every run counts alike.

Exact numbers grow as they are reckoned with: a few dense rows, such as no source prints, can ask for more digits than
any machine has time for. Whoever asks is told so instead of being left to wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

LIMIT = 50_000_000
"""Steps: some ten seconds, and many times what the figures of a whole registry take."""

WORD = 256
"""Bits of a number up to which one step is enough; products and common divisors grow with the square of the bits."""


class Undecided(ArithmeticError):  # noqa: N818  it is no mistake of anyone: the question stays open
    """A system that is too large to decide: it takes more exact arithmetic than is allowed."""


class Effort:
    """Steps that are left; all solvers that work at one question draw on the same."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.left = limit

    def spend(self, numbers: int, bits: int = 0) -> None:
        """Counts the work on so many numbers of so many bits; raises Undecided where too little is left for it."""
        self.left -= numbers * (1 + (bits // WORD) ** 2)
        if self.left < 0:
            raise Undecided("this takes more exact arithmetic to decide than is allowed")


def width(number: int | Fraction) -> int:
    """The bits that a number is written with."""
    return number.numerator.bit_length() + number.denominator.bit_length()
