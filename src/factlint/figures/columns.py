"""All figures of a corpus as one sparse linear system, built on whole columns.

It says with floats what `joint` says exactly of a few statements: the same variables, the same rows. From it come the
components, and which of them surely are possible; the others are judged exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.atoms import Atoms, Rows, spans
from factlint.figures.cells import candidates
from factlint.figures.forms import DIFFERENCE, LEVEL, MEAN, NOTHING, RATIO, SHARE
from factlint.figures.mentions import BASE, OWN, mentions
from factlint.reasoning.connected import Labels, labels
from factlint.reasoning.slabs import Slabs
from factlint.reasoning.witness import possible

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd

    from factlint.figures.measures import Measures
    from factlint.figures.mentions import Mentions

    Ends = tuple[np.ndarray, np.ndarray]


def suspicious(figures: pd.DataFrame, measures: Measures, *, uncertain: bool = False) -> np.ndarray:
    """For each row of the frame of `cells.counting` the number of its component where that may be impossible, else -1.

    Only figures with one number may contradict each other; -1 stands for figures that certainly are fine even if every
    number was rounded. The frame has a RangeIndex; with `uncertain`, statements of uncertain times count too.
    """
    import numpy as np

    found = mentions(figures, measures, uncertain=uncertain)
    atoms = Atoms(found, measures)
    ends = _ends(figures, found, measures)
    rows = _joined([_stated(found, atoms, ends), *atoms.ties()])
    # Rows of one figure belong together even where they share no variable.
    bundle = np.where(rows.owner >= 0, rows.owner, len(figures) + np.arange(len(rows.owner)))
    joined = labels(bundle[rows.row], rows.variable, len(figures) + len(rows.owner), atoms.size)
    slabs = Slabs(rows.row, rows.variable, rows.factor, rows.low, rows.high, atoms.size)
    fine = possible(slabs, Labels(joined.row[bundle], joined.variable))
    component = np.where(found.form == NOTHING, -1, joined.row[: len(figures)])
    suspect = component >= 0
    suspect[suspect] = ~fine[component[suspect]]
    return np.where(suspect, component, -1)


def _stated(found: Mentions, atoms: Atoms, ends: Ends) -> Rows:
    """The rows of figures: one of a level or a difference, two of a ratio, and a third of a mean."""
    import numpy as np

    size = len(found.form)
    ratio = np.isin(found.form, (RATIO, SHARE, MEAN))
    width = (found.form != NOTHING) * (1 + ratio + (found.form == MEAN))
    start = np.cumsum(width) - width
    figure = found.said.figure[atoms.mention]
    side = found.said.side[atoms.mention]
    least, most = (np.where(np.isfinite(end), end, 0.0)[figure] for end in ends)
    base, compared = side == BASE, ratio[figure] & (side != OWN)
    row = start[figure] + np.where(side == OWN, 2, 0)
    first = np.where(base, np.where(compared, -least, -1.0), 1.0)
    second = np.where(base, -most, 1.0)[compared]
    low, high = _row_ends(ends, ratio, start, width)
    return Rows(
        np.append(row, start[figure][compared] + 1),
        np.append(atoms.variable, atoms.variable[compared]),
        np.append(first, second),
        low,
        high,
        np.repeat(np.arange(size), width),
    )


def _row_ends(ends: Ends, ratio: np.ndarray, start: np.ndarray, width: np.ndarray) -> Ends:
    """The two ends of each row: of a ratio, part - least · whole ≥ 0 and part - most · whole ≤ 0."""
    import numpy as np

    low, high = np.repeat(ends[0], width), np.repeat(ends[1], width)
    above, below = start[ratio & (width > 0)], start[ratio & (width > 0)] + 1
    low[above] = np.where(np.isfinite(low[above]), 0.0, -np.inf)
    high[below] = np.where(np.isfinite(high[below]), 0.0, np.inf)
    high[above], low[below] = np.inf, -np.inf
    return low, high


def _ends(figures: pd.DataFrame, found: Mentions, measures: Measures) -> Ends:
    """The ends of what each figure states, in base units, rounded inward; of a flow also those of its measure."""
    import numpy as np

    low, high = np.full(len(figures), -np.inf), np.full(len(figures), np.inf)
    for field, forms in (("value", (LEVEL, MEAN)), ("change", (DIFFERENCE, RATIO)), ("share", (SHARE,))):
        rows = np.flatnonzero(np.isin(found.form, forms))
        if len(rows):
            low[rows], high[rows] = candidates(figures[[field, f"{field}_low", f"{field}_high"]].iloc[rows], field)
    low, high = low * found.scale, high * found.scale
    for measure, span in spans(measures):
        own = np.flatnonzero((found.form == LEVEL) & (figures["figure"] == measure).to_numpy())
        low[own], high[own] = np.maximum(low[own], span[0]), np.minimum(high[own], span[1])
    return low, high


def _joined(parts: Sequence[Rows]) -> Rows:
    """Rows one behind the other, numbered on."""
    import numpy as np

    starts = np.cumsum([0, *(len(each.owner) for each in parts)])
    rows = [each.row + start for each, start in zip(parts, starts, strict=False)]
    rest = (np.concatenate(columns) for columns in zip(*(each[1:] for each in parts), strict=True))
    return Rows(np.concatenate(rows), *rest)
