"""Which titles that articles print are confirmed by the terms of a reference: a source whose text is not stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import Date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus, Record


def confirmed(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """For each titled role of an article, in order, the facts of references whose terms certainly cover its day."""
    terms: dict[tuple[object, object], list[tuple[str, int, int]]] = {}
    said: list[tuple[str, tuple[object, object], int, int]] = []
    for fact, head in _roles(corpus):
        office = (fact.values.get("role"), fact.values.get("person"))
        if "source" in head.values:
            if term := _term(fact, head):
                terms.setdefault(office, []).append((fact.ref, *term))
        elif "title" in fact.values and (day := _day(fact, head)):
            said.append((fact.ref, office, day.earliest, day.latest))
    return {
        fact: tuple(sorted(ref for ref, begins, ends in terms.get(office, ()) if begins <= earliest and latest <= ends))
        for fact, office, earliest, latest in sorted(said, key=lambda each: each[0])
    }


def _roles(corpus: Corpus) -> Iterator[tuple[Record, Record]]:
    """The roles that count, each with the head of its file."""
    for file in corpus.files:
        for fact in file.facts:
            out = fact.ref in corpus.unsound or fact.ref in corpus.superseded or fact.values.get("former")
            if fact.table == "roles" and not out and fact.values.get("mode", "happened") == "happened":
                yield fact, file.head


def _term(fact: Record, head: Record) -> tuple[int, int] | None:
    """The days that a term certainly has: with no end known, up to the day of publication."""
    begins, ends, published = fact.values.get("from"), fact.values.get("until"), head.values.get("published")
    if not isinstance(begins, Date):
        return None
    if isinstance(ends, Date):
        return begins.latest, ends.earliest
    return (begins.latest, published.earliest) if isinstance(published, Date) else None


def _day(fact: Record, head: Record) -> Date | None:
    """The day on which an article sees somebody in office."""
    known = (fact.values.get(key) for key in ("at", "asof"))
    day = next((each for each in (*known, head.values.get("published")) if each is not None), None)
    return day if isinstance(day, Date) else None
