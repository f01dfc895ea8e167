"""How much exact arithmetic a question may take, counted in steps and not by the clock, so that every run counts alike.

Exact numbers grow as they are counted with: a few dense rows that no source would ever print can ask for more digits
than any machine has time for. Whoever asks is told so instead of left to wait.
"""

from __future__ import annotations

LIMIT = 30_000_000
"""Steps for one system: some ten seconds, and ten times what thousands of figures of a real registry take."""

WORD = 64
"""Bits that one step deals with."""


class Undecided(ArithmeticError):
    """A system that is too large to decide: it takes more exact arithmetic than is allowed."""


class Effort:
    """Steps that are left; all solvers that work at one question draw on the same."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._left = limit

    def spend(self, numbers: int, bits: int = 0) -> None:
        """Counts the work on so many numbers of so many bits; raises Undecided where too little is left for it."""
        self._left -= numbers * (1 + bits // WORD)
        if self._left < 0:
            raise Undecided("this takes more exact arithmetic to decide than is allowed")
