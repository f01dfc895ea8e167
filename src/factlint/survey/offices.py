"""The titles of a registry's offices, recognised whatever their spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.name import fold, without_possessive
from factlint.reading.name.nationality import COUNTRIES
from factlint.reading.name.title import title_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Record, Registry


class Offices:
    """The titles of a registry's offices, to be recognised whatever their spelling; made once for a registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._written: dict[str, set[str]] = {}
        self._by_words: dict[frozenset[str], set[str]] = {}
        self._said: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
        entries = registry.entries["offices"]
        self._home = {office: self._home_of(record.values.get("of")) for office, record in entries.items()}
        self._homes = COUNTRIES.union(*self._home.values())
        for office, record in entries.items():
            for name in _names(record):
                self._written.setdefault(fold(without_possessive(name)), set()).add(office)
                self._by_words.setdefault(title_tokens(name) - self._homes, set()).add(office)
        self._by_words.pop(frozenset(), None)
        self.words = frozenset(word for name in self._written for word in name.split())

    def called(self, phrase: str, country: str | None = None) -> tuple[frozenset[str], tuple[str, ...]]:
        """The words of a title that count, and the ids of the offices that it may be.

        A country in the title must be that of the office; a title without one is no office of another country than the
        person's own `country` (the id of a place), where that is known.
        """
        if phrase not in self._said:
            self._said[phrase] = self._offices(phrase)
        words, offices = self._said[phrase]
        home = self._place(country) if country is not None and not words & self._homes else frozenset()
        if home:
            offices = tuple(each for each in offices if self._home[each] in (home, frozenset()))
        return words, offices

    def _offices(self, phrase: str) -> tuple[frozenset[str], tuple[str, ...]]:
        words = title_tokens(phrase)
        exact = self._written.get(fold(without_possessive(phrase)), set())
        homes = words & self._homes
        alike = {
            office
            for office in self._by_words.get(words - self._homes, ())
            if not homes or not self._home[office] or homes & self._home[office]
        }
        return words, tuple(sorted(exact or alike))

    def _home_of(self, of: object) -> frozenset[str]:
        """The words of the place that an office belongs to, through the bodies in between."""
        seen: set[object] = set()
        while isinstance(of, str) and of not in seen:
            seen.add(of)
            if of in self._registry.entries["places"]:
                return self._place(of)
            body = self._registry.entries["bodies"].get(of)
            of = body.values.get("of") if body else None
        return frozenset()

    def _place(self, place: str) -> frozenset[str]:
        known = place in self._registry.entries["places"]
        return title_tokens(self._registry.name("places", place)) if known else frozenset()


def _names(record: Record) -> Iterator[str]:
    aliases = record.values.get("aliases")
    written = (record.values.get("title"), record.values.get("name"), *(aliases if isinstance(aliases, tuple) else ()))
    yield from (name for name in written if isinstance(name, str))
