"""Many small sparse systems of slabs as dense ones, stacked in batches of about one shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.projection import MARGIN
from factlint.reasoning.slabs import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from factlint.reasoning.guess import Guess
    from factlint.reasoning.slabs import Column, Slabs

    Numbers = npt.NDArray[np.float64]

BATCH = 2**20
"""Coefficients of a batch, zeros included."""

LARGEST = 2**20
"""Coefficients of a system, zeros included; beyond it dense matrices are the wrong tool."""


class Batch(NamedTuple):
    """Rows low ≤ matrix · z ≤ high of k systems: arrays (k, m, n), (k, m), (k, m).

    z[i, j] is the step of variable `variables[i, j]`, -1 where there is none, of component `components[i]`.
    """

    matrix: Numbers
    low: Numbers
    high: Numbers
    variables: Column
    components: Column


def scaled(slabs: Slabs, guess: Guess) -> Slabs:
    """The rows as statements about steps from the guess in units of the freedom, of norm 1, with a margin."""
    import numpy as np

    parts = slabs.factors * guess.values[slabs.variables]
    sums, margin = slabs.sums(parts), MARGIN * slabs.sums(np.abs(parts)) + FEWEST
    factors = slabs.factors * guess.freedom[slabs.variables]
    norm = np.maximum(np.sqrt(slabs.sums(factors**2)), FEWEST)
    low, high = (slabs.low - sums + margin) / norm, (slabs.high - sums - margin) / norm
    return slabs._replace(factors=factors / norm[slabs.rows], low=low, high=high)


def batches(slabs: Slabs, component: Column, of_used: Column, used: Column, count: int) -> Iterator[Batch]:
    """The components as dense systems, those of about one shape together; those that are too large are left out.

    `of_used` is the component of each variable in `used`; no row speaks of others.
    """
    import numpy as np

    height, line = _places(component, count)
    width, place = _places(of_used, count)
    column = np.zeros(slabs.size, dtype=np.int64)
    column[used] = place
    batch = _alike(height, width)
    owner = component[slabs.rows]
    for number in range(int(batch.max(initial=-1)) + 1):
        members = np.flatnonzero(batch == number)
        rank = np.zeros(count, dtype=np.int64)
        rank[members] = np.arange(len(members))
        shape = len(members), int(height[members].max()), int(width[members].max())
        rows, variables = np.flatnonzero(batch[component] == number), np.flatnonzero(batch[of_used] == number)
        entries = np.flatnonzero(batch[owner] == number)
        cells = (rank[owner[entries]] * shape[1] + line[slabs.rows[entries]]) * shape[2]
        matrix = np.zeros(shape)
        np.add.at(matrix.reshape(-1), cells + column[slabs.variables[entries]], slabs.factors[entries])
        low, high = np.full(shape[:2], -np.inf), np.full(shape[:2], np.inf)
        low[rank[component[rows]], line[rows]] = slabs.low[rows]
        high[rank[component[rows]], line[rows]] = slabs.high[rows]
        names = np.full((shape[0], shape[2]), -1, dtype=np.int64)
        names[rank[of_used[variables]], place[variables]] = used[variables]
        yield Batch(matrix, low, high, names, members)


def _alike(height: Column, width: Column) -> Column:
    """The batch of each system of so many rows and variables, 0, 1, …; -1 where there are none, or too many.

    Heights and widths within a batch differ by less than a factor of two, so zeros never outweigh the rest by much.
    """
    import numpy as np

    tall, wide = (np.exp2(np.ceil(np.log2(np.maximum(each, 1)))) for each in (height, width))
    cells = tall * wide
    fitting = np.flatnonzero((height > 0) & (width > 0) & (cells <= LARGEST))
    fitting = fitting[np.lexsort((tall[fitting], wide[fitting]))]
    cuts = tall[fitting], wide[fitting], np.cumsum(cells[fitting]) // BATCH
    new = np.logical_or.reduce([np.diff(each, prepend=each[:1]) != 0 for each in cuts])
    batch = np.full(len(height), -1, dtype=np.int64)
    batch[fitting] = np.cumsum(new)
    return batch


def _places(group: Column, count: int) -> tuple[Column, Column]:
    """The size of each of `count` groups, and the place of each member in its group."""
    import numpy as np

    sizes = np.bincount(group, minlength=count)
    order = np.argsort(group, kind="stable")
    place = np.empty(len(group), dtype=np.int64)
    place[order] = np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return sizes, place
