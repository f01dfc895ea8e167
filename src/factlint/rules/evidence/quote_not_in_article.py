"""Quotes whose words the article does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Place, Severity
from factlint.reading.article.quote import locate, mark_difference, nearest
from factlint.reading.article.word import has_word
from factlint.reading.yaml.text import Places
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus, Text


class QuoteNotInArticle(Rule):
    """The words of a quote are not in the article.

    ## What it finds
    A quote that does not stand in the article word for word, or whose pieces around `[...]` do not stand there in this
    order; it shows the nearest passage with the words that differ in brackets. Also a quote without a word in it.

    ## Why it matters
    The quote is all the evidence that a fact has.

    ## When it stays silent
    Where only white space, line breaks, the shape of quotation marks and dashes, soft hyphens or the Unicode form (NFC)
    differ, and where `[...]` stands for the words left out.

    ## How to settle it
    Copy the words from the article, and write `[...]` where words are left out.
    """

    name = "quote-not-in-article"
    severity = Severity.ERROR
    key = {"facts": ()}
    valid = (
        """
        == seeds/war.txt
        Naghiyev thanked “fraternal” Pakistan for its support during
        the 44‑day war – in autumn 2020 – and Azerbaijan’s friends.
        == facts/registry/events.yaml
        war-of-2020: {name: 44-day war}
        == facts/2021-06-23-azernews.yaml
        article: war.txt
        published: 2021-06-23
        facts:
          - id: war
            event: war-of-2020
            quote: >-
              "fraternal" Pakistan for its support
              during the 44-day war
          - id: war-in-autumn
            event: war-of-2020
            date: 2020-autumn
            quote: the 44-day war - in autumn 2020 - and Azerbaijan's friends
          - id: war-in-pieces
            event: war-of-2020
            quote: Naghiyev thanked [...] the 44-day war
        """,
    )
    invalid = (
        """
        == seeds/war.txt
        Naghiyev thanked Pakistan for its support during the 44-day war in autumn 2020.
        == facts/registry/events.yaml
        war-of-2020: {name: 44-day war}
        == facts/2021-06-23-azernews.yaml
        article: war.txt
        published: 2021-06-23
        facts:
          - id: war
            event: war-of-2020
            quote: its support during the 45-day war # <- quote-not-in-article
          - id: war-in-wrong-order
            event: war-of-2020
            quote: the 44-day war [...] Naghiyev # <- quote-not-in-article
          - id: war-left-out
            event: war-of-2020
            quote: "[...]" # <- quote-not-in-article
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such fact, at its quote, related to the nearest passage of the article."""
        facts = corpus.table("facts")
        for fact, article, quote in zip(facts["fact"], facts["article"], facts["quote"], strict=True):
            text = corpus.texts.get(article)
            if text is not None and isinstance(quote, str) and locate(text.folded, quote) is None:
                yield missing(fact, article, text, quote)


def missing(fact: str, written: str, text: Text, quote: str) -> Clash:
    """The clash of a quote that is not in an article; `written` is the article as the file names it."""
    at, article = Anchor(fact, "quote"), text.article
    if not has_word(quote):
        return Clash(f"the quote has no words: copy some from {written}", at, (fact,))
    near = nearest(article.text, text.folded, quote)
    if near is None:
        message = f"the quote is not in {written}, and nothing there is like it: copy the words of the article"
        return Clash(message, at, (fact,))
    place = Place(f"seeds/{written}", *Places(article.text).span(near.start, near.end))
    return Clash(
        f"the quote is not in {written}: {mark_difference(near)}; copy the words of the article",
        at,
        (fact,),
        related=((place, "the nearest passage"),),
    )
