"""Printed digits as exact rationals that keep their precision."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

MOST_DIGITS = 40
LARGEST = Fraction(10**30)


class QuantityError(ValueError):
    """A phrase that cannot be read, or that reads in more than one way.

    The message says what is wrong and what to write; `start` and `end` are offsets into the phrase.
    """

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class Numeral(NamedTuple):
    """A number as it was written, before its sign: `value` = mantissa * hundred * scale.

    The parts stay apart because a range may write its scale once: `10 to 12 million`, `two to three hundred`.
    """

    mantissa: Fraction
    place: Fraction  # unit in the last place of the mantissa
    hundred: int = 1  # 100 for `hundred`, 12 for `dozen`
    scale: int = 1  # thousand, million, lakh, …

    @property
    def value(self) -> Fraction:
        """The number with its scale."""
        return self.mantissa * self.hundred * self.scale

    @property
    def ulp(self) -> Fraction:
        """The unit in the last place with its scale."""
        return self.place * self.hundred * self.scale


_POINT = r"(?:\.[0-9]+)?"
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
# Each shape with the marks that only group, and the mark that begins the decimals.
_SHAPES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), groups, point)
    for pattern, groups, point in (
        (rf"(?:0|[1-9][0-9]*){_POINT}|\.[0-9]+", "", "."),
        (rf"[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+{_POINT}", ",", "."),
        (rf"[1-9][0-9]?(?:,[0-9]{{2}})+,[0-9]{{3}}{_POINT}", ",", "."),
        (r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}", ".", ","),
        (r"(?:0|[1-9][0-9]*),[0-9]{1,2}|0,[0-9]+", "", ","),
        (rf"[1-9][0-9]{{0,2}}(?:['’][0-9]{{3}})+{_POINT}", "'’", "."),
        (r"[1-9][0-9]{0,2}(?:['’][0-9]{3})+,[0-9]{1,2}", "'’", ","),
        (rf"[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}})+{_POINT}", " \u00a0\u2007\u2009\u202f", "."),
        (rf"[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}})+,[0-9]{{1,2}}", " \u00a0\u2007\u2009\u202f", ","),
    )
)


def read_digits(text: str, start: int = 0) -> Numeral:
    """Read a number in digits, with the group marks and the decimal mark that its own shape decides.

    `1,234` groups (exactly three digits), `13,2` and `13,25` are decimal commas, `1.234` is a decimal point,
    `1.234.567` groups, `12,34,567` groups the Indian way. `start` is where the text stands in its phrase.

    Raises:
        QuantityError: the shape reads in two ways or in none, or has more than 40 digits.
    """
    end = start + len(text)
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise QuantityError(
            f"the number '{text[:12]}…' has more than {MOST_DIGITS} digits; write it with a scale such as 'million'",
            start,
            end,
        )
    for pattern, groups, point in _SHAPES:
        if pattern.fullmatch(text):
            return _numeral(text, groups, point)
    raise QuantityError(_refusal(text), start, end)


def _numeral(text: str, groups: str, point: str) -> Numeral:
    whole, _, decimals = text.translate({ord(mark): None for mark in groups}).partition(point)
    place = Fraction(1, 10 ** len(decimals))
    return Numeral(int(whole + decimals) * place, place)


def _refusal(text: str) -> str:
    if text[0] == "0" and text[1:2].isdigit():
        return f"the number '{text}' begins with a zero; write it without"
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+", text):
        return _two_readings(text)
    if match := re.fullmatch(rf"([0-9]{{1,3}}(?:(?:'|’|{_SPACE})[0-9]{{3}})+),([0-9]{{3}})", text):
        whole = "".join(filter(str.isdigit, match[1]))
        return (
            f"the ',' of the number '{text}' reads as a decimal or a group mark; "
            f"write '{whole}.{match[2]}' or '{int(whole + match[2]):,}'"
        )
    if match := re.fullmatch(r"([0-9]+),([0-9]{3,})", text):
        return (
            f"the number '{text}' is not grouped by threes; "
            f"write '{match[1]}.{match[2]}' for a decimal point or '{int(match[1] + match[2]):,}' for thousands"
        )
    if "," in text and "." in text:
        return f"the number '{text}' mixes ',' and '.'; write ',' between thousands and '.' before decimals"
    return f"the number '{text}' is not grouped by threes; write it as '1,234,567' or '1234567'"


def _two_readings(text: str) -> str:
    whole, _, decimals = text.rpartition(",")
    plain = f"{whole.replace('.', '')}.{decimals}"
    if whole.count(".") > 1:
        return f"the number '{text}' groups with '.' and has a decimal ','; write '{plain}'"
    english = whole + decimals
    return f"the number '{text}' reads as {plain} or as {english}; write '{plain}' or '{english}'"
