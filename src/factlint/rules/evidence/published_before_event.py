"""Things told as done that lie after the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Corpus

_SLACK_DAYS = 1
_DATES = {
    "figures": ("period", "asof"),
    "events": ("date", "asof"),
    "roles": ("at", "from", "asof"),
    "relations": ("date", "since", "asof"),
}
_AHEAD = frozenset({"announced", "in-force"})


class PublishedBeforeEvent(Rule):
    """An article tells as done what came only after its publication.

    ## What it finds
    An event, a figure, a term of office or a relation said to have happened, whose earliest possible first day comes
    more than one day after the latest possible day of publication. Of an event its `date` counts, of a figure the first
    day of its `period`, of a role `at` and `from`, of a relation `date` and `since`, and of each fact `asof`.

    ## Why it matters
    Nobody reports what has not happened. The year is wrong, or the fact is a plan.

    ## When it stays silent
    For `mode: planned` and `denied`, events that are `postponed` or `cancelled`, the dates `announced` for an event and
    those on which an agreement comes into force, the end of a term or of a period that lies ahead, and superseded
    facts. One day of slack allows for time zones.

    ## How to settle it
    Correct the date, or write `mode: planned`.
    """

    name = "published-before-event"
    severity = Severity.ERROR
    key = dict.fromkeys(_DATES, ())
    valid = (
        """
        == facts/registry/people.yaml
        imran-khan: {name: Imran Khan}
        == facts/registry/offices.yaml
        prime-minister: {title: Prime Minister}
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/registry/events.yaml
        drills: {name: Joint drills}
        talks: {name: Talks}
        parade: {name: Parade}
        treaty: {name: Treaty}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: drills, event: drills, date: 2021-09, mode: planned}
          - {id: talks, event: talks, date: 2021-06-24}
          - {id: talks-until, event: talks, date: 2021-06-20/2021-06-30}
          - {id: parade, event: parade, date: 2021-08-14, postponed: true}
          - {id: no-parade, event: parade, date: 2021-08-14, status: cancelled}
          - {id: treaty, event: treaty, date: 2022-01-01, date_kind: in-force}
          - {id: khan, role: prime-minister, person: imran-khan, from: 2018-08-18, until: 2023-08}
          - {id: exports, figure: exports, of: Azerbaijan, period: 2021, value: $3 million}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        imran-khan: {name: Imran Khan}
        == facts/registry/offices.yaml
        prime-minister: {title: Prime Minister}
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/registry/events.yaml
        talks: {name: Talks}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: talks
            event: talks
            date: 2021-06-25 # <- published-before-event
          - id: khan
            role: prime-minister
            person: imran-khan
            at: 2021-07 # <- published-before-event
          - id: exports
            figure: exports
            of: Azerbaijan
            period: 2022 # <- published-before-event
            value: $3 million
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such date, at the date, related to the day of publication."""
        for table, fields in _DATES.items():
            told = _told(corpus.standing(table), table)
            for field in fields:
                later = told[told[f"{field}_begins_earliest"] > told["published_ends_latest"] + _SLACK_DAYS]
                for fact, file, when, published in zip(
                    later["fact"], later["file"], later[field], later["published"], strict=True
                ):
                    yield Clash(
                        f"this is told as done, but {field} {when.text} lies after the article was published "
                        f"{published.text}: correct the date, or write mode: planned",
                        Anchor(fact, field),
                        (fact,),
                        related=((Anchor(file, "published"), f"published {published.text}"),),
                    )


def _told(facts: pd.DataFrame, table: str) -> pd.DataFrame:
    """The facts whose dates cannot lie ahead."""
    if table != "events":
        return facts
    ahead = facts["postponed"] | (facts["status"] == "cancelled") | facts["date_kind"].isin(_AHEAD)
    return facts[~ahead]
