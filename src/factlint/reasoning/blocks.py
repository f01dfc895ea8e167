"""A huge system cut into blocks of whole components that fit a processor's cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.connected import Labels
from factlint.reasoning.slabs import Ends, Slabs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from factlint.reasoning.slabs import Column, Mask

BLOCK = 2**18
"""Entries that are worked on together: little enough to stay near the processor."""


class Block(NamedTuple):
    """Some components with all their rows but those of single variables, which are in `ends`; all numbered anew."""

    slabs: Slabs
    ends: Ends
    labels: Labels
    components: Column


def blocks(slabs: Slabs, ends: Ends, labels: Labels, chosen: Mask, wanted: Mask) -> Iterator[Block]:
    """The chosen rows of the wanted components, in blocks of about `BLOCK` entries or of one component."""
    import numpy as np

    chosen = chosen & wanted[labels.row]
    sizes = np.bincount(labels.row[slabs.rows], weights=chosen[slabs.rows], minlength=labels.number)
    step = max(BLOCK, sizes.sum() // 2**14)  # so that 16 bits number the blocks: those are sorted in linear time
    block = np.where(wanted, (np.cumsum(sizes) - sizes) // step, -1).astype(np.int16)
    of_variable = np.where(labels.variable < 0, -1, np.append(block, -1)[labels.variable]).astype(np.int16)
    of_row = np.where(chosen, block[labels.row], -1).astype(np.int16)
    number = [np.empty(len(each), dtype=np.int64) for each in (of_row, of_variable, wanted)]
    parts = (_split(each) for each in (of_row, of_variable, block, of_row[slabs.rows]))
    for rows, variables, components, entries in zip(*parts, strict=True):
        for each, members in zip(number, (rows, variables, components), strict=True):
            each[members] = np.arange(len(members))
        own = Slabs(
            number[0][slabs.rows[entries]],
            number[1][slabs.variables[entries]],
            slabs.factors[entries],
            slabs.low[rows],
            slabs.high[rows],
            len(variables),
        )
        parts_of = Labels(number[2][labels.row[rows]], number[2][labels.variable[variables]])
        yield Block(own, Ends(ends.low[variables], ends.high[variables]), parts_of, components)


def _split(block: npt.NDArray[np.int16]) -> list[Column]:
    """The positions of each block 0, 1, …; the last one is that of the greatest number."""
    import numpy as np

    order = np.argsort(block, kind="stable")
    return np.split(order, np.cumsum(np.bincount(block + 1))[:-1])[1:]
