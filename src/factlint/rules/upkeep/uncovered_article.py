"""`uncovered-article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.survey.coverage import Mention

_SHOWN = 3
_LONGEST = 60


class UncoveredArticle(Rule):
    """An article says figures, dates or names of people that are in no fact's quote.

    ## What it finds
    Each article with a figure, a date, a person or a title beside a name that no quote of its facts holds. The message
    has their number and the first three.

    ## Why it matters
    What nobody has written down contradicts nothing. A figure that was passed over is checked by no rule.

    ## When it stays silent
    On dates and names in headlines, bylines and footers, before the first and behind the last paragraph that ends with
    a full stop. On numbers that tell nothing: of lines, resolutions and aircraft, within names (`Three Brothers`), and
    those that refer back (`the two countries`).

    ## How to settle it
    Add the facts; `factlint coverage --show-missing` lists what is missing, with its lines.
    """

    name = "uncovered-article"
    severity = Severity.NOTE
    key = {}
    whole_corpus = True
    by_article = True
    valid = (
        """
        == seeds/visit.txt
        23 June 2021
        By A. Reporter

        Exports between the two countries reached $1.6 million in 2020, Minister Hasanov said.

        Follow us on Twitter
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov}
        == facts/registry/relations.yaml
        said: {name: said}
        == facts/2021-06-23-visit.yaml
        article: visit.txt
        published: 2021-06-23
        facts:
          - id: exports
            relation: said
            subject: Zakir Hasanov
            value: exports reached $1.6 million in 2020
            quote: Exports between the two countries reached $1.6 million in 2020, Minister Hasanov said
        """,
    )
    invalid = (
        """
        == seeds/visit.txt
        Exports reached $1.6 million in 2020, Minister Hasanov said on 22 June.
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov}
        == facts/registry/relations.yaml
        said: {name: said}
        == facts/2021-06-23-visit.yaml
        article: visit.txt  # <- uncovered-article
        published: 2021-06-23
        facts:
          - id: exports
            relation: said
            subject: Zakir Hasanov
            value: exports reached $1.6 million in 2020
            quote: Exports reached $1.6 million in 2020, Minister Hasanov said
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash an article, at the `article` of the first file that names it."""
        from factlint.survey.coverage import coverage

        for covered in corpus.once(coverage):
            if covered.head and (missing := covered.missing):
                yield Clash(_message(missing), covered.head.place("article"), about=Anchor(covered.head.ref, "article"))


def _message(missing: tuple[Mention, ...]) -> str:
    shown = ", ".join(f"“{_short(mention.text)}” (line {mention.line})" for mention in missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN:,} more" if len(missing) > _SHOWN else ""
    verb = "is" if len(missing) == 1 else "are"
    return (
        f"{len(missing):,} of the article's figures, dates, people and titles {verb} in no quote: {shown}{more}: "
        "add their facts (`factlint coverage --show-missing` lists them)"
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
