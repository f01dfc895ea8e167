"""Which components of a huge system of rounded figures are certainly possible, found on whole columns of floats.

Almost all figures agree. For each component a point is sought at which its equations hold and every inequality keeps
its ends by more than floats can be wrong; where one is found there is nothing to decide, and only the others go to
exact arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reasoning.blocks import blocks
from factlint.reasoning.elimination import reduced
from factlint.reasoning.guess import Guess, guessed
from factlint.reasoning.interior import centred
from factlint.reasoning.projection import approached
from factlint.reasoning.slabs import FEWEST, Ends

if TYPE_CHECKING:
    from factlint.reasoning.blocks import Block
    from factlint.reasoning.connected import Labels
    from factlint.reasoning.elimination import Reduced
    from factlint.reasoning.slabs import Floats, Mask, Slabs

UNIT = 2.0**-40
"""The part of the magnitudes in a row by which ends have to be kept.

Sums of up to 512 terms are off by less than 2^-43 of them (Higham, Accuracy and Stability of Numerical Algorithms,
2002, §4.2), ends and factors that are a few roundings away from what they stand for included.
"""

TERMS = 512
"""A block with a row of more terms than this keeps its ends by more, in proportion."""

SWEEPS, PATIENCE = 7, 300
"""Rounds of projection before the small components are solved densely, and those that the large ones get after it."""


def possible(slabs: Slabs, labels: Labels) -> Mask:
    """For each component whether it certainly has a solution, bool[labels.number]; False where that is not known.

    `labels` is `connected.labels` of the entries. Whether ends are open makes no difference, for none is touched, but
    a statement that no number satisfies must have low > high in floats too. Ends and factors may be a few roundings
    off. Rows with low == high are taken for equations: a component is not known to be possible where two of them say
    the same. NaN and factors that are infinite leave a component unknown. Rows and entries may come in any order.

    Small components are looked at in three ways, each for those that the one before leaves: the middle of what interval
    propagation leaves, a few projections, an interior point. Large ones only get more projections. Time is linear in
    the entries of the large ones, and grows with the cube of the variables of a small one.
    """
    import numpy as np

    with np.errstate(all="ignore"):
        lengths = np.bincount(slabs.rows, minlength=len(slabs.low))
        single = (lengths == 1) & (slabs.low != slabs.high)
        ends = _ends(slabs, single)
        answer = np.ones(labels.number, dtype=np.bool_)
        known = labels.variable >= 0
        answer[labels.variable[known & ~_roomy(ends)]] = False
        answer[labels.row[(lengths == 0) & ~((slabs.low < -FEWEST) & (slabs.high > FEWEST))]] = False
        tied = np.zeros(labels.number, dtype=np.bool_)
        tied[labels.row[~single & (lengths > 0)]] = True
        for block in blocks(slabs, ends, labels, ~single, tied & answer):
            answer[block.components] = _witnessed(block)
    return answer


def _ends(slabs: Slabs, single: Mask) -> Ends:
    """What the rows of one variable say of it."""
    import numpy as np

    entries = np.flatnonzero(single[slabs.rows])
    rows, variables, factors = slabs.rows[entries], slabs.variables[entries], slabs.factors[entries]
    low, high = np.full(slabs.size, -np.inf), np.full(slabs.size, np.inf)
    from_low, from_high = slabs.low[rows] / factors, slabs.high[rows] / factors
    np.maximum.at(low, variables, np.where(factors < 0, from_high, from_low))
    np.minimum.at(high, variables, np.where(factors < 0, from_low, from_high))
    return Ends(low, high)


def _roomy(ends: Ends) -> Mask:
    """Where a number lies between the ends for certain."""
    room: Mask = ends.high - ends.low > 4 * UNIT * ends.sizes() + FEWEST
    return room


def _witnessed(block: Block) -> Mask:
    """For each component of a block whether a point of it is found."""
    slabs, labels, count = block.slabs, block.labels, len(block.components)
    left = reduced(slabs, block.ends, labels.row, labels.variable, count)
    guess = guessed(left.slabs, block.ends, left.component, labels.variable, count)
    values, pending = approached(left.slabs, left.component, guess, ~left.given_up, SWEEPS)
    if pending.any():
        begin = Guess(values, guess.freedom, block.ends)
        values, large = centred(left.slabs, left.component, labels.variable, begin, pending)
        values, _ = approached(left.slabs, left.component, guess._replace(values=values), large, PATIENCE)
    return ~left.given_up & _proved(block, left, values)


def _proved(block: Block, left: Reduced, values: Floats) -> Mask:
    """For each component whether every end is kept at these values of the variables that are not solved for.

    The exact values of the solved ones differ from the floats by less than `UNIT` times their reach for each `Solved`
    that they come through, so rows whose ends are kept by more hold exactly.
    """
    import numpy as np

    slabs, labels = block.slabs, block.labels
    values, reach = values.copy(), np.abs(values) + FEWEST
    for each in reversed(left.solved):
        each.complete(values, reach)
    longest = np.bincount(slabs.rows).max(initial=0)
    unit = UNIT * (len(left.solved) + 1) * max(1.0, longest / TERMS)
    proved = np.ones(len(block.components), dtype=np.bool_)
    proved[labels.variable[~(_kept(values, unit * reach, unit, block.ends) & np.isfinite(reach))]] = False
    entries = slabs.factors * values[slabs.variables], np.abs(slabs.factors) * reach[slabs.variables]
    sums, reaches = (slabs.sums(each) for each in entries)
    kept = _kept(sums, unit * reaches, unit, Ends(slabs.low, slabs.high)) | (slabs.low == slabs.high)
    proved[labels.row[~kept]] = False
    return proved


def _kept(values: Floats, error: Floats, unit: float, ends: Ends) -> Mask:
    """Where values that may be wrong by an error lie between the ends with a margin."""
    import numpy as np

    low = np.isneginf(ends.low) | (values - error > ends.low + unit * np.abs(ends.low) + FEWEST)
    high = np.isposinf(ends.high) | (values + error < ends.high - unit * np.abs(ends.high) - FEWEST)
    kept: Mask = low & high
    return kept
