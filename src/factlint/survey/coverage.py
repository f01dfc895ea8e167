"""Which figures, dates, people and titles of each article stand in the quote of a fact."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from factlint.reading.article.quote import locate
from factlint.reading.date import Date
from factlint.survey.body import body
from factlint.survey.figures import dates_in, figures_in
from factlint.survey.people import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factlint.corpus import Corpus, FactFile, Record, Text
    from factlint.reading.date.days import Days

Kind = Literal["figure", "date", "person", "title"]
KINDS: tuple[Kind, ...] = ("figure", "date", "person", "title")


class Mention(NamedTuple):
    """Something that an article says: its kind, its offsets in the original text, and its words.

    `line` is the line that it begins on, from 1; `facts` are the references of those whose quotes hold all of it.
    """

    kind: Kind
    start: int
    end: int
    text: str
    line: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """The head of a fact file, if one names it, an article under seeds/, and what the article mentions, in order."""

    head: Record | None
    article: str
    mentions: tuple[Mention, ...]

    @property
    def missing(self) -> tuple[Mention, ...]:
        """What is in no quote."""
        return tuple(mention for mention in self.mentions if not mention.facts)


def coverage(corpus: Corpus) -> tuple[Covered, ...]:
    """What each article mentions and which facts back it, in the order of the fact files.

    Figures count wherever they stand; dates, people and titles in the body of the article (see `factlint.survey.body`).
    A mention is covered where the quote of a fact of any file that names the article holds all of it, at the place at
    which the quote is found. An article of several files is listed once, with the first of them.
    """
    files: dict[str, list[FactFile]] = {}
    for file in corpus.files:
        name = file.head.values.get("article")
        if isinstance(name, str) and name in corpus.texts:
            files.setdefault(corpus.texts[name].article.name, []).append(file)
    if not files:
        return ()  # nobody needs to know the names of the registry
    reader = Reader(corpus.registry)
    return tuple(_covered(each, corpus, reader) for each in files.values())


def counted(mentions: Iterable[Mention]) -> tuple[int, int]:
    """How many of the mentions are covered, and how many there are."""
    found = tuple(mentions)
    return sum(bool(mention.facts) for mention in found), len(found)


class _Quotes:
    """The places of the quotes of some facts in one text, to be asked what holds a stretch."""

    def __init__(self, text: Text, files: Iterable[FactFile]) -> None:
        found = [
            (piece.start, piece.end, fact.ref)
            for file in files
            for fact in file.facts
            for piece in locate(text.folded, str(fact.values.get("quote", ""))) or ()
        ]
        self._pieces = sorted(found)
        self._starts = [start for start, _, _ in self._pieces]
        self._reach: list[int] = []
        for _, end, _ in self._pieces:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def holding(self, start: int, end: int) -> tuple[str, ...]:
        """The facts with a piece of quote around the stretch, in order."""
        held = set()
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[at] < end:
                break
            if self._pieces[at][1] >= end:
                held.add(self._pieces[at][2])
        return tuple(sorted(held))


def _covered(files: list[FactFile], corpus: Corpus, reader: Reader) -> Covered:
    article = str(files[0].head.values["article"])
    text = corpus.texts[article]
    quotes = _Quotes(text, files)
    published = files[0].head.values.get("published")
    day = published.as_moment() if isinstance(published, Date) else None
    return Covered(files[0].head, article, tuple(mentions(text.article.text, reader, day, quotes.holding)))


def mentions(
    text: str, reader: Reader, published: Days | None, holding: Callable[[int, int], tuple[str, ...]] = lambda *_: ()
) -> Iterator[Mention]:
    """What a text mentions, in order; `holding` gives the facts whose quotes hold a stretch of it."""
    line, at = 1, 0
    for start, end, kind in sorted(_spans(text, reader, published)):
        line += text.count("\n", at, start)
        at = start
        yield Mention(kind, start, end, text[start:end], line, holding(start, end))


def _spans(text: str, reader: Reader, published: Days | None) -> Iterator[tuple[int, int, Kind]]:
    inside = body(text)
    dates = dates_in(text, published)
    yield from ((found.start, found.end, "figure") for found in figures_in(text, dates))
    yield from ((found.start, found.end, "date") for found in dates if inside.holds(found.start, found.end))
    for person in reader.people(text):
        if inside.holds(person.start, person.end):
            yield person.start, person.end, "person"
            if person.title is not None:
                yield *person.title, "title"
