"""Articles that are no longer what the curator read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus

_DIGEST = re.compile("sha256:[0-9a-f]{64}")


class ArticleChanged(Rule):
    """An article's bytes are not those of which the digest was taken.

    ## What it finds
    A `digest: sha256:…` that is not the SHA-256 (FIPS 180-4) of the article under seeds/.

    ## Why it matters
    Articles are evidence and never edited. Where one has changed, every fact taken from it must be read again.

    ## When it stays silent
    Where no digest is written, and where the digest cannot be read or the article cannot be opened, which are findings
    of their own.

    ## How to settle it
    Put the article back as it was published; where the publisher has corrected it, check its facts and write the new
    digest.
    """

    name = "article-changed"
    severity = Severity.ERROR
    key = {"articles": ()}
    valid = (
        """
        == seeds/visit.txt
        The minister arrived in Baku on June 22.
        == facts/2021-06-23-azernews.yaml
        article: visit.txt
        digest: sha256:21ffaae87d6a93dbebd85b6e2fc8b04370fc8abdf73eba924d0311941ba4fc80
        published: 2021-06-23
        facts: []
        == facts/2021-06-24-azernews.yaml
        article: visit.txt
        published: 2021-06-24
        facts: []
        """,
    )
    invalid = (
        """
        == seeds/visit.txt
        The minister arrived in Baku on June 23.
        == facts/2021-06-23-azernews.yaml
        article: visit.txt
        digest: sha256:21ffaae87d6a93dbebd85b6e2fc8b04370fc8abdf73eba924d0311941ba4fc80 # <- article-changed
        published: 2021-06-23
        facts: []
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such head, at `digest`."""
        articles = corpus.table("articles")
        for file, article, recorded in zip(articles["file"], articles["article"], articles["digest"], strict=True):
            text = corpus.texts.get(article)
            if text is None or not isinstance(recorded, str) or not _DIGEST.fullmatch(recorded):
                continue
            digest = f"sha256:{text.article.digest}"
            if recorded != digest:
                yield Clash(
                    f"the article {article} has changed since this digest was taken, it is now {digest}: "
                    "put the article back, or check its facts again and write the new digest",
                    Anchor(file, "digest"),
                )
