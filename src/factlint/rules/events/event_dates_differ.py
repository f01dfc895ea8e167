"""One event, two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import say
from factlint.rules.base import Rule
from factlint.rules.events.event_days import differing, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.events.event_days import Differing


class EventDatesDiffer(Rule):
    """One event is dated to days that certainly differ.

    ## What it finds
    Dates of one event, of one `date_kind` and one `scope`, in facts and, for the day on which it was held, in the
    registry, that no choice of days makes true together. Two days, months or years must be able to mean the same day.
    Two stretches (`2020-09-27/2020-11-10`) must be able to begin on one day and to end on one day. Any other date must
    be able to lie within a known stretch. Where an event has a `duration`, its days may lie as far apart as that.

    ## Why it matters
    An event has one date. A wrong digit, the day of the report taken for the day of the event, or two events under one
    name: each spoils every order and duration that is computed from it.

    ## When it stays silent
    Where one date is less precise than the other and leaves it open; between the days on which something was
    announced, signed, held and came into force (`date_kind`); for another `scope`; for planned, denied and superseded
    facts and for what was `postponed` or cancelled; and for a Julian date that is the same day.

    ## How to settle it
    Read both articles and correct the date that is wrong. Where both are right, say what they are the dates of, with
    `date_kind` or `scope`, give the event a stretch, or make two events of it.
    """

    name = "event-dates-differ"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ("event",)}
    valid = (
        """
        == facts/registry/events.yaml
        war: {name: the war, date: 2020-09-27/2020-11-10}
        treaty: {name: the treaty}
        talks: {name: the talks}
        revolt: {name: the revolt}
        visit: {name: the visit}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: war, event: war, date: 2020}
          - {id: war-day, event: war, date: 2020-10-04}
          - {id: war-stretch, event: war, date: 2020-09/2020-11}
          - {id: announced, event: treaty, date: 2021-03-01, date_kind: announced}
          - {id: signed, event: treaty, date: 2021-03-15, date_kind: signed}
          - {id: talks-planned, event: talks, date: 2021-04-01, mode: planned}
          - {id: talks-put-off, event: talks, date: 2021-04-02, postponed: true}
          - {id: talks-off, event: talks, date: 2021-04-05, status: cancelled}
          - {id: talks, event: talks, date: 2021-05-01}
          - {id: first-round, event: talks, date: 2021-06-01, scope: {round: first}}
          - {id: second-round, event: talks, date: 2021-07-01, scope: {round: second}}
          - {id: old-style, event: revolt, date: 1917-10-25, calendar: julian}
          - {id: new-style, event: revolt, date: 1917-11-07}
          - {id: visit-begins, event: visit, date: 2016-03-01, duration: three-day}
          - {id: visit-ends, event: visit, date: 2016-03-03}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        war: {name: the war, date: 2020-09-27/2020-11-10}
        treaty: {name: the treaty}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: war
            event: war
            date: 2021 # <- event-dates-differ
          - id: treaty
            event: treaty
            date: 2021-03-15 # <- event-dates-differ
            date_kind: signed
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: treaty
            event: treaty
            date: 2021-03-16
            date_kind: signed
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each event, date kind and scope, at the first fact that clashes, related to the other dates."""
        frame = statements(corpus)
        for found in differing(frame):
            yield _clash(found, frame, corpus)


def _clash(found: Differing, frame: pd.DataFrame, corpus: Corpus) -> Clash:
    pair = [frame.iloc[row] for row in found.pair]
    # The registry's date comes first, and a finding stands at a fact.
    here, there = pair if pair[0]["fact"] is not None else reversed(pair)
    name = corpus.registry.name("events", here["event"])
    kind = "" if here["date_kind"] == "held" else f" ({here['date_kind']})"
    where = "in the registry" if there["fact"] is None else "in another fact"
    others = [there, *(frame.iloc[row] for row in found.others)]
    return Clash(
        f"{name} is dated {say(here['date'])}{kind}, but {say(there['date'])} {where}: correct one date, or tell apart "
        "what they are dates of with date_kind or scope",
        Anchor(here["fact"], "date"),
        tuple(each["fact"] for each in (here, there) if each["fact"] is not None),
        related=tuple((_anchor(each, corpus), f"here dated {say(each['date'])}") for each in others),
        suspects=tuple(frame["fact"].iloc[list(found.suspects)]),
    )


def _anchor(row: pd.Series, corpus: Corpus) -> Anchor:
    ref = corpus.registry.entry("events", row["event"]).ref if row["fact"] is None else row["fact"]
    return Anchor(ref, "date")
