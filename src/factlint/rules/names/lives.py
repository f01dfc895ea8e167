"""What registry and facts say of births and deaths, foundings and dissolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Anchor
from factlint.reading.date import Date, DateError, read
from factlint.reading.name import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus, Record

_KEYS = {"people": ("born", "died"), "bodies": ("founded", "dissolved")}
_EVENTS = {"birth": "born", "death": "died", "founding": "founded", "dissolution": "dissolved"}
# Only the passive: who founded or dissolved another is not itself founded or dissolved then.
_RELATIONS = {
    **dict.fromkeys(("born", "was born", "birth", "date of birth"), "born"),
    **dict.fromkeys(("died", "was killed", "passed away", "death", "date of death"), "died"),
    **dict.fromkeys(("was founded", "was established", "was created"), "founded"),
    **dict.fromkeys(("was dissolved", "was abolished", "was disbanded"), "dissolved"),
}
_PREPOSITIONS = frozenset({"at", "by", "in", "on", "of"})


class Said(NamedTuple):
    """A date of a life: whose, of what (`born`, …), by which fact (empty for the registry), where it stands."""

    entry: str
    what: str
    fact: str
    date: Date
    at: Anchor


def lives(corpus: Corpus) -> dict[tuple[str, str], list[Said]]:
    """For each person or body and each kind of date, what is said of it: the registry first, then by fact id."""
    found: dict[tuple[str, str], list[Said]] = {}
    for said in sorted((*_events(corpus), *_relations(corpus)), key=lambda each: each.fact):
        found.setdefault((said.entry, said.what), []).append(said)
    for (entry, what), facts in found.items():
        facts[:0] = _registered(entry, what, corpus)
    return dict(sorted(found.items()))


def tells_of_a_life(fact: Record, corpus: Corpus) -> bool:
    """Whether a fact may be one of those that `lives` gathers, by its event or its relation."""
    if "relation" in fact.values:
        relation = str(fact.values["relation"])
        return relation in corpus.registry.entries["relations"] and _end(relation, corpus) is not None
    entry = corpus.registry.entries["events"].get(str(fact.values.get("event")))
    return entry is not None and fold(str(entry.values.get("kind") or "")) in _EVENTS


def _registered(entry: str, what: str, corpus: Corpus) -> Iterator[Said]:
    for kind, keys in _KEYS.items():
        record = corpus.registry.entries[kind].get(entry) if what in keys else None
        date = record.values.get(what) if record and record.ref not in corpus.unsound else None
        if record and isinstance(date, Date):
            yield Said(entry, what, "", date, Anchor(record.ref, what))


def _events(corpus: Corpus) -> Iterator[Said]:
    """Events of the kinds birth, death, founding and dissolution of one only, with a date of their own."""
    kinds = corpus.table("registry/events").set_index("entry")["kind"].dropna()
    ends = {event: _EVENTS[fold(kind)] for event, kind in kinds.items() if fold(kind) in _EVENTS}
    rows = corpus.standing("events")
    counts = rows["event"].isin(ends) & rows["date"].notna() & (rows["date_kind"] == "held") & (rows["scope"] == "")
    rows = rows[counts & ~rows["postponed"] & (rows["status"] != "cancelled") & (rows["who"].map(len) == 1)]
    for fact, event, who, date in zip(rows["fact"], rows["event"], rows["who"], rows["date"], strict=True):
        if _has(who[0], ends[event], corpus):
            yield Said(who[0], ends[event], fact, date, Anchor(fact, "date"))


def _relations(corpus: Corpus) -> Iterator[Said]:
    """Relations such as `was born in` and `died on`, with a date or with a literal object that is one."""
    entries = corpus.registry.entries["relations"]
    ends = {entry: end for entry in entries if (end := _end(entry, corpus))}
    rows = corpus.standing("relations")
    rows = rows[rows["relation"].isin(ends) & rows["subject"].notna() & (rows["scope"] == "")]
    columns = ("fact", "relation", "subject", "date", "value", "calendar")
    for fact, relation, subject, date, value, calendar in zip(*(rows[each] for each in columns), strict=True):
        literal = _date(value, calendar) if date is None else None
        if (when := date or literal) and _has(subject, ends[relation], corpus):
            yield Said(subject, ends[relation], fact, when, Anchor(fact, "value" if literal else "date"))


def _end(relation: str, corpus: Corpus) -> str | None:
    """Which end of a life a relation tells, by its name or its id; None for all others."""
    for written in (corpus.registry.name("relations", relation), relation):
        words = fold(written).split()
        while words and words[-1] in _PREPOSITIONS:
            words.pop()
        if end := _RELATIONS.get(" ".join(words)):
            return end
    return None


def _has(entry: str, what: str, corpus: Corpus) -> bool:
    return any(what in keys and entry in corpus.registry.entries[kind] for kind, keys in _KEYS.items())


def _date(value: str | None, calendar: str) -> Date | None:
    try:
        return read(value, calendar=calendar) if value else None
    except DateError:
        return None
