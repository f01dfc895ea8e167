"""What a text that is no date is told: what is wrong with it, where, and what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from factlint.reading.date.calendar import MONTH_NAMES, MONTHS_PER_YEAR, is_day, month_length, ordinal
from factlint.reading.date.days import format_day
from factlint.reading.date.tokens import day_readings

if TYPE_CHECKING:
    from collections.abc import Sequence

Rule = Literal["impossible-date", "bad-value"]

_DASHED: Final = re.compile(r"([0-9]+)(?:-([0-9]+)(?:-([0-9]+))?)?")
_COMPACT: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_FIGURES: Final = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([./‐‑‒–—−])([0-9]{1,2})\2([0-9]{1,2})")
_TIMED: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T| +)[0-9].*", re.DOTALL)
_SHORT_END: Final = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})[/‒–—]([0-9]{1,2}(?:-[0-9]{2})?)")
_LONGEST_SHOWN: Final = 40
_TWO_DIGITS: Final = 2
_FOUR_DIGITS: Final = 4
EXAMPLES: Final = "write 2020, 2020-11, 2020-11-10 or 10 November 2020"


class DateError(ValueError):
    """A text that is no date: the message says what is wrong and what to write.

    `start` and `end` are the offsets of the wrong part in the text that was read. `rule` is `impossible-date`
    for a day, month or order that no calendar has, and `bad-value` for what is not a date at all.
    """

    def __init__(self, message: str, start: int, end: int, rule: Rule = "bad-value") -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.rule: Rule = rule


def show(text: str) -> str:
    """The text as a message can quote it: on one line, printable, not too long."""
    line = "".join(c if c.isprintable() else " " for c in text[: _LONGEST_SHOWN + 1])
    return f"`{line[:_LONGEST_SHOWN]}…`" if len(text) > _LONGEST_SHOWN else f"`{line}`"


def impossible_day(year: int, month: int, day: int, at: tuple[int, int], calendar: str) -> DateError:
    """The refusal of a day that its month does not have."""
    name = f"{MONTH_NAMES[month - 1]} {year:04d}"
    message = f"there is no {day} {name}: that month has {month_length(year, month, calendar)} days"
    if calendar != "julian" and is_day(year, month, day, "julian"):
        message += " (the Julian calendar has that day: write `calendar: julian` if it is meant)"
    return DateError(message, *at, "impossible-date")


def refusal(text: str, at: int, calendar: str = "gregorian") -> DateError:
    """The refusal of `text`, which no form of a date matches; it stands at offset `at` of what was read."""
    for reason in (_timed, _figures, _year_first, _short_end, _compact, _dashed, _qualified):
        error = reason(text, at, calendar)
        if error is not None:
            return error
    return DateError(f"{show(text)} is no date: {_hint(text)}", at, at + len(text))


def _timed(text: str, at: int, _: str) -> DateError | None:
    if (match := _TIMED.fullmatch(text)) is None:
        return None
    message = f"{show(text)} has a time of day, and a date is a whole day: write {match[1]}"
    return DateError(message, at + match.end(1), at + len(text))


def _figures(text: str, at: int, _: str) -> DateError | None:
    """Days and months in figures, whose order differs between countries."""
    if (match := _FIGURES.fullmatch(text)) is None:
        return None
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    whole = (at, at + len(text))
    if len(match[4]) != _FOUR_DIGITS:
        return DateError(f"{show(text)} does not say which figure is the year: {EXAMPLES}", *whole)
    readings = day_readings(a, b, year)
    if not readings:
        message = f"{show(text)} is no day, whichever figure is the month: write year-month-day"
        return DateError(message, *whole, "impossible-date")
    isos = " or ".join(f"{y:04d}-{m:02d}-{d:02d}" for y, m, d in readings)
    if len(readings) == 1:
        return DateError(f"{show(text)} is written in figures without a fixed order: write {isos}", *whole)
    days = " or ".join(format_day(ordinal(*reading)) for reading in readings)
    return DateError(f"{show(text)} can be {days}: write {isos}", *whole)


def _year_first(text: str, at: int, _: str) -> DateError | None:
    if (match := _YEAR_FIRST.fullmatch(text)) is None or not _is_day(match.group(1, 3, 4)):
        return None
    iso = f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"
    return DateError(f"{show(text)} needs hyphens and two digits each: write {iso}", at, at + len(text))


def _short_end(text: str, at: int, _: str) -> DateError | None:
    if (match := _SHORT_END.fullmatch(text)) is None:
        return None
    begin, end = match.groups()
    message = f"the end `{end}` is short for a whole date: write {begin}/{begin[: -len(end)]}{end}"
    return DateError(message, at + match.start(2), at + match.end(2))


def _compact(text: str, at: int, calendar: str) -> DateError | None:
    match = _COMPACT.fullmatch(text)
    if match is None or not _is_day(match.groups(), calendar):
        return None
    message = f"{show(text)} needs hyphens: write {'-'.join(match.groups())}"
    return DateError(message, at, at + len(text))


def _dashed(text: str, at: int, calendar: str) -> DateError | None:
    """Year, month and day with a number of digits that is not 4, 2 and 2, or out of range."""
    if (match := _DASHED.fullmatch(text)) is None:
        return None
    year, month, day = match.groups()
    if len(year) != _FOUR_DIGITS:
        message = f"a year has four digits, from 0001 to 9999, and {show(year)} has {len(year)}: {EXAMPLES}"
        return DateError(message, at, at + len(year))
    for name, digits, group in (("month", month, 2), ("day", day, 3)):
        if digits is not None and len(digits) != _TWO_DIGITS:
            return _digits(match, name, group, at, calendar)
    if int(year) == 0:
        message = "there is no year 0000: years run from 0001 to 9999"
        return DateError(message, at, at + len(year), "impossible-date")
    if not 1 <= int(month) <= MONTHS_PER_YEAR:
        return _month(match, at, calendar)
    return impossible_day(int(year), int(month), int(day), (at + match.start(3), at + match.end(3)), calendar)


def _digits(match: re.Match[str], name: str, group: int, at: int, calendar: str) -> DateError:
    written = match[group]
    parts = [match[1], *(f"{part.lstrip('0'):0>2}" for part in match.groups()[1:] if part is not None)]
    fits = max(map(len, parts[1:])) == _TWO_DIGITS and _is_day([*parts, "1"][:3], calendar)
    rule: Rule = "impossible-date" if len(written) > _TWO_DIGITS else "bad-value"
    message = f"a {name} has two digits, and {show(written)} has {len(written)}: "
    message += f"write {'-'.join(parts)}" if fits else EXAMPLES
    return DateError(message, at + match.start(group), at + match.end(group), rule)


def _month(match: re.Match[str], at: int, calendar: str) -> DateError:
    year, month, day = match.groups()
    message = f"there is no month {month}"
    if day is not None and is_day(int(year), int(day), int(month), calendar):
        message += f": if the day was put before the month, write {year}-{day}-{month}"
    elif day is None and int(month) > MONTHS_PER_YEAR:
        message += ": months are 01 to 12, the seasons from spring to winter 21 to 24"
    else:
        message += ": months are 01 to 12"
    return DateError(message, at + match.start(2), at + match.end(2), "impossible-date")


def _qualified(text: str, at: int, _: str) -> DateError | None:
    """A sign of approximation that does not stand at the end."""
    place = next((i for i, c in enumerate(text) if c in "~?%"), None)
    if place is None or not any(c.isdigit() for c in text):
        return None
    message = f"`{text[place]}` belongs at the end of a date: write 2014~ or 2014-11~"
    return DateError(message, at + place, at + place + 1)


def _hint(text: str) -> str:
    if re.fullmatch(r"[0-9]{4}-?W[0-9]{2}(-?[1-7])?", text, re.IGNORECASE):
        return "weeks are not read, so write their days as in 2020-11-09/2020-11-15"
    if re.fullmatch(r"[0-9X]{4}(-.*)?", text, re.IGNORECASE | re.DOTALL) and "X" in text.upper():
        return "an unspecified digit is an X that no digit follows, as in 201X, 20XX, 2020-XX or 2020-11-XX"
    if text.lower().startswith("between "):
        return "write [2018..2020] for some time in between, 2018/2020 for what lasted from one to the other"
    if text.startswith("{"):
        return "write one fact for each date, or [2020-09..2020-11] for some time between two"
    return EXAMPLES


def _is_day(digits: Sequence[str], calendar: str = "gregorian") -> bool:
    year, month, day = map(int, digits)
    return is_day(year, month, day, calendar)
