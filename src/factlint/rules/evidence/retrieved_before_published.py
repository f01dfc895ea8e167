"""Sources that were looked up before they were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.reading import date as dates
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus


class RetrievedBeforePublished(Rule):
    """A source was retrieved before it was published.

    ## What it finds
    A `retrieved` whose latest day comes before the earliest day of `published`.

    ## Why it matters
    One of the two dates is wrong, and every check of time rests on the day of publication.

    ## When it stays silent
    Where the two may be one day (`2021-06` and `2021-06-23`), and where one of them is not written.

    ## How to settle it
    Correct the wrong date.
    """

    name = "retrieved-before-published"
    severity = Severity.ERROR
    key = {"articles": ()}
    valid = (
        """
        == facts/trade.yaml
        source: {title: Trade in 2021, retrieved: 2022-02-14}
        published: 2022-02-14
        facts: []
        == facts/trade-in-june.yaml
        source: {title: Trade in June, retrieved: 2021-07}
        published: 2021-07-20
        facts: []
        """,
    )
    invalid = (
        """
        == facts/trade.yaml
        source:
          title: Trade in 2021
          retrieved: 2021-02-14 # <- retrieved-before-published
        published: 2022-01-20
        facts: []
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such head, at `retrieved`, related to `published`."""
        articles = corpus.table("articles")
        for file, source, published in zip(articles["file"], articles["source"], articles["published"], strict=True):
            retrieved = source.get("retrieved") if isinstance(source, dict) else None
            if not isinstance(retrieved, dates.Date) or not isinstance(published, dates.Date):
                continue
            if retrieved.latest < published.earliest:
                yield Clash(
                    f"the source was retrieved {retrieved.text}, before it was published {published.text}: "
                    "correct one of the two dates",
                    Anchor(file, "source.retrieved"),
                    related=((Anchor(file, "published"), f"published {published.text}"),),
                )
