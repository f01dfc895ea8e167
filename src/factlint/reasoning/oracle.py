"""Decides, exactly, which selections of a system's owners can all be right, and remembers why others cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.columns import Columns, bounds, crossing, holds, standing
from factlint.reasoning.effort import Effort
from factlint.reasoning.farkas import Certificate, verify
from factlint.reasoning.floating import Floating
from factlint.reasoning.propagation import propagated
from factlint.reasoning.simplex import Tableau
from factlint.reasoning.vertex import proof, proves, vertex

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from factlint.reasoning.columns import Bounds, End, Number, Used
    from factlint.reasoning.rows import System

SMALL = 60
"""Up to so many columns exact pivots are tried first: HiGHS takes longer to set up than they to decide."""

PATIENCE = 30
"""So many of them, until HiGHS is asked where to begin."""

ROUTINE = 20
"""Steps for each column that a question takes beside its arithmetic."""


class Contradiction(NamedTuple):
    """Owners whose rows are impossible beside the fixed ones, and the proof, which uses rows of all of them."""

    owners: frozenset[Hashable]
    certificate: Certificate


class Oracle:
    """Questions about one system, each a selection of its owners; the fixed rows always stand.

    What a certificate uses is impossible in every greater selection, and what was possible is so in every smaller one:
    so most questions that a search for a smallest set asks are answered from earlier ones.
    """

    def __init__(self, system: System, effort: Effort | None = None) -> None:
        self._system = system
        self._effort = effort or Effort()
        self._columns = Columns.of(system)
        self._tableau = Tableau(self._columns.size, self._columns.sums, self._effort)
        self._owners = frozenset(system.owners)
        self._floating: Floating | None = None
        self._impossible: list[Contradiction] = []
        self._possible: list[frozenset[Hashable]] = []

    def contradiction(self, owners: frozenset[Hashable]) -> Contradiction | None:
        """Why the rows of these owners are impossible; None where they are possible. Raises Undecided."""
        for known in self._impossible:
            if known.owners <= owners:
                return known
        if any(owners <= fine for fine in self._possible):
            return None
        self._effort.spend(ROUTINE * len(self._columns.lows))
        ends = standing(self._columns.lows, owners), standing(self._columns.highs, owners)
        reason, values = self._settled(bounds(ends[0]), bounds(ends[1]))
        if not reason:
            self._possible.append(self._content(values))
            return None
        certificate = _certificate(ends, reason)
        if not verify(self._system, certificate):
            raise ArithmeticError("exact arithmetic gave a certificate that proves nothing")
        self._impossible.append(Contradiction(certificate.owners(self._system), certificate))
        return self._impossible[-1]

    def _settled(self, lows: Bounds, highs: Bounds) -> tuple[Sequence[Used], Sequence[Number]]:
        """Bounds that contradict each other, or none, and values within all bounds."""
        if len(lows) <= SMALL:
            found = self._tableau.settle(lows, highs, PATIENCE)
            if found is not None:
                return found, self._tableau.values
        elif self._floating is None and proves(
            reason := propagated(self._columns, lows, highs, self._effort), lows, highs
        ):
            return reason, ()
        if reason := crossing(lows, highs):
            return reason, ()
        return self._by_floats(lows, highs)

    def _by_floats(self, lows: Bounds, highs: Bounds) -> tuple[Sequence[Used], Sequence[Number]]:
        """What HiGHS says, where it proves exact; otherwise exact pivots go on from where it ended."""
        if self._floating is None:
            self._floating = Floating(self._columns, self._effort)
        basis = self._floating.basis(lows, highs)
        if basis is not None:
            if reason := proof(self._columns, basis, lows, highs, self._effort):
                return reason, ()
            values = vertex(self._columns, basis, self._effort)
            if values is not None and holds(values, lows, highs):
                return (), values
            self._tableau.adopt(basis.solved, basis.values)
        return self._tableau.settle(lows, highs) or (), self._tableau.values

    def _content(self, values: Sequence[Number]) -> frozenset[Hashable]:
        """The owners whose rows all hold for these values of the columns."""
        broken: set[Hashable] = set()
        for value, lows, highs in zip(values, self._columns.lows, self._columns.highs, strict=True):
            for end in lows:
                if end.bound <= value:
                    break
                broken.add(end.owner)
            for end in highs:
                if end.bound >= value:
                    break
                broken.add(end.owner)
        return self._owners - broken


def _certificate(ends: tuple[Sequence[End | None], Sequence[End | None]], used: Sequence[Used]) -> Certificate:
    """Multipliers of bounds of columns as multipliers of the rows that give these bounds."""
    given = ((ends[upper][column], multiplier) for column, upper, multiplier in used)
    return Certificate(tuple((end.row, end.upper, end.factor * by) for end, by in given if end is not None))
