"""Editions of a series whose numbers do not go with their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.events.editions import reversals
from factlint.rules.events.series import statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.events.editions import Reversal


class SeriesOutOfOrder(Rule):
    """An edition of a series certainly came after one with a higher number.

    ## What it finds
    Two events of one series (the registry's `series`) whose numbers and days run against each other: the ninth begins
    on a day that is certainly later than the last day of the tenth. Numbers and days come from facts (`number`, `date`)
    and from the registry, and may be told in different articles.

    ## Why it matters
    The number of a conference is copied from one announcement to the next; it, or the year, is then one off.

    ## When it stays silent
    Where the days leave the order open; for an edition that was `postponed` or cancelled; for another series; for facts
    with a `scope`, which may number something else; for the days of announcements and signatures (`date_kind`); for
    planned, denied and superseded facts; and for one event to which several numbers are given.

    ## How to settle it
    Correct the number or the date. Where an edition was put off beyond the next, say so with `postponed: true`.
    """

    name = "series-out-of-order"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ()}
    whole_corpus = True
    needs = ("registry/events.series",)
    valid = (
        """
        == facts/registry/series.yaml
        conference: {name: Moscow Conference on International Security}
        summit: {name: Summit}
        == facts/registry/events.yaml
        eighth: {name: VIII Conference, series: conference, number: VIII, date: 2019-04}
        ninth: {name: IX Conference, series: conference}
        tenth: {name: X Conference, series: conference}
        first-summit: {name: First summit, series: summit, number: 1, date: 2022}
        second-summit: {name: Second summit, series: summit, number: 2, date: 2021}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: ninth, event: ninth, number: IX, date: 2021-06-22/2021-06-24}
          - {id: ninth-announced, event: ninth, date: 2022-12-01, date_kind: announced}
          - {id: tenth, event: tenth, number: X, date: 2022-08}
          - {id: tenth-of-its-kind, event: tenth, number: 1, scope: {level: deputies}}
          - {id: put-off, event: first-summit, postponed: true}
        """,
    )
    invalid = (
        """
        == facts/registry/series.yaml
        conference: {name: Moscow Conference on International Security}
        == facts/registry/events.yaml
        eighth: {name: VIII Conference, series: conference, number: VIII, date: 2019-04-24}
        ninth: {name: IX Conference, series: conference}
        tenth: {name: X Conference, series: conference, number: X}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: ninth
            event: ninth
            number: IX # <- series-out-of-order
            date: 2022-06-22
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - {id: tenth, event: tenth, date: 2021-08-16}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each group of editions that hang together, at the first fact, related to the other editions."""
        for found in reversals(corpus.once(statements)):
            yield _clash(found, corpus)


def _clash(found: Reversal, corpus: Corpus) -> Clash:
    lower, higher = found.pair
    series = str(corpus.registry.entry("events", lower.event).values["series"])
    here, *related = found.stated(corpus)
    return Clash(
        f"In the series {corpus.registry.name('series', series)}, {lower.said(corpus)}, comes after "
        f"{higher.said(corpus)}: correct a number or a date",
        here[0],
        found.facts,
        related=tuple(related),
        suspects=found.suspects,
    )
