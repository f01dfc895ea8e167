"""Articles as runs of text: what a fact quotes, what no fact covers, and plain text."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.article.quote import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.reports.html.facts import Fact
    from factlint.survey.coverage import Mention
    from factlint.survey.passages import Passage

_BETWEEN_PARAGRAPHS = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_LINE_ENDS = re.compile(r"\r\n|\r")
_DEEPEST = 3


class Run(NamedTuple):
    """Text of one kind: how many facts quote it (3 at the most), the kind of what no fact covers, if it is that.

    `starts` and `ends` are the facts whose quotes begin or end with it.
    """

    text: str
    depth: int = 0
    bare: str = ""
    starts: tuple[Fact, ...] = ()
    ends: tuple[Fact, ...] = ()


class Said(NamedTuple):
    """A fact and the place of its quote."""

    fact: Fact
    passage: Passage


class Quoted(NamedTuple):
    """Text of a sentence, and whether it is what the quote says."""

    text: str
    marked: bool


def paragraphs(text: str, said: Sequence[Said], bare: Sequence[Mention]) -> list[list[Run]]:
    """The article paragraph by paragraph; `bare` are the mentions that no fact covers."""
    spans = list(_paragraphs(text))
    edges = _Edges(said, bare)
    cuts = sorted({*edges.cuts, *(edge for span in spans for edge in span)})
    shown: dict[int, list[Run]] = {span.start: [] for span in spans}
    ends = iter(spans)
    span = next(ends, None)
    for start, run in edges.runs(text, cuts):
        while span and start >= span.end:
            span = next(ends, None)
        if span and start >= span.start:
            shown[span.start].append(run)
    return list(shown.values())


def excerpt(text: str, passage: Passage) -> list[list[Quoted]]:
    """The sentences of a passage, the words of the quote marked; what is between the sentences is left out."""
    return [_marked(text, sentence, passage.pieces) for sentence in passage.sentences]


def _paragraphs(text: str) -> Iterator[Piece]:
    start = 0
    for gap in (*_BETWEEN_PARAGRAPHS.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield Piece(start, end)
        start = gap.end() if gap else end


class _Edges:
    """What begins and ends at each offset of an article."""

    def __init__(self, said: Sequence[Said], bare: Sequence[Mention]) -> None:
        self._opens: defaultdict[int, list[Said | Mention]] = defaultdict(list)
        self._closes: defaultdict[int, list[Said | Mention]] = defaultdict(list)
        self._starts: defaultdict[int, list[Fact]] = defaultdict(list)
        self._ends: defaultdict[int, list[Fact]] = defaultdict(list)
        for each in said:
            for piece in each.passage.pieces:
                self._add(each, piece.start, piece.end)
            self._starts[each.passage.pieces[0].start].append(each.fact)
            self._ends[each.passage.pieces[-1].end].append(each.fact)
        for mention in bare:
            self._add(mention, mention.start, mention.end)

    def _add(self, item: Said | Mention, start: int, end: int) -> None:
        self._opens[start].append(item)
        self._closes[end].append(item)

    @property
    def cuts(self) -> set[int]:
        """Where something begins or ends."""
        return {*self._opens, *self._closes}

    def runs(self, text: str, cuts: Sequence[int]) -> Iterator[tuple[int, Run]]:
        """The text between neighbouring cuts, each with its start."""
        open_: list[Said | Mention] = []
        for start, end in pairwise(cuts):
            for item in self._closes.get(start, ()):
                open_.remove(item)
            open_ += self._opens.get(start, ())
            yield start, self._run(_plain(text[start:end]), start, end, open_)

    def _run(self, text: str, start: int, end: int, open_: Sequence[Said | Mention]) -> Run:
        quoting = sum(isinstance(item, Said) for item in open_)
        kinds = [item.kind for item in open_ if not isinstance(item, Said)]
        starts, ends = (tuple(facts.get(at, ())) for facts, at in ((self._starts, start), (self._ends, end)))
        return Run(text, min(quoting, _DEEPEST), kinds[0] if kinds else "", starts, ends)


def _marked(text: str, sentence: Piece, pieces: Sequence[Piece]) -> list[Quoted]:
    found, at = [], sentence.start
    for piece in pieces:
        start, end = max(piece.start, at), min(piece.end, sentence.end)
        if start < end:
            found += [Quoted(_plain(text[at:start]), marked=False), Quoted(_plain(text[start:end]), marked=True)]
            at = end
    return [each for each in (*found, Quoted(_plain(text[at : sentence.end]), marked=False)) if each.text]


def _plain(text: str) -> str:
    return _LINE_ENDS.sub("\n", text).replace("\t", " ").replace("\ufeff", "")
