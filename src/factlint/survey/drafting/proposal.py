"""A fact as a draft proposes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading import date as dates
from factlint.reading.name import fold

if TYPE_CHECKING:
    from factlint.reading.date import Date

Value = str | tuple[str, ...]
_LONGEST_SLUG = 60
_SEASONS = ("spring", "summer", "autumn", "winter")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


class Proposal(NamedTuple):
    """A fact to be: its id, its keys but the quote in order, the quote (folded), and what is missing before it is one.

    `missing` is empty where it is complete. A proposal that is not complete has the key with nothing behind it that a
    curator has to fill in.
    """

    at: int
    id: str
    keys: tuple[tuple[str, Value], ...]
    quote: str
    missing: str = ""

    def of(self, key: str) -> Value | None:
        """The value of a key."""
        return dict(self.keys).get(key)


def slug(*words: str) -> str:
    """An id made of words."""
    return _NO_SLUG.sub("-", fold(" ".join(words)))[:_LONGEST_SLUG].strip("-") or "fact"


def written(date: Date) -> str | None:
    """A date that was found in a text as EDTF writes it; None where it has no such form of its own."""
    for form in _forms(date):
        try:
            read = dates.read(form)
        except dates.DateError:
            continue
        if (read.begins, read.ends, read.stretch) == (date.begins, date.ends, date.stretch):
            return form
    return None


def _forms(date: Date) -> tuple[str, ...]:
    begin, end = date.begins, date.ends
    if date.stretch:
        ends = [_moment(date.begins.earliest, date.begins.latest), _moment(date.ends.earliest, date.ends.latest)]
        return () if None in ends else ("/".join(str(each) for each in ends),)
    one = _moment(begin.earliest, end.latest)
    return () if one is None else (one,)


def _moment(earliest: int, latest: int) -> str | None:
    """The day, month, year, quarter, half, season or decade that lasts from one day to another."""
    year, month, _ = dates.civil(earliest)
    units = [f"{year}-{month:02}", f"{year}"]
    units += [f"{year}-Q{(month + 2) // 3}", f"{year}-H{1 if month == 1 else 2}"]
    units += [f"{each}-{season}" for each in (year, year + 1) for season in _SEASONS]
    units += [f"{year // 10}X"]
    if earliest == latest:
        return dates.iso(earliest)
    for unit in units:
        read = dates.read(unit)
        if (read.earliest, read.latest) == (earliest, latest):
            return unit
    return None
