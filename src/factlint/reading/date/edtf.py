"""The forms of a date that are more than year, month and day, read into the periods they are made of."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factlint.reading.date.calendar import is_day
from factlint.reading.date.days import Days, say_days
from factlint.reading.date.refusal import EXAMPLES, DateError, impossible_day, refusal, show
from factlint.reading.date.tokens import tokens
from factlint.reading.date.unit import (
    A_DAY,
    ANY_TIME,
    HALF,
    MONTH,
    QUARTER,
    SEASONS,
    YEAR,
    Period,
    Unit,
    day_unit,
    hull,
    in_order,
    months_unit,
    period_of,
    season_unit,
    unspecified_unit,
)
from factlint.reading.date.words import Mention, Phrase, mention_at, possible

_UNIT: Final = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|[01]X|XX)(?:-([0-9]{2}|[0-3]X|XX))?)?")
_PART: Final = re.compile(
    r"(?P<year>[0-9]{4})-"
    r"(?:2(?P<code>[1-4])|(?P<season>spring|summer|autumn|fall|winter)|Q(?P<quarter>[1-4])|H(?P<half>[12]))",
    re.IGNORECASE | re.ASCII,
)
_IN_FIGURES: Final = re.compile(r"[0-9]{4}(/[0-9]{1,2}){2}|([0-9]{1,2}/){2}([0-9]{2}|[0-9]{4})")
_SHORT_END: Final = re.compile(r"[0-9-]+/[0-9]{1,2}(-[0-9]{2})?")
_LEAD: Final = re.compile(r"(?:~\.?)?F?T?")
_SEASON_WORDS: Final = ("spring", "summer", "autumn", "winter", "fall")
_QUALIFIERS: Final = ("~", "?", "%")
_NOT_STATED: Final = ("", "..")
_MAX_LENGTH: Final = 100


class Form(NamedTuple):
    """The periods of a date: the two ends where it is a stretch, else one and the same."""

    begin: Period
    end: Period
    stretch: bool


def read_form(text: str, calendar: str) -> Form:
    """The periods that a date stands for, in days; raises DateError with offsets into `text`."""
    if len(text) > _MAX_LENGTH:
        raise DateError(f"{show(text)} is too long for a date: {EXAMPLES}", 0, len(text))
    body = text.strip()
    if not body:
        raise DateError(f"the date is empty: {EXAMPLES}", 0, len(text))
    at = len(text) - len(text.lstrip())
    if "/" in body:
        return _stretch(body, at, calendar)
    in_figures = _UNIT.fullmatch(body) or _PART.fullmatch(body)
    if in_figures is None and (in_words := _mention(body)) and in_words.mention.right:
        return _stretch_in_words(in_words, body, at, calendar)
    period = _end(body, at, calendar)
    return Form(period, period, stretch=False)


def _stretch(body: str, at: int, calendar: str) -> Form:
    """`a/b` (ISO 8601-2:2019 §5): an end left empty or `..` is not stated."""
    if _IN_FIGURES.fullmatch(body) or _SHORT_END.fullmatch(body):
        raise refusal(body, at, calendar)
    begin_text, _, end_text = body.partition("/")
    if "/" in end_text:
        second = at + body.index("/", len(begin_text) + 1)
        raise DateError("a stretch has two ends and one `/`: write 2020-09-27/2020-11-10", second, second + 1)
    end_at = at + len(begin_text) + 1
    begin = _open_end(begin_text, at, calendar)
    end = _open_end(end_text, end_at, calendar)
    if begin == end == ANY_TIME:
        raise DateError(f"{show(body)} says no day: write 2018/.. or ../2018", at, at + len(body))
    _check_order(begin, end, f"{end_text.strip()}/{begin_text.strip()}", (end_at, end_at + len(end_text)))
    return Form(begin, end, stretch=True)


def _open_end(text: str, at: int, calendar: str) -> Period:
    body = text.strip()
    if body in _NOT_STATED:
        return ANY_TIME
    return _end(body, at + len(text) - len(text.lstrip()), calendar)


def _check_order(begin: Period, end: Period, instead: str, at: tuple[int, int]) -> None:
    if not in_order(begin, end):
        message = f"the stretch ends ({say_days(hull(end))}) before it begins ({say_days(hull(begin))})"
        raise DateError(f"{message}: write {instead} if the ends were swapped", *at, "impossible-date")


def _end(body: str, at: int, calendar: str) -> Period:
    """A date that is no stretch: a set in brackets, or a unit with or without a sign of approximation."""
    if body.startswith("[") and body.endswith("]"):
        some_day = _one_of(body, at, calendar)
        return some_day, some_day
    approximate = body.endswith(_QUALIFIERS)
    bare = body[:-1] if approximate else body
    unit = _edtf_unit(bare, at, calendar)
    if unit is None and (in_words := _mention(bare)) and in_words.mention.right is None:
        approximate = approximate or in_words.approximate
        unit = _unit_in_words(in_words.mention.left, bare, at, calendar)
    if unit is None:
        raise refusal(bare, at, calendar)
    return period_of(unit, calendar, approximate=approximate)


def _one_of(body: str, at: int, calendar: str) -> Days:
    """`[a..b]`, `[..b]`, `[a..]`, `[a,b]`: some day of those (ISO 8601-2:2019 §6), as one interval."""
    members, place = [], 1
    for member in body[1:-1].split(","):
        members.append(_member(member, at + place, calendar))
        place += len(member) + 1
    return Days(min(days.earliest for days in members), max(days.latest for days in members))


def _member(text: str, at: int, calendar: str) -> Days:
    low_text, dots, high_text = text.partition("..")
    high_at = at + len(low_text) + len(dots)
    low = _open_end(low_text, at, calendar)
    high = _open_end(high_text, high_at, calendar) if dots else low
    if low == high == ANY_TIME:
        message = f"{show(text)} says no day: write [2020-09..2020-11], [..2020] or [2020..]"
        raise DateError(message, at, at + len(text))
    _check_order(low, high, f"[{high_text.strip()}..{low_text.strip()}]", (high_at, at + len(text)))
    return Days(hull(low).earliest, hull(high).latest)


def _edtf_unit(body: str, at: int, calendar: str) -> Unit | None:
    """A unit in figures; None where the text is none, or a year, month or day that `refusal` explains."""
    if match := _PART.fullmatch(body):
        return _part(match) if int(match["year"]) else None
    if (match := _UNIT.fullmatch(body)) is None:
        return None
    year, month, day = match.groups()
    if "X" in body:
        unit = unspecified_unit(year, month, day, calendar)
        if unit is None:
            message = f"no day fits {show(body)}: months are 01 to 12, days 01 to the month's last"
            raise DateError(message, at, at + len(body), "impossible-date")
        return unit
    numbers = int(year), int(month or 1), int(day or 1)
    if not is_day(*numbers, calendar):
        return None
    if day is not None:
        return day_unit(*numbers)
    return months_unit(numbers[0], numbers[1], YEAR if month is None else MONTH)


def _part(match: re.Match[str]) -> Unit:
    """A season, a quarter or a half of a year."""
    year = int(match["year"])
    if match["quarter"]:
        return months_unit(year, 1 + QUARTER * (int(match["quarter"]) - 1), QUARTER)
    if match["half"]:
        return months_unit(year, 1 + HALF * (int(match["half"]) - 1), HALF)
    if match["code"]:
        return season_unit(year, SEASONS[int(match["code"]) - 1])
    word = match["season"].lower().replace("fall", "autumn")
    return season_unit(year, SEASONS[_SEASON_WORDS.index(word)])


class _InWords(NamedTuple):
    mention: Mention
    approximate: bool


def _mention(body: str) -> _InWords | None:
    """The date in words that is the whole of `body`, if it is one."""
    found = list(tokens(body))
    kinds = "".join(token.kind for token in found)
    if "G" in kinds:  # 27.11.2020 is for `refusal` to explain
        return None
    lead = _LEAD.match(kinds)
    start = lead.end() if lead else 0
    mention = mention_at(kinds, found, start)
    if mention is None or mention.after != len(kinds) or ("F" in kinds and mention.right is None):
        return None
    return _InWords(mention, kinds.startswith("~"))


def _stretch_in_words(in_words: _InWords, body: str, at: int, calendar: str) -> Form:
    left, right, _ = in_words.mention
    last = right or left
    right_unit = _unit_in_words(last, body, at, calendar)
    left_year = in_words.mention.left_year(last.year or 0)
    left_unit = _unit_in_words(left._replace(year=left_year), body, at, calendar)
    begin = period_of(left_unit, calendar, approximate=in_words.approximate)
    end = period_of(right_unit, calendar, approximate=in_words.approximate)
    instead = f"{body[last.start : last.end]}/{body[left.start : left.end]}"
    _check_order(begin, end, instead, (at + last.start, at + last.end))
    return Form(begin, end, stretch=True)


def _unit_in_words(phrase: Phrase, body: str, at: int, calendar: str) -> Unit:
    if phrase.year is None:
        message = f"{show(body)} does not say its year: write it in figures, as in 10 November 2020"
        raise DateError(message, at, at + len(body))
    if possible(phrase, phrase.year, calendar):
        return phrase.unit(phrase.year)
    start, end = phrase.day_at
    if phrase.length == A_DAY and not end:
        raise refusal(body[phrase.start : phrase.end], at + phrase.start, calendar)
    if phrase.year == 0:
        message = "there is no year 0000: years run from 0001 to 9999"
        raise DateError(message, at + phrase.start, at + phrase.end, "impossible-date")
    raise impossible_day(phrase.year, phrase.month, phrase.day, (at + start, at + end), calendar)
