"""Which figures speak of one quantity, and what each of them states, on whole columns.

The cell of a figure is its measure, `of`, `with`, `scope` and time. Where the measure is symmetric, `of` and `with` may
swap. The time is the period, or the day of `asof`; it is certain where no choice of days is left, as in `2020` or
`2020-01/2020-06` and for an `asof` of one day. Figures of an uncertain time (`2014~`, `201X`, a stock in some month)
never certainly speak of one quantity; those of the same uncertain time possibly do, and only `pedantic` asks for what
is possible.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from factlint.corpus.printed import date_columns
from factlint.interval import Interval
from factlint.reading.date import FOREVER, NEVER
from factlint.reading.quantity import Change, Hedge, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import pandas as pd

    from factlint.corpus import Corpus

Reading = Literal["rounded", "either"]

TIME = (*date_columns("period"), *date_columns("asof"))
WHERE = ("first", "second", "scope", "time")
CELL = ("figure", *WHERE)
"""The columns that the figures of one cell share, in the frame that `standing` gives."""

_PRINTED = tuple(f"{key}{end}" for key in ("value", "change", "share") for end in ("", "_low", "_high", "_unit"))
_READ = (
    "fact",
    "file",
    "figure",
    "of",
    "with",
    "pair",
    "group",
    "scope",
    "period",
    "asof",
    "versus",
    *_PRINTED,
    "share_of",
    *TIME,
    *date_columns("versus"),
)

_PERCENT = Fraction(1, 100)
_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")  # no exponent: 1e999999999 would never be computed
_SLACK = 2.0**-46  # of the magnitude: far more than a handful of operations on floats can err


def standing(corpus: Corpus) -> pd.DataFrame:
    """The figures that `counting` gives, with the columns of `CELL`.

    `first` and `second` are `of` and `with`, in alphabetical order where the measure is symmetric.
    """
    figures = counting(corpus)
    of, partner = (_said(figures[key]) for key in ("of", "with"))
    swap = figures["figure"].isin(symmetric(corpus)).to_numpy(copy=True)
    swap[swap] = of[swap] > partner[swap]
    figures["first"], figures["second"] = _where(swap, partner, of), _where(swap, of, partner)
    return figures


def counting(corpus: Corpus) -> pd.DataFrame:
    """The figures that count against each other, with the flag `certain` and numbers of their `time` and `group`.

    Figures without a time are left out; those of an uncertain time too, unless the corpus is checked pedantically.
    """
    import pandas as pd

    table = corpus.standing("figures")
    figures = pd.DataFrame({name: table[name] for name in _READ}, copy=False)  # narrow: what follows copies columns
    certain, timed = _certain(figures)
    chosen = timed & (certain | corpus.settings.pedantic)
    figures["certain"] = certain
    if not chosen.all():
        figures = figures[chosen].reset_index(drop=True)
    figures["time"], figures["group"] = codes(figures, TIME), codes(figures, ["group"])
    return figures


def _said(column: pd.Series[str]) -> np.ndarray:
    """The words of a column, empty where there are none."""
    words = column.to_numpy(dtype=object)
    unsaid = column.isna().to_numpy()
    if unsaid.any():
        words = words.copy()
        words[unsaid] = ""
    return words


def _where(chosen: np.ndarray, these: np.ndarray, others: np.ndarray) -> pd.Series[str]:
    """Some of these, else the others, as texts are kept."""
    import numpy as np
    import pandas as pd

    return pd.Series(np.where(chosen, these, others) if chosen.any() else others, dtype=object)


def symmetric(corpus: Corpus) -> frozenset[str]:
    """The measures of which `of` and `with` may swap."""
    measures = corpus.registry.entries["measures"]
    return frozenset(entry_id for entry_id, entry in measures.items() if entry.values.get("symmetric"))


def least(values: Mapping[str, object]) -> Fraction | None:
    """The least value of a measure by its registry entry: its `minimum`, else 0 for amounts; None where it has none."""
    return number(values.get("minimum", "none" if values.get("kind") == "rate" else "0"))


def number(written: object) -> Fraction | None:
    """The number that a registry entry gives as text; None where it gives none."""
    return Fraction(written) if isinstance(written, str) and _NUMBER.fullmatch(written) else None


def codes(frame: pd.DataFrame, columns: Sequence[str]) -> pd.Series[int]:
    """One whole number a row, from 0 on, the same for exactly those rows that agree in all `columns`."""
    import pandas as pd

    return pd.Series(combined(*(frame[column].to_numpy() for column in columns)), index=frame.index)


def combined(*columns: np.ndarray) -> np.ndarray:
    """The same for columns that are arrays of one length."""
    import numpy as np
    import pandas as pd

    code = np.zeros(len(columns[0]), dtype="int64")
    for column in columns:
        number, values = pd.factorize(column, use_na_sentinel=False)
        if len(values) > 1:
            code = np.asarray(pd.factorize(code * len(values) + number)[0], dtype="int64")
    return code


def known(figures: pd.DataFrame, date: str) -> pd.Series[bool]:
    """Whether the date leaves no choice: both its ends are known days."""
    first, begins, ends, last = (figures[column] for column in date_columns(date))
    return (first == begins) & (ends == last) & (first > NEVER) & (last < FOREVER)


def interval(said: Quantity | Change, reading: Reading) -> Interval:
    """The numbers that a statement stands for; those of a change in percent as new / old, as for `times`."""
    if isinstance(said, Quantity):
        return said.rounded if reading == "rounded" else said.either
    inner = interval(said.quantity, reading)
    return inner.times(_PERCENT) + Interval.point(1) if said.kind == "percent" else inner


def amount(said: Quantity | Change) -> Quantity:
    """The printed figure of a statement."""
    return said if isinstance(said, Quantity) else said.quantity


def unit(said: Quantity | Change) -> str:
    """What two statements must share to be comparable: the unit; changes in percent and in times count as one."""
    if isinstance(said, Change) and said.kind in {"percent", "times"}:
        return "times"
    return amount(said).unit or ""


def candidates(figures: pd.DataFrame, field: str) -> tuple[np.ndarray, np.ndarray]:
    """Floats [low, high] within the rounded reading of each statement in the column `field`, for finding candidates.

    What clashes exactly clashes in these floats too; the reverse has to be checked. The table has the ends of the
    reading as rounded or truncated: those of the rounded one of a plain number follow from them.
    """
    import numpy as np

    said = figures[field].to_numpy()
    low, high = figures[f"{field}_low"].to_numpy(), figures[f"{field}_high"].to_numpy()
    amounts = said.tolist()
    if field == "change":
        amounts = [each.quantity if type(each) is Change else each for each in amounts]
    unhedged = Hedge.NONE
    plain = np.array([each.hedge is unhedged and not each.declared for each in amounts], dtype=bool)
    with np.errstate(invalid="ignore"):
        above, below = plain & (low + high > 0), plain & (low + high < 0)
        # A plain number v is read as [v - u/2, v + u), below zero as (v - u, v + u/2], as (-u, u) where it is nought.
        third, quarter = (high - low) / 3, (high - low) / 4
        at_nought = plain & ~above & ~below
        least = np.where(below, low + third, np.where(at_nought, low + quarter, low))
        most = np.where(above, high - third, np.where(at_nought, high - quarter, high))
    slack = _SLACK * (_size(low) + _size(high))
    least, most = _inward(least, np.inf) + slack, _inward(most, -np.inf) - slack
    percent = np.zeros(len(said), dtype=bool)
    if field == "change":
        percent[:] = [type(each) is Change and each.kind == "percent" for each in said]
    more = np.where(percent, _SLACK * (1 + slack / _SLACK / 100), 0.0)
    return np.where(percent, 1 + least / 100, least) + more, np.where(percent, 1 + most / 100, most) - more


def _size(ends: np.ndarray) -> np.ndarray:
    """The magnitudes of those that are finite."""
    import numpy as np

    return np.where(np.isfinite(ends), np.abs(ends), 0.0)


def _inward(end: np.ndarray, toward: float) -> np.ndarray:
    """Floats that the tables rounded outward, back over the exact end."""
    import numpy as np

    return np.where(np.isfinite(end), np.nextafter(np.nextafter(end, toward), toward), end)


def _certain(figures: pd.DataFrame) -> tuple[pd.Series[bool], pd.Series[bool]]:
    """Whether the time is certain, of every date that is given, the period and the day of `asof`; and if any is."""
    earliest, _, _, latest = (figures[column] for column in date_columns("asof"))
    has_period, has_asof = figures["period"].notna(), figures["asof"].notna()
    timed = has_period | has_asof
    return timed & (~has_period | known(figures, "period")) & (~has_asof | (earliest == latest)), timed
