"""Which events of the registry a sentence may speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name import tokens, without_possessive
from factlint.survey.registry_names import RegistryNames
from factlint.survey.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from factlint.corpus import Corpus, Record
    from factlint.survey.drafting.sentences import Sentence

_EMPTY_WORDS = """
a an the of and in on at to for by with from between its his her their s official
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
# What a sentence says of an event that has this word in its name.
_VERBS = {
    "meeting": "meet meets met meeting discuss discussed discusses received talks",
    "discussion": "discuss discussed discusses discussing",
    "visit": "visit visits visited arrived",
    "talk": "talks negotiation negotiations",
    "agreement": "agreed agreement agreements",
    "appointment": "appointed appoints named",
    "exercise": "exercise exercises drill drills",
    "resignation": "resigned resigns",
    "election": "elected elects",
    "confirmation": "confirmed confirms",
    "signing": "signed signs",
}
_SAID_AS = {word: frozenset(said.split()) for word, said in _VERBS.items()}
_SHORTEST = 4


class Event(NamedTuple):
    """An event of the registry: the words of its name but those of people, and the people in its name."""

    id: str
    words: frozenset[str]
    people: frozenset[str]


class Spoken(NamedTuple):
    """An event that a sentence speaks of; the offsets of its name where the sentence has that."""

    event: str
    start: int | None
    end: int | None

    def distance(self, start: int, end: int) -> int:
        """How many characters lie between its name and a stretch; 0 where the sentence does not name it."""
        return 0 if self.start is None or self.end is None else max(self.start - end, start - self.end, 0)


class Events:
    """The events of a registry, to be recognised by their names, or by all that their names say."""

    def __init__(self, corpus: Corpus) -> None:
        names = RegistryNames(corpus.registry, ("people",))
        entries = corpus.registry.entries["events"].items()
        self._by_word: dict[str, list[Event]] = {}
        self._events: dict[str, Event] = {}
        for entry, record in entries:
            event = _event(entry, record, names)
            self._events[entry] = event
            for word in event.words:
                self._by_word.setdefault(word, []).append(event)

    def people_of(self, event: str) -> frozenset[str]:
        """The people whom the name of an event has."""
        return self._events[event].people

    def spoken_of(self, sentence: Sentence, company: Collection[str], year: int | None) -> list[Spoken]:
        """The events that a sentence names, and those of which it says every word, by their ids.

        The people in an event's name are to be in the sentence or, where that fits no event, in `company`, those of the
        sentence before. The `year` of publication need not be said.
        """
        here = {who for person in sentence.people for who in person.people}
        return self._spoken(sentence, here, year) or self._spoken(sentence, here.union(company), year)

    def _spoken(self, sentence: Sentence, people: Collection[str], year: int | None) -> list[Spoken]:
        named = {
            spot.of("events")[0]: Spoken(spot.of("events")[0], spot.start, spot.end)
            for spot in sentence.names
            if len(spot.of("events")) == 1
        }
        said = {_singular(word.folded) for word in words_of(sentence.text[sentence.start : sentence.end])}
        possible = {event for word in said | _meant(said) for event in self._by_word.get(word, ())}
        for event in possible:
            if event.id not in named and self._says(event, said, people, year):
                named[event.id] = Spoken(event.id, None, None)
        return [named[event] for event in sorted(named)]

    @staticmethod
    def _says(event: Event, said: Collection[str], company: Collection[str], year: int | None) -> bool:
        if not event.people.issubset(company):
            return False
        return all(
            word in said or word == str(year) or not _SAID_AS.get(word, frozenset()).isdisjoint(said)
            for word in event.words
        )


def _event(entry: str, record: Record, names: RegistryNames) -> Event:
    name = str(record.values.get("name") or entry)
    words = words_of(without_possessive(name))
    named = [each for each in names.find(words) if len(each.entries) == 1]
    people = frozenset(person for each in named for person in each.of("people"))
    taken = {index for each in named for index in range(each.first, each.after)}
    plain = " ".join(word.folded for index, word in enumerate(words) if index not in taken)
    return Event(entry, frozenset(_singular(word) for word in tokens(plain) if word not in _EMPTY), people)


def _meant(said: Collection[str]) -> set[str]:
    """The words of events' names that other words say."""
    return {word for word, verbs in _SAID_AS.items() if not verbs.isdisjoint(said)}


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST else word
