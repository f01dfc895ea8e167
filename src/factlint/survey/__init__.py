"""What the sources say, beside what clashes: for pages that people read. A check has no need of it, and never pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.corpus import Corpus
    from factlint.survey.coverage import Mention
    from factlint.survey.days import Span
    from factlint.survey.estimates import Estimates
    from factlint.survey.origins import Corroboration
    from factlint.survey.passages import Passage
    from factlint.survey.terms import Office

__all__ = ["Survey", "survey"]


class Survey(NamedTuple):
    """All that a page shows beside the report of a run.

    `articles` maps the reference of a fact file to its article's name, `texts` that name to the text as published;
    `mentions` are by article. The other parts are explained where they are made.
    """

    articles: Mapping[str, str]
    texts: Mapping[str, str]
    passages: Mapping[str, Passage]
    spans: Mapping[str, Span]
    published: Mapping[str, Span]
    offices: tuple[Office, ...]
    estimates: Estimates
    corroboration: Corroboration
    mentions: Mapping[str, tuple[Mention, ...]]


def survey(corpus: Corpus) -> Survey:
    """The survey of a corpus that has been validated (see `engine.check.read`)."""
    from factlint.survey.coverage import coverage
    from factlint.survey.days import days, published
    from factlint.survey.estimates import estimates
    from factlint.survey.origins import corroboration
    from factlint.survey.passages import passages
    from factlint.survey.terms import offices

    named = {file.head.ref: file.head.values.get("article") for file in corpus.files}
    return Survey(
        articles={ref: name for ref, name in named.items() if isinstance(name, str) and name in corpus.texts},
        texts={name: text.article.text for name, text in corpus.texts.items()},
        passages=passages(corpus),
        spans=days(corpus),
        published=published(corpus),
        offices=offices(corpus),
        estimates=estimates(corpus),
        corroboration=corroboration(corpus),
        mentions={covered.article: covered.mentions for covered in coverage(corpus)},
    )
