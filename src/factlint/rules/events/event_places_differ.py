"""One event, two places."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.events.stated_places import differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.events.stated_places import Differing, Stated


class EventPlacesDiffer(Rule):
    """One event is placed in two places of which neither lies in the other.

    ## What it finds
    Places of one event, of one `date_kind` and one `scope`, in facts and, for where it was held, in the registry, of
    which neither lies in the other through `in`, at however many removes.

    ## Why it matters
    A meeting is held in one place. The wrong capital, the seat of the host taken for the venue, or two meetings under
    one name: each makes two articles contradict each other.

    ## When it stays silent
    Where one place lies in the other (a city and its country; a place may lie in several). For an event that lasts: one
    with a stretch of days or a `duration` of more than a day, and one whose placed statements have dates that certainly
    differ. Between where something was announced, signed and held (`date_kind`); for another `scope`; for planned,
    denied and superseded facts, and for what was `postponed` or cancelled.

    ## How to settle it
    Correct the place that is wrong. Where one lies in the other, say so in the registry with `in`; where the event had
    several venues, give it a stretch of days, tell them apart with `scope`, or make its parts events of their own.
    """

    name = "event-places-differ"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ("event",)}
    needs = ("events.place",)
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: azerbaijan}
        pakistan: {name: Pakistan}
        islamabad: {name: Islamabad, in: pakistan}
        embassy: {name: Azerbaijani embassy, in: [islamabad, azerbaijan]}
        == facts/registry/events.yaml
        talks: {name: Talks, place: azerbaijan}
        reception: {name: Reception}
        visit: {name: Visit, date: 2021-06-21/2021-06-24}
        drills: {name: Drills}
        treaty: {name: Treaty}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: talks, event: talks, place: Baku}
          - {id: talks-planned, event: talks, place: Islamabad, mode: planned}
          - {id: talks-put-off, event: talks, place: Islamabad, postponed: true}
          - {id: second-round, event: talks, place: Islamabad, scope: {round: second}}
          - {id: reception, event: reception, place: Azerbaijani embassy}
          - {id: reception-in-the-country, event: reception, place: Pakistan}
          - {id: visit-begins, event: visit, place: Islamabad}
          - {id: visit-ends, event: visit, place: Baku}
          - {id: drills, event: drills, place: Pakistan, duration: three-day}
          - {id: drills-go-on, event: drills, place: Azerbaijan}
          - {id: signed, event: treaty, date_kind: signed, place: Islamabad}
          - {id: announced, event: treaty, date_kind: announced, place: Baku}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: azerbaijan}
        ganja: {name: Ganja, in: azerbaijan}
        islamabad: {name: Islamabad}
        == facts/registry/events.yaml
        talks: {name: Talks, place: islamabad}
        parade: {name: Parade}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: talks
            event: talks
            place: Baku # <- event-places-differ
          - id: parade
            event: parade
            place: Baku # <- event-places-differ
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - {id: parade, event: parade, place: Ganja}
          - {id: parade-in-the-country, event: parade, place: Azerbaijan}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each event, date kind and scope, at the first fact that clashes, related to the others."""
        for found in differing(corpus):
            yield _clash(found, corpus)


def _clash(found: Differing, corpus: Corpus) -> Clash:
    # The registry's place comes first, and a finding stands at a fact.
    here, there = found.pair if found.pair[0].fact is not None else reversed(found.pair)
    name = corpus.registry.name("events", here.event)
    where = "in the registry" if there.fact is None else "in another fact"
    placed = [corpus.registry.name("places", each.place) for each in (here, there)]
    return Clash(
        f"{name} took place in {placed[0]}, but in {placed[1]} {where}, and neither lies in the other: correct one "
        "place, say with in: that one lies in the other, or tell apart what they are places of with scope",
        _anchor(here, corpus),
        tuple(each.fact for each in (here, there) if each.fact is not None),
        related=tuple((_anchor(each, corpus), _said(each, corpus)) for each in (there, *found.others)),
        suspects=found.suspects,
    )


def _anchor(stated: Stated, corpus: Corpus) -> Anchor:
    return Anchor(stated.fact or corpus.registry.entry("events", stated.event).ref, "place")


def _said(stated: Stated, corpus: Corpus) -> str:
    return f"here placed in {corpus.registry.name('places', stated.place)}"
