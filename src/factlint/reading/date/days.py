"""Intervals of days, what they say about order (three verdicts), and their words in a message."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from factlint.reading.date.calendar import MONTH_NAMES, civil, month_length

NEVER: Final = -(2**31) + 1
"""The earliest day of an interval without a beginning; fits an int32."""
FOREVER: Final = 2**31 - 1
"""The latest day of an interval without an end; fits an int32."""

_DECEMBER: Final = 12


class Days(NamedTuple):
    """One unknown day that lies between two known ones, both inclusive; days since 1970-01-01."""

    earliest: int
    latest: int


class Verdict(Enum):
    """Whether a statement about uncertain days holds: for no choice of the days, for some, for all."""

    VIOLATED = "violated"
    POSSIBLE = "possible"
    SATISFIED = "satisfied"


def before(a: Days, b: Days) -> Verdict:
    """Whether the day of `a` comes before the day of `b`, not on it."""
    return _verdict(some=a.earliest < b.latest, every=a.latest < b.earliest)


def same_day(a: Days, b: Days) -> Verdict:
    """Whether `a` and `b` are one day."""
    meets = a.earliest <= b.latest and b.earliest <= a.latest
    return _verdict(some=meets, every=a.earliest == a.latest == b.earliest == b.latest)


def within(a: Days, b_begin: Days, b_end: Days) -> Verdict:
    """Whether the day of `a` lies in a stretch from `b_begin` to `b_end`, the two days themselves included.

    Only choices in which the stretch does not end before it begins count; where there is none, nothing lies
    within.
    """
    some = max(a.earliest, b_begin.earliest) <= min(a.latest, b_end.latest)
    latest_begin = min(b_begin.latest, b_end.latest)
    earliest_end = max(b_end.earliest, b_begin.earliest)
    return _verdict(some=some, every=some and latest_begin <= a.earliest and a.latest <= earliest_end)


def format_day(day: int) -> str:
    """A day number in words: `27 September 2020`."""
    if day <= NEVER:
        return "an open beginning"
    if day >= FOREVER:
        return "an open end"
    year, month, number = civil(day)
    return f"{number} {MONTH_NAMES[month - 1]} {year:04d}"


def iso(day: int) -> str:
    """A day number that is no open end as an ISO 8601 date: `2020-09-27`."""
    year, month, number = civil(day)
    return f"{year:04d}-{month:02d}-{number:02d}"


def say_days(days: Days) -> str:
    """An interval in words: `27 September 2020`, `November 2020`, `between 1 and 9 November 2020`."""
    earliest, latest = days
    if earliest <= NEVER and latest >= FOREVER:
        return "any day"
    if earliest <= NEVER:
        return f"{format_day(latest)} or before"
    if latest >= FOREVER:
        return f"{format_day(earliest)} or later"
    if earliest == latest:
        return format_day(earliest)
    return _say_between(earliest, latest)


def _verdict(*, some: bool, every: bool) -> Verdict:
    if every:
        return Verdict.SATISFIED
    return Verdict.POSSIBLE if some else Verdict.VIOLATED


def _say_between(earliest: int, latest: int) -> str:
    year, month, day = civil(earliest)
    last_year, last_month, last_day = civil(latest)
    if year != last_year:
        return f"between {format_day(earliest)} and {format_day(latest)}"
    whole_months = day == 1 and last_day == month_length(last_year, last_month)
    if whole_months and month == 1 and last_month == _DECEMBER:
        return f"{year:04d}"
    if month != last_month:
        return f"between {day} {MONTH_NAMES[month - 1]} and {format_day(latest)}"
    if whole_months:
        return f"{MONTH_NAMES[month - 1]} {year:04d}"
    return f"between {day} and {format_day(latest)}"
