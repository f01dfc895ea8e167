"""Where a running total goes down: whole columns leave out the totals that surely rise, the rest is decided exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.printed import date_columns
from factlint.figures import cells
from factlint.reading.date import NEVER
from factlint.reading.quantity.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.interval import Interval

_TOTAL = ("figure", "first", "second", "scope", "start", "unit")
_PRINTED = ("value", "value_low", "value_high", "value_unit")
_READ = ("fact", "figure", "of", "with", "scope", "period", "asof", *_PRINTED, *cells.TIME)
_SLACK = 1e-9  # of the magnitude: far more than the floats of the tables are off


class Toll(NamedTuple):
    """A total as one fact states it: the days of which it may be, and its amount in base units, however rounded."""

    fact: str
    earliest: int
    latest: int
    amount: Interval


class Fall(NamedTuple):
    """Two facts, the one of an earlier day first, and those of them whose removal alone settles it."""

    before: str
    after: str
    suspects: tuple[str, ...]


def falls(corpus: Corpus, measures: frozenset[str]) -> Iterator[Fall]:
    """The falls of the totals of these measures: each from the highest since the fall before."""
    for rows in _may_fall(_stated(corpus, measures)):
        facts = zip(rows["fact"], rows["earliest"], rows["latest"], rows["value"], strict=True)
        yield from _found(
            [
                Toll(fact, earliest, latest, said.either.times(dimension(said.unit or "")[1]))
                for fact, earliest, latest, said in facts
            ]
        )


def below(amount: Interval, other: Interval) -> bool:
    """Whether every number of an interval is below every number of the other."""
    if amount.high is None or other.low is None:
        return False
    return amount.high < other.low or (amount.high == other.low and (amount.high_open or other.low_open))


def _stated(corpus: Corpus, measures: frozenset[str]) -> pd.DataFrame:
    """The totals with the days of which they may be; `start` is the day from which a period counts."""
    figures = corpus.standing("figures")
    timed = figures["period"].isna() ^ figures["asof"].isna()
    figures = figures.loc[figures["figure"].isin(measures) & timed & figures["value"].notna(), list(_READ)].copy()
    begins, known, earliest, latest = (figures[column] for column in date_columns("period"))
    period = figures["period"].notna()
    first, _, _, last = (figures[column] for column in date_columns("asof"))
    figures["start"] = begins.where(period, NEVER)
    figures["earliest"], figures["latest"] = earliest.where(period, first), latest.where(period, last)
    of, partner = figures["of"].fillna(""), figures["with"].fillna("")
    swap = figures["figure"].isin(cells.symmetric(corpus)) & (of > partner)
    figures["first"], figures["second"] = of.where(~swap, partner), partner.where(~swap, of)
    units = {unit: dimension(unit) for unit in figures["value_unit"].fillna("").unique()}
    factor = figures["value_unit"].fillna("").map({unit: float(by) for unit, (_, by) in units.items()}).astype(float)
    figures["unit"] = (
        figures["value_unit"].fillna("").map({unit: base or "number" for unit, (base, _) in units.items()})
    )
    figures["low"], figures["high"] = figures["value_low"] * factor, figures["value_high"] * factor
    return figures[~period | ((begins == known) & (begins > NEVER))]


def _may_fall(tolls: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The statements of each total of which some may be below an earlier one, in the order of their days."""
    import numpy as np

    if tolls.empty:
        return
    tolls = tolls.sort_values(["earliest", "latest", "fact"])
    total = cells.codes(tolls, _TOTAL)
    highest = tolls["low"].groupby(total).cummax().groupby(total).shift(fill_value=-np.inf)
    slack = _SLACK * np.abs(tolls["high"].where(np.isfinite(tolls["high"]), 0.0))
    falling = (tolls["high"] - slack <= highest) & np.isfinite(highest)
    kept = tolls[total.isin(total[falling].unique())]
    yield from (rows for _, rows in kept.groupby(total))


def _found(tolls: Sequence[Toll]) -> Iterator[Fall]:
    """The falls among the statements of one total, which are in the order of their days."""
    steps = list(_steps(tolls))
    ends = [0, *(after for _, after in steps), len(tolls)]
    for number, (before, after) in enumerate(steps, start=1):
        around = {*range(ends[number - 1], ends[number + 1]), before}
        alone = (each for each in (before, after) if _rises([tolls[i] for i in sorted(around - {each})]))
        yield Fall(tolls[before].fact, tolls[after].fact, tuple(tolls[each].fact for each in alone))


def _steps(tolls: Sequence[Toll]) -> Iterator[tuple[int, int]]:
    """Each fall as the positions of the highest statement of earlier days, since the fall before, and of the lower."""
    over = sorted(range(len(tolls)), key=lambda each: (tolls[each].latest, tolls[each].fact))
    passed, highest = 0, None
    for now, toll in enumerate(tolls):
        while passed < len(over) and tolls[over[passed]].latest < toll.earliest:
            if highest is None or not _lower(tolls[over[passed]], tolls[highest]):
                highest = over[passed]
            passed += 1
        if highest is not None and below(toll.amount, tolls[highest].amount):
            yield highest, now
            highest = None


def _rises(tolls: Sequence[Toll]) -> bool:
    return next(_steps(tolls), None) is None


def _lower(toll: Toll, highest: Toll) -> bool:
    """Whether the least amount of a statement is below that of another, or no other and of one day with it."""
    low, other = toll.amount.low, highest.amount.low
    if low is None or other is None:
        return low is None
    if low == other and toll.amount.low_open == highest.amount.low_open:
        return toll.latest == highest.latest
    return low < other or (low == other and highest.amount.low_open)
