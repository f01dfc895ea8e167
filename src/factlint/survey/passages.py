"""Where each fact's quote stands in its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.article.quote import Piece, locate, sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus


class Passage(NamedTuple):
    """The place of a quote: spans of the article's original text, ends exclusive.

    `pieces` are the words quoted, `sentences` the sentences that hold them: in order, and none touches another.
    """

    article: str
    pieces: tuple[Piece, ...]
    sentences: tuple[Piece, ...]


def passages(corpus: Corpus) -> Mapping[str, Passage]:
    """The passage of every fact whose quote stands in its article, by the fact's reference."""
    return dict(_found(corpus))


def _found(corpus: Corpus) -> Iterator[tuple[str, Passage]]:
    for file in corpus.files:
        name = file.head.values.get("article")
        text = corpus.texts.get(name) if isinstance(name, str) else None
        for fact in file.facts:
            quote = fact.values.get("quote")
            pieces = locate(text.folded, str(quote)) if text and quote else None
            if text and pieces:
                yield fact.ref, Passage(str(name), pieces, _sentences(text.article.text, pieces))


def _sentences(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The sentences around the pieces, joined where no more than white space is between them."""
    joined: list[Piece] = []
    for piece in pieces:
        start, end = sentence_around(text, piece.start, piece.end)
        start, end = min(start, piece.start), max(end, piece.end)
        if joined and not text[joined[-1].end : start].strip():
            joined[-1] = Piece(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Piece(start, end))
    return tuple(joined)
