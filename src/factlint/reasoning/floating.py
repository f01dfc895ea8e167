"""Where the exact simplex may begin: the basis at which HiGHS, working on floats, came to its end.

The floats decide nothing. A basis says only which equations to solve for which columns, and exact pivots go on from
there, as in exact solvers of linear programs (Applegate, Cook, Dash, Espinoza, Operations Research Letters 35, 2007).
"""

from __future__ import annotations

import itertools
from math import inf, ldexp
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.reasoning.effort import Effort
from factlint.reasoning.scaling import floats, powers

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from factlint.reasoning.columns import Bounds, Columns, Number, Terms

OPTIONS: Mapping[str, bool | float | str] = MappingProxyType(
    {
        "output_flag": False,
        "presolve": "off",  # what presolve finds impossible has no basis
        "parallel": "off",
        "threads": 1,
        "primal_feasibility_tolerance": 1e-9,
    }
)

FLOATS = 30
"""Factors and bounds that HiGHS has been over in a pivot by the time of one exact step."""

PIVOTS = 100_000
"""Pivots for one question, unless the effort that is left ends before."""


class Basis(NamedTuple):
    """The columns that the equations are solved for, and the value of each other column, which is one of its bounds.

    Where the floats find no solution, it is because `stuck`, which is solved for, cannot come within its bounds; `ray`
    has the columns of the sums that this follows from.
    """

    solved: frozenset[int]
    values: Mapping[int, Number]
    stuck: int | None = None
    ray: tuple[int, ...] = ()


class Floating:
    """HiGHS, set up once for any number of questions about some columns: each goes on from where the last one ended."""

    def __init__(self, columns: Columns, effort: Effort | None = None) -> None:
        import highspy

        self._size = columns.size
        self._effort = effort or Effort()
        self._powers = powers(columns)
        self._known: list[tuple[Number | None, Number | None]] = [(None, None)] * len(self._powers)
        self._solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in OPTIONS.items():
            self._solver.setOptionValue(option, value)
        self._usable = self._load(columns.sums)

    def basis(self, lows: Bounds, highs: Bounds) -> Basis | None:
        """The last basis of the dual simplex for these bounds; None where floats cannot hold the numbers.

        Raises Undecided.
        """
        if not self._usable or not self._bound(lows, highs):
            return None
        steps = 1 + (len(self._powers) + len(self._entries[0])) // FLOATS
        self._solver.setOptionValue("simplex_iteration_limit", min(PIVOTS, self._effort.left // steps + 1))
        self._solver.run()
        self._effort.spend(max(0, self._solver.getInfo().simplex_iteration_count) * steps)
        found = self._solver.getBasis()
        return self._exact([each.value for each in (*found.col_status, *found.row_status)]) if found.valid else None

    def _load(self, sums: Sequence[Terms]) -> bool:
        """Gives HiGHS the sums, without bounds as yet; whether its floats can hold them."""
        import highspy
        import numpy as np

        scale, size = self._powers, self._size
        entries = [(place, *term) for place, terms in enumerate(sums, size) for term in terms]
        try:
            factors = [ldexp(factor, scale[column] - scale[place]) for place, column, factor in entries]
        except OverflowError:
            return False
        rows = np.array([place - size for place, _, _ in entries], dtype=np.int32)
        self._entries = rows, np.array([column for _, column, _ in entries], dtype=np.int32), np.array(factors)
        starts = np.searchsorted(rows, np.arange(len(sums))).astype(np.int32)
        free, count = np.full(size + len(sums), inf), len(sums)
        self._solver.addVars(size, -free[:size], free[:size])
        status = self._solver.addRows(count, -free[:count], free[:count], len(entries), starts, *self._entries[1:])
        # HiGHS leaves out what is very small, and of a model with nothing in it the basis cannot be asked for.
        return bool(status != highspy.HighsStatus.kError and self._solver.getNumNz() > 0)

    def _bound(self, lows: Bounds, highs: Bounds) -> bool:
        """Gives HiGHS the bounds, of which most are the last question's; whether its floats can hold them."""
        try:
            for column, pair in enumerate(zip(lows, highs, strict=True)):
                if pair != self._known[column]:
                    ends = floats(*pair, self._powers[column])
                    if column < self._size:
                        self._solver.changeColBounds(column, *ends)
                    else:
                        self._solver.changeRowBounds(column - self._size, *ends)
                    self._known[column] = pair
        except OverflowError:
            return False
        return True

    def _exact(self, statuses: Sequence[int]) -> Basis:
        """What HiGHS says of each column, with the exact bounds for values."""
        from highspy import HighsBasisStatus

        basic, upper = HighsBasisStatus.kBasic.value, HighsBasisStatus.kUpper.value
        values: dict[int, Number] = {}
        for column, ((low, high), status) in enumerate(zip(self._known, statuses, strict=True)):
            bound = high if low is None or (status == upper and high is not None) else low
            if bound is not None and status != basic:
                values[column] = bound
        solved = frozenset(column for column, status in enumerate(statuses) if status == basic)
        return Basis(solved, values, *self._reason(solved))

    def _reason(self, solved: Container[int]) -> tuple[int | None, tuple[int, ...]]:
        """Which column HiGHS takes to be stuck, and the columns of the sums that this follows from."""
        import numpy as np
        from highspy import HighsModelStatus

        if self._solver.getModelStatus() != HighsModelStatus.kInfeasible:
            return None, ()
        _, is_there, multipliers = self._solver.getDualRay()
        if not is_there:
            return None, ()
        ray = tuple(self._size + int(row) for row in np.flatnonzero(multipliers))
        rows, columns, factors = self._entries
        with np.errstate(all="ignore"):
            weights = np.abs(np.bincount(columns, factors * multipliers[rows], self._size))
        able = (column for column in np.argsort(-weights).tolist() if column in solved)
        return next(itertools.chain((column for column in ray if column in solved), able), None), ray
