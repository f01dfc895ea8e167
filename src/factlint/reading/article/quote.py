"""Quotes: do these words stand in that article, where, and if not, what stands there instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.article.folding import Folded, fold
from factlint.reading.article.misquote import LONGEST_STRETCH, Nearest, mark_difference, nearest_passage
from factlint.reading.article.sentence import sentence_around
from factlint.reading.article.word import has_word, inside_word, with_edges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "Folded",
    "Nearest",
    "Piece",
    "fold",
    "locate",
    "mark_difference",
    "nearest",
    "sentence_around",
]

_LEFT_OUT = re.compile(r"\[ ?(?:\. ?\. ?\.|…) ?\]")
_TRIAL_WORK = 4_000_000  # characters; about as much time as marking a text of 8 MiB takes
_TRIAL_COST = 64
_EDGE_MARK = "\x1f"  # white space to Unicode, so no folded text holds it


class Piece(NamedTuple):
    """A stretch of the original text, `end` exclusive."""

    start: int
    end: int


def locate(folded: Folded, quote: str) -> tuple[Piece, ...] | None:
    """Where the pieces of `quote`, split at `[...]` or `[…]`, stand in the article: in order and not overlapping.

    No piece begins or ends inside a word or a number of the article. None if one is missing, or if the quote has no
    letter or digit; a piece of punctuation alone is passed over.

    Each piece takes the leftmost place after the one before. That finds a place for all of them whenever there is
    one: a piece is a fixed string, so its leftmost place also ends first, and taking it instead of its place in any
    other solution leaves no less text for the pieces that follow.
    """
    pieces = _pieces(quote)
    spans = _spans(folded.text, pieces)
    if not pieces or len(spans) < len(pieces):
        return None
    return tuple(_original(folded, span) for span in spans)


def nearest(article_text: str, folded: Folded, quote: str) -> Nearest | None:
    """The passage nearest to the first piece of `quote` that is missing from the article; None if nothing is near.

    `folded` is the fold of `article_text`. Where every piece stands in the article but not in this order, the passage
    is that of the piece out of order and `wrong` is empty. Of a piece longer than 300 characters only the stretch
    that goes wrong first is looked for.
    """
    pieces = _pieces(quote)
    if not pieces:
        return None
    found = _spans(folded.text, pieces)
    missing = pieces[min(len(found), len(pieces) - 1)]
    for span in _spans(folded.text, [missing]):
        start, end = _original(folded, span)
        return Nearest(start, end, article_text[start:end], (), missing)
    return nearest_passage(article_text, folded, _first_wrong(folded.text, missing))


def _pieces(quote: str) -> list[str]:
    folded = (piece.strip() for piece in _LEFT_OUT.split(fold(quote).text))
    return [piece for piece in folded if has_word(piece)]


def _original(folded: Folded, span: tuple[int, int]) -> Piece:
    return Piece(folded.offsets[span[0]], folded.offsets[span[1]])


def _spans(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the pieces in the folded `text`, up to the first that has none."""
    spans = _by_trial(text, pieces)
    return _by_edges(text, pieces) if spans is None else spans


def _by_trial(text: str, pieces: Sequence[str]) -> list[tuple[int, int]] | None:
    """The places of the pieces; None after many that cut a word, for there may be as many as characters."""
    spans: list[tuple[int, int]] = []
    work = 0
    at = 0
    for piece in pieces:
        start = text.find(piece, at)
        while start >= 0 and (inside_word(text, start) or inside_word(text, start + len(piece))):
            work += len(piece) + _TRIAL_COST
            if work > _TRIAL_WORK:
                return None
            start = text.find(piece, start + 1)
        if start < 0:
            break
        at = start + len(piece)
        spans.append((start, at))
    return spans


def _by_edges(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the pieces, by one search each in a text that has its word ends marked.

    A mark depends only on the characters beside it, so an article's passage and a piece are marked alike, unless the
    piece would cut a word or number at its end: then they differ and are rightly not found equal.
    """
    marked = with_edges(text, _EDGE_MARK)
    spans: list[tuple[int, int]] = []
    at = marks = 0
    for piece in pieces:
        wanted = with_edges(piece, _EDGE_MARK)
        found = marked.find(wanted, at)
        if found < 0:
            break
        start = found - marks - marked.count(_EDGE_MARK, at, found)
        spans.append((start, start + len(piece)))
        at = found + len(wanted)
        marks = at - spans[-1][1]
    return spans


def _first_wrong(text: str, piece: str) -> str:
    """Of a long piece, the first stretch that does not follow on in `text`."""
    at = 0
    stretches = list(_stretches(piece))
    for stretch in stretches:
        found = text.find(stretch, at)
        if found < 0:
            return stretch
        at = found
    # Every stretch is there, so it is an end of the piece that cuts a word.
    return stretches[0] if not _spans(text, stretches[:1]) else stretches[-1]


def _stretches(piece: str) -> Iterator[str]:
    """Overlapping stretches of whole words; all of the piece where it is short."""
    for start in range(0, max(len(piece) - LONGEST_STRETCH // 2, 1), LONGEST_STRETCH // 2):
        stretch = piece[start : start + LONGEST_STRETCH]
        if start:
            stretch = stretch[stretch.find(" ") + 1 :]
        if start + LONGEST_STRETCH < len(piece):
            stretch = stretch.rpartition(" ")[0] or stretch
        yield stretch
