"""Weekdays as they are printed, those that days have, and slips of a date that explain another weekday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import civil
from factlint.reading.date.calendar import ORDINALS, is_day, julian_civil

if TYPE_CHECKING:
    import pandas as pd

    from factlint.corpus import Corpus

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_THURSDAY = 3  # of 1970-01-01, day 0
_NUMBERS = {word: number for number, day in enumerate(WEEKDAYS) for word in (day.casefold(), day[:3].casefold())}


def weekday(day: int) -> int:
    """The weekday of a day number, from 0 for Monday to 6."""
    return (day + _THURSDAY) % 7


def day_of(day: int) -> str:
    """The name of a day's weekday."""
    return WEEKDAYS[weekday(day)]


def printed(corpus: Corpus) -> pd.DataFrame:
    """The facts that print a weekday of a known date, by fact id.

    To the columns of `events` come `day`, the date that counts (the fact's own, else the registry's), `earliest` and
    `latest`, its first and last day, and `wanted`, the number of the weekday.
    """
    events = corpus.table("events")
    stands = (events["mode"] != "denied") & ~events["superseded"] & events["weekday"].notna()
    rows = events[stands].sort_values("fact", ignore_index=True)
    wanted = rows["weekday"].map(lambda word: _NUMBERS.get(str(word).strip().casefold(), -1)).astype("int64")
    registry = corpus.table("registry/events")
    known = registry[registry["date"].notna()].set_index("entry")
    own = rows["date"].notna()
    held = (rows["mode"] == "happened") & (rows["date_kind"] == "held") & ~rows["postponed"]
    borrowed = ~own & held & (rows["status"] != "cancelled") & rows["event"].isin(known.index)
    given = {
        column: rows[source].where(own, rows["event"].map(known[source]))
        for column, source in (("day", "date"), ("earliest", "date_begins_earliest"), ("latest", "date_ends_latest"))
    }
    made = rows.assign(**given, wanted=wanted)[(own | borrowed) & (wanted >= 0)]
    return made.astype({"earliest": "int64", "latest": "int64"})


def slip(day: int, wanted: int, calendar: str) -> tuple[int, str] | None:
    """A day that has the weekday and is one slip away from `day`, with the slip in words; None where there is none.

    The slips are a day and month swapped, and the year before or after. Days are numbers, also of the Julian calendar.
    """
    year, month, number = julian_civil(day) if calendar == "julian" else civil(day)
    slips = (
        ((year, number, month), "day and month are swapped"),
        ((year - 1, month, number), "the year is one too high"),
        ((year + 1, month, number), "the year is one too low"),
    )
    for date, words in slips:
        if is_day(*date, calendar=calendar) and weekday(other := ORDINALS[calendar](*date)) == wanted:
            return other, words
    return None
