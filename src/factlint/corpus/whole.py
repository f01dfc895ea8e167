"""Whole numbers as articles print them: `5`, `5th`, `fifth`, `IX`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.cell import Context, Single, Unreadable, scalar

if TYPE_CHECKING:
    from factlint.reading.yaml import Node

_ROMAN = re.compile(r"(?i)(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WHOLE = re.compile(r"(\d{1,9})(st|nd|rd|th)?")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


@dataclass(frozen=True, slots=True)
class Whole(Single):
    """A whole number that counts or orders: `5`, `5th`, `fifth`, `IX`; `words` maps further words to numbers."""

    words: tuple[tuple[str, int], ...] = ()

    def read(self, node: Node, context: Context) -> int:
        word = scalar(node, "a whole number such as 5")
        number = whole(word.text) if word.text not in dict(self.words) else dict(self.words)[word.text]
        if number is None:
            others = "".join(f" or {other}" for other, _ in self.words)
            raise Unreadable(
                "bad-value", f"{word.text!r} is not a whole number: write one such as 5{others}", word.span
            )
        return number

    def columns(self, name: str) -> dict[str, str]:
        return {name: "Int64"}


def whole(text: str) -> int | None:
    """The number that `5`, `5th`, `fifth` or `IX` stands for, else None."""
    text = text.strip()
    if match := _WHOLE.fullmatch(text):
        return int(match[1])
    if text.casefold() in _ORDINALS:
        return _ORDINALS.index(text.casefold())
    return roman(text)


def roman(text: str) -> int | None:
    """The number that a Roman numeral below 100 stands for, else None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    digits = [_VALUES[letter] for letter in text.upper()]
    after = [*digits[1:], 0]
    return sum(-digit if digit < following else digit for digit, following in zip(digits, after, strict=True))
