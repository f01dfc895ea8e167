"""The sentences of an article that say something a fact could state, with all that the readers find in them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factlint.reading.article.quote import fold, sentence_around
from factlint.survey.body import body
from factlint.survey.figures import dates_in, figures_in
from factlint.survey.people import Reader
from factlint.survey.registry_names import RegistryNames
from factlint.survey.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.corpus import Registry
    from factlint.reading.date.days import Days
    from factlint.reading.date.in_text import FoundDate
    from factlint.reading.quantity.in_text import Found
    from factlint.survey.people import Person


T = TypeVar("T", bound="Person | FoundDate | Found | Spot")


class Spot(NamedTuple):
    """A registry name in a text: its offsets, and the entries that it may mean."""

    start: int
    end: int
    entries: tuple[tuple[str, str], ...]

    def of(self, kind: str) -> tuple[str, ...]:
        """The ids of the entries of a kind."""
        return tuple(entry for each, entry in self.entries if each == kind)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its offsets in the article's `text`, and what stands in it, in order."""

    text: str
    start: int
    end: int
    people: tuple[Person, ...]
    dates: tuple[FoundDate, ...]
    figures: tuple[Found, ...]
    names: tuple[Spot, ...]

    @property
    def quote(self) -> str:
        """Its words, with white space, quotation marks and dashes made plain."""
        return fold(self.text[self.start : self.end]).text.strip()

    def before(self, at: int) -> str:
        """Its words up to a place."""
        return self.text[self.start : at]


def sentences(text: str, registry: Registry, published: Days | None) -> Iterator[Sentence]:
    """Every sentence of an article with a figure, a date, a person or a place of the registry in it.

    A figure counts wherever it stands, all else in the article's body.
    """
    inside = body(text)
    dates = dates_in(text, published)
    figures = list(figures_in(text, dates))
    dates = [each for each in dates if inside.holds(each.start, each.end)]
    people = [each for each in Reader(registry).people(text) if inside.holds(each.start, each.end)]
    names = _names(text, registry)
    starts = sorted({each[0] for found in (dates, figures, people, names) for each in found})
    done = 0
    for at in starts:
        if at < done:
            continue
        begin, end = sentence_around(text, at, at + 1)
        done = max(end, at + 1)
        yield Sentence(
            text,
            begin,
            done,
            tuple(_between(people, begin, done)),
            tuple(_between(dates, begin, done)),
            tuple(_between(figures, begin, done)),
            tuple(_between(names, begin, done)),
        )


def _names(text: str, registry: Registry) -> list[Spot]:
    """The places, bodies, events and measures that a text names."""
    words = words_of(text)
    found = []
    for kinds in (("people", "places", "bodies"), ("events",), ("measures",)):
        for each in RegistryNames(registry, kinds).find(words):
            entries = tuple(entry for entry in each.entries if entry[0] != "people")
            if entries:
                found.append(Spot(words[each.first].start, words[each.after - 1].end, entries))
    return sorted(found)


def _between(found: Sequence[T], start: int, end: int) -> Sequence[T]:
    return found[
        bisect_left(found, start, key=lambda each: each[0]) : bisect_left(found, end, key=lambda each: each[0])
    ]
