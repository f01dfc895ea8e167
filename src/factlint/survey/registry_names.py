"""Where a text names people, places and bodies of the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name import tokens, without_possessive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.corpus import Record, Registry
    from factlint.survey.words import Word

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_KINDS = ("people", "places", "bodies", "events", "measures")


class Named(NamedTuple):
    """Words of a text, by the index of the first and that behind the last, and the entries that they may name."""

    first: int
    after: int
    entries: tuple[tuple[str, str], ...]

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The ids of the entries of some kinds, in alphabetical order."""
        return tuple(entry for kind, entry in self.entries if kind in kinds)


class RegistryNames:
    """The names, aliases and (of people) surnames of entries, to be found in running words."""

    def __init__(self, registry: Registry, kinds: Sequence[str] = _KINDS) -> None:
        self._entries: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        self._lengths: dict[str, list[int]] = {}
        for kind in kinds:
            for entry, record in registry.entries[kind].items():
                for form in _forms(record, surnames=kind == "people"):
                    self._entries.setdefault(form, set()).add((kind, entry))
        for form in self._entries:
            lengths = self._lengths.setdefault(form[0], [])
            if len(form) not in lengths:
                lengths.append(len(form))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def find(self, words: Sequence[Word]) -> Iterator[Named]:
        """The longest name that begins at each word, in order and not overlapping; a name begins with a capital."""
        index = 0
        while index < len(words):
            found = self._at(words, index)
            if found is not None:
                yield found
            index = index + 1 if found is None else found.after

    def _at(self, words: Sequence[Word], index: int) -> Named | None:
        for length in self._lengths.get(words[index].folded, ()):
            if index + length > len(words):
                continue
            form = tuple(word.folded for word in words[index : index + length])
            entries = self._entries.get(form)
            if entries is None:
                continue
            proper = words[index].capital
            meant = sorted(each for each in entries if proper or each[0] in {"events", "measures", "places"})
            if meant:
                return Named(index, index + length, tuple(meant))
        return None


def _forms(record: Record, *, surnames: bool) -> Iterator[tuple[str, ...]]:
    name, aliases = record.values.get("name"), record.values.get("aliases")
    for written in (name, *(aliases if isinstance(aliases, tuple) else ())):
        if isinstance(written, str) and (words := tokens(without_possessive(written))):
            yield words
            if surnames:
                yield (_surname(words),)


def _surname(words: tuple[str, ...]) -> str:
    """The last word that is neither an initial nor a generation."""
    proper = [word for word in words if len(word) > 1 and word not in _GENERATIONS]
    return (proper or words)[-1]
