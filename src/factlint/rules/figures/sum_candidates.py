"""Where sums may fail to add up: all places and times of one identity at once, on whole columns of floats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.rules.figures.cells import WHERE, codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    import pandas as pd

    from factlint.interval import Interval
    from factlint.reasoning.linear import Identity

_SLACK = 2.0**-40  # of the sum of magnitudes: far more than a sum of floats can err


def suspicious(
    figures: pd.DataFrame, identity: Identity, total: str, symmetric: frozenset[str], bounds: Mapping[str, Interval]
) -> Iterator[pd.DataFrame]:
    """The figures of each place and time at which the identity may fail, in the order of their facts.

    `figures` has the columns of `cells.CELL` and `certain`, `unit`, and `low` and `high` of `cells.candidates`. A
    symmetric measure stands for both ways round, where some other measure of the identity does not.
    """
    measures = [measure for measure, _ in identity.factors]
    rows = figures[figures["figure"].isin(measures)]
    if not symmetric.issuperset(measures):
        rows = _both_ways(rows, symmetric)
    where = codes(rows, (*WHERE, "unit"))
    failing = where.isin(_failing(rows, where, identity, total, bounds))
    yield from (each for _, each in rows[failing].sort_values("fact").groupby(where))


def _both_ways(rows: pd.DataFrame, symmetric: frozenset[str]) -> pd.DataFrame:
    import pandas as pd

    turned = rows[rows["figure"].isin(symmetric) & (rows["first"] != rows["second"])]
    turned = turned.assign(first=turned["second"], second=turned["first"])
    return pd.concat([rows, turned], ignore_index=True)


def _failing(
    rows: pd.DataFrame, where: pd.Series[int], identity: Identity, total: str, bounds: Mapping[str, Interval]
) -> np.ndarray:
    """The codes in `where` at which the total and a term are stated and the identity may fail."""
    import numpy as np

    size = int(where.max()) + 1 if len(where) else 0
    least, most, magnitude = np.zeros(size), np.zeros(size), np.zeros(size)
    stated = np.zeros(size, dtype=int)
    for measure, factor in identity.factors:
        low, high, known = _ends(rows, where, measure, bounds.get(measure), size)
        ends = float(factor) * low, float(factor) * high
        least += ends[factor < 0]
        most += ends[factor > 0]
        magnitude += np.where(known, np.abs(ends[0]) + np.abs(ends[1]), 0.0)
        stated += known if measure != total else np.where(known, len(identity.factors), 0)
    slack = _SLACK * magnitude
    fails = (stated > len(identity.factors)) & ((least >= -slack) | (most <= slack))
    return np.flatnonzero(fails)


def _ends(
    rows: pd.DataFrame, where: pd.Series[int], measure: str, bound: Interval | None, size: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """At each code: the highest low and lowest high of a measure, its bound included; whether it is stated."""
    import numpy as np

    own = rows["figure"] == measure
    stated = rows[own].groupby(where[own])
    low = stated["low"].max().reindex(np.arange(size)).to_numpy()
    high = stated["high"].min().reindex(np.arange(size), fill_value=np.inf).to_numpy()
    floor = -np.inf if bound is None or bound.low is None else float(bound.low)
    return np.fmax(low, floor), high, ~np.isnan(low)
