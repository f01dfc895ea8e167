"""Which events belong together: those of which one is part of another, through however many others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus


def families(corpus: Corpus) -> Mapping[str, str]:
    """For each event that is part of another or has parts, by the registry or a fact, one event of its family.

    A visit and its meetings are one family, and so are two meetings of one visit. An event that is not a key is alone.
    """
    leader: dict[str, str] = {}
    for part, whole in _parts(corpus):
        one, other = _find(leader, part), _find(leader, whole)
        leader[max(one, other)] = min(one, other)
    return {event: _find(leader, event) for event in sorted(leader)}


def _parts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    events, registry = corpus.standing("events"), corpus.table("registry/events")
    for table, column in ((registry, "entry"), (events, "event")):
        said = table[table["part_of"].map(bool).astype(bool) & table[column].notna()]
        for part, wholes in zip(said[column], said["part_of"], strict=True):
            yield from ((part, whole) for whole in wholes)


def _find(leader: dict[str, str], event: str) -> str:
    """The leader of the event's family, with the way there made shorter."""
    way = []
    while leader.setdefault(event, event) != event:
        way.append(event)
        event = leader[event]
    leader.update(dict.fromkeys(way, event))
    return event
