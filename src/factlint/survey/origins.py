"""Who corroborates what: facts that say the same, and the independent origins that say it.

Ten papers that print one wire report are one origin. Facts say the same where they speak of

- one quantity (measure, whose, with whom, scope, time) with figures that some number fits at once,
- one event with dates of the same days,
- one person in one office: a term, with the days on which somebody was seen in it; without any term, all such days,
- one relation between the same two, of the same days and scope.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.describe import in_words
from factlint.reading.date import Date
from factlint.reading.name import fold
from factlint.survey.days import span_of
from factlint.survey.stated import stated
from factlint.survey.terms import counts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.corpus.records import Record
    from factlint.figures.statements import Statement
    from factlint.survey.days import Span


class Told(NamedTuple):
    """What several facts say: in words, the facts, and those of each origin, by the name that it is called first."""

    words: str
    facts: tuple[str, ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...]


class Corroboration(NamedTuple):
    """What more than one fact says, most origins first, and how many statements there are with those of one fact."""

    told: tuple[Told, ...]
    statements: int

    @property
    def corroborated(self) -> int:
        """How many statements two or more origins make."""
        return sum(len(each.origins) > 1 for each in self.told)


class _Fact(NamedTuple):
    record: Record
    head: Record


def corroboration(corpus: Corpus) -> Corroboration:
    """The statements of a corpus, by who makes them; facts that do not count (see `terms.counts`) are left out."""
    facts = {fact.ref: _Fact(fact, file.head) for file in corpus.files for fact in file.facts if counts(corpus, fact)}
    groups = [group for group in _groups(corpus, facts) if group]
    told = [_told(corpus, facts, sorted(group)) for group in groups if len(group) > 1]
    return Corroboration(tuple(sorted(told, key=lambda each: (-len(each.origins), each.facts))), len(groups))


def _groups(corpus: Corpus, facts: Mapping[str, _Fact]) -> Iterator[list[str]]:
    yield from _figures(each.statement for each in stated(corpus) if each.statement.fact in facts)
    by_key: dict[tuple[Hashable, ...], list[str]] = {}
    for ref, fact in facts.items():
        if key := _key(corpus, fact):
            by_key.setdefault(key, []).append(ref)
    for key, group in by_key.items():
        yield from _by_term(group, facts) if key[0] == "role" else [group]


def _figures(figures: Iterable[Statement]) -> Iterator[list[str]]:
    """Figures of one quantity, in groups that one number fits: each takes all that still meets its first ones."""
    by_cell: dict[tuple[Hashable, ...], list[Statement]] = {}
    for each in figures:
        by_cell.setdefault((each.form, each.now, each.base, each.unit), []).append(each)
    for group in by_cell.values():
        room, chosen = None, []
        for each in sorted(group, key=lambda one: (_low(one), one.fact)):
            own = each.numbers("either")
            if room is not None and (room & own).is_empty:
                yield chosen
                room, chosen = None, []
            room = own if room is None else room & own
            chosen.append(each.fact)
        yield chosen


def _low(figure: Statement) -> tuple[bool, object]:
    low = figure.numbers("either").low
    return (low is not None, low)


def _key(corpus: Corpus, fact: _Fact) -> tuple[Hashable, ...] | None:
    """What facts share that say the same; None for a figure, and for what lacks its subject."""
    values = fact.record.values
    if fact.record.table == "roles" and not values.get("former"):
        return ("role", values.get("role"), values.get("person"), bool(values.get("acting")))
    if fact.record.table == "events" and isinstance(date := values.get("date"), Date):
        return ("event", values.get("event"), values.get("date_kind", "held"), date.begins, date.ends)
    if fact.record.table == "relations":
        return ("relation", *_relation(corpus, fact))
    return None


def _relation(corpus: Corpus, fact: _Fact) -> tuple[Hashable, ...]:
    values = fact.record.values
    name = str(values.get("relation"))
    entry = corpus.registry.entries["relations"].get(name)
    sides = (str(values.get("subject", "")), str(values.get("object", "")))
    if entry and entry.values.get("symmetric"):
        sides = (min(sides), max(sides))
    literal = fold(str(values["value"])) if "value" in values else ""
    return (name, sides, literal, str(values.get("scope", "")), str(values.get("rank", "")), span_of(*fact))


def _by_term(group: list[str], facts: Mapping[str, _Fact]) -> Iterator[list[str]]:
    """The facts on one person in one office, term by term; what is seen outside every term is a group of its own."""
    spans = {ref: span for ref in group if (span := span_of(*facts[ref]))}
    terms: list[tuple[Span, list[str]]] = []
    for ref, span in sorted(spans.items(), key=lambda each: (each[1].kind != "term", each[1].first, each[0])):
        home = next((members for term, members in terms if _may_meet(term, span)), None)
        if home is None and span.kind == "term":
            terms.append((span, [ref]))
        elif home is not None:
            home.append(ref)
    placed = {ref for _, members in terms for ref in members}
    yield from (members for _, members in terms)
    yield [ref for ref in spans if ref not in placed]


def _may_meet(term: Span, other: Span) -> bool:
    return term.first.earliest <= other.last.latest and other.first.earliest <= term.last.latest


def _told(corpus: Corpus, facts: Mapping[str, _Fact], group: list[str]) -> Told:
    origins: dict[str, tuple[str, list[str]]] = {}
    for ref in group:
        name = _origin(facts[ref].head)
        origins.setdefault(fold(name), (name, []))[1].append(ref)
    by_name = sorted((name, tuple(refs)) for name, refs in origins.values())
    return Told(_words(corpus, facts[group[0]].record), tuple(group), tuple(by_name))


def _origin(head: Record) -> str:
    """Whose words a file has: its origin, else its publisher; a file that names neither stands for itself."""
    origin, publisher = (str(head.values.get(key) or "") for key in ("origin", "publisher"))
    return publisher if fold(publisher) == fold(origin) and publisher else origin or publisher or head.ref


def _words(corpus: Corpus, fact: Record) -> str:
    if fact.table == "roles":
        person, office = (corpus.registry.called(str(fact.values[key])) for key in ("person", "role"))
        return f"{person}: {office}"
    scope = fact.values.get("scope") if fact.table != "figures" else None
    return f"{in_words(fact, corpus.registry)}{f' ({scope})' if scope else ''}"
