"""The spaces in which facts meet: ways to tell facts apart so that those which a rule compares share a key.

Some rules have no key, or one that takes in far more than their code compares. Each of these has a space of its own
here, with what must be read in it and why nothing else matters: where a text is left out that ties two facts, an edit
of one would not be seen to concern the other. A text too many only costs time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.ties import ends, groups, spelled, strands
from factlint.reading.date import Date
from factlint.reading.name import fold
from factlint.rules.evidence.utterances import joined
from factlint.rules.names.likeness import births_of_namesakes
from factlint.rules.names.lives import tells_of_a_life

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factlint.corpus import Corpus, Record, Registry


class Space(NamedTuple):
    """A way to tell facts apart: by the columns of one table, or by what `named` says of the facts of some tables.

    Where it is `closed`, facts meet also by way of others, and of what the registry has `tied`. Where it is `single`,
    each fact has one key at the most.
    """

    name: str
    tables: tuple[str, ...]
    columns: tuple[str, ...] = ()
    named: Callable[[Record, Corpus], Iterable[str]] | None = None
    closed: bool = False
    tied: Callable[[Registry], Iterable[Iterable[str]]] | None = None
    single: bool = False


# Figures.


def _tied_places(fact: Record, _: Corpus) -> Iterable[str]:
    return {spelled(ends(fact.values)), *groups([fact.values])}


# Events.


def _tied_events(fact: Record, _: Corpus) -> Iterable[str]:
    event = fact.values.get("event")
    return () if event is None else {str(event), *strands([(event, fact.values)])}


def _registered_strands(registry: Registry) -> Iterator[Iterable[str]]:
    return (strands([(event, entry.values)]) for event, entry in registry.entries["events"].items())


def _family(event: object, values: Mapping[str, object]) -> Iterator[str]:
    """The event and those that it is part of."""
    wholes = values.get("part_of")
    for each in (event, *(wholes if isinstance(wholes, tuple) else ())):
        yield f"event {each}"


def _families(registry: Registry) -> Iterator[Iterable[str]]:
    return (tuple(_family(event, entry.values)) for event, entry in registry.entries["events"].items())


def _gathered(fact: Record, corpus: Corpus) -> Iterator[str]:
    """Whom a fact sees on which day, its event and what that is part of.

    A person is compared with himself on one day. That day is the fact's, else the registry's; where it is not one
    exact day, the fact places nobody. Whether the event lasts longer follows from the other facts about it, and of
    which journey it is part from those about all events between, told by facts or the registry. One finding speaks of
    all whom two facts place so, so that two people meet whom one fact sees.
    """
    event = fact.values.get("event")
    if event is None:
        return
    yield from _family(event, fact.values)
    entry = corpus.registry.entries["events"].get(str(event))
    date = fact.values.get("date") or (entry and entry.values.get("date"))
    who = fact.values.get("who")
    if isinstance(date, Date) and date.earliest == date.latest and isinstance(who, tuple):
        yield from (f"person {each} {date.earliest}" for each in who)


def _series(fact: Record, corpus: Corpus) -> Iterator[str]:
    entry = corpus.registry.entries["events"].get(str(fact.values.get("event")))
    if entry is not None and "series" in entry.values:
        yield str(entry.values["series"])


def _numbered(fact: Record, _: Corpus) -> Iterable[str]:
    """The event and what it is part of: two numbers of one series clash unless a chain of those makes them one family.

    The links of that chain need not be of the series themselves. The series come in by the registry (`_editions`).
    """
    event = fact.values.get("event")
    return () if event is None else _family(event, fact.values)


def _editions(registry: Registry) -> Iterator[Iterable[str]]:
    """Each event with its series and what it is part of."""
    for event, entry in registry.entries["events"].items():
        series = (f"series {entry.values['series']}",) if "series" in entry.values else ()
        yield (*_family(event, entry.values), *series)


# People and bodies.


def _people(fact: Record, corpus: Corpus) -> Iterator[str]:
    """The people that a fact names."""
    for key in ("person", "who", "subject", "object"):
        value = fact.values.get(key)
        for each in value if isinstance(value, tuple) else (value,):
            if each in corpus.registry.names.ids["people"]:
                yield str(each)


def _quoted_people(fact: Record, corpus: Corpus) -> Iterable[str]:
    return _people(fact, corpus) if "quote" in fact.values else ()


def _lives(fact: Record, corpus: Corpus) -> Iterator[str]:
    """Whose birth, death, founding or dissolution a fact tells."""
    if tells_of_a_life(fact, corpus):
        who = fact.values.get("who")
        yield from map(str, who if isinstance(who, tuple) else ())
        if "subject" in fact.values:
            yield str(fact.values["subject"])


def _namesakes(fact: Record, corpus: Corpus) -> Iterator[str]:
    """One text for all roles of people who may be one by birth, name and office.

    Offices matter only for people born on a day on which another one was of whose name theirs is part. All that look
    like one person are one finding, so that these few roles all meet.
    """
    entry = corpus.registry.entries["people"].get(str(fact.values.get("person")))
    born = entry and entry.values.get("born")
    if isinstance(born, Date) and born.exact and born.earliest in corpus.of_registry(births_of_namesakes):
        yield ""


# Offices.


def _terms(fact: Record, _: Corpus) -> Iterator[str]:
    """The office, the fact itself, and the term that it lies in."""
    yield f"role {fact.values.get('role')}"
    yield f"fact {fact.ref}"
    if "within" in fact.values:
        yield f"fact {fact.values['within']}"


# Relations.


def _pair(fact: Record, _: Corpus) -> Iterator[str]:
    """Subject and object in alphabetical order: an inverse or symmetric relation only exchanges them."""
    yield "\0".join(sorted(str(fact.values.get(key)) for key in ("subject", "object")))


def _sides(fact: Record, _: Corpus) -> Iterator[str]:
    """The relation with each of what it relates."""
    for side in ("subject", "object"):
        if side in fact.values:
            yield f"{fact.values.get('relation')} {side} {fact.values[side]}"


def _words(fact: Record, _: Corpus) -> Iterator[str]:
    """The relation with the words that it has for an object."""
    if isinstance(words := fact.values.get("value"), str):
        yield f"{fact.values.get('relation')} {fold(words)}"


def _ways(fact: Record, corpus: Corpus) -> Iterator[str]:
    """What an acyclic relation leads from and to: a circle passes through nothing that no chain of them reaches."""
    way = corpus.once(_acyclic).get(str(fact.values.get("relation")))
    if way is not None:
        yield from (f"{way} {fact.values[side]}" for side in ("subject", "object") if side in fact.values)


def _acyclic(corpus: Corpus) -> Mapping[str, str]:
    """For each acyclic relation, and whatever inverses connect with one, the one that stands for all of them."""
    entries = corpus.registry.entries["relations"]
    inverses = ({each, str(entry.values.get("inverse", each))} for each, entry in entries.items())
    leader = joined(inverses)
    acyclic = {leader[each] for each, entry in entries.items() if entry.values.get("acyclic")}
    return {each: first for each, first in leader.items() if first in acyclic}


GROUPS = Space("figures:group", ("figures",), named=_tied_places, closed=True)
STRANDS = Space("events:strand", ("events",), named=_tied_events, closed=True, tied=_registered_strands)
_SERIES = Space("series", ("events",), named=_series, single=True)
_TO_AN_OBJECT = Space("relations:relation,object", ("relations",), ("relation", "object"))
_PAIRS = Space("pairs", ("relations",), named=_pair, single=True)

OWN = {
    "false-corroboration": (
        Space("figures:figure,pair,scope", ("figures",), ("figure", "pair", "scope")),
        Space("events:event", ("events",), ("event",)),
        Space("roles:role,person", ("roles",), ("role", "person")),
        _PAIRS,
    ),
    "one-quote-two-speakers": (Space("words", ("relations",), named=_words),),
    "two-places-at-once": (Space("whereabouts", ("events",), named=_gathered, closed=True, tied=_families),),
    "series-out-of-order": (_SERIES,),
    "series-too-fast": (_SERIES,),
    "duplicate-number": (Space("numbered", ("events",), named=_numbered, closed=True, tied=_editions),),
    "lifespan": (Space("people", ("events", "roles"), named=_people),),
    "attributes-differ": (Space("lives", ("events", "relations"), named=_lives),),
    "name-spelled-otherwise": (Space("quoted people", ("events", "roles", "relations"), named=_quoted_people),),
    "same-name-twice": (Space("namesakes", ("roles",), named=_namesakes),),
    "suspicious-default": (Space("roles:role", ("roles",), ("role",)),),
    "term-out-of-office": (Space("terms", ("roles",), named=_terms, closed=True),),
    "since-broken": (_TO_AN_OBJECT,),
    "one-subject": (_TO_AN_OBJECT,),
    "only-broken": (_TO_AN_OBJECT,),
    "two-firsts": (_TO_AN_OBJECT,),
    "rank-clash": (_TO_AN_OBJECT,),
    "wrong-type": (Space("sides", ("relations",), named=_sides),),
    "relation-asymmetric": (_PAIRS,),
    "relation-cycle": (Space("ways", ("relations",), named=_ways, closed=True),),
}
"""The spaces of rules that compare less than their key says, or have none; of the tool's own rules only."""
