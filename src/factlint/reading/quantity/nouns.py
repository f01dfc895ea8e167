"""Counted nouns: what a number counts where no unit of measure is written (`300 soldiers`, `military units`)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factlint.reading.quantity.currencies import CODES, ENGLISH_CODES
from factlint.reading.quantity.numerals import QuantityError
from factlint.reading.quantity.scales import (
    HUNDREDS,
    MULTIPLES,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    SEVERAL_PARTS,
    TEENS,
    TENS,
)
from factlint.reading.quantity.tokens import words_of
from factlint.reading.quantity.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.reading.quantity.tokens import Phrase, Token

_MOST_WORDS = 2
_IRREGULAR: Final[Mapping[str, str]] = MappingProxyType(
    {"men": "man", "women": "woman", "servicemen": "serviceman", "children": "child", "lives": "life", "wives": "wife"}
    | {"feet": "foot", "teeth": "tooth", "mice": "mouse", "shoes": "shoe", "buses": "bus", "crises": "crisis"}
    | {"bases": "base", "movies": "movie", "ties": "tie", "species": "species", "series": "series", "news": "news"}
    | {"headquarters": "headquarters", "barracks": "barracks", "knives": "knife", "leaves": "leaf", "axes": "axe"}
)
_ES = ("sses", "shes", "ches", "xes", "zzes", "oes")
# Words that never name what is counted: a phrase that goes on with one of them says more than an amount.
_NO_NOUNS: Final = words_of("""
    a about above after ago all almost also an and another any are around as at be before below between both but
    by down each earlier either else every few fewer for from had has have her higher his if in inf infinity into
    is it its later least less lower many minus more most much nan nearly neither no nor not of off on only or our
    over per plus several so some such than that the their them then there these they this those through to under
    until up via was were what when where which while who whose with
    """).union(HUNDREDS, MULTIPLES, ONES, ORDINALS, PARTS, SCALES, SEVERAL_PARTS, TEENS, TENS)
_CODE_LENGTH = 3
_LONGEST_SYMBOL = 3
_NEAR = 0.85
_SHORTEST_TYPO = 5


def singular(noun: str) -> str:
    """The singular of an English noun in lower case."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > len("ties"):
        return f"{noun[:-3]}y"
    if noun.endswith(_ES):
        return noun[:-2]
    return noun if noun.endswith(("ss", "us", "is")) or not noun.endswith("s") else noun[:-1]


def noun_at(phrase: Phrase, index: int) -> tuple[str, int] | None:
    """One or two lower-case words from token `index` on as a singular noun, and the index behind them.

    Raises:
        QuantityError: the word is a near miss of a known unit or scale, an unknown code, or not in lower case.
    """
    words: list[str] = []
    at = phrase.joined(index)
    while len(words) < _MOST_WORDS and _may_be_noun(word := phrase.word(at)):
        _refuse_stranger(phrase.tokens[at])
        words.append(word)
        at = phrase.joined(at + 1)
    return (" ".join([*words[:-1], singular(words[-1])]), at) if words else None


def _may_be_noun(word: str) -> bool:
    symbol = len(word) <= _LONGEST_SYMBOL and word in UNITS
    return len(word) > 1 and word not in _NO_NOUNS and not symbol


def _refuse_stranger(token: Token) -> None:
    if token.folded.upper() in ENGLISH_CODES:
        code = token.folded.upper()
        raise QuantityError(f"'{token.text}' is not a known unit; did you mean '{code}'?", token.start, token.end)
    near = _nearest(token)
    if near is not None:
        raise QuantityError(f"'{token.text}' is not a known unit; did you mean '{near}'?", token.start, token.end)
    if token.text != token.text.lower():
        raise QuantityError(
            f"'{token.text}' is not a known unit; write a currency code, a unit, or what is counted in lower case",
            token.start,
            token.end,
        )


def _nearest(token: Token) -> str | None:
    from difflib import get_close_matches

    if token.text.isupper() and len(token.text) == _CODE_LENGTH:
        alike = {code: sum(a == b for a, b in zip(code, token.text, strict=True)) for code in sorted(CODES)}
        best = max(alike, key=alike.__getitem__)
        return best if alike[best] == _CODE_LENGTH - 1 else None
    if len(token.folded) < _SHORTEST_TYPO:
        return None
    known = (word for word in (*UNITS, *SCALES, *HUNDREDS) if word[0] == token.folded[0] and word != token.folded)
    near = get_close_matches(token.folded, sorted(known), 1, _NEAR)
    return near[0] if near else None
