"""Coverage: what counts as said by an article, and what a quote covers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.corpus import load_corpus, load_settings
from factlint.survey.coverage import counted, coverage, mentions
from factlint.survey.people import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus
    from factlint.survey.coverage import Mention

ROOT = Path(__file__).parents[2]
OURS = load_corpus(load_settings(ROOT))
READER = Reader(OURS.registry)


def said(text: str, kind: str) -> list[str]:
    return [each.text for each in mentions(text, READER, None) if each.kind == kind]


def test_our_corpus_is_covered_to_the_last_mention() -> None:
    missing = [(covered.article, each.line, each.text) for covered in coverage(OURS) for each in covered.missing]
    assert missing == []
    assert counted(each for covered in coverage(OURS) for each in covered.mentions)[1] >= 98


def test_every_mention_stands_where_it_says() -> None:
    for covered in coverage(OURS):
        text = OURS.texts[covered.article].article.text
        for each in covered.mentions:
            assert text[each.start : each.end] == each.text
            assert each.line == text.count("\n", 0, each.start) + 1


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Exports reached $1.6 million, or 12%, of about 40 companies.", ["$1.6 million", "12%", "about 40"]),
        ("The 44-day war cost three thousand lives.", ["44-day", "three thousand"]),
        ("It bought three JF-17 aircraft under resolution 822 and Article 51.", ["three"]),
        ("The two countries and their three parliaments sent two ministers.", ["two"]),
        ("They held Three Brothers in Baku. Three soldiers were hurt.", ["Three"]),
        ("1. Trade grew.\n2) Prices fell [3] by 4 percent.", ["4 percent"]),
        ("On 22 June 2021 at 12:55 it began.", []),
        ("More than two of the four bridges fell.", ["More than two"]),
    ],
)
def test_what_an_editor_counts_is_a_figure(text: str, figures: list[str]) -> None:
    assert said(text, "figure") == figures


@pytest.mark.parametrize(
    ("text", "people", "titles"),
    [
        (
            "President Ilham Aliyev, Defence Minister John Smith and State Border Service Head Elchin Guliyev came.",
            ["Ilham Aliyev", "John Smith", "Elchin Guliyev"],
            ["President", "Defence Minister", "State Border Service Head"],
        ),
        (
            "Foreign Minister Jeyhun Bayramov met General Assembly President Volkan Bozkir.",
            ["Jeyhun Bayramov", "Volkan Bozkir"],
            ["Foreign Minister", "Assembly President"],
        ),
        ("Col. Gen. Hasanov and Mohammed bin Salman came.", ["Hasanov"], []),
        ("Crown Prince Mohammed bin Salman came.", ["Mohammed bin Salman"], ["Crown Prince"]),
        ("On Monday, the minister spoke to General Staff.", [], []),
        ("Nadeem Raza, chairman of the joint chiefs, spoke.", ["Nadeem Raza"], []),
        ("Hasanov’s deputy thanked Zakir Hasanov's guests.", ["Hasanov", "Zakir Hasanov"], []),
        (
            "He met the Chairman Joint Chiefs of Staff Committee of this country, General Nadeem Raza.",
            ["Nadeem Raza"],
            ["Chairman Joint Chiefs of Staff Committee"],
        ),
    ],
)
def test_people_count_by_their_names_and_by_their_titles(text: str, people: list[str], titles: list[str]) -> None:
    assert said(text, "person") == people
    assert said(text, "title") == titles


def test_a_title_of_another_country_is_not_the_office_that_the_registry_has() -> None:
    person = READER.people("Pakistani Defence Minister Khawaja Asif")[0]
    assert person.title is not None
    assert person.offices == ()
    assert READER.people("Defence Minister Zakir Hasanov")[0].offices == ("minister-of-defence-of-azerbaijan",)
    assert READER.people("Defence Minister Nawaz Sharif")[0].offices == ()


def test_headlines_and_footers_hold_figures_only() -> None:
    text = (
        "Exports grow to $5 million\n3 March 2016, by President Aliyev\n\nThey grew in May 2015.\n\nRead on 4 May 2020"
    )
    assert said(text, "figure") == ["$5 million"]
    assert said(text, "date") == ["May 2015"]
    assert said(text, "person") == []


def test_a_text_without_a_full_stop_is_all_body() -> None:
    assert said("President Aliyev came on 3 March 2016", "date") == ["3 March 2016"]


PROJECT = """
== seeds/a.txt
Exports were $1.6 million in 2020. Exports were $1.6 million in 2020.
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
== facts/a.yaml
article: a.txt
published: 2021-01-01
facts:
  - {id: e, figure: exports, of: Azerbaijan, period: 2020, value: $1.6 million, quote: "Exports [...] $1.6 million"}
"""


def covered(corpus: Corpus) -> tuple[Mention, ...]:
    return coverage(corpus)[0].mentions


def test_a_quote_covers_only_where_it_is_found_and_not_what_it_leaves_out(
    corpus_of: Callable[[str], Corpus],
) -> None:
    assert [(each.text, each.facts) for each in covered(corpus_of(PROJECT))] == [
        ("$1.6 million", ("a#e",)),
        ("2020", ()),
        ("$1.6 million", ()),
        ("2020", ()),
    ]


def test_an_article_of_two_files_is_covered_by_both(corpus_of: Callable[[str], Corpus]) -> None:
    second = PROJECT.rpartition("== ")[2].replace("facts/a.yaml", "== facts/b.yaml")
    corpus = corpus_of(PROJECT + second.replace('"Exports [...] $1.6 million"', "$1.6 million in 2020"))
    assert [each.facts for each in covered(corpus)] == [("a#e", "b#e"), ("b#e",), (), ()]
    assert len(coverage(corpus)) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("President Aliyev, 12 Khan’s\n\t.-'[](2020)%$Əş\u00ad\u202e\x00"), max_size=120)
)
def test_no_text_breaks_the_readers(text: str) -> None:
    for each in mentions(text, READER, None):
        assert text[each.start : each.end] == each.text != ""
