"""The dates that running news text mentions, each with its place.

Every form of `date_words` counts, and also in figures 2021-06-23, 27.11.2020 (where only one order of day and
month is possible), 2020–21 and a year alone. A year alone counts if it is from 1900 to 2100, or from 1000 on after
a word such as `in` or `since`; not where it counts something (`2000 troops`, `$2000`, `resolution 2020`). A year
within a name counts (`Three Brothers - 2021`): whoever asks for the dates of a passage must not miss one. A month
alone counts only after such a word (`in September`), for May and March are also verbs and names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from factlint.reading.date import Date
from factlint.reading.date.calendar import civil
from factlint.reading.date.figures_in_text import month_alone_counts, tokens_in_text, year_alone_counts
from factlint.reading.date.unit import A_DAY, HALF, MONTH, YEAR, in_order, period_of
from factlint.reading.date.words import Mention, Phrase, mention_at, possible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.reading.date.days import Days
    from factlint.reading.date.tokens import Token

# The kinds of the tokens that a date can begin with.
_BEGINNING: Final = re.compile("[DdMSNKIGEYWr]")
_LONGEST_LIST: Final = 6
_A_YEAR_OF_DAYS: Final = 366


class FoundDate(NamedTuple):
    """A date in a text: its offsets, its days, and whether its year comes from the day of publication."""

    start: int
    end: int
    date: Date
    year_supplied: bool


class _Text(NamedTuple):
    text: str
    found: Sequence[Token]
    kinds: str
    published: Days | None

    @property
    def published_year(self) -> int | None:
        """The year of publication, None where it is unknown or one of two."""
        if self.published is None:
            return None
        year = civil(self.published.earliest)[0]
        return year if year == civil(self.published.latest)[0] else None


def find(text: str, *, published: Days | None = None) -> Iterator[FoundDate]:
    """The dates that a text mentions, in their order; takes linear time and never raises.

    A date without a year (`June 22`, `the first quarter`) is that of the year in which it lies nearest to
    `published`, the earlier one of two; `last year` is the year before it. Without `published`, or where that
    spans more than a year, such dates are not found. Nor are impossible ones (`30 February`).
    """
    known = published if published and published.latest - published.earliest <= _A_YEAR_OF_DAYS else None
    found = tokens_in_text(text)
    source = _Text(text, found, "".join(token.kind for token in found), known)
    index = 0
    while (match := _BEGINNING.search(source.kinds, index)) is not None:
        date, index = _next(source, match.start())
        if date is not None:
            yield date


def _next(source: _Text, index: int) -> tuple[FoundDate | None, int]:
    """The date that begins at a token, if one does, and the token to go on with."""
    mention = _mention_at(source, index)
    if mention is None:
        return None, index + 1
    date = _found(source, index, mention)
    if date is None and mention.right is not None:
        # Two dates that make no stretch (`from 2020 to 2018`) are two dates.
        mention = mention_at(source.kinds, source.found, index, stretches=False)
        if mention is None:
            return None, index + 1
        date = _found(source, index, mention)
    return date, mention.after


def _mention_at(source: _Text, index: int) -> Mention | None:
    return _in_figures(source, index) or mention_at(source.kinds, source.found, index)


def _in_figures(source: _Text, index: int) -> Mention | None:
    """`2020/21` and `2020–21` are two years, `2021-06` is a month."""
    token = source.found[index]
    if token.kind == "W":
        return _two_years(token, token.end, token.value[1], index + 1)
    if not source.kinds.startswith("Y-D", index):
        return None
    last = source.found[index + 2]
    if len(source.text[token.end : last.end]) != len("-21"):
        return None
    year, number = token.value[0], last.value[0]
    # 2008-09 is as good a month as two years; the two years contain the month.
    if number > year % 100:
        return _two_years(token, last.end, year - year % 100 + number, index + 3)
    if 1 <= number <= YEAR:
        return Mention(Phrase(token.start, last.end, number, MONTH, year=year), None, index + 3)
    return None


def _two_years(token: Token, end: int, second: int, after: int) -> Mention:
    first = Phrase(token.start, end, 1, YEAR, year=token.value[0])
    return Mention(first, first._replace(year=second), after)


def _found(source: _Text, index: int, mention: Mention) -> FoundDate | None:
    if not _counts(source, index, mention):
        return None
    last = mention.last
    year = last.own_year(source.published_year)
    if year is None and not last.dated:
        year = _year_of_list(source, mention)
    if year is not None:
        date = _date(source, mention, year)
        shifted = last.year is None and last.shift is not None
    else:
        date = None if last.dated else _nearest(source, mention)
        shifted = True
    return None if date is None else FoundDate(mention.left.start, last.end, date, shifted)


def _counts(source: _Text, index: int, mention: Mention) -> bool:
    """Whether words that need not be a date are one here."""
    phrase = mention.left
    if mention.right is None and phrase.length == YEAR and phrase.shift is None:
        return year_alone_counts(source.text, source.found[index])
    if phrase.dated or mention.last.dated or phrase.length == A_DAY:
        return True
    if phrase.length == MONTH:
        return mention.right is not None or month_alone_counts(source.text, *source.found[index][1:3])
    in_year = source.kinds[max(index - 1, 0) : index] in {"T", "i"}
    of_else = source.kinds[mention.after : mention.after + 1] in {"o", "-"}
    return in_year and not of_else and phrase.length != HALF


def _year_of_list(source: _Text, mention: Mention) -> int | None:
    """The year that stands at the end of a list: `27 September and 10 November 2020`."""
    first, after = mention.last, mention.after
    for _ in range(_LONGEST_LIST):
        joint = next((j for j in (",&", "&", ",") if source.kinds.startswith(j, after)), None)
        following = mention_at(source.kinds, source.found, after + len(joint)) if joint else None
        if following is None or following.left.length != first.length:
            return None
        if following.last.year is not None:
            year = following.left_year(following.last.year)
            # December and January of one list are of one winter; June and May are of one year.
            return year - (first.month - following.left.month > HALF)
        after = following.after
    return None


def _nearest(source: _Text, mention: Mention) -> Date | None:
    """The date in the year that brings it nearest to the day of publication."""
    if source.published is None:
        return None
    years = range(civil(source.published.earliest)[0] - 1, civil(source.published.latest)[0] + 2)
    dates = [date for year in years if (date := _date(source, mention, year))]
    earliest, latest = source.published
    return min(dates, key=lambda date: max(date.earliest - latest, earliest - date.latest, 0), default=None)


def _date(source: _Text, mention: Mention, year: int) -> Date | None:
    """The date of a mention whose last year is known, None where there is no such day or stretch."""
    left, last = mention.left, mention.last
    left_year = mention.left_year(year, source.published_year)
    if not (possible(left, left_year) and possible(last, year)):
        return None
    text = source.text[left.start : last.end]
    end = period_of(last.unit(year), "gregorian")
    if mention.right is None:
        return Date.moment(text, end)
    begin = period_of(left.unit(left_year), "gregorian")
    return Date.stretch_of(text, begin, end) if in_order(begin, end) else None
