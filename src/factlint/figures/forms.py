"""The form of what each figure states, on columns: which are read whole columns at a time, and which one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.cells import known
from factlint.figures.frame import statement

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement

NOTHING, LEVEL, DIFFERENCE, RATIO, SHARE, MEAN, ODD = range(7)
"""The forms of statements; NOTHING is what is not linear, ODD what is read by itself."""

_KINDS = {"absolute": DIFFERENCE, "points": DIFFERENCE, "percent": RATIO, "times": RATIO}


def forms(figures: pd.DataFrame, measures: Measures, *, uncertain: bool) -> np.ndarray:
    """The form of each figure."""
    import numpy as np

    measure = figures["figure"]
    positive = measure.isin([name for name, each in measures.known.items() if each.never_negative]).to_numpy()
    value, change, share = (figures[key].notna().to_numpy() for key in ("value", "change", "share"))
    form = np.where(value, np.where(measure.isin(measures.means), ODD, LEVEL), NOTHING)
    form[change] = [_KINDS[each.kind] for each in figures["change"].to_numpy()[change]]
    form[(form == RATIO) & ~positive] = NOTHING
    if not uncertain:
        form[change & ~known(figures, "versus").to_numpy()] = NOTHING
    alike = {(a, b) for a in measures.kin for b in measures.kin if _alike(a, b, measures)}
    shares = zip(measure.to_numpy()[share], figures["share_of"].to_numpy()[share], strict=True)
    form[share] = [
        SHARE if isinstance(whole, dict) and whole.keys() == {"figure"} and (part, whole["figure"]) in alike else ODD
        for part, whole in shares
    ]
    return form


def _alike(part: str, whole: str, measures: Measures) -> bool:
    """Whether a share of one measure in another is plain: both never negative, of one kin, adding up alike."""
    a, b = measures.known[part], measures.known[whole]
    return (
        measures.kin[part] == measures.kin[whole] and a.never_negative and b.never_negative and a.adds_up == b.adds_up
    )


def read_oddly(figures: pd.DataFrame, form: np.ndarray, measures: Measures, *, uncertain: bool) -> dict[int, Statement]:
    """What the rows of the form ODD state, where that counts."""
    chosen = figures[form == ODD]
    names = list(chosen.columns)
    rows = zip(*(chosen[name] for name in names), strict=True)
    read = zip(chosen.index, (statement(dict(zip(names, row, strict=True)), measures) for row in rows), strict=True)
    return {int(row): each for row, each in read if each and (uncertain or each.certain)}
