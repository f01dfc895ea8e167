"""Orders, dates and durations of events that leave no choice of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.rules.events.timeline import TimelineRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.findings import Clash


class OrderImpossible(TimelineRule):
    """Events cannot have come in the order that facts give them.

    ## What it finds
    Facts with `before`, `after`, `during` and `part_of` that no choice of days makes true together with each other, or
    with the dates and durations of the events, in facts and in the registry; it names a smallest set, in the order of
    time. What came before another ended by the day on which that began; what took place during another lies between
    its ends. It is a warning where a whole counts as one day because nobody says how long it lasted.

    ## Why it matters
    Each article may be sound in itself, and all of them together tell of a talk that came after the treaty which it
    led to. A date or an order is wrong, or one name means two events.

    ## When it stays silent
    Where the days leave a choice: for events on one day, as the order within a day is unknown, and for imprecise
    dates of which only some days break the order (`--pedantic` notes these); for what was announced, signed or came
    into force; for another `scope`; for planned, denied and superseded facts and for what was `postponed` or cancelled.
    What only `part_of` ties is left to `outside-container`.

    ## How to settle it
    Correct the date, the order or the event. Where an event lasted longer than a day, give it a stretch or a duration.
    """

    name = "order-impossible"
    valid = (
        """
        == facts/registry/events.yaml
        war: {name: the war, date: 2020-09-27/2020-11-10}
        ceasefire: {name: the ceasefire}
        talks: {name: the talks}
        treaty: {name: the treaty}
        visit: {name: the visit}
        meeting: {name: the meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: ceasefire, event: ceasefire, date: 2020-11-10, after: war}
          - {id: talks, event: talks, date: 2021, before: treaty}
          - {id: treaty, event: treaty, date: 2021-05-10}
          - {id: treaty-announced, event: treaty, date: 2020-01-01, date_kind: announced}
          - {id: treaty-planned, event: treaty, date: 2020-12-01, mode: planned}
          - {id: visit, event: visit, date: 2021-06-21, duration: three-day}
          - {id: meeting, event: meeting, date: 2021-06-23, during: visit, after: [talks, treaty]}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        talks: {name: the talks}
        treaty: {name: the treaty}
        visit: {name: the visit}
        meeting: {name: the meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: talks, event: talks, date: 2021-05-10, before: treaty}
          - id: treaty
            event: treaty
            date: 2021-05-01 # <- order-impossible
          - {id: visit, event: visit, date: 2021-06-21/2021-06-23}
          - id: meeting
            event: meeting
            date: 2021-06-25 # <- order-impossible
            during: visit
        """,
        """
        == facts/registry/events.yaml
        parade: {name: the parade}
        speech: {name: the speech}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: parade, event: parade, before: speech}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: speech
            event: speech
            before: parade # <- order-impossible
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such contradiction, and a note for what is too large to decide."""
        from factlint.timeline.clashes import undecided

        yield from super().check(corpus)
        yield from undecided(corpus)
