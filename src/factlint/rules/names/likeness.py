"""Pairs of registry people who may be one: by their names, or by part of a name with birth and office."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import Date
from factlint.reading.name import fold, skeleton, tokens
from factlint.rules.names.traditions import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.corpus import Corpus

_MOST_LOOKED_AT = 100
_SHORTEST_WORD = 3


class Person(NamedTuple):
    """A person of the registry: what it is called, and what tells it from its namesakes."""

    entry: str
    name: str
    aliases: tuple[str, ...]
    born: Date | None
    died: Date | None
    country: str | None
    distinct: frozenset[str]

    def apart_from(self, other: Person) -> bool:
        """Whether the registry tells the two apart: it says so, or their births, deaths or countries differ."""
        if other.entry in self.distinct or self.entry in other.distinct:
            return True
        dates = ((self.born, other.born), (self.died, other.died))
        return _differ(self.country, other.country) or any(_disjoint(*pair) for pair in dates)


class Alike(NamedTuple):
    """Two people who may be one, the lesser id first, and what speaks for it."""

    first: Person
    second: Person
    because: str


class _Written(NamedTuple):
    """One way to write a person: the person's place in the list, the words, whether it is the name."""

    person: int
    text: str
    is_name: bool


def people(corpus: Corpus) -> list[Person]:
    """Everyone in the registry, by id."""
    rows = corpus.complete("people")
    columns = ("entry", "name", "aliases", "born", "died", "country", "distinct_from")
    everyone = []
    for row in zip(*(rows[column] for column in columns), strict=True):
        entry, name, aliases, born, died, country, distinct = row
        everyone.append(Person(entry, name or "", aliases, born, died, country, frozenset(distinct)))
    return sorted(everyone, key=lambda person: person.entry)


def alike(corpus: Corpus) -> list[Alike]:
    """The pairs, each once, in the order of their ids; of many alike each with the first that it is like."""
    everyone = people(corpus)
    found: dict[tuple[str, str], Alike] = {}
    for pair in (*_one_name(everyone), *_one_birth(everyone), *_one_office(everyone, corpus)):
        found.setdefault((pair.first.entry, pair.second.entry), pair)
    return [pair for _, pair in sorted(found.items())]


def births_of_namesakes(corpus: Corpus) -> frozenset[int]:
    """The days on which people of the registry were born of whom the offices that they held may make one.

    They are those of two people at least, of whom one's name is part of the other's.
    """
    born: dict[int, list[str]] = {}
    for entry in corpus.registry.entries["people"].values():
        day = entry.values.get("born")
        if isinstance(day, Date) and day.exact:
            born.setdefault(day.earliest, []).append(str(entry.values.get("name") or ""))
    return frozenset(day for day, names in born.items() if len(names) > _MOST_LOOKED_AT or _any_part(names))


def _any_part(names: Sequence[str]) -> bool:
    return any(_part(*pair) for pair in combinations(names, 2))


def _one_name(everyone: Sequence[Person]) -> Iterator[Alike]:
    """Pairs with one name across spelling traditions."""
    groups: dict[tuple[str, ...], list[_Written]] = {}
    for number, person in enumerate(everyone):
        for place, text in enumerate((person.name, *person.aliases)):
            for key in keys(text):
                groups.setdefault(key, []).append(_Written(number, text, place == 0))
    for written in groups.values():
        for at, second in enumerate(written):
            for first in written[:at][:_MOST_LOOKED_AT]:
                one, other = everyone[first.person], everyone[second.person]
                if one is not other and _names(first, second, one, other) and not one.apart_from(other):
                    yield Alike(one, other, _same_words(first.text, second.text))
                    break


def _names(first: _Written, second: _Written, one: Person, other: Person) -> bool:
    """Whether what two people are both called is a name of theirs: not an alias alone that means either."""
    if first.is_name or second.is_name:
        return True
    surname = tokens(one.name)[-1:] == tokens(other.name)[-1:]
    relatives = surname and set(tokens(one.name)) & set(tokens(other.name)) == set(tokens(one.name)[-1:])
    return fold(first.text) != fold(second.text) and not relatives


def _same_words(first: str, second: str) -> str:
    return "have one name" if first == second else f"have one name in two spellings, {first!r} and {second!r}"


def _one_birth(everyone: Sequence[Person]) -> Iterator[Alike]:
    """Pairs born on one day whose names sound alike."""
    groups: dict[tuple[int, str], list[Person]] = {}
    for person in everyone:
        if person.born and person.born.exact and len(tokens(person.name)) > 1:
            groups.setdefault((person.born.earliest, skeleton(person.name)), []).append(person)
    for group in groups.values():
        yield from _pairs(group, "sound alike and were born on one day")


def _one_office(everyone: Sequence[Person], corpus: Corpus) -> Iterator[Alike]:
    """Pairs born on one day who held one office, and of whom one name is part of the other."""
    born = {person.entry: person for person in everyone if person.born and person.born.exact}
    roles = corpus.standing("roles")
    held = roles[roles["person"].isin(born) & roles["role"].notna()][["role", "person"]].drop_duplicates()
    groups: dict[tuple[int, str], list[Person]] = {}
    for office, entry in sorted(zip(held["role"], held["person"], strict=True)):
        day = born[entry].born
        groups.setdefault((day.earliest if day else 0, office), []).append(born[entry])
    for group in groups.values():
        why = "share part of a name, the day of birth and an office"
        yield from (pair for pair in _pairs(group, why) if _part(pair.first.name, pair.second.name))


def _pairs(group: Sequence[Person], because: str) -> Iterator[Alike]:
    for at, second in enumerate(group):
        for first in group[:at][:_MOST_LOOKED_AT]:
            if not first.apart_from(second):
                yield Alike(first, second, because)


def _part(one: str, other: str) -> bool:
    """Whether each word of one name, or what it is the initial of, is a word of the other."""
    return _within(tokens(one), tokens(other)) or _within(tokens(other), tokens(one))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    said = all(word in whole or (len(word) == 1 and any(each.startswith(word) for each in whole)) for word in part)
    return said and any(word in whole and len(word) >= _SHORTEST_WORD for word in part)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _disjoint(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and (one.latest < other.earliest or other.latest < one.earliest)
