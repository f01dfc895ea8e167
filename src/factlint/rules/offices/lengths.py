"""How long people are said to have served, against the beginning and the end of their one term.

Years and months are those of the calendar, the day of the end may count or not, and what is left open by a date or by
the words (`about ten years`, a rounded number) is left open.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER, Days, civil, ordinal
from factlint.reading.date.calendar import MONTHS_PER_YEAR, month_index, month_length
from factlint.rules.offices.stated import days, given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Quantity
    from factlint.reasoning.overlap import Column

_SHORTEST = {"day": 1.0, "week": 7.0, "month": 28.0, "year": 365.0}
_LONGEST = {"day": 1.0, "week": 7.0, "month": 31.0, "year": 366.0}
_MONTHS = {"month": 1, "year": MONTHS_PER_YEAR}


class Length(NamedTuple):
    """Statements of how long a person served, by rows of `stated`, and the rows that say when it began and ended.

    `served` are those that contradict the dates, in order; `begun` and `ended` may be the first of them, `ended` also
    where its article only sees the person in office. `first` and `last` are the days of the beginning and of the end.
    """

    served: tuple[int, ...]
    begun: int
    ended: int
    first: Days
    last: Days
    suspects: tuple[int, ...]


def contradicted(corpus: Corpus) -> Iterator[Length]:
    """One item for each person and office with such a statement."""
    import numpy as np

    rows = stated(corpus).rows
    asked = np.flatnonzero(given(rows, "served") & rows["served_unit"].isin(_LONGEST).to_numpy())
    if not len(asked):
        return
    ends = _Ends.of(rows, asked)
    groups: dict[int, list[int]] = {}
    for position in np.flatnonzero(ends.known & _suspicious(rows.iloc[asked], ends)).tolist():
        first, last = ends.days(position)
        if not fits(rows["served"].iloc[asked[position]], first, last):
            groups.setdefault(int(rows["holder"].iloc[asked[position]]), []).append(position)
    for positions in groups.values():
        position = positions[0]
        served = tuple(int(asked[each]) for each in positions)
        begun, ended = int(ends.begun[position]), int(ends.ended[position])
        blamed = {served[0]} if len(served) == 1 else set()
        blamed |= {row for row, alone in ((begun, ends.one_begin), (ended, ends.one_end)) if alone[position]}
        yield Length(served, begun, ended, *ends.days(position), tuple(sorted(blamed)))


def fits(served: Quantity, first: Days, last: Days) -> bool:
    """Whether somebody who came on one of the first days and left on one of the last may have served so long."""
    said, unit = served.either, served.unit or ""
    if said.low is not None and last.latest + 1 < after(first.earliest, said.low, unit, up=False):
        return False
    return said.high is None or last.earliest <= after(first.latest, said.high, unit, up=True)


def after(day: int, length: Fraction, unit: str, *, up: bool) -> int:
    """The day that comes a length after another; a part of a month or year is counted as few days as it may be.

    `up` counts it as many. Where the month has no such day, it is the last one, or with `up` the day after that.
    """
    if unit not in _MONTHS:
        exact = length * int(_LONGEST[unit])
        return day + (ceil(exact) if up else floor(exact))
    whole = floor(length)
    longest, shortest = int(_LONGEST[unit]), int(_SHORTEST[unit])
    part = ceil((length - whole) * longest) if up else floor((length - whole) * shortest)
    year, month, number = civil(day)
    year, month = divmod(month_index(year, month) + whole * _MONTHS[unit], MONTHS_PER_YEAR)
    length_of_month = month_length(year, month + 1)
    return ordinal(year, month + 1, min(number, length_of_month)) + (up and number > length_of_month) + part


class _Ends(NamedTuple):
    """For each statement of a length: the rows of its beginning and end, their days, and whether these are the only.

    `known` says whether there are both, of one term only.
    """

    known: npt.NDArray[np.bool_]
    begun: Column
    ended: Column
    first: tuple[Column, Column]
    last: tuple[Column, Column]
    one_begin: npt.NDArray[np.bool_]
    one_end: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, rows: pd.DataFrame, asked: Column) -> _Ends:
        """The ends for the rows that state a length."""
        import numpy as np

        begin, end = _Dated.of(rows, "from"), _Dated.of(rows, "until")
        told = rows.iloc[asked]
        holder = told["holder"].to_numpy()
        own_begin, own_end = given(told, "from"), given(told, "until")
        begun = np.where(own_begin, asked, begin.row[holder])
        over = own_end | told["former"].to_numpy()
        ended = np.where(over, np.where(own_end, asked, end.row[holder]), asked)
        _, _, _, seen_last = days(told, "seen")
        # Seen after the known end, it is no length up to that day.
        within = over | (end.row[holder] < 0) | (seen_last <= end.high[holder] + told["handover"].to_numpy())
        several = begin.several[holder] | end.several[holder]
        known = ~told["acting"].to_numpy() & ~several & (begun >= 0) & (ended >= 0) & within
        first = tuple(days(rows, "from")[each][np.maximum(begun, 0)] for each in (0, 3))
        until, seen = ([days(rows, key)[each][np.maximum(ended, 0)] for each in (0, 3)] for key in ("until", "seen"))
        last = tuple(np.where(over, one, other) for one, other in zip(until, seen, strict=True))
        known &= (first[0] > NEVER) & (first[1] < FOREVER) & (last[0] > NEVER) & (last[1] < FOREVER)
        one_end = over & (end.number[holder] == 1)
        return cls(known, begun, ended, (first[0], first[1]), (last[0], last[1]), begin.number[holder] == 1, one_end)

    def days(self, position: int) -> tuple[Days, Days]:
        """The days of the beginning and of the end of a statement."""
        first, last = (Days(int(low[position]), int(high[position])) for low, high in (self.first, self.last))
        return first, last


class _Dated(NamedTuple):
    """For each holder the most precise row with a date, -1 for none; its last day; how many; whether they differ."""

    row: Column
    high: Column
    number: Column
    several: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, rows: pd.DataFrame, key: str) -> _Dated:
        """The date behind `key` of each holder who did not only act for another."""
        import numpy as np

        size = int(rows["holder"].max()) + 1
        at = np.flatnonzero(given(rows, key) & ~rows["acting"].to_numpy())
        holder, low, high = rows["holder"].to_numpy()[at], days(rows, key)[0][at], days(rows, key)[3][at]
        order = np.lexsort((at, high - low, holder))
        first = order[np.flatnonzero(np.diff(holder[order], prepend=-1))]
        row, last = np.full(size, -1, dtype=np.int64), np.full(size, FOREVER, dtype=np.int64)
        row[holder[first]], last[holder[first]] = at[first], high[first]
        latest, earliest = np.full(size, NEVER, dtype=np.int64), np.full(size, FOREVER, dtype=np.int64)
        np.maximum.at(latest, holder, low)
        np.minimum.at(earliest, holder, high)
        return cls(row, last, np.bincount(holder, minlength=size), latest > earliest)


def _suspicious(told: pd.DataFrame, ends: _Ends) -> npt.NDArray[np.bool_]:
    """Which lengths may be too short or too long; floats only pick candidates."""
    import numpy as np

    unit = told["served_unit"]
    least = told["served_low"].to_numpy() * unit.map(_LONGEST).to_numpy(dtype=float) + 2
    most = told["served_high"].to_numpy() * unit.map(_SHORTEST).to_numpy(dtype=float) - 2
    longest, shortest = ends.last[1] + 1 - ends.first[0], ends.last[0] - ends.first[1]
    return np.asarray((longest < least) | (shortest > most))
