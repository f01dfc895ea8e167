"""The people whom an article names, with their titles and ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date.calendar import MONTH_NAMES
from factlint.reading.name.nationality import NATIONALITIES
from factlint.survey.offices import Offices
from factlint.survey.registry_names import RegistryNames
from factlint.survey.titles import HEADS, Beside, Title
from factlint.survey.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.corpus import Registry
    from factlint.survey.words import Word

_PARTICLE_WORDS = "al bin ibn bint el von van der den de da di del du la le ter abu ben oglu ogly qizi"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "prof", "professor", "sir", "lady", "lord"})
# What follows a title where it is no name: `General Staff`, `President Hotel`, `Minister Council`.
_NO_NAME_WORDS = """
academy administration affairs airport assembly bank cabinet center centre club commission committee conference
council court cup department election elections electric executive foundation friday general hotel house institute
league meeting ministry monday motors office officer palace park parliament party residence saturday school
secretariat service staff street summit sunday team thursday tuesday university wednesday
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split()) | {month.lower() for month in MONTH_NAMES} | NATIONALITIES.keys()
_LONGEST_NAME = 5


class Person(NamedTuple):
    """A person in a text: where the name stands, whom of the registry it may mean (nobody: unknown), title and rank.

    Each span is the offsets of the first character and behind the last; `offices` are those that the title may mean.
    """

    start: int
    end: int
    people: tuple[str, ...]
    title: tuple[int, int] | None = None
    offices: tuple[str, ...] = ()
    former: bool = False
    acting: bool = False
    rank: tuple[int, int] | None = None


class Reader:
    """Finds people and their titles by the names of a registry; made once for it."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._names = RegistryNames(registry, ("people", "places", "bodies"))
        self._offices = Offices(registry)

    def people(self, text: str) -> list[Person]:
        """Everybody whom the registry knows by a name, alias or surname, and capitalised names beside a title."""
        words = words_of(text)
        named = list(self._names.find(words))
        spans = [(each.first, each.after, each.of("people")) for each in named if each.of("people")]
        taken = {index for first, after, _ in spans for index in range(first, after)}
        beside = Beside(text, words, taken, self._offices)
        known = list(self._titled(beside, taken, spans))
        claimed = taken.union(index for each in named for index in range(each.first, each.after))
        unknown = [(first, after, ()) for first, after in _unknown(beside, claimed)]
        taken.update(index for first, after, _ in unknown for index in range(first, after))
        return sorted([*known, *self._titled(beside, taken, unknown)])

    def _titled(
        self, beside: Beside, taken: set[int], spans: Sequence[tuple[int, int, tuple[str, ...]]]
    ) -> Iterator[Person]:
        """The people at some words, with what stands beside them; the words of titles and ranks are then taken too."""
        for first, after, people in spans:
            country = self._country(people)
            ranked = beside.rank_before(first)
            title = beside.before(ranked, country) or beside.after(after, country)
            person = Person(beside.words[first].start, beside.words[after - 1].end, people)
            if title is not None:
                taken.update(range(title.first, title.after))
                person = _with_title(person, title, beside.words)
            if ranked < first:
                taken.update(range(ranked, first))
                person = person._replace(rank=(beside.words[ranked].start, beside.words[first - 1].end))
            yield person

    def _country(self, people: tuple[str, ...]) -> str | None:
        countries = {self._registry.entry("people", each).values.get("country") for each in people}
        country = countries.pop() if len(countries) == 1 else None
        return country if isinstance(country, str) else None


def _with_title(person: Person, title: Title, words: Sequence[Word]) -> Person:
    span = (words[title.first].start, words[title.after - 1].end)
    return person._replace(title=span, offices=title.offices, former=title.former, acting=title.acting)


def _unknown(beside: Beside, claimed: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words right behind a title, a rank or a courtesy, that no registry name claims."""
    index = 1
    while index < len(beside.words):
        after = _name_at(beside, index, claimed) if _introduces(beside, index) else index
        if after > index:
            yield index, after
        index = max(after, index + 1)


def _introduces(beside: Beside, index: int) -> bool:
    """Whether the word before `index` is a capitalised title, a rank or a courtesy."""
    word = beside.words[index - 1]
    if not word.capital or not beside.words[index].capital:
        return False
    return word.folded in HEADS or word.folded in _COURTESY or beside.rank_before(index) < index


def _name_at(beside: Beside, index: int, claimed: set[int]) -> int:
    """The index behind the name that begins at `index`; `index` itself where none does."""
    after = index
    while after < min(index + _LONGEST_NAME, len(beside.words)):
        word = beside.words[after]
        if after in claimed or word.folded in _NO_NAMES or word.folded in HEADS or not word.folded.isalpha():
            break
        if after > index and not beside.close(after):
            break
        if not word.capital and (after == index or word.folded not in _PARTICLES):
            break
        after += 1
    while after > index and not beside.words[after - 1].capital:
        after -= 1
    return after if after > index and beside.close(index) else index
