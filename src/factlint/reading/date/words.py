"""English dates as journalists write them: `10 November 2020`, `Nov. 10`, `first quarter of 2021`.

One grammar serves a date that stands alone (`date.read`) and dates in running text (`date_in_text.find`).
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from factlint.reading.date.calendar import is_day
from factlint.reading.date.unit import (
    A_DAY,
    HALF,
    MONTH,
    QUARTER,
    YEAR,
    Unit,
    day_unit,
    months_unit,
    season_unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.reading.date.tokens import Token

_OF_YEAR: Final = r"(?:(?P<year>Y)|T?(?P<shift>r)y)"
# Over the kinds of tokens (see date_tokens); of the forms for a first kind the first that matches is taken.
_DAY_MONTH: Final = re.compile(rf"(?P<day>[Dd])o?(?P<month>M)\.?(?:[,oi]?{_OF_YEAR})?")
_MONTH_DAY: Final = re.compile(rf"(?P<month>M)\.?(?P<day>[Dd])(?:[,oi]?{_OF_YEAR})?")
_MONTH: Final = re.compile(rf"(?P<month>M)\.?(?:[,oi]?{_OF_YEAR})?")
# "exports fall in 2020" is no autumn, so a season takes no `in`.
_SEASON: Final = re.compile(rf"(?P<season>S)[,o]?{_OF_YEAR}")
_PART: Final = re.compile(rf"(?:(?P<nth>[Nd])(?:(?P<quarter>Q)|H)|(?P<code>K)|N(?P<count>[CD])m)(?:[,oi]?{_OF_YEAR})?")
_WHOLE: Final = re.compile(r"(?P<whole>[IG])|(?P<decade>E)|(?P<year>Y)|(?P<shift>r)y")
_FORMS: Final = MappingProxyType(
    {
        "D": (_DAY_MONTH,),
        "d": (_DAY_MONTH, _PART),
        "M": (_MONTH_DAY, _MONTH),
        "S": (_SEASON,),
        "N": (_PART,),
        "K": (_PART,),
        **dict.fromkeys("IGEYr", (_WHOLE,)),
    }
)
# `21–23 June`: a day that borrows its month; `June 21–23, 2021`: a second day of one month.
_DAY_BEFORE_RANGE: Final = re.compile(r"(?P<day>[Dd])[-t](?=[Dd]o?M)")
_SECOND_DAY: Final = re.compile(rf"(?P<day>[Dd])(?!o?M)(?:[,oi]?{_OF_YEAR})?")
_MOST_MONTHS: Final = 11


class Phrase(NamedTuple):
    """A date in words; `year` is None where it is not written, and then `shift` may tell last year (-1)."""

    start: int
    end: int
    month: int
    length: int
    day: int = 0
    year: int | None = None
    shift: int | None = None
    season: bool = False
    day_at: tuple[int, int] = (0, 0)

    @property
    def dated(self) -> bool:
        """Whether the words say which year is meant, in figures or from the day they were published."""
        return self.year is not None or self.shift is not None

    def own_year(self, published_year: int | None) -> int | None:
        """The year that the words say; `last year` needs the year in which they were published."""
        if self.shift is None or published_year is None:
            return self.year
        return published_year + self.shift

    def unit(self, year: int) -> Unit:
        """The unit that the words mean in that year."""
        if self.length == A_DAY:
            return day_unit(year, self.month, self.day)
        return season_unit(year, self.month) if self.season else months_unit(year, self.month, self.length)


class Mention(NamedTuple):
    """A phrase, or two as the ends of a stretch, and the index of the token after them."""

    left: Phrase
    right: Phrase | None
    after: int

    @property
    def last(self) -> Phrase:
        """The phrase that the year stands behind."""
        return self.right or self.left

    def left_year(self, last_year: int, published_year: int | None = None) -> int:
        """The first phrase's year, given the last one's: 27 December–3 January begins a year earlier."""
        if self.right is None:
            return last_year
        own = self.left.own_year(published_year)
        if own is not None:
            return own
        return last_year - (self.left.month > self.right.month)


def mention_at(kinds: str, found: Sequence[Token], index: int, *, stretches: bool = True) -> Mention | None:
    """The longest date that begins with the token at `index`, or None; looks at a bounded number of tokens.

    `kinds` holds the kinds of the tokens `found`, one letter each. Days are not checked. With `stretches=False`
    a date that could begin a stretch is taken alone.
    """
    if stretches and (match := _DAY_BEFORE_RANGE.match(kinds, index)):
        right, after = _phrase_at(kinds, found, match.end()) or (None, 0)
        if right is not None:
            token = found[index]
            left = right._replace(
                start=token.start, end=token.end, day=token.value[0], day_at=token[1:3], year=None, shift=None
            )
            return Mention(left, right, after)
    single = _phrase_at(kinds, found, index)
    if single is None:
        return None
    left, after = single
    if not stretches:
        return Mention(left, None, after)
    between = kinds[index - 1 : index] == "B"
    return _range_from(kinds, found, single, between=between) or Mention(left, None, after)


def possible(phrase: Phrase, year: int, calendar: str = "gregorian") -> bool:
    """Whether the calendar has the phrase's day (any month will do where it is no day)."""
    day = phrase.day if phrase.length == A_DAY else 1
    return is_day(year, phrase.month, day, calendar)


