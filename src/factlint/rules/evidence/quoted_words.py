"""Do ordinals, titles and ranks stand in a quote."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.whole import roman, whole
from factlint.reading.name import mentions
from factlint.reading.name.rank import split_rank
from factlint.reading.name.title import title_tokens
from factlint.reading.quantity.scales import ONES, TEENS, TENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rules.evidence.quoted import Quoted

_WORD = re.compile(r"[^\W_]+")
_LONGEST_RANK = 60  # characters; `Senior Lieutenant Commander,` is half as long
_LONGEST_PHRASE = 4  # title_tokens replaces fewer words than this by one
_MOST_WORDS = 500  # far more than a quote that shows a title has
_TEN = 10


class _Number(NamedTuple):
    word: str
    value: int
    ordinal: bool


def number_stands(quote: Quoted, number: int) -> bool:
    """Whether the quote says which one of a series it is: `IX`, `9th`, `ninth`, `9` or `nine`."""
    return any(each.value == number for each in _numbers(quote.text))


def other_number(quote: Quoted) -> str:
    """The ordinal or Roman numeral that the quote prints, where it prints one only; else nothing."""
    said = {each.word for each in _numbers(quote.text) if each.ordinal}
    return said.pop() if len(said) == 1 else ""


def title_stands(quote: Quoted, title: str) -> bool:
    """Whether every word of a title stands in the quote, in whatever order, spelling or abbreviation."""
    if mentions(quote.text, (title,)):
        return True
    wanted = _plain(title_tokens(title))
    return wanted <= _plain(title_tokens(quote.text)) or wanted <= _plain(_tokens_of_parts(quote))


def rank_stands(quote: Quoted, rank: str) -> bool:
    """Whether the quote prints a rank, in whatever spelling: `Col-Gen` is a Colonel-General and no General."""
    wanted = split_rank(rank)[0]
    if wanted is None:
        return title_stands(quote, rank)
    return wanted in ranks_in(quote.text)


def other_rank(quote: Quoted) -> str:
    """The rank that the quote prints, where it prints one only; else nothing."""
    said = ranks_in(quote.text)
    return said.pop().title() if len(said) == 1 else ""


def ranks_in(text: str) -> set[str]:
    """The ranks that stand before a name in running text, in full lower-case words."""
    found = set()
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        ahead = text[word.start() : word.start() + _LONGEST_RANK]
        rank, rest = split_rank(ahead)
        # A rank at the end of the stretch is found when the scan comes to it.
        if rank is not None and ahead.endswith(rest):
            found.add(rank)
            done = word.start() + len(ahead) - len(rest)
    return found


def _tokens_of_parts(quote: Quoted) -> frozenset[str]:
    """The title words of each few words alone: in a long quote words of another title may change their meaning."""
    words = _WORD.findall(quote.text)[:_MOST_WORDS]
    phrases = (" ".join(words[at : at + size]) for at in range(len(words)) for size in range(1, _LONGEST_PHRASE))
    return frozenset(token for phrase in phrases for token in title_tokens(phrase))


def _plain(words: frozenset[str]) -> frozenset[str]:
    """The words without the mark of a diplomat's posting, which a quote may give to other words than the title."""
    return frozenset(word.removeprefix("to ") for word in words)


def _numbers(text: str) -> Iterator[_Number]:
    """Each word that says a whole number; of `twenty-first` its parts and the whole."""
    read = [_number(word) for word in _WORD.findall(text)]
    yield from (number for number in read if number is not None)
    for tens, ones in pairwise(read):
        if tens is not None and tens.word.lower() in TENS and ones is not None and ones.value < _TEN:
            yield _Number(f"{tens.word}-{ones.word}", tens.value + ones.value, ones.ordinal)


def _number(word: str) -> _Number | None:
    lower = word.lower()
    cardinal = ONES.get(lower) or TEENS.get(lower) or TENS.get(lower)
    if cardinal is not None:
        return _Number(word, cardinal, ordinal=False)
    if lower.endswith("ieth") and f"{lower[:-4]}y" in TENS:
        return _Number(word, TENS[f"{lower[:-4]}y"], ordinal=True)
    value = whole(word)
    # In lower case the letters of a numeral are words: `i`, `mix`, `vi`.
    if value is None or (roman(word) is not None and not word.isupper()):
        return None
    return _Number(word, value, ordinal=not word.isdigit() and len(word) > 1)
