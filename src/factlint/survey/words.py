"""The words of an article with their places, folded as names are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_APOSTROPHES = "'’ʼ‘`´′"
# Initials are one word, as they are where names are folded; so are words with an apostrophe or a soft hyphen inside.
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{_APOSTROPHES}\u00ad][^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]\Z")
_SENTENCE_END = re.compile(r"""[.!?…:]["'”’»)\]]*\s+["'“‘«(\[]?\Z|\n\s*\n\s*\Z|\A\s*\Z""")
_LOOK_BACK = 12


class Word(NamedTuple):
    """A word of a text: its fold, its offsets without the 's of a possessive, and whether it begins with a capital."""

    folded: str
    start: int
    end: int
    capital: bool


def words(text: str) -> list[Word]:
    """Every word of a text in order; a word whose fold is several words stands there once for each."""
    return list(_words(text))


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or a paragraph of `text` may begin at the character `at`."""
    return _SENTENCE_END.search(text[max(at - _LOOK_BACK, 0) : at]) is not None


def gap(text: str, found: Sequence[Word], index: int) -> str:
    """What stands between the word before `index` and the word there; a possessive's 's counts to it."""
    return text[found[index - 1].end : found[index].start]


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        written, start = match.group(), match.start()
        if possessive := _POSSESSIVE.search(written):
            written = written[: possessive.start()]
        folds = (written.lower(),) if written.isascii() and written.isalnum() else fold(written).split()
        capital = not written[0].islower()
        for each in folds:
            yield Word(each, start, start + len(written), capital)
