"""Points inside many small systems of slabs, by an interior-point method on dense batches of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.dense import batches, scaled
from factlint.reasoning.slabs import FEWEST

if TYPE_CHECKING:
    from factlint.reasoning.dense import Batch, Numbers
    from factlint.reasoning.guess import Guess
    from factlint.reasoning.slabs import Column, Floats, Mask, Slabs

STEPS = 25
"""Newton steps; a system that has room takes about seven."""

SHORT = 0.95
"""The part of the way to the nearest end that a step goes."""

SETTLED = 1e-13
"""Where complementarity is this small and there is still no room, there is none."""


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
    for batch in batches(scaled(rows, guess), component, component_of[used], used, len(pending)):
        left[batch.components] = False
        steps, inside = _inside(batch)
        moved = inside[:, None] & (batch.variables >= 0)
        variables = batch.variables[moved]
        values[variables] += guess.freedom[variables] * steps[moved]
    return values, left


def _inside(batch: Batch) -> tuple[Numbers, Mask]:
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
    def of(cls, batch: Batch) -> _Search:
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
