"""Tokens of a printed figure: numbers, words and marks with their offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

HYPHENS = frozenset("-\u2010\u2011")
DASHES = HYPHENS | frozenset("\u2012\u2013\u2014\u2212")

_SPACES = r"[ \u00a0\u2007\u2009\u202f]"
_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2150-\u215f]"
# Every alternative consumes at least one character and none nests a repeated repetition: time is linear.
_TOKEN = re.compile(
    rf"""
      (?P<number> [0-9]{{1,3}} (?:{_SPACES}[0-9]{{3}})+ (?![0-9]) (?:[.,][0-9]+)? (?![.,'’]?[0-9])
                | [0-9]+ (?:[.,'’][0-9]+)*
                | (?<![\w.]) \.[0-9]+ )
    | (?P<word> (?:{_LETTER}\.){{2,}} | (?:km|cm|mm|m)[23\u00b2\u00b3](?!\w) | {_LETTER}+ (?:\u00ad{_LETTER}+)* )
    | (?P<mark> \S )
    """,
    re.VERBOSE,
)


Kind = Literal["number", "word", "mark"]


def words_of(text: str) -> frozenset[str]:
    """The words of a table that is written as one text."""
    return frozenset(text.split())


class Token(NamedTuple):
    """One token; `start` and `end` are offsets into the text that was read."""

    kind: Kind
    text: str
    folded: str  # case-folded, soft hyphens left out
    start: int
    end: int
    glued: bool  # no white space stands between it and the token before


class Phrase(NamedTuple):
    """A tokenised text.

    `strict` says how doubt is met: a phrase that a curator wrote is refused with words, a passage of an
    article is passed over.
    """

    text: str
    tokens: tuple[Token, ...]
    strict: bool

    def at(self, index: int) -> Token | None:
        """The token at `index`, or None outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def word(self, index: int) -> str:
        """The folded word at `index`; empty where no word stands."""
        token = self.at(index)
        return token.folded if token is not None and token.kind == "word" else ""

    def mark(self, index: int) -> str:
        """The mark at `index`; empty where no mark stands."""
        token = self.at(index)
        return token.text if token is not None and token.kind == "mark" else ""

    def glued(self, index: int) -> bool:
        """Whether the token at `index` follows the one before without white space."""
        token = self.at(index)
        return token is not None and token.glued

    def joined(self, index: int) -> int:
        """The index behind a hyphen that joins two words (`44-day`), else `index` itself."""
        if self.mark(index) in HYPHENS and self.glued(index) and self.glued(index + 1) and self.word(index + 1):
            return index + 1
        return index

    def offset(self, index: int) -> int:
        """Where the token at `index` begins; the end of the text behind the last one."""
        token = self.at(index)
        return len(self.text) if token is None else token.start

    def end(self, after: int) -> int:
        """Where the last token before index `after` ends."""
        token = self.at(after - 1)
        return 0 if token is None else token.end


def tokenise(text: str, *, strict: bool) -> Phrase:
    """Split `text`; white space is kept only as `Token.glued`."""
    return Phrase(text, tuple(_tokens(text)), strict)


def _tokens(text: str) -> Iterator[Token]:
    end = -1
    for match in _TOKEN.finditer(text):
        kind: Kind = "number" if match["number"] else "word" if match["word"] else "mark"
        found = match.group()
        yield Token(
            kind, found, found.replace("\u00ad", "").casefold(), match.start(), match.end(), match.start() == end
        )
        end = match.end()
