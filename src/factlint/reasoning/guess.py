"""Where to begin the search for a point: about the middle of what single variables may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.slabs import FEWEST, Ends

if TYPE_CHECKING:
    from factlint.reasoning.slabs import Column, Floats, Mask, Slabs

ROUNDS = 30
"""How far bounds are carried to variables that have none."""

SWEEPS = 3
"""Rounds of propagation through all rows: what they tighten, they centre."""

NEAR = 2.0**-12
"""The part of the way from an end to the middle that a value stays away from the end."""


class Guess(NamedTuple):
    """A value for each variable, how far it may be wrong, which is positive, and the ends between which it stays."""

    values: Floats
    freedom: Floats
    ends: Ends


def guessed(slabs: Slabs, ends: Ends, component: Column, component_of: Column, count: int) -> Guess:
    """The middle between the ends of each variable; where it has none, what the rows and its component suggest.

    `component` is that of each row, `component_of` that of each variable, all below `count`.
    """
    import numpy as np

    scale = np.zeros(count)
    np.maximum.at(scale, component_of, ends.sizes())
    np.maximum.at(scale, component, Ends(slabs.low, slabs.high).sizes())
    scale[scale == 0] = 1.0
    used = np.bincount(slabs.variables, minlength=slabs.size) > 0
    ends = _bounded(slabs, ends)
    ends = _bounded(slabs, _pinned(ends, used, component_of, scale))
    for _ in range(SWEEPS):
        _tighten(slabs, ends.low, ends.high)
    return _between(ends, scale[component_of])


def _pinned(ends: Ends, used: Mask, component_of: Column, scale: Floats) -> Ends:
    """The ends with one variable, of each component in which some lack an end, bound to the scale of the component.

    Where figures only compare, any scale will do, and one value gives the others theirs.
    """
    import numpy as np

    unbounded = np.flatnonzero(used & ~ends.both)
    chosen = unbounded[np.unique(component_of[unbounded], return_index=True)[1]]
    size = scale[component_of[chosen]]
    low, high = ends.low.copy(), ends.high.copy()
    begin = np.where(
        np.isfinite(low[chosen]), low[chosen] + size, np.where(np.isfinite(high[chosen]), high[chosen] - 2 * size, size)
    )
    low[chosen], high[chosen] = begin, begin + size
    return Ends(low, high)


def _between(ends: Ends, scale: Floats) -> Guess:
    """The middle between the ends; where one is missing, as far from the other as that is large."""
    import numpy as np

    way = np.where(ends.sizes() > 0, ends.sizes() / 4, scale)
    low = np.where(np.isfinite(ends.low), ends.low, np.where(np.isfinite(ends.high), ends.high - 2 * way, -way))
    high = np.where(np.isfinite(ends.high), ends.high, low + 2 * way)
    values = low / 2 + high / 2
    inside = Ends(
        np.where(np.isfinite(ends.low), low + NEAR * (values - low), -np.inf),
        np.where(np.isfinite(ends.high), high - NEAR * (high - values), np.inf),
    )
    return Guess(values, np.maximum(np.abs(high - low) / 2, 2.0**-36 * np.abs(values) + FEWEST), inside)


def _bounded(slabs: Slabs, ends: Ends) -> Ends:
    """The ends, with variables that lack one bounded by the rows that speak of them and bounded ones.

    This is interval propagation (Davis, Artificial Intelligence 32, 1987), carried on only as far as bounds reach new
    variables; floats are not rounded outward, for the result is no proof.
    """
    import numpy as np

    low, high = ends.low.copy(), ends.high.copy()
    lacking = -1
    for _ in range(ROUNDS):
        lacks = (np.isinf(low) | np.isinf(high))[slabs.variables]
        before, lacking = lacking, int(np.count_nonzero(lacks))
        if lacking in {0, before}:
            break
        speaking = np.zeros(len(slabs.low), dtype=np.bool_)
        speaking[slabs.rows[lacks]] = True
        slabs = slabs.only(speaking)
        _tighten(slabs, low, high)
    return Ends(low, high)


def _tighten(slabs: Slabs, low: Floats, high: Floats) -> None:
    """Narrows the ends in place by what each row says of one variable when the others are anywhere within theirs."""
    import numpy as np

    rows, factors, rising = slabs.rows, slabs.factors, slabs.factors > 0
    below, above = low[slabs.variables], high[slabs.variables]
    least = _rest(slabs, factors * np.where(rising, below, above), -np.inf)
    most = _rest(slabs, factors * np.where(rising, above, below), np.inf)
    from_low, from_high = (slabs.low[rows] - most) / factors, (slabs.high[rows] - least) / factors
    np.fmax.at(low, slabs.variables, np.where(rising, from_low, from_high))
    np.fmin.at(high, slabs.variables, np.where(rising, from_high, from_low))


def _rest(slabs: Slabs, ends: Floats, unknown: float) -> Floats:
    """For each entry the sum of the ends of the others in its row; `unknown` where one of those is infinite."""
    import numpy as np

    endless = np.isinf(ends)
    if not endless.any():
        return slabs.sums(ends)[slabs.rows] - ends
    finite = np.where(endless, 0.0, ends)
    others = slabs.sums(endless.astype(np.float64))[slabs.rows] > endless
    return np.where(others, unknown, slabs.sums(finite)[slabs.rows] - finite)
