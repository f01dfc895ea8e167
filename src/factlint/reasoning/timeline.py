"""Difference constraints on days: which of them cannot all hold, and who states them.

A constraint says x[head] - x[tail] <= bound for two of some unknown whole numbers x; variable 0 is the origin,
x[0] = 0, so that a day on its own is bounded too. Constraints have a solution where the graph with an edge tail → head
of length `bound` has no cycle of negative length (Bellman, Quarterly of Applied Mathematics 16, 1958; Dechter, Meiri
and Pearl, Artificial Intelligence 49, 1991). Whole columns are relaxed first; only components that this does not settle
are looked at one by one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.connected import labels
from factlint.reasoning.effort import Undecided
from factlint.reasoning.timeline_component import Component

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from factlint.reasoning.connected import Labels
    from factlint.reasoning.timeline_component import Conflict

    Column = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]

LONGEST = 2**40
"""No bound may be further from 0: sums of bounds must fit 64 bits."""

_FAR = 2**61
_ROUNDS = 64


class Constraints(NamedTuple):
    """Constraints x[head] - x[tail] <= bound, in int64 columns of one length.

    `owner` is who states the constraint: a number from 0, which several constraints may share; below 0 is fixed
    knowledge, which is never given up. Variables are numbered from 0, the origin; bounds lie within ±`LONGEST`.
    """

    tail: Column
    head: Column
    bound: Column
    owner: Column

    def some(self, rows: Mask | Column) -> Constraints:
        """The constraints of these rows only, in their order."""
        return Constraints(*(column[rows] for column in self))


class Conflicts(NamedTuple):
    """The independent conflicts, component by component, and the owners of each component too large to decide."""

    found: tuple[Conflict, ...]
    undecided: tuple[tuple[int, ...], ...]


def conflicts(constraints: Constraints, size: int) -> Conflicts:
    """One conflict for each independent contradiction among constraints on variables 0 … size - 1.

    See `Conflict` and `Component.conflicts` for what they say. Constraints are named by their rows. The result for a
    component depends on it alone, and on the order of its rows and the order of its owners.
    """
    rows, number = _components(constraints, size)
    found: list[Conflict] = []
    undecided = []
    for component in _split(rows, number):
        part = constraints.some(component)
        try:
            found += (each.renamed(component.tolist()) for each in _component(part).conflicts())
        except Undecided:
            undecided.append(tuple(sorted({int(owner) for owner in part.owner if owner >= 0})))
    return Conflicts(tuple(found), tuple(undecided))


def connected(constraints: Constraints, size: int) -> Labels:
    """The components of constraints, by shared variables other than the origin and by shared owners.

    The labels of `variable` are those of the variables, and behind them those of the owners.
    """
    import numpy as np

    row = np.arange(len(constraints.tail))
    ends = [(column, column > 0, 0) for column in (constraints.tail, constraints.head)]
    entries = (*ends, (constraints.owner, constraints.owner >= 0, size))
    rows = np.concatenate([row[there] for _, there, _ in entries])
    variables = np.concatenate([column[there] + first for column, there, first in entries])
    owners = int(constraints.owner.max(initial=-1)) + 1
    return labels(rows, variables, len(row), size + owners)


def suspicious(constraints: Constraints, size: int) -> Mask:
    """Which constraints belong to a component that may have no solution; all others certainly have one."""
    import numpy as np

    stuck = _unsettled(constraints, size)
    loops = (constraints.tail == 0) & (constraints.head == 0) & (constraints.bound < 0)
    if not (stuck.any() or loops.any()):
        return np.zeros(len(constraints.tail), dtype=np.bool_)
    label = connected(constraints, size)
    wrong = np.zeros(label.number, dtype=np.bool_)
    wrong[label.row[loops]] = True
    of_stuck = label.variable[:size][stuck]
    wrong[of_stuck[of_stuck >= 0]] = True
    return wrong[label.row]


def _unsettled(constraints: Constraints, size: int) -> Mask:
    """The variables that fall below their lower bound or that some rounds of relaxation leave on the move.

    Every variable starts at its upper bound and falls to what the others leave it, all of them at once in each round.
    """
    import numpy as np

    tail, head, bound, _ = constraints
    low, value = (np.full(size, end, dtype=np.int64) for end in (-_FAR, _FAR))
    upper, lower = (tail == 0) & (head > 0), (head == 0) & (tail > 0)
    np.minimum.at(value, head[upper], bound[upper])
    np.maximum.at(low, tail[lower], -bound[lower])
    inner = (tail > 0) & (head > 0)
    tail, head, bound = tail[inner], head[inner], bound[inner]
    moved = np.ones(size, dtype=np.bool_)
    for _ in range(_ROUNDS):
        edges = np.flatnonzero(moved[tail])
        reached = value[tail[edges]] + bound[edges]
        falls = reached < value[head[edges]]
        edges, reached = edges[falls], reached[falls]
        np.minimum.at(value, head[edges], reached)
        moved[:] = False
        moved[head[edges]] = True
        if not len(edges):
            break
    return np.asarray(moved | (value < low))


def _components(constraints: Constraints, size: int) -> tuple[Column, Column]:
    """The rows of suspicious components in rising order, and the component of each."""
    import numpy as np

    rows = np.flatnonzero(suspicious(constraints, size))
    return rows, connected(constraints.some(rows), size).row


def _split(rows: Column, number: Column) -> Iterator[Column]:
    """The rows of each component, in order."""
    import numpy as np

    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order], prepend=-1))
    for start, end in pairwise([*starts, len(order)]):
        yield rows[order[start:end]]


def _component(part: Constraints) -> Component:
    """The part with its variables numbered anew, the origin staying 0."""
    import numpy as np

    names = np.unique(np.concatenate([np.zeros(1, dtype=np.int64), part.tail, part.head]))
    tail, head = (np.searchsorted(names, column).tolist() for column in (part.tail, part.head))
    return Component(tail, head, part.bound.tolist(), part.owner.tolist())
