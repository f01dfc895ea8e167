"""Equations among many statements solved for variables of their own, so that only inequalities are left.

An equation can go where it has a variable that no other remaining equation speaks of: whatever the other variables
are, that one makes it true. What remains after all such equations are gone is looked at again, so the rows that go
are independent by their shape alone and floats have no say in it (triangular substitution, as in the presolve of
Andersen and Andersen, Mathematical Programming 71, 1995, §3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.slabs import FEWEST, Slabs

if TYPE_CHECKING:
    from factlint.reasoning.slabs import Column, Ends, Floats, Mask

ROUNDS = 6
"""Rounds of solving; equations that need more are left to exact arithmetic."""

STEEPEST = 1e-3
"""A variable must have at least this part of the greatest factor of the equation that is solved for it."""

GROWTH = 32
"""How many times its size a component may become by substitution."""


class Solved(NamedTuple):
    """x[variables[k]] = constants[k] + Σ weights[e] · x[others[e]] over the entries e with owners[e] == k, which rise.

    No variable of one `Solved` is among its own `others`.
    """

    variables: Column
    constants: Floats
    owners: Column
    others: Column
    weights: Floats

    def lengths(self, size: int) -> Column:
        """By how many others each of the variables 0 … size - 1 is replaced; 1 where it stays."""
        import numpy as np

        lengths = np.ones(size, dtype=np.int64)
        lengths[self.variables] = np.bincount(self.owners, minlength=len(self.variables))
        return lengths

    def complete(self, values: Floats, reach: Floats) -> None:
        """Fills in the values and the reach of the variables in place, from those of the others.

        The reach is the sum of the magnitudes that a value is made of: the error of a value is proportional to it.
        """
        import numpy as np

        count = len(self.variables)
        sums = np.bincount(self.owners, weights=self.weights * values[self.others], minlength=count)
        reaches = np.bincount(self.owners, weights=np.abs(self.weights) * reach[self.others], minlength=count)
        values[self.variables] = self.constants + sums
        reach[self.variables] = np.abs(self.constants) + reaches + FEWEST


class Reduced(NamedTuple):
    """Inequalities without the solved variables, the component of each, and which variables are solved for.

    The later a `Solved` comes, the earlier it has to be completed. `given_up` says which components keep equations or
    grow too large; their rows mean nothing.
    """

    slabs: Slabs
    component: Column
    solved: tuple[Solved, ...]
    is_solved: Mask
    given_up: Mask


def reduced(slabs: Slabs, box: Ends, component: Column, component_of: Column, count: int) -> Reduced:
    """What is left of some rows and a box when the rows with low == high are solved and put into the others.

    `component` gives the component of each row, `component_of` that of each variable, all below `count`.
    """
    import numpy as np

    equal = slabs.low == slabs.high
    solved, unsolved = _solved(slabs, box, equal)
    given_up = np.zeros(count, dtype=np.bool_)
    given_up[component[unsolved]] = True
    is_solved = np.zeros(slabs.size, dtype=np.bool_)
    for each in solved:
        is_solved[each.variables] = True
    bounded = np.flatnonzero(is_solved & (np.isfinite(box.low) | np.isfinite(box.high)))
    left = slabs.only(~equal).with_ends(box, bounded)
    component = np.concatenate([component[~equal], component_of[bounded]])
    touched = np.zeros(len(left.low), dtype=np.bool_)
    most = GROWTH * (np.bincount(component[left.rows], minlength=count) + 1)
    for each in solved:
        sizes = each.lengths(slabs.size)[left.variables]
        given_up |= np.bincount(component[left.rows], weights=sizes, minlength=count) > most
        left = _substituted(_without(left, given_up[component]), each, touched)
    return Reduced(_merged(left, touched), component, solved, is_solved, given_up)


def _solved(slabs: Slabs, box: Ends, equal: Mask) -> tuple[tuple[Solved, ...], Column]:
    """The equations round by round, and the rows of those that stay: no variable is theirs alone."""
    import numpy as np

    size, rows, variables = slabs.size, slabs.rows, slabs.variables
    steep = np.zeros(len(slabs.low))
    np.maximum.at(steep, rows, np.abs(slabs.factors))
    elsewhere = np.bincount(variables[~equal[rows]], minlength=size)
    # What nothing bounds costs no new row; of the others, the fewest entries are to be replaced.
    price = (elsewhere + (elsewhere.max(initial=0) + 1) * (np.isfinite(box.low) | np.isfinite(box.high))) * size
    price += np.arange(size)
    entries = np.flatnonzero(equal[rows])
    found: list[Solved] = []
    for _ in range(ROUNDS):
        alone = np.bincount(variables[entries], minlength=size)[variables[entries]] == 1
        can = entries[alone & (np.abs(slabs.factors[entries]) >= STEEPEST * steep[rows[entries]])]
        if not len(can):
            break
        cheapest = np.full(len(slabs.low), np.iinfo(np.int64).max)
        np.minimum.at(cheapest, rows[can], price[variables[can]])
        chosen = can[price[variables[can]] == cheapest[rows[can]]]
        gone = cheapest[rows[entries]] < np.iinfo(np.int64).max
        found.append(_solution(slabs, entries[gone], chosen))
        entries = entries[~gone]
    without_entries = equal & (np.bincount(rows, minlength=len(equal)) == 0)
    return tuple(found), np.concatenate([np.unique(rows[entries]), np.flatnonzero(without_entries)])


def _solution(slabs: Slabs, entries: Column, chosen: Column) -> Solved:
    """Some equations, which are made of `entries`, each solved for the variable of its chosen entry."""
    import numpy as np

    number = np.empty(len(slabs.low), dtype=np.int64)
    number[slabs.rows[chosen]] = np.arange(len(chosen))
    is_chosen = np.zeros(len(slabs.rows), dtype=np.bool_)
    is_chosen[chosen] = True
    others = entries[~is_chosen[entries]]
    owners = number[slabs.rows[others]]
    order = np.argsort(owners, kind="stable")
    others, owners = others[order], owners[order]
    by = slabs.factors[chosen]
    constants = slabs.low[slabs.rows[chosen]] / by
    return Solved(
        slabs.variables[chosen], constants, owners, slabs.variables[others], -slabs.factors[others] / by[owners]
    )


def _substituted(slabs: Slabs, solved: Solved, touched: Mask) -> Slabs:
    """The rows with solved variables replaced by what they equal; marks in `touched` those that change."""
    import numpy as np

    number = np.full(slabs.size, -1, dtype=np.int64)
    number[solved.variables] = np.arange(len(solved.variables))
    solution = number[slabs.variables]
    hit, miss = np.flatnonzero(solution >= 0), np.flatnonzero(solution < 0)
    rows, factors, solution = slabs.rows[hit], slabs.factors[hit], solution[hit]
    touched[rows] = True
    lengths = np.bincount(solved.owners, minlength=len(solved.variables))
    length, first = lengths[solution], (np.cumsum(lengths) - lengths)[solution]
    each = np.repeat(np.arange(len(hit)), length)
    source = np.arange(len(each)) + np.repeat(first - (np.cumsum(length) - length), length)
    shift = np.bincount(rows, weights=factors * solved.constants[solution], minlength=len(slabs.low))
    return Slabs(
        np.concatenate([slabs.rows[miss], rows[each]]),
        np.concatenate([slabs.variables[miss], solved.others[source]]),
        np.concatenate([slabs.factors[miss], factors[each] * solved.weights[source]]),
        slabs.low - shift,
        slabs.high - shift,
        slabs.size,
    )


def _without(slabs: Slabs, dropped: Mask) -> Slabs:
    """The rows with all entries of dropped ones gone."""
    if not dropped.any():
        return slabs
    kept = ~dropped[slabs.rows]
    return slabs._replace(rows=slabs.rows[kept], variables=slabs.variables[kept], factors=slabs.factors[kept])


def _merged(slabs: Slabs, touched: Mask) -> Slabs:
    """The rows with the factors of a variable that comes twice in a touched one added up."""
    import numpy as np

    changed = touched[slabs.rows]
    old, new = np.flatnonzero(~changed), np.flatnonzero(changed)
    place = slabs.rows[new] * slabs.size + slabs.variables[new]
    order = np.argsort(place, kind="stable")
    place, new = place[order], new[order]
    first = np.flatnonzero(np.diff(place, prepend=-1))
    factors = np.add.reduceat(slabs.factors[new], first) if len(first) else slabs.factors[new]
    return slabs._replace(
        rows=np.concatenate([slabs.rows[old], slabs.rows[new[first]]]),
        variables=np.concatenate([slabs.variables[old], slabs.variables[new[first]]]),
        factors=np.concatenate([slabs.factors[old], factors]),
    )
