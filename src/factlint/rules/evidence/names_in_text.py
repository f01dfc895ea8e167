"""Which entries of the registry a text names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.reading.name import tokens, without_possessive

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from factlint.corpus import Record, Registry

_LONGEST_NAME = 12  # words; a longer name is found by none of its mentions in running text
_SHORTEST_SURNAME = 2
"""A single letter at the end of a name is an initial."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The folded names, aliases and (of people) surnames of entries, for finding all of them in a text at once."""

    by_words: Mapping[tuple[str, ...], frozenset[str]]
    longest: int

    @classmethod
    def of(cls, registry: Registry, kinds: tuple[str, ...], only: Collection[str] | None = None) -> Entries:
        """The names of the entries of these kinds; of those with an id in `only`, where it is given."""
        found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for kind in kinds:
            for entry, record in registry.entries[kind].items():
                if only is None or entry in only:
                    for words in _forms(record, surnames=kind == "people"):
                        found[words].add(entry)
        longest = max(map(len, found), default=0)
        return cls({words: frozenset(ids) for words, ids in found.items()}, longest)

    def named_in(self, text: str) -> set[str]:
        """The ids of the entries that `text` names, with or without 's."""
        said: set[str] = set()
        for form in {tokens(text), tokens(without_possessive(text))}:
            for start in range(len(form)):
                for end in range(start + 1, min(start + self.longest, len(form)) + 1):
                    said |= self.by_words.get(form[start:end], frozenset())
        return said


def names_of(record: Record) -> tuple[str, ...]:
    """The name of an entry and its aliases, as written."""
    values = record.values
    written = (values.get("name"), values.get("title"))
    aliases = values.get("aliases")
    others = aliases if isinstance(aliases, tuple) else ()
    return tuple(str(name) for name in (*written, *others) if name)


def _forms(record: Record, *, surnames: bool) -> Iterator[tuple[str, ...]]:
    for name in names_of(record):
        words = tokens(name)
        if 0 < len(words) <= _LONGEST_NAME:
            yield words
            if surnames and len(words[-1]) >= _SHORTEST_SURNAME:
                yield words[-1:]
