"""Parts of events that lie outside them."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.events.timeline import TimelineRule


class OutsideContainer(TimelineRule):
    """A part of an event took place outside it.

    ## What it finds
    An event that is `part_of` another, by a fact or by the registry, and cannot have taken place within it, by the
    dates and durations of both. A whole of which nobody says how long it lasted counts as one day.

    ## Why it matters
    A part has the time of its whole. The date is wrong, or the event belongs to something else.

    ## When it stays silent
    For an aftermath: where a fact says that it came `after:` the whole, or `before:` it. Where the dates leave room
    (`--pedantic` notes where they do not on all of their days); for what was announced, signed or came into force; for
    another `scope`; for planned, denied and superseded facts and for what was `postponed` or cancelled.

    ## How to settle it
    Correct the date; give the whole a stretch or a duration; write `after:` where the part is an aftermath.
    """

    name = "outside-container"
    severity = Severity.WARNING
    valid = (
        """
        == facts/registry/events.yaml
        war: {name: the war, date: 2020-09-27/2020-11-10}
        battle: {name: the battle, part_of: war}
        trial: {name: the trials, part_of: war}
        conference: {name: the conference}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: battle, event: battle, date: 2020-11}
          - {id: trial, event: trial, date: 2021-03-04, after: war}
          - {id: conference, event: conference, date: 2021-06-22, part_of: battle, mode: planned}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        war: {name: the war, date: 2020-09-27/2020-11-10}
        battle: {name: the battle, part_of: war}
        conference: {name: the conference}
        session: {name: the session}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: battle
            event: battle
            date: 2020-12-01 # <- outside-container
          - {id: conference, event: conference, date: 2021-06-22}
          - id: session
            event: session
            date: 2021-06-25 # <- outside-container
            part_of: conference
        """,
    )
