"""Complete lists of who took part in an event, beside the counts of them."""

from __future__ import annotations

from math import floor
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from factlint.corpus.printed import date_columns
from factlint.figures.cells import codes, known
from factlint.interval import EVERYTHING
from factlint.reading.quantity.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity

_PEOPLE: Final = words_of("""
    person man woman child human individual participant attendee guest visitor delegate representative official leader
    president minister premier chancellor king queen monarch prince governor mayor senator deputy lawmaker
    parliamentarian legislator politician diplomat ambassador envoy consul commissioner secretary director chairman
    judge lawyer general colonel officer commander soldier serviceman fighter militant rebel pilot sailor captain
    policeman policemen journalist reporter editor scientist expert economist teacher doctor nurse student athlete
    player passenger tourist worker employee citizen resident businessman businessmen entrepreneur signer speaker
    author winner laureate
    """)
_PLACES: Final = words_of("country state nation republic")
_BODIES: Final = words_of("""
    organisation organization company firm corporation agency institution ministry authority bank university
    association federation party union club body
    """)
_NOUNS: Final[Mapping[str, str]] = MappingProxyType(
    {noun: kind for kind, nouns in (("people", _PEOPLE), ("places", _PLACES), ("bodies", _BODIES)) for noun in nouns}
)
_WITHIN: Final[Mapping[str, str]] = MappingProxyType({"people": "", "places": "in", "bodies": "of"})
"""The kinds of those who may take part, and the key that says what an entry of a kind lies in or belongs to."""


class Listed(NamedTuple):
    """A complete list: its fact, of what kind all who are named are, and how many."""

    fact: str
    kind: str
    number: int


class Counted(NamedTuple):
    """A count: its fact, of what kind it is, and the printed number."""

    fact: str
    kind: str
    said: Quantity


class Differing(NamedTuple):
    """A list and a count that cannot both be true, and those of their facts without which all the others can."""

    listed: Listed
    counted: Counted
    suspects: tuple[str, ...]


def differing(corpus: Corpus) -> Iterator[Differing]:
    """The clashes of complete lists and counts, one for each event, day and kind of those who are counted."""
    events = corpus.standing("events")
    complete = events["who_complete"] & (events["who"].map(len) > 0)
    events = events[(complete | events["count"].notna()) & ~events["postponed"] & (events["status"] != "cancelled")]
    if events.empty:
        return
    events = events.sort_values("fact")
    columns = zip(
        _occasions(events), events["fact"], events["who"], events["who_complete"], events["count"], strict=True
    )
    lists: dict[tuple[int, str], list[Listed]] = {}
    counts: dict[tuple[int, str], list[Counted]] = {}
    for occasion, fact, who, whole, count in columns:
        if whole and (kind := _kind(corpus, who)):
            lists.setdefault((occasion, kind), []).append(Listed(fact, kind, len(set(who))))
        if count is not None and (kind := _counts(count)):
            counts.setdefault((occasion, kind), []).append(Counted(fact, kind, count))
    for both in sorted(lists.keys() & counts.keys()):
        if found := _differing(lists[both], counts[both]):
            yield found


def _occasions(events: pd.DataFrame) -> pd.Series[int]:
    """A number a row, the same for those of one event on one known day; a date that is not known is a row's own."""
    columns = ["event", "scope", "date_kind", *date_columns("date")]
    dated = known(events, "date")
    own = events["fact"].where(~dated, "")
    return codes(events.assign(own=own), [*columns, "own"])


def _differing(lists: Sequence[Listed], counts: Sequence[Counted]) -> Differing | None:
    """The first clash, one inside a fact before others; the lists and counts are of one occasion, in order."""
    clash = _clash(lists, counts)
    if clash is None:
        return None
    facts = sorted({clash[0].fact, clash[1].fact})
    alone = (
        fact
        for fact in facts
        if _possible([each for each in lists if each.fact != fact], [each for each in counts if each.fact != fact])
    )
    return Differing(*clash, tuple(alone))


def _possible(lists: Sequence[Listed], counts: Sequence[Counted]) -> bool:
    """Whether one number can be that of all the lists and what all the counts say."""
    said = EVERYTHING
    for counted in counts:
        said &= counted.said.either
    numbers = {listed.number for listed in lists}
    return len(numbers) <= 1 and (all(map(said.contains, numbers)) if numbers else _has_whole(said))


def _has_whole(said: Interval) -> bool:
    """Whether some whole number is in an interval."""
    if said.low is None or said.high is None:
        return not said.is_empty
    least = floor(said.low)
    return any(said.contains(each) for each in (least, least + 1))


def _clash(lists: Sequence[Listed], counts: Sequence[Counted]) -> tuple[Listed, Counted] | None:
    """The first count that its own list contradicts, else the first that the first list of some number does."""
    own = {listed.fact: listed for listed in lists}
    for counted in counts:
        if (listed := own.get(counted.fact)) and not counted.said.either.contains(listed.number):
            return listed, counted
    first = {listed.number: listed for listed in reversed(lists)}
    for counted in counts:
        for number in sorted(first):
            if not counted.said.either.contains(number):
                return first[number], counted
    return None


def _kind(corpus: Corpus, who: tuple[str, ...]) -> str:
    """The kind of all who are named, empty where they are of several kinds or one of them lies in another."""
    kinds = {corpus.registry.names.kinds_of(each) for each in who}
    actors = {tuple(kind for kind in each if kind in _WITHIN) for each in kinds}
    if len(actors) != 1 or len(only := actors.pop()) != 1:
        return ""
    return "" if any(_around(corpus, only[0], each) & set(who) for each in who) else only[0]


def _around(corpus: Corpus, kind: str, entry: str) -> set[str]:
    """The entries of the same kind that one lies in or belongs to, at whatever distance."""
    entries, found, waiting = corpus.registry.entries[kind], set[str](), [entry]
    while waiting:
        above = entries[waiting.pop()].values.get(_WITHIN[kind], ())
        new = {each for each in (above if isinstance(above, tuple) else (str(above),)) if each in entries} - found
        found |= new
        waiting += new
    return found - {entry}


def _counts(count: Quantity) -> str:
    """What is counted: people also where the number stands bare; empty where the noun does not say."""
    noun = (count.unit or "person").rpartition(" ")[2]
    return _NOUNS.get(noun, "")
