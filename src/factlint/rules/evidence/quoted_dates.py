"""Does a date stand in a quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading import date as dates
from factlint.reading.date.days import FOREVER, NEVER, Days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.reading.date import Date
    from factlint.rules.evidence.quoted import Quoted

_THIS = r"\b(?:this|last|next|past|previous|coming|same|current)\s+"
_FROM_PUBLICATION = (
    (re.compile(r"(?i)\b(?:today|tonight|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"), 8),
    (re.compile(rf"(?i){_THIS}(?:week|weekend|fortnight)\b"), 31),
    (re.compile(rf"(?i){_THIS}month\b"), 92),
    (re.compile(rf"(?i){_THIS}(?:spring|summer|autumn|fall|winter|season|quarter|half|year)\b"), 731),
    (re.compile(rf"(?i){_THIS}(?:decade|century)\b|\bago\b"), FOREVER),
)
"""Words that say a day by its distance from publication, and the most days that they may reach."""


def date_stands(quote: Quoted, date: Date, calendar: str) -> bool:
    """Whether the quote prints `date`, or a date inside it: `10 November 2020` proves 2020, not the other way round.

    Of a stretch each end must stand, an open end need not. Words such as `yesterday` prove a day near publication.
    """
    printed = _as_printed(date, calendar)
    if printed is None or _near_publication(quote, date):
        return True
    found = quote.dates(printed)
    if not printed.stretch:
        return any(_inside(Days(each.earliest, each.latest), printed.as_moment()) for each in found)
    return _end_stands((each.begins for each in found), printed.begins) and _end_stands(
        (each.ends for each in found), printed.ends
    )


def other_date(quote: Quoted, date: Date) -> str:
    """What the quote prints as its date, where it prints one only; else nothing."""
    said = {each.text for each in quote.dates(date)}
    return said.pop() if len(said) == 1 else ""


def _as_printed(date: Date, calendar: str) -> Date | None:
    """The date as its digits are printed; None where only the Julian calendar has it."""
    if calendar != "julian":
        return date
    try:
        return dates.read(date.text)
    except dates.DateError:
        return None


def _near_publication(quote: Quoted, date: Date) -> bool:
    reach = max((days for words, days in _FROM_PUBLICATION if words.search(quote.text)), default=None)
    if reach is None:
        return False
    published = quote.published
    if published is None:
        return True
    return date.earliest <= published.latest + reach and published.earliest - reach <= date.latest


def _end_stands(found: Iterable[Days], end: Days) -> bool:
    is_open = end.earliest == NEVER or end.latest == FOREVER
    return is_open or any(_inside(each, end) for each in found)


def _inside(one: Days, other: Days) -> bool:
    return other.earliest <= one.earliest and one.latest <= other.latest
