"""This corpus's own rule: what was part of a visit took place while the visitor was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import say
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Corpus


class MeetingOutsideVisit(Rule):
    """A meeting dated outside the visit that it was part of.

    ## What it finds
    An event that says `during` or `part_of` of an event of the kind `visit`, with a date that certainly lies before the
    first or after the last day that any fact leaves open for the visit.

    ## Why it matters
    Ministries report a meeting on the day after; the report's day then slips into the fact as the meeting's own.

    ## When it stays silent
    Where some choice of days fits: an imprecise date of either; and for dates of announcements and signatures, which
    may come after the visitor has left.

    ## How to settle it
    Read both articles: correct the date, or the visit that the meeting is said to be part of.
    """

    name = "meeting-outside-visit"
    severity = Severity.ERROR
    key = {"events": ()}
    whole_corpus = True
    valid = (
        """
        == facts/registry/events.yaml
        visit: {name: the visit, kind: visit}
        dinner: {name: the dinner}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: visit, event: visit, date: 2021-06-21/2021-06-23}
          - {id: dinner, event: dinner, date: 2021-06, during: visit}
          - {id: told, event: dinner, date: 2021-06-24, date_kind: announced, part_of: visit}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        visit: {name: the visit, kind: visit}
        dinner: {name: the dinner}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: visit, event: visit, date: 2021-06-21/2021-06-23}
          - id: dinner
            event: dinner
            date: 2021-06-24  # <- meeting-outside-visit, order-impossible
            during: visit
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each dated mention of a meeting outside its visit, at the mention's date."""
        events = corpus.standing("events")
        held = events[(events["date_kind"] == "held") & events["date"].notna()]
        visits = corpus.table("registry/events").query("kind == 'visit'")["entry"]
        stays = held[held["event"].isin(visits)].sort_values("fact")
        for whole in ("during", "part_of"):
            pairs = held.explode(whole).merge(stays, left_on=whole, right_on="event", suffixes=("", "_visit"))
            outside = pairs[
                (pairs["date_begins_earliest"] > pairs["date_ends_latest_visit"])
                | (pairs["date_ends_latest"] < pairs["date_begins_earliest_visit"])
            ]
            yield from (_clash(pair, corpus) for _, pair in outside.iterrows())


def _clash(pair: pd.Series, corpus: Corpus) -> Clash:
    meeting, visit = corpus.registry.name("events", pair["event"]), corpus.registry.name("events", pair["event_visit"])
    when, stay = say(pair["date"]), say(pair["date_visit"])
    facts = (pair["fact"], pair["fact_visit"])
    return Clash(
        f"{meeting} is dated {when}, but {visit}, of which it was part, {stay}",
        Anchor(pair["fact"], "date"),
        facts,
        related=((Anchor(pair["fact_visit"], "date"), f"the visit: {stay}"),),
        suspects=facts,
    )


RULES = (MeetingOutsideVisit,)
