"""What the figures of a corpus state, and which of them hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.figures import cells
from factlint.figures.atoms import Atoms
from factlint.figures.frame import statement
from factlint.figures.measures import measures
from factlint.figures.mentions import mentions
from factlint.reasoning.connected import labels

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement


class Stated(NamedTuple):
    """What one figure states, and the number of the component that it belongs to."""

    statement: Statement
    component: int


def stated(corpus: Corpus) -> tuple[Stated, ...]:
    """The figures that count against each other, by fact; those of an uncertain time are left out. Made once."""
    return corpus.once(_stated)


def _stated(corpus: Corpus) -> tuple[Stated, ...]:
    figures = cells.counting(corpus)
    if figures.empty:
        return ()
    known = measures(corpus)
    numbers = _components(figures, known)
    names = list(figures.columns)
    rows = (dict(zip(names, row, strict=True)) for row in zip(*(figures[name] for name in names), strict=True))
    found = ((statement(row, known), int(number)) for row, number in zip(rows, numbers, strict=True))
    kept = [Stated(each, number) for each, number in found if each and each.certain]
    return tuple(sorted(kept, key=lambda each: each.statement.fact))


def _components(figures: pd.DataFrame, known: Measures) -> np.ndarray:
    """The component of each figure: figures that share a quantity, or are tied by an identity, a part or a share."""
    import numpy as np

    found = mentions(figures, known, uncertain=False)
    atoms = Atoms(found, known)
    figure = found.said.figure[atoms.mention]
    rows, variables, size = [figure], [atoms.variable], len(figures)
    for ties in atoms.ties():
        rows.append(ties.row + size)
        variables.append(ties.variable)
        size += len(ties.owner)
    return labels(np.concatenate(rows), np.concatenate(variables), size, atoms.size).row[: len(figures)]
