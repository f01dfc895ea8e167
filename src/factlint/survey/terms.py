"""Offices as timelines: who held which, by the terms that sources give and the days on which they see somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import NEVER
from factlint.survey.days import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.corpus.facts import FactFile
    from factlint.corpus.records import Record
    from factlint.survey.days import Span


class Holding(NamedTuple):
    """What one fact says of somebody in an office."""

    fact: str
    span: Span
    acting: bool
    former: bool


class Holder(NamedTuple):
    """A person in an office, with all that is said of it: terms first, then the days on which it is seen, by date."""

    person: str
    name: str
    holdings: tuple[Holding, ...]


class Office(NamedTuple):
    """An office and its holders in the order of their first days; `seats` is None where there are many."""

    office: str
    title: str
    seats: int | None
    holders: tuple[Holder, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that speak of the office."""
        return tuple(each.fact for holder in self.holders for each in holder.holdings)


def offices(corpus: Corpus) -> tuple[Office, ...]:
    """Every office that a fact speaks of, by title; facts that are superseded, planned or denied are left out."""
    found: dict[str, dict[str, list[Holding]]] = {}
    for office, person, holding in _holdings(corpus):
        found.setdefault(office, {}).setdefault(person, []).append(holding)
    known = (_office(corpus, office, holders) for office, holders in found.items())
    return tuple(sorted(known, key=lambda each: (each.title, each.office)))


def counts(corpus: Corpus, fact: Record) -> bool:
    """Whether a fact counts: it can be read, is said to have happened, and no other fact revises it."""
    happened = fact.values.get("mode", "happened") == "happened"
    return happened and fact.ref not in corpus.unsound and fact.ref not in corpus.superseded


def _holdings(corpus: Corpus) -> Iterator[tuple[str, str, Holding]]:
    for file in corpus.files:
        yield from _of_file(corpus, file)


def _of_file(corpus: Corpus, file: FactFile) -> Iterator[tuple[str, str, Holding]]:
    for fact in file.facts:
        office, person = fact.values.get("role"), fact.values.get("person")
        if fact.table != "roles" or not (office and person) or not counts(corpus, fact):
            continue
        if span := span_of(fact, file.head):
            flags = (bool(fact.values.get("acting")), bool(fact.values.get("former")))
            yield str(office), str(person), Holding(fact.ref, span, *flags)


def _office(corpus: Corpus, office: str, found: dict[str, list[Holding]]) -> Office:
    holders = [
        Holder(person, corpus.registry.called(person), tuple(sorted(holdings, key=_order)))
        for person, holdings in found.items()
    ]
    return Office(
        office,
        corpus.registry.called(office),
        _seats(corpus, office),
        tuple(sorted(holders, key=lambda each: (_begun(each), each.name, each.person))),
    )


def _seats(corpus: Corpus, office: str) -> int | None:
    entry = corpus.registry.entries["offices"].get(office)
    seats = entry.values.get("seats", 1) if entry else 1
    return seats if isinstance(seats, int) and seats < MANY else None


MANY = 10**6
"""What `seats: many` is read as."""


def _order(holding: Holding) -> tuple[object, ...]:
    return (holding.span.kind != "term", holding.span.first, holding.span.last, holding.fact)


def _begun(holder: Holder) -> int:
    """The first day that is known of a holder: the latest at which it began, where its beginning is open."""
    firsts = [each.span.first for each in holder.holdings]
    return min(first.earliest if first.earliest > NEVER else first.latest for first in firsts)
