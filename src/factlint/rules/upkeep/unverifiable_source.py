"""`unverifiable-source`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus


class UnverifiableSource(Rule):
    """A source whose text is not stored, and which nobody could look up again.

    ## What it finds
    A fact file with `source:` that quotes it, where the source lacks its `url` or the day on which it was `retrieved`:
    the quotes cannot be compared with a stored text, nor with what stood there that day. One note a file.

    ## Why it matters
    A fact is as good as the words that prove it. Pages change and vanish.

    ## When it stays silent
    For files with an `article:`, for those whose facts have no quotes, and where the source has both its `url` and the
    day on which it was `retrieved`.

    ## How to settle it
    Write `url` and `retrieved`, or store the text under seeds/ and name it with `article:`.
    """

    name = "unverifiable-source"
    severity = Severity.NOTE
    key = {"articles": ()}
    valid = (
        """
        == seeds/a.txt
        Zakir Hasanov spoke.
        == facts/registry/events.yaml
        talks: {name: the talks}
        == facts/a.yaml
        article: a.txt
        facts:
          - {id: talks, event: talks, quote: Zakir Hasanov spoke}
        == facts/b.yaml
        source: {title: A report, url: "https://example.org/report", retrieved: 2021-06-24}
        facts:
          - {id: talks, event: talks}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        talks: {name: the talks}
        == facts/a.yaml
        source: {title: A report, url: "https://example.org/report"} # <- unverifiable-source
        facts:
          - {id: talks, event: talks, quote: The talks were held}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash a file, at its source."""
        quoting = corpus.files_stating("quote")
        articles = corpus.table("articles")
        for file, source in zip(articles["file"], articles["source"], strict=True):
            missing = [key for key in ("url", "retrieved") if isinstance(source, dict) and key not in source]
            if missing and file in quoting:
                yield Clash(
                    f"the text of this source is not stored and {' and '.join(missing)} {_is(missing)} missing, so "
                    "that nobody can verify its quotes: write what is missing, or store the text under seeds/",
                    Anchor(file, "source"),
                )


def _is(missing: list[str]) -> str:
    return "is" if len(missing) == 1 else "are"
