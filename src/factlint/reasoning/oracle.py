"""Decides, exactly, which selections of a system's owners can all be right, and remembers why others cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reasoning.columns import Columns, bounds, standing
from factlint.reasoning.farkas import Certificate, verify
from factlint.reasoning.floating import Floating
from factlint.reasoning.propagation import propagated
from factlint.reasoning.simplex import Tableau

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from factlint.reasoning.columns import End, Used
    from factlint.reasoning.rows import System


class Oracle:
    """Questions about one system, each a selection of its owners; the fixed rows always stand.

    What a certificate uses is impossible in every greater selection, and what was possible is so in every smaller one:
    so most questions that a search for a smallest set asks are answered from earlier ones.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self._columns = Columns.of(system)
        self._tableau = Tableau(self._columns.size, self._columns.sums)
        self._floating: Floating | None = None
        self._impossible: list[tuple[frozenset[Hashable], Certificate]] = []
        self._possible: list[frozenset[Hashable]] = []

    def certificate(self, owners: frozenset[Hashable]) -> Certificate | None:
        """Why the rows of these owners are impossible; None where they are possible."""
        for used, certificate in self._impossible:
            if used <= owners:
                return certificate
        if any(owners <= fine for fine in self._possible):
            return None
        found = self._decided(owners)
        if found is None:
            self._possible.append(owners)
        else:
            self._impossible.append((found.owners(self._system), found))
        return found

    def _decided(self, owners: frozenset[Hashable]) -> Certificate | None:
        """Propagation first; where it is silent, HiGHS says where the exact simplex begins."""
        ends = standing(self._columns.lows, owners), standing(self._columns.highs, owners)
        lows, highs = bounds(ends[0]), bounds(ends[1])
        used = propagated(self._columns, lows, highs)
        if used is not None and verify(self._system, certificate := _certificate(ends, used)):
            return certificate
        self._floating = self._floating or Floating()
        basis = self._floating.basis(self._columns, lows, highs)
        if basis is not None:
            self._tableau.adopt(basis.solved, basis.values)
        reason = self._tableau.settle(lows, highs)
        if reason is None:
            return None
        certificate = _certificate(ends, reason)
        if not verify(self._system, certificate):
            raise ArithmeticError("the exact simplex gave a certificate that proves nothing")
        return certificate


def _certificate(ends: tuple[Sequence[End | None], Sequence[End | None]], used: Sequence[Used]) -> Certificate:
    """Multipliers of bounds of columns as multipliers of the rows that give these bounds."""
    given = ((ends[upper][column], multiplier) for column, upper, multiplier in used)
    return Certificate(tuple((end.row, end.upper, end.factor * by) for end, by in given if end is not None))
