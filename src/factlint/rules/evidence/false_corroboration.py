"""Sources that seem to confirm each other, and are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.name import fold
from factlint.rules.base import Rule
from factlint.rules.evidence.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.rules.evidence.statements import Telling


class FalseCorroboration(Rule):
    """Publishers that say the same have it from one origin.

    ## What it finds
    One statement (the same measure, event, office or relation with the same values, dates and names) in files of two or
    more publishers whose `origin` is one and the same.

    ## Why it matters
    A wire report that ten papers print is one source and not ten. Counted as ten, its error looks confirmed.

    ## When it stays silent
    Where a file of another origin says the same, where all files are of one publisher, and where a file names neither
    publisher nor origin. Titles as printed, quotes and notes may differ; superseded facts do not count.

    ## How to settle it
    Count the statement once, or find a source that has it from elsewhere. Correct `origin` where it is wrong.
    """

    name = "false-corroboration"
    severity = Severity.NOTE
    key = {
        "figures": ("figure", "pair", "scope"),
        "events": ("event",),
        "roles": ("role", "person"),
        "relations": ("relation",),
    }
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/2021-02-01-azernews.yaml
        source: {title: Exports grow}
        publisher: AzerNews
        published: 2021-02-01
        origin: Trend
        facts:
          - {id: exports, figure: exports, of: Azerbaijan, period: 2020, value: $13.2 million}
        == facts/2021-02-01-trend.yaml
        source: {title: Exports in 2020}
        publisher: Trend
        published: 2021-02-01
        facts:
          - {id: exports, figure: exports, of: Azerbaijan, period: 2020, value: $13.2 million}
        == facts/2021-02-09-customs.yaml
        source: {title: Customs statistics}
        publisher: State Customs Committee
        published: 2021-02-09
        facts:
          - {id: exports, figure: exports, of: Azerbaijan, period: 2020, value: 13.2 mln USD}
        """,
        """
        == facts/registry/events.yaml
        talks: {name: Talks}
        == facts/2021-02-01-azernews.yaml
        source: {title: Talks held}
        publisher: AzerNews
        published: 2021-02-01
        facts:
          - {id: talks, event: talks, date: 2021-01-31}
        == facts/2021-02-02-azernews.yaml
        source: {title: Talks over}
        publisher: AzerNews
        published: 2021-02-02
        facts:
          - {id: talks, event: talks, date: 2021-01-31}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/2021-02-01-azernews.yaml
        source: {title: Exports grow}
        publisher: AzerNews
        published: 2021-02-01
        origin: Trend
        facts:
          - id: exports # <- false-corroboration
            figure: exports
            of: Azerbaijan
            period: 2020
            value: $13.2 million
        == facts/2021-02-01-trend.yaml
        source: {title: Exports in 2020}
        publisher: Trend
        published: 2021-02-01
        facts:
          - {id: exports, figure: exports, of: Azerbaijan, period: 2020, value: 13.2 mln USD}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One note a statement, at the first fact that makes it, related to the first of each other publisher."""
        for tellings in statements(corpus):
            if len({fold(each.origin) for each in tellings}) == 1 and all(each.publisher for each in tellings):
                first_of: dict[str, Telling] = {}
                for telling in tellings:
                    first_of.setdefault(fold(telling.publisher), telling)
                if len(first_of) > 1:
                    yield _clash(list(first_of.values()), tuple(each.fact for each in tellings))


def _clash(apart: list[Telling], facts: tuple[str, ...]) -> Clash:
    first, *others = apart
    names = " and ".join(telling.publisher for telling in apart)
    return Clash(
        f"{names} say the same, but have it all from {first.origin}: count them as one source",
        Anchor(first.fact),
        facts,
        related=tuple((Anchor(each.fact), f"{each.publisher}, from {each.origin}") for each in others),
    )
