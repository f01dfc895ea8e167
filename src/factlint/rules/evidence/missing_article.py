"""Articles that cannot be opened."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class MissingArticle(ReadingRule):
    """The article of a fact file is not under seeds/.

    ## What it finds
    A name of no file under seeds/, a path that leads out of seeds/, and an article that is no UTF-8 text.

    ## Why it matters
    No quote of the file can be verified.

    ## When it stays silent
    Where the file names a `source:` whose text is not stored; `unverifiable-source` counts these.

    ## How to settle it
    Correct the name, put the article under seeds/ as it was published, or name a `source:` instead.
    """

    name = "missing-article"
    severity = Severity.ERROR
    valid = (
        """
        == seeds/visit.txt
        The minister arrived in Baku on June 22.
        == facts/2021-06-23-azernews.yaml
        article: visit.txt
        published: 2021-06-23
        facts: []
        == facts/2021-06-24-book.yaml
        source: {title: A history of the war}
        published: 2021-06-24
        facts: []
        """,
    )
    invalid = (
        """
        == seeds/visit.txt
        The minister arrived in Baku on June 22.
        == facts/2021-06-23-azernews.yaml
        article: vist.txt # <- missing-article
        published: 2021-06-23
        facts: []
        == facts/2021-06-24-azernews.yaml
        article: ../pyproject.toml # <- missing-article
        published: 2021-06-24
        facts: []
        """,
    )