def _phrase_at(kinds: str, found: Sequence[Token], index: int) -> tuple[Phrase, int] | None:
    for form in _FORMS.get(kinds[index : index + 1], ()):
        match = form.match(kinds, index)
        if match is not None:
            phrase = _phrase(match, found)
            return None if phrase is None else (phrase, match.end())
    return None


def _phrase(match: re.Match[str], found: Sequence[Token]) -> Phrase | None:
    group = match.groupdict()

    def number(name: str) -> int | None:
        return found[match.start(name)].value[0] if group.get(name) else None

    month, length = _months(match, found)
    if month == 0:
        return None
    day, day_at = 0, (0, 0)
    year = number("year") if group.get("decade") is None else number("decade")
    if group.get("whole"):
        year, month, day = found[match.start()].value
    elif group.get("day"):
        token = found[match.start("day")]
        day, day_at = token.value[0], (token.start, token.end)
    first, last = found[match.start()], found[match.end() - 1]
    season = group.get("season") is not None
    return Phrase(first.start, last.end, month, length, day, year, number("shift"), season, day_at)


def _months(match: re.Match[str], found: Sequence[Token]) -> tuple[int, int]:
    """The first month and the number of months (0 for a day); a month 0 where the numbers make no sense."""
    group = match.groupdict()
    month, length = 1, YEAR
    if group.get("month"):
        month, length = found[match.start("month")].value[0], A_DAY if group.get("day") else MONTH
    elif group.get("season"):
        month, length = found[match.start("season")].value[0], QUARTER
    elif group.get("code"):
        month, length = found[match.start("code")].value
    elif group.get("nth"):
        length = QUARTER if group["quarter"] else HALF
        month = _nth_part(found[match.start("nth")].value[0], length)
    elif group.get("count"):
        length = found[match.start("count")].value[0]
        month = int(found[match.start()].value == (1,) and 1 < length <= _MOST_MONTHS)
    elif group.get("whole"):
        length = A_DAY
    elif group.get("decade"):
        length = 10 * YEAR
    return month, length


def _nth_part(which: int, length: int) -> int:
    """The first month of the year's part of that number, 0 where the year has fewer."""
    return 1 + length * (which - 1) if 1 <= which <= YEAR // length else 0


def _range_from(kinds: str, found: Sequence[Token], single: tuple[Phrase, int], *, between: bool) -> Mention | None:
    """The stretch that begins with a phrase, if a dash, `to`, or `and` after `between`, and a date follow."""
    left, after = single
    joint = kinds[after : after + 1]
    if joint not in ({"-", "t", "/", "&"} if between else {"-", "t", "/"}):
        return None
    if left.length == A_DAY and not left.dated and (match := _SECOND_DAY.match(kinds, after + 1)):
        return Mention(left, _second_day(left, match, found), match.end())
    second = _phrase_at(kinds, found, after + 1)
    # Both ends say their year, or they are of one precision and the first borrows the second's year.
    if second is None or not (second[0].dated if left.dated else left.length == second[0].length):
        return None
    return Mention(left, *second)


def _second_day(left: Phrase, match: re.Match[str], found: Sequence[Token]) -> Phrase:
    token, last = found[match.start()], found[match.end() - 1]
    year = found[match.start("year")].value[0] if match["year"] else None
    shift = found[match.start("shift")].value[0] if match["shift"] else None
    day_at = (token.start, token.end)
    return left._replace(start=token.start, end=last.end, day=token.value[0], day_at=day_at, year=year, shift=shift)
