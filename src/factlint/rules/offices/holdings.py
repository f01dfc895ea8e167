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
from factlint.rules.offices.stated import days, given, stated

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


def holdings(corpus: Corpus) -> Holdings:
    """What the rows of `stated` say, those that count, about the holders of offices; made once and kept."""
    return corpus.once(_holdings)


def holds(rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Which statements say that somebody held an office, and not only acted for its holder.

    A former holder seen on a day did not hold the office then; a term with both its ends says itself that it is over.
    """
    both = given(rows, "from") & given(rows, "until")
    return ~rows["acting"].to_numpy() & (~rows["former"].to_numpy() | both)


def _holdings(corpus: Corpus) -> Holdings:
    import numpy as np

    rows, office_of, _ = stated(corpus)
    offices = int(office_of.max()) + 1 if len(office_of) else 0
    seats, handover = np.ones(offices, dtype=np.int64), np.ones(offices, dtype=np.int64)
    seats[rows["office"]], handover[rows["office"]] = rows["seats"], rows["handover"]
    holder = rows["holder"].to_numpy()
    certain, comes, goes = (Intervals(holder, *ends) for ends in _ends(rows))
    return Holdings(np.arange(len(rows)), certain, comes, goes, office_of, seats, handover).some(holds(rows))


def _ends(rows: pd.DataFrame) -> Ends:
    """First and last day of what is certain, of the coming and of the going."""
    import numpy as np

    has_from, has_until, replaces = (given(rows, key) for key in ("from", "until", "replaces"))
    starts, _, _, begun = days(rows, "from")
    ending, _, _, ended = days(rows, "until")
    seen, seen_latest, to_seen, seen_last = days(rows, "seen")
    begin = np.where(has_from, begun, np.where(has_until, ended, seen_latest))
    end = np.where(has_until, ending, np.where(has_from, np.maximum(seen, starts), to_seen))
    # Who replaces another came in, if on no day that is said, then by the day on which it is seen.
    comes, come = np.where(has_from, starts, seen), np.where(has_from, begun, seen_last)
    said = has_from | (replaces & ~has_until)
    goes, gone = np.where(has_until, ending, FOREVER), np.where(has_until, ended, NEVER)
    return (begin, end), (np.where(said, comes, FOREVER), np.where(said, come, NEVER)), (goes, gone)
