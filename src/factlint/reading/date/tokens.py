"""The words and figures that English dates are made of, as tokens of one letter each.

A text becomes a string of kinds, one letter a token, so that a date's grammar is a regular
expression over it:

    M month name   D one or two digits   d the same with st, nd, rd, th   Y four digits   I 2020-11-10
    G 27.11.2020   W 2020/21   E 2010s   S season   N first … fourth   Q quarter   H half   K Q1, 3Q, H2
    C two … eleven   m months   o of   i in   T the   t to, until, through   B between   F from   & and
    ~ about   r this, last, next   y year   , . - / themselves   x anything else, also an empty line
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from factlint.reading.date.calendar import MONTH_NAMES, is_day
from factlint.reading.date.unit import SEASONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A number takes its separators and the letters glued to it: no part of a bigger one shall look like a year.
_TOKEN: Final = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    r"|(?P<number>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:[.:/][0-9]+)*[^\W_]*)"
    r"|(?P<word>[^\W_]+)|(?P<dash>[-‐‑‒–—−]+)|(?P<gap>\n[^\S\n]*\n)|(?P<mark>\S)"
)
_PART_CODE: Final = re.compile(r"(?:Q(?P<q1>[1-4])|(?P<q2>[1-4])Q|H(?P<h1>[12])|(?P<h2>[12])H)", re.IGNORECASE)
# The name of the group is the kind of the token.
_NUMBER: Final = re.compile(
    r"(?P<D>[0-9]{1,2})|(?P<Y>[0-9]{4})|(?P<d>[0-9]{1,2})(?:st|nd|rd|th)|(?P<E>[0-9]{3}0)s"
    r"|(?P<W>[0-9]{4}/[0-9]{2}(?:[0-9]{2})?)|(?P<G>[0-9]{1,2}(?:\.[0-9]{1,2}\.|/[0-9]{1,2}/)[0-9]{4})",
    re.IGNORECASE,
)
_LONGEST_NUMBER: Final = 10
_CENTURY: Final = 100


class Token(NamedTuple):
    """A token: its kind, its offsets in the text, and its numbers (year, month and day for `I` and `G`)."""

    kind: str
    start: int
    end: int
    value: tuple[int, ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text; every character but white space belongs to one."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind, value = _classify(match.lastgroup or "", match[0])
        yield Token(kind, start, end, value)


def day_readings(a: int, b: int, year: int) -> list[tuple[int, int, int]]:
    """The days that two figures and a year can mean, day first or month first, as (year, month, day)."""
    readings = [(year, month, day) for day, month in ((a, b), (b, a)) if is_day(year, month, day)]
    return list(dict.fromkeys(readings))


def _classify(group: str, written: str) -> tuple[str, tuple[int, ...]]:
    if group == "number":
        return _number(written)
    if group == "word":
        return _WORDS.get(written.lower()) or _part_code(written)
    if group == "iso":
        return "I", (int(written[:4]), int(written[5:7]), int(written[8:]))
    if group == "dash":
        return "-", ()
    return (written if written in {",", ".", "/", "&"} else "x"), ()


def _number(written: str) -> tuple[str, tuple[int, ...]]:
    match = _NUMBER.fullmatch(written) if len(written) <= _LONGEST_NUMBER else None
    if match is None:
        return _part_code(written)
    kind = match.lastgroup or "x"
    numbers = tuple(int(part) for part in re.split("[./]", match[kind]))
    if kind == "W":
        return _two_years(*numbers)
    if kind == "G":
        readings = day_readings(*numbers)
        return ("G", readings[0]) if len(readings) == 1 else ("x", ())
    return kind, numbers


def _two_years(year: int, second: int) -> tuple[str, tuple[int, ...]]:
    end = year - year % _CENTURY + second if second < _CENTURY else second
    return ("W", (year, end)) if end > year else ("x", ())


def _part_code(written: str) -> tuple[str, tuple[int, ...]]:
    """`Q1` and `H2`: the first month and the number of months."""
    match = _PART_CODE.fullmatch(written) if len(written) == len("Q1") else None
    if match is None:
        return "x", ()
    length = 3 if match["q1"] or match["q2"] else 6
    which = int(match["q1"] or match["q2"] or match["h1"] or match["h2"])
    return "K", (1 + length * (which - 1), length)


def _words() -> Mapping[str, tuple[str, tuple[int, ...]]]:
    plain = {
        "quarter": "Q", "half": "H", "months": "m", "of": "o", "in": "i", "the": "T", "to": "t", "until": "t",
        "till": "t", "through": "t", "between": "B", "from": "F", "and": "&", "about": "~", "around": "~",
        "circa": "~", "approximately": "~", "c": "~", "ca": "~", "year": "y",
    }  # fmt: skip
    numbered: dict[str, tuple[str, tuple[int, ...]]] = {word: (kind, ()) for word, kind in plain.items()}
    for number, name in enumerate(MONTH_NAMES, 1):
        numbered[name.lower()] = numbered[name[:3].lower()] = ("M", (number,))
    numbered["sept"] = ("M", (9,))
    seasons = zip(("spring", "summer", "autumn", "winter"), SEASONS, strict=True)
    numbered.update((word, ("S", (month,))) for word, month in seasons)
    numbered["fall"] = numbered["autumn"]
    numbered.update((word, ("N", (n,))) for n, word in enumerate(("first", "second", "third", "fourth"), 1))
    counts = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
    numbered.update((word, ("C", (n,))) for n, word in enumerate(counts, 2))
    shifts = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1}
    numbered.update((word, ("r", (shift,))) for word, shift in shifts.items())
    return MappingProxyType(numbered)


_WORDS: Final = _words()
