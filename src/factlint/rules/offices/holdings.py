"""What roles say about offices: the days on which a person certainly held one, and those about which one may hand over.

A term certainly covers the days from its latest possible beginning to its earliest possible end. `from` alone reaches
to the article's `published` at least; of `until` alone only the last day is known; an observation is `at`, else `asof`,
else `published`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER
from factlint.reasoning.overlap import Intervals, crowds, joined, without

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column, Crowds

    Ends = tuple[tuple[Column, Column], tuple[Column, Column], tuple[Column, Column]]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who held what: each row a statement about a holder, which is a person in an office, numbered from 0.

    `row` is the position of the statement in a frame of roles, in rising order. `certain` are the days on which the
    holder held the office for certain, `comes` and `goes` those on which it may have begun and ended, no day at all
    where that is not said; their groups are the holders. `office_of` maps holders to offices, numbered from 0, `seats`
    and `handover` offices to how many hold one at once and to the days for which two more may overlap.
    """

    row: Column
    certain: Intervals
    comes: Intervals
    goes: Intervals
    office_of: Column
    seats: Column
    handover: Column

    def firm(self) -> Intervals:
        """The certain days of each holder about which no handover from or to it may have been under way."""
        comes, goes = (
            Intervals(*(column[each.begin <= each.end] for column in each)) for each in (self.comes, self.goes)
        )
        first = Intervals(comes.group, comes.begin, comes.end + self.handover[self.office_of[comes.group]])
        last = Intervals(goes.group, goes.begin - self.handover[self.office_of[goes.group]], goes.end)
        return without(self.certain, joined(first, last))

    def crowded(self) -> tuple[Crowds, Crowds]:
        """Where offices have too many holders: for longer than a handover, or on days that no handover explains."""
        never = self.handover * 0 - 1
        at_once = crowds(self.certain, self.office_of, self.seats, self.handover)
        return at_once, crowds(self.firm(), self.office_of, self.seats, never)

    def some(self, rows: npt.NDArray[np.bool_]) -> Holdings:
        """The same with the rows that are true only."""
        certain, comes, goes = (
            Intervals(*(column[rows] for column in each)) for each in (self.certain, self.comes, self.goes)
        )
        return replace(self, row=self.row[rows], certain=certain, comes=comes, goes=goes)


def holdings(corpus: Corpus) -> tuple[pd.DataFrame, Holdings]:
    """The roles that count, by fact id, and row by row what they say about the holders of offices.

    To the columns of `roles` comes `exact`: whether every date that is written is made of known days.
    """
    import numpy as np

    roles = corpus.standing("roles")
    both = roles["from"].notna() & roles["until"].notna()
    # A former holder seen on a day did not hold the office then; a term with both its ends says itself that it is over.
    counts = roles["role"].notna() & roles["person"].notna() & ~roles["acting"] & (~roles["former"] | both)
    rows = roles[counts].sort_values("fact", ignore_index=True)
    rows["exact"] = _exact(rows, "from") & _exact(rows, "until") & _exact(rows, "at")
    office = rows.groupby("role").ngroup().to_numpy().astype(np.int64)
    holder = rows.groupby(["role", "person"]).ngroup().to_numpy().astype(np.int64)
    _, first = np.unique(holder, return_index=True)
    entries = corpus.table("registry/offices").set_index("entry").reindex(sorted(rows["role"].unique()))
    seats, handover = (entries[key].fillna(1).to_numpy("int64") for key in ("seats", "handover_days"))
    certain, comes, goes = (Intervals(holder, *ends) for ends in _ends(rows))
    return rows, Holdings(np.arange(len(rows)), certain, comes, goes, office[first], seats, handover)


def _ends(rows: pd.DataFrame) -> Ends:
    """First and last day of what is certain, of the coming and of the going."""
    import numpy as np

    given = {key: rows[key].notna().to_numpy() for key in ("at", "asof", "from", "until", "replaces")}

    def day(key: str, end: str) -> Column:
        return rows[f"{key}_{end}"].to_numpy("int64")

    def seen(end: str) -> Column:
        """The day on which the statement says that the person is in office."""
        return np.where(given["at"], day("at", end), np.where(given["asof"], day("asof", end), day("published", end)))

    until_seen = np.maximum(seen("begins_earliest"), day("from", "begins_earliest"))
    alone = np.where(given["until"], day("until", "ends_latest"), seen("begins_latest"))
    to_seen = np.where(given["from"], until_seen, seen("ends_earliest"))
    begin = np.where(given["from"], day("from", "ends_latest"), alone)
    end = np.where(given["until"], day("until", "begins_earliest"), to_seen)
    # Who replaces another came in, if on no day that is said, then by the day on which it is seen.
    comes = np.where(given["from"], day("from", "begins_earliest"), seen("begins_earliest"))
    come = np.where(given["from"], day("from", "ends_latest"), seen("ends_latest"))
    said = given["from"] | (given["replaces"] & ~given["until"])
    goes, gone = (np.where(given["until"], day("until", key), out) for key, out in _NO_DAY)
    return (begin, end), (np.where(said, comes, FOREVER), np.where(said, come, NEVER)), (goes, gone)


_NO_DAY = (("begins_earliest", FOREVER), ("ends_latest", NEVER))


def _exact(rows: pd.DataFrame, key: str) -> pd.Series[bool]:
    """Whether each end of the date is one known day, or no date is written."""
    begins = rows[f"{key}_begins_earliest"] == rows[f"{key}_begins_latest"]
    ends = rows[f"{key}_ends_earliest"] == rows[f"{key}_ends_latest"]
    return rows[key].isna() | (begins & ends)
