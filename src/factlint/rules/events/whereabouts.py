"""Where people are said to have been on which days, and who is said to have been in two countries on one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.rules.events.lasting import lasting
from factlint.rules.events.participants import participants
from factlint.rules.events.places import Places
from factlint.rules.events.wholes import families

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from factlint.corpus import Corpus

_REMOTE_KIND = re.compile(r"video|online|on-line|virtual|remote|call|phone|webinar|letter|telegram|message")
_REMOTE_NAME = re.compile(r"\b(?:video\w*|online|on-line|virtual(?:ly)?|remote(?:ly)?|phone|telephone|call|webinar)\b")


class Seen(NamedTuple):
    """A person at an event in a place; `family` is that of the event, `tops` the countries that the place lies in."""

    fact: str
    event: str
    place: str
    placed: bool
    family: str
    tops: frozenset[str]

    def against(self, other: Seen) -> bool:
        """Whether one person cannot be seen at both on one day."""
        return self.family != other.family and not self.tops & other.tops


class Apart(NamedTuple):
    """People who are said to have been in two countries on one day.

    `pair` are the first statements that contradict each other, `suspects` the facts without which nobody of them is in
    two countries, `others` further statements that contradict the first.
    """

    people: tuple[str, ...]
    day: int
    pair: tuple[Seen, Seen]
    suspects: tuple[str, ...]
    others: tuple[Seen, ...]


def apart(corpus: Corpus) -> list[Apart]:
    """Those who are in two countries on one day, one item for all whom the same two statements place so."""
    found: dict[tuple[int, tuple[Seen, Seen]], Apart] = {}
    for person, day, seen in _days(corpus):
        if pair := _first(seen):
            known = found.get((day, pair), Apart((), day, pair, (pair[0].fact, pair[1].fact), ()))
            found[day, pair] = _also(known, person, seen)
    return list(found.values())


def _also(known: Apart, person: str, seen: Sequence[Seen]) -> Apart:
    """The same of one more person, who is seen where the others are and perhaps elsewhere."""
    first = known.pair[0]
    others = (each for each in _distinct(seen) if each.against(first) and each not in {*known.pair, *known.others})
    return known._replace(
        people=(*known.people, person),
        suspects=tuple(fact for fact in known.suspects if not _first([each for each in seen if each.fact != fact])),
        others=(*known.others, *others),
    )


def _days(corpus: Corpus) -> Iterator[tuple[str, int, list[Seen]]]:
    """For each person and day with events in several places whose countries are known, these, by fact id."""
    places, family = corpus.of_registry(Places.of), families(corpus)
    rows = _placed(corpus)
    rows = rows[rows.groupby(["person", "day"])["at"].transform("nunique") > 1]
    tops = {place: places.tops(place) for place in rows["at"].unique()}
    rows = rows[rows["at"].isin([place for place, found in tops.items() if found])]
    rows = rows.assign(placed=rows["place"].notna())
    for (person, day), group in rows.groupby(["person", "day"]):
        cells = group[["fact", "event", "at", "placed"]].itertuples(index=False, name=None)
        seen = [Seen(fact, event, at, placed, family.get(event, event), tops[at]) for fact, event, at, placed in cells]
        yield str(person), int(str(day)), seen


def _placed(corpus: Corpus) -> pd.DataFrame:
    """The participants in events of one known day and place, `day` and `at`: the fact's own, else the registry's."""
    rows, registry = participants(corpus), corpus.table("registry/events")
    known = registry.set_index("entry")
    own = rows["date"].notna()
    ends = (rows[end].where(own, rows["event"].map(known[end])) for end in ("date_begins_earliest", "date_ends_latest"))
    first, last = ends
    at = rows["place"].where(rows["place"].notna(), rows["event"].map(known["place"]))
    remote = {event for event, *words in _words(registry[registry["entry"].isin(rows["event"])]) if _is_remote(*words)}
    there = (first == last) & at.notna() & ~rows["event"].isin(lasting(corpus) | remote)
    return rows.assign(day=first, at=at)[there].astype({"day": "int64"})


def _words(registry: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    for event, kind, name in zip(registry["entry"], registry["kind"], registry["name"], strict=True):
        yield str(event), str(kind or "").casefold(), f"{event} {name or ''}".casefold().replace("_", " ")


def _is_remote(kind: str, name: str) -> bool:
    """Whether people take part in such an event from afar: a video conference, a telephone call."""
    return bool(_REMOTE_KIND.search(kind) or _REMOTE_NAME.search(name))


def _distinct(seen: Sequence[Seen]) -> list[Seen]:
    """The first statement for each family of events and set of countries."""
    firsts: dict[tuple[str, frozenset[str]], Seen] = {}
    for each in seen:
        firsts.setdefault((each.family, each.tops), each)
    return list(firsts.values())


def _first(seen: Sequence[Seen]) -> tuple[Seen, Seen] | None:
    """The first statement that contradicts an earlier one, after the first that it contradicts."""
    distinct = _distinct(seen)
    return next(
        ((one, other) for position, other in enumerate(distinct) for one in distinct[:position] if one.against(other)),
        None,
    )
