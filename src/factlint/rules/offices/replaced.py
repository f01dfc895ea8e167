"""Titles of people whose successor had begun: seen in an office with one seat after another began to hold it.

The person was certainly in office before the successor may have begun, and no term, no second beginning and no other
source has it in office from then on.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.reasoning.overlap import last_until
from factlint.rules.offices.foretold import foretold
from factlint.rules.offices.holdings import holds
from factlint.rules.offices.stated import days, given, stated
from factlint.rules.offices.untimely import contested, is_sight, untimely

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column

    Mask = npt.NDArray[np.bool_]


class Replaced(NamedTuple):
    """Sights of a person in an office after its successor began, by rows of `stated`.

    `seen` are the statements, in order, `before` one that has the person in office earlier, `successor` the
    beginning of another in between; `suspects` are those of the three without which nothing is wrong.
    """

    seen: tuple[int, ...]
    before: int
    successor: int
    suspects: tuple[int, ...]


def replaced(corpus: Corpus) -> tuple[Replaced, ...]:
    """All sights after a successor began that no other rule tells of; made once and kept."""
    return corpus.once(_replaced)


def presence(rows: pd.DataFrame) -> tuple[Column, Column]:
    """For each row the last day by which it certainly has its person in office, and the first day of which it speaks.

    Of a term that is the day of its beginning or, where only the end is known, the end; else the day of the sight.
    """
    import numpy as np

    has_from, has_until = given(rows, "from"), given(rows, "until")
    begins, _, _, begun = days(rows, "from")
    ending, _, _, ended = days(rows, "until")
    seen, _, _, seen_last = days(rows, "seen")
    by = np.where(has_from, begun, np.where(has_until, ended, seen_last))
    return by, np.where(has_from, begins, np.where(has_until, ending, seen))


def _replaced(corpus: Corpus) -> tuple[Replaced, ...]:
    import numpy as np

    rows = stated(corpus).rows
    starts = _starts(rows)
    slack = rows["handover"].to_numpy()
    day = rows["seen_begins_earliest"].to_numpy()
    asked = is_sight(rows) & (rows["seats"] == 1).to_numpy() & ~untimely(corpus).out
    # A day that is not known is before every beginning.
    found = last_until(rows["office"].to_numpy(), np.maximum(day - slack - 1, NEVER), (starts.office, starts.started))
    asked &= found >= 0
    if not asked.any():
        return ()
    start = starts.row[found]
    after = rows["from_begins_earliest"].to_numpy()[start]
    own = _own(rows)
    asked &= rows["holder"].to_numpy()[start] != rows["holder"].to_numpy()
    asked &= (own.present < after) & (own.begins < after) & (own.ends + slack < day)
    asked &= ~foretold(rows, asked)
    clear = ~contested(corpus)
    return tuple(each for each in _told(rows, np.flatnonzero(asked), found, starts) if clear[list(each.seen)].all())


class _Starts(NamedTuple):
    """The beginnings that are said, by office and then by the last day on which each may have been."""

    office: Column
    started: Column
    row: Column


def _starts(rows: pd.DataFrame) -> _Starts:
    import numpy as np

    row = np.flatnonzero(given(rows, "from") & ~rows["acting"].to_numpy())
    office, started = rows["office"].to_numpy()[row], rows["from_ends_latest"].to_numpy()[row]
    order = np.lexsort((-row, started, office))
    return _Starts(office[order], started[order], row[order])


class _Own(NamedTuple):
    """For each row of its holder: a day by which it was in office, its last beginning, its last end; each certain."""

    present: Column
    begins: Column
    ends: Column


def _own(rows: pd.DataFrame) -> _Own:
    import numpy as np

    by, _ = presence(rows)
    unsure = ~holds(rows)
    held = rows["holder"].to_numpy()
    size = int(held.max()) + 1
    first, begins, ends = (np.full(size, day, dtype=np.int64) for day in (FOREVER, NEVER, NEVER))
    np.minimum.at(first, held[~unsure], by[~unsure])
    has_from, has_until = given(rows, "from"), given(rows, "until")
    np.maximum.at(begins, held[has_from], rows["from_ends_latest"].to_numpy()[has_from])
    np.maximum.at(ends, held[has_until], rows["until_ends_latest"].to_numpy()[has_until])
    return _Own(first[held], begins[held], ends[held])


def _sources(rows: pd.DataFrame, seen: list[int]) -> int:
    """From how many sources the sights are: one origin is one source, a file without an origin another."""
    told = rows.iloc[seen]
    return int(told["origin"].fillna(told["file"]).nunique())


def _told(rows: pd.DataFrame, seen: Column, found: Column, starts: _Starts) -> Iterator[Replaced]:
    """`found` has for each row the position of the last beginning before it."""
    groups: dict[tuple[int, int], list[int]] = {}
    holders = rows["holder"].to_numpy()
    for row in seen.tolist():
        groups.setdefault((int(holders[row]), int(found[row])), []).append(row)
    earlier = _earlier(rows, {holder for holder, _ in groups})
    for (holder, position), sights in groups.items():
        # Another source that has the person in office after the successor began speaks for a return.
        if _sources(rows, sights) > 1:
            continue
        successor = int(starts.row[position])
        after = int(rows["from_begins_earliest"].iloc[successor])
        present = earlier[holder]
        before = present[bisect_left(present, (after, 0)) - 1][1]
        suspects = sights if len(sights) == 1 else []
        suspects = [*suspects, *([before] if bisect_left(present, (after, 0)) == 1 else [])]
        if not _another(rows, starts, position, holder, present[0][0]):
            suspects.append(successor)
        yield Replaced(tuple(sights), before, successor, tuple(sorted(suspects)))


def _earlier(rows: pd.DataFrame, holders: set[int]) -> dict[int, list[tuple[int, int]]]:
    """For each holder the days by which statements certainly have it in office, in order, each with its row."""
    by, _ = presence(rows)
    wanted = (rows["holder"].isin(holders) & holds(rows)).to_numpy()
    found: dict[int, list[tuple[int, int]]] = {}
    for row in wanted.nonzero()[0].tolist():
        found.setdefault(int(rows["holder"].iloc[row]), []).append((int(by[row]), row))
    return {holder: sorted(each) for holder, each in found.items()}


def _another(rows: pd.DataFrame, starts: _Starts, position: int, holder: int, present: int) -> bool:
    """Whether the beginning before the one at a position is one of another, too, after the holder was in office."""
    if not position or starts.office[position - 1] != starts.office[position]:
        return False
    row = int(starts.row[position - 1])
    return bool(rows["holder"].iloc[row] != holder and rows["from_begins_earliest"].iloc[row] > present)
