"""Values in base units, on whole columns: what a rule needs that compares figures across units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures import cells
from factlint.reading.quantity import QuantityError
from factlint.reading.quantity.declared import declared_unit
from factlint.reading.quantity.units import Unit, dimension

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.interval import Interval

_KEPT = (
    "fact",
    *cells.CELL,
    *cells.TIME,
    "certain",
    "period",
    *(f"value{end}" for end in ("", "_low", "_high", "_unit")),
)
_BARE = Unit("number")
_HUGE = 1e300  # beyond any figure that can be printed: the float nearest to an end that is open


def declared_units(corpus: Corpus) -> dict[str, Unit]:
    """The unit that each measure declares; measures without one, or whose entry cannot be read whole, are left out."""
    found = {}
    for entry_id, entry in corpus.registry.entries["measures"].items():
        if "unit" in entry.values and entry.ref not in corpus.unsound:
            try:
                found[entry_id] = declared_unit(str(entry.values["unit"]))
            except QuantityError:
                continue  # the schema has said so, unless the corpus was not validated
    return found


def in_base_units(figures: pd.DataFrame, declared: Mapping[str, Unit]) -> pd.DataFrame:
    """Those of `figures`, rows of `cells.standing`, that state a value, with `base`, its base unit.

    `factor` is how many of it one printed unit is, exactly. A bare number is in the unit that its measure declares.
    """
    import pandas as pd

    valued = figures.loc[figures["value"].notna(), list(_KEPT)]
    known = {unit: dimension(unit) for unit in valued["value_unit"].dropna().unique()}
    own = {measure: _bare(declared.get(measure, _BARE)) for measure in valued["figure"].unique()}
    pairs = zip(valued["value_unit"], valued["figure"], strict=True)
    bases = [known[unit] if isinstance(unit, str) else own[measure] for unit, measure in pairs]
    factors = pd.Series([factor for _, factor in bases], index=valued.index, dtype="object")
    return valued.assign(
        base=pd.Series([base for base, _ in bases], index=valued.index, dtype="object"), factor=factors
    )


def with_ends(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `in_base_units` with `low` and `high`: floats within the rounded reading, for finding candidates."""
    import numpy as np

    low, high = cells.candidates(rows, "value")
    low, high = np.where(low < -_HUGE, -np.inf, low), np.where(high > _HUGE, np.inf, high)
    scale = np.array([float(factor) for factor in rows["factor"]])
    return rows.assign(low=low * scale, high=high * scale)


def either(rows: pd.DataFrame) -> dict[str, Interval]:
    """The numbers of each fact in base units, rounded or cut off, in the order of the rows of `in_base_units`."""
    stated = zip(rows["fact"], rows["value"], rows["factor"], strict=True)
    return {fact: said.either.times(factor) for fact, said, factor in stated}


def texts(*frames: pd.DataFrame) -> dict[str, str]:
    """The value of each fact as printed."""
    return {fact: said.text.strip() for rows in frames for fact, said in zip(rows["fact"], rows["value"], strict=True)}


def _bare(unit: Unit) -> tuple[str, Fraction]:
    base, factor = dimension(unit.name)
    return base, factor * unit.factor
