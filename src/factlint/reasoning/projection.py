"""A point of many slabs at once by projection: quick where there is room, silent where there is little."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.slabs import FEWEST, Ends, Slabs

if TYPE_CHECKING:
    from factlint.reasoning.guess import Guess
    from factlint.reasoning.slabs import Column, Floats, Mask

STRIDE = 1.7
"""How far a step goes, 1 being just to the end that was missed: what goes farther comes to rest inside."""

INSET = 0.02
"""The part of the width of a slab that steps aim to stay away from its ends."""

MARGIN = 2.0**-36
"""The part of the magnitudes in a row by which a point has to be within its ends."""

MANY = 0.8
"""Rows are sorted out when fewer than this part of them is still needed."""


class _Rows(NamedTuple):
    """Rows of open components: their components, the ends to keep and those aimed at, and what a step divides by."""

    slabs: Slabs
    component: Column
    least: Ends
    aim: Ends
    norm: Floats

    @classmethod
    def of(cls, slabs: Slabs, component: Column, guess: Guess) -> _Rows:
        import numpy as np

        freedom = np.abs(slabs.factors) * guess.freedom[slabs.variables]
        margin = MARGIN * slabs.sums(np.abs(slabs.factors * guess.values[slabs.variables])) + FEWEST
        inset = INSET * np.minimum(slabs.sums(freedom), slabs.high - slabs.low) + margin
        return cls(
            slabs,
            component,
            Ends(slabs.low + margin, slabs.high - margin),
            Ends(slabs.low + inset, slabs.high - inset),
            np.maximum(slabs.sums(freedom**2), FEWEST) / STRIDE,
        )

    def only(self, chosen: Mask) -> _Rows:
        least, aim = (Ends(ends.low[chosen], ends.high[chosen]) for ends in (self.least, self.aim))
        return _Rows(self.slabs.only(chosen), self.component[chosen], least, aim, self.norm[chosen])


def approached(slabs: Slabs, component: Column, guess: Guess, pending: Mask, rounds: int) -> tuple[Floats, Mask]:
    """Values of the variables, and which of the pending components still have rows that these miss.

    Each row that is missed asks its variables to move, those that are freer the more; each variable moves by the mean
    of what it is asked for. Components leave as soon as all their rows hold. Relaxed projections onto half-spaces are
    those of Agmon and of Motzkin and Schoenberg (Canadian Journal of Mathematics 6, 1954); taking means over the rows
    that a variable is in makes simultaneous ones quick (Censor, Gordon and Gordon, Parallel Computing 27, 2001).
    """
    import numpy as np

    values, push = guess.values, guess.freedom**2
    rows = _Rows.of(slabs, component, guess)
    for _ in range(rounds):
        sums = rows.slabs.sums(rows.slabs.factors * values[rows.slabs.variables])
        missed = np.zeros(len(pending), dtype=np.bool_)
        missed[rows.component[~((sums >= rows.least.low) & (sums <= rows.least.high))]] = True
        pending = pending & missed
        needed = pending[rows.component]
        wanted = np.where(needed, np.clip(sums, rows.aim.low, rows.aim.high) - sums, 0.0)
        if not wanted.any():
            break
        values = _moved(rows, values, push, wanted, guess.ends)
        if np.count_nonzero(needed) < MANY * len(needed):
            rows = rows.only(needed)
    return values, pending


def _moved(rows: _Rows, values: Floats, push: Floats, wanted: Floats, ends: Ends) -> Floats:
    """The values after a step that changes the sum of each row by about what is wanted."""
    import numpy as np

    slabs = rows.slabs
    entries = np.flatnonzero(wanted[slabs.rows])
    asked, variables = slabs.rows[entries], slabs.variables[entries]
    pull = slabs.factors[entries] * (wanted / rows.norm)[asked]
    pulls = np.bincount(variables, weights=pull, minlength=slabs.size)
    times = np.maximum(np.bincount(variables, minlength=slabs.size), 1)
    return np.clip(values + push * pulls / times, ends.low, ends.high)
