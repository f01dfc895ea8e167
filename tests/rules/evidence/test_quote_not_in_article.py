"""`quote-not-in-article`: the words, and the passage that is shown where they are missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.corpus import Text, load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.findings import Place, Severity
from factlint.reading.article import Article
from factlint.reading.article.quote import fold, locate
from factlint.reading.article.word import has_word
from factlint.rules.evidence.quote_not_in_article import QuoteNotInArticle, missing
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[[type[Rule], str], tuple[Finding, ...]]

ARTICLE = """Baku, June 23.

Naghiyev highlighted the “support” that Pakistan rendered during the 44‑day war –
in autumn 2020. The trade turnover amounted to $13.2 million in 2020."""
PROJECT = """== seeds/war.txt
{article}
== facts/registry/events.yaml
war: {{name: War}}
== facts/a.yaml
article: war.txt
published: 2021-06-23
facts:
  - id: war
    event: war
    quote: {quote}
"""


def project(quote: str, article: str = ARTICLE) -> str:
    return PROJECT.format(article=article, quote=json.dumps(quote))


@pytest.mark.parametrize(
    "quote",
    [
        "Naghiyev highlighted the “support”",
        'the "support" that Pakistan',
        "during the 44-day war - in autumn 2020",
        "the 44-day   war",
        "Naghiyev [...] 44-day war […] $13.2 million",
        "[...] Naghiyev highlighted [...]",
        "the 44\u2011d\u00aday war",
    ],
)
def test_what_printing_changes_is_silent(found: Found, quote: str) -> None:
    assert found(QuoteNotInArticle, project(quote)) == ()


def test_letters_composed_and_not_composed_are_the_same(found: Found) -> None:
    assert found(QuoteNotInArticle, project("the cafe\u0301 of Baku", "In the caf\u00e9 of Baku.")) == ()


def test_a_missing_quote_shows_the_words_that_differ_and_where(found: Found) -> None:
    (finding,) = found(QuoteNotInArticle, project("The trade turnover amounted to $13.3 million in 2020"))
    assert finding.message == (
        'the quote is not in war.txt: the article says "The trade turnover amounted to $[13.2] million in 2020", '
        'the quote "The trade turnover amounted to $[13.3] million in 2020"; copy the words of the article'
    )
    assert finding.severity is Severity.ERROR
    assert finding.facts == ("a#war",)
    assert (finding.primary.place.path, finding.primary.place.line) == ("facts/a.yaml", 6)
    (spot,) = finding.related
    assert spot.place == Place(
        "seeds/war.txt", 4, 17, 4, 17 + len("The trade turnover amounted to $13.2 million in 2020")
    )
    assert spot.message == "the nearest passage"


@pytest.mark.parametrize("quote", ["[...]", "[…] [...]", "...", " — ", "[...], [...]"])
def test_a_quote_without_words_proves_nothing(found: Found, quote: str) -> None:
    (finding,) = found(QuoteNotInArticle, project(quote))
    assert finding.message == "the quote has no words: copy some from war.txt"


def test_pieces_in_another_order_are_no_quote(found: Found) -> None:
    (finding,) = found(QuoteNotInArticle, project("$13.2 million [...] Naghiyev"))
    assert 'the article says "Naghiyev", but not in this order' in finding.message


def test_a_part_of_a_number_is_no_quote(found: Found) -> None:
    assert len(found(QuoteNotInArticle, project("3.2 million in 2020"))) == 1


def test_a_quote_like_nothing_in_the_article_has_no_passage(found: Found) -> None:
    (finding,) = found(QuoteNotInArticle, project("zzzz qqqq xxxx"))
    assert finding.message == (
        "the quote is not in war.txt, and nothing there is like it: copy the words of the article"
    )
    assert finding.related == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_the_passage_is_in_the_line_that_pages_show(tmp_path: Path, end: str) -> None:
    unpack(project("second the wars ended"), tmp_path)
    (tmp_path / "seeds" / "war.txt").write_bytes(f"first of all{end}second the war ended{end}".encode())
    corpus = load_corpus(load_settings(tmp_path))
    (finding,) = findings_of(QuoteNotInArticle, corpus)
    assert finding.related[0].place == Place("seeds/war.txt", 2, 1, 2, 21)


def test_a_fact_with_another_bad_cell_still_has_its_quote_checked(found: Found) -> None:
    text = project("no such words here at all").replace("event: war\n", "event: unknown\n")
    assert len(found(QuoteNotInArticle, text)) == 1


def test_quotes_of_a_source_that_is_not_stored_are_silent(found: Found) -> None:
    text = project("no such words").replace("article: war.txt", "source: {title: War}")
    assert found(QuoteNotInArticle, text) == ()


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [".*" * 200, "(a+)+$" * 50, "[...]" * 200, "\u0301" * 500, "a" * 5000, "\x00\x01\ufeff", "\U0001f600" * 99]
    ),
)


@settings(max_examples=60, deadline=None)
@given(article=HOSTILE, quote=HOSTILE)
def test_hostile_texts_give_a_clash_or_none(article: str, quote: str) -> None:
    text = Text(Article("war.txt", article, ""), fold(article))
    clash = missing("a#war", "war.txt", text, quote)
    assert clash.facts == ("a#war",)
    assert has_word(quote) or locate(text.folded, quote) is None
    for place, _ in clash.related:
        assert isinstance(place, Place)
        assert (place.line, place.column) <= (place.end_line, place.end_column)
