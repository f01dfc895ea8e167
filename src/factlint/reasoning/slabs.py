"""Many linear statements low ≤ Σ factor · variable ≤ high as whole columns of floats."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

FEWEST = 1e-290
"""Anything smaller counts as nothing: below it floats lose the precision that they have elsewhere."""


class Ends(NamedTuple):
    """The least and the greatest value of each variable or row, two float64 columns; ±inf where there is none."""

    low: Floats
    high: Floats

    @property
    def both(self) -> Mask:
        """Where there are two ends."""
        import numpy as np

        return np.isfinite(self.low) & np.isfinite(self.high)

    def sizes(self) -> Floats:
        """The greater magnitude of the two, counting those that there are."""
        import numpy as np

        low, high = (np.where(np.isinf(each), 0.0, np.abs(each)) for each in self)
        return np.maximum(low, high)


class Slabs(NamedTuple):
    """low[r] ≤ Σ factors[e] · x[variables[e]] ≤ high[r], the sum over the entries e with rows[e] == r.

    `rows` and `variables` are int64, the others float64; entries come in any order and may repeat. Variables are
    numbered 0 … size - 1, ±inf is no end.
    """

    rows: Column
    variables: Column
    factors: Floats
    low: Floats
    high: Floats
    size: int

    def sums(self, values: Floats) -> Floats:
        """The sum of one value for each entry over each row."""
        import numpy as np

        return np.bincount(self.rows, weights=values, minlength=len(self.low)).astype(np.float64, copy=False)

    def only(self, chosen: Mask) -> Slabs:
        """The chosen rows, numbered anew in their order, over the same variables."""
        import numpy as np

        kept = np.flatnonzero(chosen[self.rows])
        number = np.cumsum(chosen) - 1
        return Slabs(
            number[self.rows[kept]],
            self.variables[kept],
            self.factors[kept],
            self.low[chosen],
            self.high[chosen],
            self.size,
        )

    def with_ends(self, ends: Ends, variables: Column) -> Slabs:
        """The rows, and behind them one for each of some variables: what the ends say of it."""
        import numpy as np

        return Slabs(
            np.concatenate([self.rows, len(self.low) + np.arange(len(variables))]),
            np.concatenate([self.variables, variables]),
            np.concatenate([self.factors, np.ones(len(variables))]),
            np.concatenate([self.low, ends.low[variables]]),
            np.concatenate([self.high, ends.high[variables]]),
            self.size,
        )
