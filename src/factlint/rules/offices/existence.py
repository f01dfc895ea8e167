"""Whether offices existed when people are said to have held them.

Offices that were renamed, one the successor of the other, count as one office: from the first one's beginning to the
last one's end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER, Date, Days
from factlint.rules.offices.stated import days, given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column

    Mask = npt.NDArray[np.bool_]


class Existed(NamedTuple):
    """The days on which an office may have begun and ended, each with the entry that says so; None where none does."""

    begins: Days
    first: str | None
    ends: Days
    last: str | None


class Outside(NamedTuple):
    """Statements about one person in one office, by rows of `stated`, on one side of the office's time."""

    rows: tuple[int, ...]
    early: bool
    existed: Existed


def existed(corpus: Corpus) -> dict[str, Existed]:
    """For each office of whose time something is known, the time of all offices that it was renamed from and to."""
    offices = corpus.table("registry/offices")
    columns = (offices[key] for key in ("entry", "successor_of", "from", "until"))
    leader: dict[str, str] = {}
    dates: dict[str, tuple[Date | None, Date | None]] = {}
    for entry, before, begins, ends in zip(*columns, strict=True):
        dates[entry] = begins, ends
        if before is not None:
            leader[_find(leader, entry)] = _find(leader, before)
    families: dict[str, list[str]] = {}
    for entry in dates:
        families.setdefault(_find(leader, entry), []).append(entry)
    return {entry: time for family in families.values() if (time := _time(family, dates)) for entry in family}


def _find(leader: dict[str, str], entry: str) -> str:
    """The leader of the entry's family, itself at first; paths are halved on the way."""
    while leader.setdefault(entry, entry) != entry:
        leader[entry] = leader[leader[entry]]
        entry = leader[entry]
    return entry


def _time(family: list[str], dates: dict[str, tuple[Date | None, Date | None]]) -> Existed | None:
    """None where neither the beginning of the first nor the end of the last is known."""
    begun = [(day.as_moment(), entry) for entry in family if (day := dates[entry][0])]
    ended = [(day.as_moment(), entry) for entry in family if (day := dates[entry][1])]
    whole = len(family)
    begins, first = min(begun) if len(begun) == whole else (Days(NEVER, NEVER), None)
    ends, last = max(ended, key=_latest) if len(ended) == whole else (Days(FOREVER, FOREVER), None)
    return Existed(begins, first, ends, last) if first or last else None


def _latest(each: tuple[Days, str]) -> tuple[int, int, str]:
    days, entry = each
    return days.latest, days.earliest, entry


def outside(corpus: Corpus) -> Iterator[Outside]:
    """One item for each person, office and side of its time."""
    import numpy as np

    rows, times = stated(corpus).rows, existed(corpus)
    if not times:
        return
    roles = rows["role"]
    begins = roles.map({office: each.begins.earliest for office, each in times.items()}).fillna(NEVER).to_numpy("int64")
    ends = roles.map({office: each.ends.latest for office, each in times.items()}).fillna(FOREVER).to_numpy("int64")
    slack = rows["handover"].to_numpy()
    first, last = _certain(rows)
    for early, out in ((True, first + slack < begins), (False, last - slack > ends)):
        groups: dict[int, list[int]] = {}
        for row in np.flatnonzero(out).tolist():
            groups.setdefault(int(rows["holder"].iloc[row]), []).append(row)
        for found in groups.values():
            yield Outside(tuple(found), early, times[roles.iloc[found[0]]])


def beyond_existence(corpus: Corpus) -> Mask:
    """Which rows of `stated` have somebody in an office that did not exist."""
    import numpy as np

    found = np.zeros(len(stated(corpus).rows), dtype=np.bool_)
    found[[row for each in outside(corpus) for row in each.rows]] = True
    return found


def _certain(rows: pd.DataFrame) -> tuple[Column, Column]:
    """For each row a day by which the office was held at the latest, and one until which it was held at the earliest.

    Of a term only its own dates count: that one without an end lasts until the article's day is a default.
    """
    import numpy as np

    has_from, has_until = given(rows, "from"), given(rows, "until")
    seen = ~rows["termed"].to_numpy() & ~rows["former"].to_numpy()
    begins, _, _, begun = days(rows, "from")
    ends, _, _, ended = days(rows, "until")
    _, by, since, _ = days(rows, "seen")
    first = np.where(has_from, begun, np.where(has_until, ended, np.where(seen, by, FOREVER)))
    last = np.where(has_until, ends, np.where(has_from, begins, np.where(seen, since, NEVER)))
    return first, last
