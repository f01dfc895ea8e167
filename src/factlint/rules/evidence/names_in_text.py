"""Which entries of the registry a text names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.reading.name import tokens, without_possessive

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factlint.corpus import Record, Registry

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Entries:
    """The folded names, aliases and (of people) surnames of entries, for finding all of them in a text at once.

    Made from a registry: the entries of `kinds`, of these only those with an id in `only`, where that is given, and
    those that are added later.
    """

    def __init__(self, registry: Registry, kinds: tuple[str, ...], only: Collection[str] | None = None) -> None:
        self._registry = registry
        self._ids: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._known: set[tuple[str, str]] = set()
        for kind in kinds:
            self.add(kind, (entry for entry in registry.entries[kind] if only is None or entry in only))

    def add(self, kind: str, entries: Iterable[str]) -> None:
        """Find these entries of a kind too."""
        for entry in entries:
            if (kind, entry) not in self._known:
                self._known.add((kind, entry))
                for words in _forms(self._registry.entries[kind][entry], surnames=kind == "people"):
                    self._ids[words].add(entry)
                    self._lengths[words[0]].add(len(words))

    def named_in(self, text: str) -> set[str]:
        """The ids of the entries that `text` names, as whole words in their order, with or without 's."""
        said: set[str] = set()
        for form in {tokens(text), tokens(without_possessive(text))}:
            for start, word in enumerate(form):
                for length in self._lengths.get(word, ()):
                    said |= self._ids.get(form[start : start + length], set())
        return said


def _forms(record: Record, *, surnames: bool) -> Iterator[tuple[str, ...]]:
    """The word sequences that count as a mention of an entry."""
    name, aliases = record.values.get("name"), record.values.get("aliases")
    for written in (name, *(aliases if isinstance(aliases, tuple) else ())):
        if isinstance(written, str):
            words = tokens(without_possessive(written))
            yield from (form for form in (tokens(written), words) if form)
            if surnames and words:
                yield (_surname(words),)


def _surname(words: tuple[str, ...]) -> str:
    """The last word that is neither an initial nor a generation."""
    proper = [word for word in words if len(word) > 1 and word not in _GENERATIONS]
    return (proper or words)[-1]
