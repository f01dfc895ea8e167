"""Spellings of people's names in quotes that the registry does not have."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name import alike, fold, mentions, tokens, without_possessive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus, Registry

_FIELDS = {"events": ("who",), "roles": ("person",), "relations": ("subject", "object")}
_WORD = re.compile(r"[^\W\d_](?:[\w'’ʼ‘`-]*[^\W_])?")
_LONG = 5
_MOST_WORDS = 60


class Spelled(NamedTuple):
    """A fact whose quote spells a name otherwise, and the words as they stand there."""

    fact: str
    words: str


class Names:
    """The names of a registry's people."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def of(self, person: str) -> tuple[str, ...]:
        """The name and the aliases."""
        values = self._registry.entry("people", person).values
        aliases = values.get("aliases", ())
        written = (values.get("name"), *(aliases if isinstance(aliases, tuple) else ()))
        return tuple(str(each) for each in written if each)

    @cached_property
    def every(self) -> frozenset[str]:
        """All of them, folded."""
        return frozenset(fold(name) for person in self._registry.entries["people"] for name in self.of(person))


def spelled_otherwise(corpus: Corpus) -> dict[tuple[str, str], list[Spelled]]:
    """For each person and folded spelling that no name of the registry has, the facts with it, by their ids."""
    names = Names(corpus.registry)
    found: dict[tuple[str, str], list[Spelled]] = {}
    for fact, quote, person in sorted(_named(corpus)):
        for words in _spellings(quote, person, names):
            found.setdefault((person, fold(words)), []).append(Spelled(fact, words))
    return dict(sorted(found.items()))


def _named(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Each fact with a quote, and each person that it names."""
    people = corpus.registry.entries["people"]
    for table, fields in _FIELDS.items():
        rows = corpus.table(table)
        rows = rows[rows["quote"].notna()]
        for field in fields:
            for fact, quote, cell in zip(rows["fact"], rows["quote"], rows[field], strict=True):
                for each in cell if isinstance(cell, tuple) else (cell,):
                    if each in people:
                        yield fact, quote, each


def _spellings(quote: str, person: str, names: Names) -> Iterator[str]:
    own = names.of(person)
    if mentions(quote, [name for name in own if len(tokens(name)) > 1]):
        return
    words = _WORD.findall(without_possessive(quote))
    for name in sorted({fold(each): each for each in own}.values()):
        size = len(tokens(name))
        for at in range(len(words) - size + 1) if 1 < size <= _MOST_WORDS else ():
            window = words[at : at + size]
            if all(word[0].isupper() for word in window) and _meant(window, name.split(), names):
                yield " ".join(window)
                return


def _meant(window: list[str], name: list[str], names: Names) -> bool:
    """Whether the words are the name in another spelling, and no name that the registry has."""
    if len(window) != len(name) or fold(" ".join(window)) in names.every:
        return False
    return _one_letter_apart(window, name) or all(alike(*pair) for pair in zip(window, name, strict=True))


def _one_letter_apart(window: list[str], name: list[str]) -> bool:
    """Whether all words but a long one are the same, and that one differs in one letter, but not in its gender."""
    from rapidfuzz.distance import OSA

    pairs = [(fold(said), fold(known)) for said, known in zip(window, name, strict=True)]
    other = [pair for pair in pairs if pair[0] != pair[1]]
    if len(other) != 1 or len(pairs) == 1:
        return False
    said, known = other[0]
    feminine = f"{known}a" == said or f"{said}a" == known
    return min(len(said), len(known)) >= _LONG and not feminine and OSA.distance(said, known) == 1
