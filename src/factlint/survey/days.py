"""The days of which each fact speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from factlint.reading.date import FOREVER, NEVER, Date, Days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.corpus import Corpus, Record

Kind = Literal["moment", "stretch", "term", "seen"]

_KEYS = {"figures": ("period", "asof"), "events": ("date",), "relations": ("date", "since")}


class Span(NamedTuple):
    """What a fact dates: its first and its last day, each known to lie between two days (1970-01-01 is 0).

    `moment` is one day, `stretch` a time from-to, `term` the time in an office, `seen` a day on which somebody
    held one. Of a moment and of what is seen, both ends are the same day.
    """

    kind: Kind
    first: Days
    last: Days

    @property
    def certain(self) -> Days | None:
        """The days that the span certainly has, ends inclusive; None where there may be no such day."""
        begin, end = self.first.latest, self.last.earliest
        return Days(begin, end) if begin <= end else None


def days(corpus: Corpus) -> Mapping[str, Span]:
    """The span of every fact that has one, by its reference."""
    spans = ((fact.ref, span_of(fact, file.head)) for file in corpus.files for fact in file.facts)
    return {ref: span for ref, span in spans if span}


def span_of(fact: Record, head: Record) -> Span | None:
    """The span of one fact; None where it has no date that can be read. `head` is the head of its file."""
    if fact.table == "roles":
        return _held(fact, head.values.get("published"))
    for key in _KEYS.get(fact.table, ()):
        date = fact.values.get(key)
        if isinstance(date, Date):
            return _dated(date, key)
    return None


def _dated(date: Date, key: str) -> Span:
    if key == "period":
        return Span("stretch", *date.as_period())
    if key == "since":
        return Span("stretch", date.begins, Days(date.begins.latest, FOREVER))
    if date.stretch:
        return Span("stretch", date.begins, date.ends)
    return Span("moment", date.as_moment(), date.as_moment())


def _held(fact: Record, published: object) -> Span | None:
    """The term of a role; without its beginning or its end, the day on which it is seen."""
    begins, ends = fact.values.get("from"), fact.values.get("until")
    if isinstance(begins, Date):
        last = ends.ends if isinstance(ends, Date) else _until_at_least(begins, published)
        return Span("term", begins.begins, last)
    if isinstance(ends, Date):
        return Span("term", Days(NEVER, ends.ends.earliest), ends.ends)
    for seen in (fact.values.get("at"), fact.values.get("asof"), published):
        if isinstance(seen, Date):
            return Span("seen", seen.as_moment(), seen.as_moment())
    return None


def _until_at_least(begins: Date, published: object) -> Days:
    """The end of a term of which only the beginning is known: not before the source was published."""
    seen = published.earliest if isinstance(published, Date) else begins.begins.latest
    return Days(max(seen, begins.begins.latest), FOREVER)


def published(corpus: Corpus) -> Mapping[str, Span]:
    """The day on which each source was published, by the reference of its fact file."""
    heads = ((file.head.ref, file.head.values.get("published")) for file in corpus.files)
    return {ref: Span("moment", date.as_moment(), date.as_moment()) for ref, date in heads if isinstance(date, Date)}
