"""Ranks as articles print them: `first`, `third`, `among first 3`, `among first`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.cell import Single, Unreadable, scalar
from factlint.corpus.whole import whole

if TYPE_CHECKING:
    from factlint.corpus.cell import Context
    from factlint.reading.yaml import Node

UNBOUNDED = 2**31 - 1
"""The upper end of `among first`: no number is said."""

_AMONG = re.compile(r"among (?:the )?(?:first|top)(?: (?P<number>\w+))?")
_CARDINALS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


class Ranks(NamedTuple):
    """The places in an order that a printed rank leaves open, both ends included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Rank(Single):
    """A rank; fills `NAME` and the whole numbers `NAME_low` and `NAME_high`."""

    def read(self, node: Node, context: Context) -> Ranks:
        """The interval of places; raises Unreadable (`bad-value`)."""
        word = scalar(node, "a rank such as first, 3 or among first 3")
        ranks = read_rank(word.text)
        if ranks is None:
            sentence = f"{word.text!r} is not a rank: write 1, third, among first 3 or among first"
            raise Unreadable("bad-value", sentence, word.span)
        return ranks

    def columns(self, name: str) -> dict[str, str]:
        """The rank and its two ends."""
        return {name: "object", f"{name}_low": "int64", f"{name}_high": "int64"}

    def spread(self, value: Ranks | None) -> tuple[object, ...]:
        """The rank and its ends; any place at all where none is written."""
        return (value, *(value or (1, UNBOUNDED)))


def read_rank(text: str) -> Ranks | None:
    """The places that a printed rank stands for, None where it is no rank."""
    folded = " ".join(text.casefold().split())
    if match := _AMONG.fullmatch(folded):
        if match["number"] is None:
            return Ranks(1, UNBOUNDED)
        number = _count(match["number"])
        return Ranks(1, number) if number else None
    number = whole(folded)
    return Ranks(number, number) if number else None


def _count(word: str) -> int | None:
    return _CARDINALS.index(word) if word in _CARDINALS else whole(word)
