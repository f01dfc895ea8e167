"""One person in two countries on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import format_day
from factlint.rules.base import Rule
from factlint.rules.events.participants import called
from factlint.rules.events.whereabouts import apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.events.whereabouts import Apart, Seen


class TwoPlacesAtOnce(Rule):
    """One person takes part in two events in two countries on one day.

    ## What it finds
    A person in `who` of two events that were held on one and the same exact day, in places that lie in no country in
    common. The day and the place are those of the fact that names the person, else those of the registry. What `in`
    leads up to, at however many removes, counts as the country.

    ## Why it matters
    A minister is at one table. The day of one meeting is wrong, or its place, or a deputy went there.

    ## When it stays silent
    On adjacent days, for travel; within one country; where it is not known in which country a place lies, or which day
    it was; for events that last several days; for video conferences, calls and what else is done from afar (by the
    event's `kind` or name); for events of which one is part of the other, or both of a third; for bodies and countries
    in `who`; for what was signed or announced (`date_kind`), `postponed` or cancelled; for planned, denied and
    superseded facts.

    ## How to settle it
    Correct the day, the place or the name. Where the person did travel on that day, make both events part of one
    journey with `part_of`, or accept the finding with that reason.
    """

    name = "two-places-at-once"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ()}
    whole_corpus = True
    needs = ("events.who", "events.place")
    valid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: azerbaijan}
        ganja: {name: Ganja, in: azerbaijan}
        pakistan: {name: Pakistan}
        islamabad: {name: Islamabad, in: pakistan}
        moscow: {name: Moscow}
        == facts/registry/events.yaml
        talks: {name: Talks}
        parade: {name: Parade}
        conference: {name: Conference, kind: video conference, place: islamabad}
        drills: {name: Drills, date: 2021-06-20/2021-06-25}
        journey: {name: Journey}
        departure: {name: Departure, part_of: journey}
        arrival: {name: Arrival, part_of: journey}
        forum: {name: Forum}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: talks, event: talks, date: 2021-06-22, place: Baku, who: Zakir Hasanov}
          - {id: same-country, event: parade, date: 2021-06-22, place: Ganja, who: Zakir Hasanov}
          - {id: by-video, event: conference, date: 2021-06-22, who: Zakir Hasanov}
          - {id: lasting, event: drills, date: 2021-06-22, place: Islamabad, who: Zakir Hasanov}
          - {id: unknown-country, event: forum, date: 2021-06-22, place: Moscow, who: Zakir Hasanov}
          - {id: next-day, event: forum, date: 2021-06-23, place: Islamabad, who: Zakir Hasanov, scope: {day: second}}
          - {id: departure, event: departure, date: 2022-03-21, place: Baku, who: Zakir Hasanov}
          - {id: arrival, event: arrival, date: 2022-03-21, place: Islamabad, who: Zakir Hasanov}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        khan: {name: Imran Khan}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: azerbaijan}
        pakistan: {name: Pakistan}
        islamabad: {name: Islamabad, in: pakistan}
        == facts/registry/events.yaml
        meeting: {name: Meeting with Imran Khan}
        opening: {name: Opening of a base, place: baku}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: meeting
            event: meeting
            date: 2022-03-21
            place: Islamabad # <- two-places-at-once
            who: [Zakir Hasanov, Imran Khan]
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - {id: opening, event: opening, date: 2022-03-21, who: [Zakir Hasanov]}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for all people whom the same two facts place so, at the first fact, related to the other places."""
        for found in apart(corpus):
            yield _clash(found, corpus)


def _clash(found: Apart, corpus: Corpus) -> Clash:
    here, there = found.pair
    are = "is" if len(found.people) == 1 else "are"
    return Clash(
        f"on {format_day(found.day)} {called(found.people, corpus)} {are} said to have been {_said(here, corpus)} and "
        f"{_said(there, corpus)}: correct a day, a place or a name, or make both part of one journey",
        _anchor(here),
        (here.fact, there.fact),
        related=(
            *((_anchor(each), _said(each, corpus)) for each in (there, *found.others)),
            *((_registered(each, corpus), _said(each, corpus)) for each in found.pair if not each.placed),
        ),
        suspects=found.suspects,
    )


def _said(seen: Seen, corpus: Corpus) -> str:
    return f"in {corpus.registry.name('places', seen.place)} ({corpus.registry.name('events', seen.event)})"


def _anchor(seen: Seen) -> Anchor:
    """The place that the fact gives; where that is the registry's, whom the fact names."""
    return Anchor(seen.fact, "place" if seen.placed else "who")


def _registered(seen: Seen, corpus: Corpus) -> Anchor:
    return Anchor(corpus.registry.entry("events", seen.event).ref, "place")
