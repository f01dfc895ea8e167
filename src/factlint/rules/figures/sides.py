"""Two sides that state one quantity each, which must fit: a reporter and its partner, one currency and another.

A side may have several statements. What they have in common stands for the side; where they have nothing in common,
the side disagrees with itself, which is another rule's finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.figures import cells
from factlint.reasoning.agreement import common
from factlint.reasoning.minimal import smallest, suspects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy as np
    import pandas as pd

    from factlint.interval import Interval

    Said = Mapping[str, Interval]

SLACK = 2.0**-40
"""How much nearer, relatively, floats must be than exact numbers to be taken for possible: far more than they err."""


class Floats(NamedTuple):
    """The ends of two sides, an array each with a row a cell, and what else the rows of a cell have in common."""

    low: np.ndarray
    high: np.ndarray
    other_low: np.ndarray
    other_high: np.ndarray
    shared: Mapping[str, np.ndarray]


class Opposed(NamedTuple):
    """The smallest set of facts on which two sides do not fit, and those without which alone they do."""

    facts: tuple[str, ...]
    suspects: tuple[str, ...]


def doubtful(
    rows: pd.DataFrame, cell: Sequence[str], fit: Callable[[Floats], np.ndarray], shared: Sequence[str] = ()
) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """The rows of both sides of each cell that has both and where they do not surely fit, in the order of facts.

    `rows` have a flag `other`, which says the side, and floats `low` and `high`; `cell` are the columns that the rows
    of one cell share, `shared` those that follow from them. `fit` says for which cells the floats surely fit.
    """
    if rows.empty:
        return
    rows = rows.assign(cell=cells.codes(rows, cell))
    ends, others = (_ends(rows[rows["other"] == other], shared) for other in (False, True))
    both = ends.index.intersection(others.index)
    ends, others = ends.loc[both], others.loc[both]
    columns = (ends["low"], ends["high"], others["low"], others["high"])
    low, high, other_low, other_high = (column.to_numpy() for column in columns)
    in_common = {name: ends[name].to_numpy() for name in shared}
    kept = both[~fit(Floats(low, high, other_low, other_high, in_common))]
    chosen = rows[rows["cell"].isin(kept)].sort_values("fact")
    for _, found in chosen.groupby("cell"):
        yield found[~found["other"]], found[found["other"]]


def opposed(one: Said, other: Said, fit: Callable[[Interval, Interval], bool]) -> Opposed | None:
    """What does not fit between two sides, each by fact; None where they do, or where one disagrees with itself.

    `fit` must be monotone: what fits a narrower interval fits a wider one.
    """
    ends = (common(one.values()), common(other.values()))
    if ends[0].is_empty or ends[1].is_empty or fit(*ends):
        return None

    def possible(chosen: Sequence[str]) -> bool:
        kept = frozenset(chosen)
        return fit(*(common(said[fact] for fact in said if fact in kept) for said in (one, other)))

    every = sorted([*one, *other])
    facts = smallest(every, possible)
    return Opposed(facts, suspects(every, possible, facts))


def _ends(side: pd.DataFrame, shared: Sequence[str]) -> pd.DataFrame:
    """What the floats of one side have in common, a row a cell."""
    how: dict[str, Any] = {"low": "max", "high": "min"} | dict.fromkeys(shared, "first")
    return side.groupby("cell")[list(how)].agg(how)
