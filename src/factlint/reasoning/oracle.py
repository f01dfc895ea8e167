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

    from factlint.reasoning.columns import Bounds, End, Used
    from factlint.reasoning.rows import System

PATIENCE = 10
"""Pivots that are tried from where the tableau stands, before HiGHS is asked for a better place."""


class Oracle:
    """Questions about one system, each a selection of its owners; the fixed rows always stand.

    What a certificate uses is impossible in every greater selection, and what was possible is so in every smaller one:
    so most questions that a search for a smallest set asks are answered from earlier ones.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self._columns = Columns.of(system)
        self._tableau = Tableau(self._columns.size, self._columns.sums)
        self._owners = frozenset(system.owners)
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
            self._possible.append(self._content())
            return None
        if not verify(self._system, found):
            raise ArithmeticError("the exact simplex gave a certificate that proves nothing")
        self._impossible.append((found.owners(self._system), found))
        return found

    def _decided(self, owners: frozenset[Hashable]) -> Certificate | None:
        ends = standing(self._columns.lows, owners), standing(self._columns.highs, owners)
        lows, highs = bounds(ends[0]), bounds(ends[1])
        if self._floating is None:
            certificate = _certificate(ends, propagated(self._columns, lows, highs))
            if verify(self._system, certificate):
                return certificate
        reason = self._settled(lows, highs)
        return _certificate(ends, reason) if reason else None

    def _settled(self, lows: Bounds, highs: Bounds) -> tuple[Used, ...]:
        """What the tableau says, empty where all is possible; it begins where HiGHS ended if it stands too far off."""
        if self._floating is None:
            self._floating = Floating()
        elif (reason := self._tableau.settle(lows, highs, PATIENCE)) is not None:
            return reason
        basis = self._floating.basis(self._columns, lows, highs)
        if basis is not None:
            self._tableau.adopt(basis.solved, basis.values)
        return self._tableau.settle(lows, highs) or ()

    def _content(self) -> frozenset[Hashable]:
        """The owners whose rows all hold for the values that the tableau has now."""
        broken: set[Hashable] = set()
        for value, lows, highs in zip(self._tableau.values, self._columns.lows, self._columns.highs, strict=True):
            broken.update(end.owner for end in lows if end.bound > value)
            broken.update(end.owner for end in highs if end.bound < value)
        return self._owners - broken


def _certificate(ends: tuple[Sequence[End | None], Sequence[End | None]], used: Sequence[Used]) -> Certificate:
    """Multipliers of bounds of columns as multipliers of the rows that give these bounds."""
    given = ((ends[upper][column], multiplier) for column, upper, multiplier in used)
    return Certificate(tuple((end.row, end.upper, end.factor * by) for end, by in given if end is not None))
