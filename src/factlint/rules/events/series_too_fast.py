"""Editions of a periodic series in less time than they take."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.events.editions import reversals, reversed_events
from factlint.rules.events.series import LARGEST, period, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.events.editions import Reversal


class SeriesTooFast(Rule):
    """A periodic series has got through more editions than there was time for.

    ## What it finds
    Two events of a series with `every` whose numbers are further apart than their days: n editions apart take at least
    n - 1 periods, for one may be late in its period and another early. The fifteenth edition of what is held `every`
    year cannot come eight years after the first. A month counts 30 days, a year 365; of `every: two to three years` the
    lower number counts.

    ## Why it matters
    "The 15th annual" is said of what began fifteen years ago. The number, the year of the first, or "annual" is wrong.

    ## When it stays silent
    For a series without `every`, or with one that says no least time ("up to two years"); for editions that were
    `postponed` or cancelled; for another series; where the days leave time enough; for planned, denied and superseded
    facts and those with a `scope`; and for editions that `series-out-of-order` has found.

    ## How to settle it
    Correct the number or the date; or leave out `every`, where the series is not held so regularly.
    """

    name = "series-too-fast"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ()}
    whole_corpus = True
    needs = ("registry/events.series", "registry/series.every")
    valid = (
        """
        == facts/registry/series.yaml
        forum: {name: Energy Forum, every: 1 year}
        talks: {name: Talks}
        == facts/registry/events.yaml
        first: {name: First forum, series: forum, number: 1, date: 2010-11}
        second: {name: Second forum, series: forum, number: 2}
        third: {name: Third forum, series: forum, number: 3}
        fifteenth: {name: Fifteenth forum, series: forum}
        first-talks: {name: First talks, series: talks, number: 1, date: 2020-01}
        tenth-talks: {name: Tenth talks, series: talks, number: 10, date: 2020-05}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: second, event: second, date: 2011-02}
          - {id: third, event: third, date: 2012-01}
          - {id: fifteenth, event: fifteenth, number: 15, date: 2024}
        """,
    )
    invalid = (
        """
        == facts/registry/series.yaml
        forum: {name: Energy Forum, every: 1 year}
        == facts/registry/events.yaml
        first: {name: First forum, series: forum, number: 1, date: 2010-11}
        fifteenth: {name: Fifteenth forum, series: forum}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: fifteenth
            event: fifteenth
            number: 15 # <- series-too-fast
            date: 2018-06-05
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each group of editions that hang together, at the first fact, related to the other editions."""
        series = corpus.table("registry/series")
        series = series[series["every"].notna()]
        pace = {str(entry): period(every) for entry, every in zip(series["entry"], series["every"], strict=True)}
        stated = corpus.once(statements)
        known = stated._replace(numbers=stated.numbers[stated.numbers["number"] <= LARGEST])
        steady = known.without(reversed_events(stated))
        for found in reversals(steady, {entry: days for entry, days in pace.items() if days}):
            yield _clash(found, corpus)


def _clash(found: Reversal, corpus: Corpus) -> Clash:
    lower, higher = found.pair
    series = str(corpus.registry.entry("events", lower.event).values["series"])
    entry = corpus.registry.entry("series", series)
    every = f"every {getattr(entry.values['every'], 'text', '')}"
    here, *related = found.stated(corpus)
    return Clash(
        f"In the series {corpus.registry.name('series', series)}, held {every}, {higher.said(corpus)}, follows too "
        f"soon on {lower.said(corpus)}: correct a number or a date, or leave out every:",
        here[0],
        found.facts,
        related=(*related, (Anchor(entry.ref, "every"), every)),
        suspects=found.suspects,
    )
