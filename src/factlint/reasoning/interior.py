"""Points inside many small systems of slabs, by an interior-point method on dense batches of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.projection import MARGIN
from factlint.reasoning.slabs import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from factlint.reasoning.guess import Guess
    from factlint.reasoning.slabs import Column, Floats, Mask, Slabs

    Numbers = npt.NDArray[np.float64]

STEPS = 25
"""Newton steps; a system that has room takes about seven."""

SHORT = 0.95
"""The part of the way to the nearest end that a step goes."""

SETTLED = 1e-13
"""Where complementarity is this small and there is still no room, there is none."""

BATCH = 2**20
"""Coefficients of a batch, zeros included."""

LARGEST = 2**20
"""Coefficients of a system, zeros included; beyond it dense matrices are the wrong tool."""


class _Batch(NamedTuple):
    """Rows low ≤ matrix · z ≤ high of k systems: arrays (k, m, n), (k, m), (k, m).

    z[i, j] is the step of variable `variables[i, j]`, -1 where there is none, of component `components[i]`.
    """

    matrix: Numbers
    low: Numbers
    high: Numbers
    variables: Column
    components: Column


def centred(slabs: Slabs, component: Column, component_of: Column, guess: Guess, pending: Mask) -> tuple[Floats, Mask]:
    """Values of the variables, moved inside rows and ends where there is room, and which components are too large.

    `component` is that of each row, `component_of` that of each variable. What is not pending stays as it is.
    """
    import numpy as np

    chosen = pending[component]
    used = np.unique(slabs.variables[chosen[slabs.rows]])
    rows = slabs.only(chosen).with_ends(guess.ends, used)
    component = np.concatenate([component[chosen], component_of[used]])
    values, left = guess.values.copy(), pending.copy()
    for batch in _batches(_scaled(rows, guess), component, component_of[used], used, len(pending)):
        left[batch.components] = False
        steps, inside = _inside(batch)
        moved = inside[:, None] & (batch.variables >= 0)
        variables = batch.variables[moved]
        values[variables] += guess.freedom[variables] * steps[moved]
    return values, left


def _scaled(slabs: Slabs, guess: Guess) -> Slabs:
    """The rows as statements about steps from the guess in units of the freedom, of norm 1, with a margin."""
    import numpy as np

    parts = slabs.factors * guess.values[slabs.variables]
    sums, margin = slabs.sums(parts), MARGIN * slabs.sums(np.abs(parts)) + FEWEST
    factors = slabs.factors * guess.freedom[slabs.variables]
    norm = np.maximum(np.sqrt(slabs.sums(factors**2)), FEWEST)
    low, high = (slabs.low - sums + margin) / norm, (slabs.high - sums - margin) / norm
    return slabs._replace(factors=factors / norm[slabs.rows], low=low, high=high)


def _batches(slabs: Slabs, component: Column, of_used: Column, used: Column, count: int) -> Iterator[_Batch]:
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
        yield _Batch(matrix, low, high, names, members)


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


def _inside(batch: _Batch) -> tuple[Numbers, Mask]:
    """Steps that lead inside, shape (k, n), and for which systems they do.

    Sought is the greatest t ≤ 1 such that every end is kept by t; a positive one is enough. That is a linear program
    with an obvious point to begin at, solved for all systems at once by the predictor and corrector of Mehrotra (SIAM
    Journal on Optimization 2, 1992).
    """
    import numpy as np

    count, _, width = batch.matrix.shape
    found, inside = np.zeros((count, width)), np.zeros(count, dtype=np.bool_)
    search = _Search.of(batch)
    for _ in range(STEPS):
        there = search.point[:, -1] > 0
        found[search.system[there]] = search.point[there, :-1]
        inside[search.system[there]] = True
        search = search.only(~there & (search.gap() > SETTLED))
        if not len(search.system):
            break
        search = search.stepped()
    return found, inside


class _Search(NamedTuple):
    """k systems ±matrix · z + t + slack = room, with t + slack = 1 as the last row; `point` is (z, t).

    `price` are the multipliers; `real` says where there is an end: elsewhere slack is 1 and price 0 throughout.
    """

    system: Column
    matrix: Numbers
    real: Mask
    point: Numbers
    slack: Numbers
    price: Numbers

    @classmethod
    def of(cls, batch: _Batch) -> _Search:
        import numpy as np

        count, _, width = batch.matrix.shape
        room = np.concatenate([-batch.low, batch.high, np.ones((count, 1))], axis=1)
        real = np.isfinite(room)
        point = np.zeros((count, width + 1))
        point[:, -1] = np.min(room, axis=1) - 1.0
        slack = np.where(real, room - point[:, -1:], 1.0)
        return cls(np.arange(count), batch.matrix, real, point, slack, real / slack)

    def only(self, chosen: Mask) -> _Search:
        return (
            self
            if chosen.all()
            else _Search(
                self.system[chosen],
                self.matrix[chosen],
                self.real[chosen],
                self.point[chosen],
                self.slack[chosen],
                self.price[chosen],
            )
        )

    def gap(self) -> Floats:
        """The mean of slack times price."""
        mean: Floats = (self.slack * self.price).sum(axis=1) / self.real.sum(axis=1)
        return mean

    def stepped(self) -> _Search:
        """After one predictor and corrector; a system whose numbers leave the range of floats gets NaN."""
        import numpy as np

        try:
            inverse = np.linalg.inv(self._normal()).astype(np.float64, copy=False)
        except np.linalg.LinAlgError:
            return self._replace(point=np.full_like(self.point, np.nan), slack=np.full_like(self.slack, np.nan))
        product = self.slack * self.price
        _, slack, price = self._direction(inverse, -product)
        ahead = (self.slack + _reach(self.slack, slack) * slack) * (self.price + _reach(self.price, price) * price)
        gap = self.gap()
        centre = gap * np.clip(ahead.sum(axis=1) / self.real.sum(axis=1) / gap, 0.0, 1.0) ** 3
        point, slack, price = self._direction(inverse, self.real * (centre[:, None] - slack * price) - product)
        forward, across = _reach(self.slack, slack), _reach(self.price, price)
        return self._replace(
            point=self.point + forward * point,
            slack=self.slack + forward * slack,
            price=self.price + across * price,
        )

    def _normal(self) -> Numbers:
        """The matrix of the normal equations, a trifle away from singular, shape (k, n + 1, n + 1)."""
        import numpy as np

        weight = self.price / self.slack
        lower, upper = np.split(weight[:, :-1], 2, axis=1)
        turned = self.matrix.transpose(0, 2, 1)
        width = self.point.shape[1]
        normal = np.empty((len(weight), width, width))
        normal[:, :-1, :-1] = (turned * (lower + upper)[:, None]) @ self.matrix
        normal[:, :-1, -1] = normal[:, -1, :-1] = (turned @ (upper - lower)[:, :, None])[:, :, 0]
        normal[:, -1, -1] = weight.sum(axis=1)
        diagonal = np.arange(width)
        normal[:, diagonal, diagonal] = normal[:, diagonal, diagonal] * (1 + 2.0**-43) + FEWEST
        return normal

    def _direction(self, inverse: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The Newton step of point, slack and price that changes slack times price by what is wanted."""
        import numpy as np

        price = wanted / self.slack
        lower, upper = np.split((self.price + price)[:, :-1], 2, axis=1)
        residual = np.empty_like(self.point)
        residual[:, :-1] = (self.matrix.transpose(0, 2, 1) @ (upper - lower)[:, :, None])[:, :, 0]
        residual[:, -1] = (self.price + price).sum(axis=1) - 1.0
        point = -(inverse @ residual[:, :, None])[:, :, 0]
        along = (self.matrix @ point[:, :-1, None])[:, :, 0]
        change = np.concatenate([-along, along, np.zeros((len(along), 1))], axis=1) + point[:, -1:]
        return point, -change * self.real, price + self.price / self.slack * change


def _reach(values: Numbers, changes: Numbers) -> Numbers:
    """How far each system may go, at most 1, before one of its values is used up; shape (k, 1)."""
    import numpy as np

    falls = changes < 0
    way = np.where(falls, -values / np.where(falls, changes, 1.0), np.inf).min(axis=1)
    reach: Numbers = np.minimum(SHORT * way, 1.0)[:, None]
    return reach
