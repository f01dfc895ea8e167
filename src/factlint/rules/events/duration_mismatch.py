"""How long an event lasted, and when it began and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.rules.events.timeline import TimelineRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.findings import Clash
    from factlint.timeline.explain import Contradiction


class DurationMismatch(TimelineRule):
    """An event lasted longer or shorter than from its beginning to its end.

    ## What it finds
    A `duration` of an event that no choice of days makes true together with its dates, in facts and in the registry,
    or with another duration of it. Counting with the last day and without it are both right: from 27 September to 10
    November it is 44 days or 45. Months and years are those of the calendar, so a month has 28 to 31 days; weeks,
    months and years are rounded or cut off like any printed number, so `two months` may be seven weeks.

    ## Why it matters
    A length is often repeated when the dates are corrected, and the other way round. One of the three is wrong.

    ## When it stays silent
    Where a hedge leaves room (`about two months`, `more than 40 days`), where one of the ends is open or imprecise
    enough (`--pedantic` notes where only some of its days fit); for another `scope`; for dates on which something was
    announced, signed or came into force; for planned, denied and superseded facts and for what was `postponed` or
    cancelled. Two days of one event that lie further apart than its duration are told by `event-dates-differ`.

    ## How to settle it
    Correct the duration or the date that is wrong. Where two stretches of time are meant, tell them apart with `scope`
    or make two events of them.
    """

    name = "duration-mismatch"
    valid = (
        """
        == facts/registry/events.yaml
        war: {name: the war, date: 2020-09-27/2020-11-10}
        visit: {name: the visit}
        drills: {name: the drills}
        course: {name: the course}
        talks: {name: the talks}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: without-last-day, event: war, duration: 44 days}
          - {id: with-last-day, event: war, duration: 45 days}
          - {id: weeks, event: war, duration: six-week}
          - {id: hedged, event: war, duration: more than 40 days}
          - {id: visit, event: visit, date: 2016-03-01/2016-03-03, duration: three-day}
          - {id: drills, event: drills, date: 2021-01-31/2021-02-28, duration: a month}
          - {id: course, event: course, date: 2019-09/2020-06, duration: ten months}
          - {id: talks, event: talks, date: 2021-05-01, duration: two hours}
          - {id: talks-planned, event: talks, duration: 10 days, mode: planned}
          - {id: second-round, event: talks, duration: 10 days, scope: {round: second}}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        war: {name: the war}
        visit: {name: the visit}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: began, event: war, date: 2020-09-27/..}
          - {id: length, event: war, duration: 44 days}
          - id: end
            event: war
            date: 2020-12-09 # <- duration-mismatch
          - id: visit
            event: visit
            date: 2016-03-01/2016-03-06 # <- duration-mismatch
            duration: three-day
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such contradiction that is not also one of dates."""
        from factlint.timeline.clashes import clashes

        for found, clash in clashes(corpus, self.name):
            if not _of_dates(found) or found.steps[0].about not in corpus.once(_differing):
                yield clash


def _of_dates(found: Contradiction) -> bool:
    """Whether days that the event is dated to lie too far apart, and no end of it is known."""
    from factlint.timeline.columns import Kind

    kinds = [step.kind for step in found.steps]
    return kinds.count(Kind.DAY) > 1 and Kind.BEGIN not in kinds and Kind.END not in kinds


def _differing(corpus: Corpus) -> frozenset[str]:
    """The names of the events whose dates differ as it is."""
    from factlint.rules.events.event_days import differing, statements
    from factlint.timeline.told import name_of

    frame = statements(corpus)
    rows = [frame.iloc[found.pair[0]] for found in differing(frame)]
    return frozenset(name_of(row["event"], row["date_kind"], row["scope"]) for row in rows)
