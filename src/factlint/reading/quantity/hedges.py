"""The words that turn a printed number into a bound or an approximation, before it or behind it."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.reading.quantity.tokens import Phrase


class Hedge(Enum):
    """How the words around a number limit it."""

    NONE = "none"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    ABOUT = "about"
    RANGE = "range"


MIRRORED: Final[Mapping[Hedge, Hedge]] = MappingProxyType(
    {
        Hedge.NONE: Hedge.NONE,
        Hedge.MORE_THAN: Hedge.LESS_THAN,
        Hedge.LESS_THAN: Hedge.MORE_THAN,
        Hedge.AT_LEAST: Hedge.AT_MOST,
        Hedge.AT_MOST: Hedge.AT_LEAST,
        Hedge.ABOUT: Hedge.ABOUT,
        Hedge.RANGE: Hedge.RANGE,
    }
)

_BEFORE = {
    Hedge.MORE_THAN: "more than|over|above|upwards of|upward of|exceeding|greater than|higher than|in excess of|>",
    Hedge.AT_LEAST: "at least|no less than|not less than|no fewer than|not fewer than|no lower than|not below|not under"
    "|minimum|minimum of|a minimum of|≥|> =",
    Hedge.LESS_THAN: "less than|under|below|fewer than|lower than|smaller than|<",
    Hedge.AT_MOST: "up to|at most|no more than|not more than|no greater than|not over|not above|almost|nearly"
    "|maximum|maximum of|a maximum of|≤|< =",
    Hedge.ABOUT: "about|around|some|roughly|approximately|approx|approx .|circa|ca|ca .|c .|close to"
    "|an estimated|estimated|in the region of|~|≈",
}
_BEHIND = {
    Hedge.AT_LEAST: "+|or more|and more|or above|or over|and above",
    Hedge.AT_MOST: "or less|or fewer|or below|or under",
    Hedge.ABOUT: "or so",
}
_MODIFIERS = "just|slightly|well|far|much|a little|a bit"


def _by_words(table: Mapping[Hedge, str]) -> Mapping[tuple[str, ...], Hedge]:
    return MappingProxyType(
        {tuple(words.split()): hedge for hedge, prints in table.items() for words in prints.split("|")}
    )


BEFORE: Final = _by_words(_BEFORE)
BEHIND: Final = _by_words(_BEHIND)
_MODIFIED: Final = frozenset(
    (*modifier.split(), *words)
    for modifier in _MODIFIERS.split("|")
    for words, hedge in BEFORE.items()
    if hedge in (Hedge.MORE_THAN, Hedge.LESS_THAN)
)
_LONGEST = 5
_BEHIND_FIRST = frozenset(words[0] for words in BEHIND)
FIRST_WORDS: Final = frozenset(words[0] for words in (*BEFORE, *_MODIFIED))
LONG_HEDGES: Final = frozenset(words for words in (*BEFORE, *_MODIFIED) if len(words) > 1)


def hedge_before(phrase: Phrase, index: int) -> tuple[Hedge, int]:
    """The hedge that begins at token `index` (`just over`) and the index behind it; else NONE and `index`."""
    token = phrase.at(index)
    if token is None or token.folded not in FIRST_WORDS:
        return Hedge.NONE, index
    for words in _prints(phrase, index):
        bare = words[1:] if words[0] != "a" else words[2:]
        hedge = BEFORE.get(words) or (BEFORE[bare] if words in _MODIFIED else None)
        if hedge is not None:
            return hedge, index + len(words)
    return Hedge.NONE, index


def hedge_behind(phrase: Phrase, index: int) -> tuple[Hedge, int]:
    """The hedge behind a number at token `index` (`200+`, `or more`) and the index behind it; else NONE and `index`."""
    token = phrase.at(index)
    if token is None or token.folded not in _BEHIND_FIRST:
        return Hedge.NONE, index
    for words in _prints(phrase, index):
        if words in BEHIND and (words != ("+",) or phrase.glued(index)):
            return BEHIND[words], index + len(words)
    return Hedge.NONE, index


def _prints(phrase: Phrase, index: int) -> list[tuple[str, ...]]:
    """The one to five tokens from `index` on, longest first."""
    folded = tuple(token.folded for token in phrase.tokens[index : index + _LONGEST] if token.kind != "number")
    return [folded[:length] for length in range(len(folded), 0, -1)]
