"""Drafts: what they have of the curated facts, and that the rules of evidence accept them as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.corpus import load_corpus, load_settings
from factlint.corpus.registry import Registry
from factlint.corpus.uses import uses
from factlint.reading import date as dates
from factlint.reading import yaml
from factlint.reading.article import Article
from factlint.reading.date.in_text import find
from factlint.reading.yaml import Mapping, Sequence
from factlint.survey.draft import draft
from factlint.survey.drafting.proposal import written
from factlint.survey.drafting.text import render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.corpus import Corpus, FactFile, Record
    from factlint.survey.drafting.proposal import Proposal

OURS = load_corpus(load_settings(Path(__file__).parents[2]))
FILES = {str(file.head.values["article"])[:3]: file for file in OURS.files if "article" in file.head.values}


def drafted(file: FactFile, corpus: Corpus) -> tuple[Proposal, ...]:
    """What a draft of the article proposes to somebody who has every other file."""
    rest = replace(corpus, files=tuple(each for each in OURS.files if each is not file))
    return draft(OURS.texts[str(file.head.values["article"])].article, rest).complete


def known_from_others(file: FactFile) -> Corpus:
    """Our corpus with only those registry entries that some other file needs."""
    rest = replace(OURS, files=tuple(each for each in OURS.files if each is not file))
    used = uses(rest)
    entries = {
        kind: {i: each for i, each in by_id.items() if (kind, i) in used}
        for kind, by_id in OURS.registry.entries.items()
    }
    return replace(rest, registry=Registry(entries, OURS.registry.names))


def has(proposals: Iterable[Proposal], fact: Record) -> bool:
    """Whether a proposal says a curated fact: office and person; measure, pair and number; event and time."""
    return any(_says(dict(each.keys), fact) for each in proposals)


def _says(keys: dict[str, str | tuple[str, ...]], fact: Record) -> bool:
    values = fact.values
    if fact.table == "roles":
        return (keys.get("role"), keys.get("person")) == (values["role"], values["person"])
    if fact.table == "figures":
        value = str(getattr(values["value"], "text", ""))
        same = all(keys.get(key) == values.get(key) for key in ("figure", "of", "with"))
        return same and value.startswith(str(keys["value"]))
    if fact.table != "events" or keys.get("event") != values["event"]:
        return False
    said, curated = keys.get("date"), values.get("date")
    if isinstance(said, str) and isinstance(curated, dates.Date):
        read = dates.read(said)
        return read.earliest <= curated.latest and curated.earliest <= read.latest
    return "duration" in keys and "duration" in values


def timely(file: FactFile) -> list[Record]:
    """The curated roles, figures and dated events: relations and what has no date are not drafted."""
    return [
        fact
        for fact in file.facts
        if fact.table in {"roles", "figures"} or (fact.table == "events" and {"date", "duration"} & fact.values.keys())
    ]


@pytest.mark.parametrize(
    ("article", "reached", "of", "unknown_reached"),
    [("000", 17, 18, 9), ("001", 5, 5, 1), ("002", 14, 14, 4), ("003", 8, 8, 4), ("004", 5, 5, 2)],
)
def test_a_draft_has_the_curated_roles_figures_and_dated_events(
    article: str, reached: int, of: int, unknown_reached: int
) -> None:
    file = FILES[article]
    curated = timely(file)
    assert len(curated) >= of
    assert sum(has(drafted(file, OURS), fact) for fact in curated) >= reached
    assert sum(has(drafted(file, known_from_others(file)), fact) for fact in curated) >= unknown_reached


@pytest.mark.parametrize("article", sorted(FILES))
def test_what_a_draft_says_as_fact_is_curated_but_for_one_in_an_article(article: str) -> None:
    file = FILES[article]
    wrong = [each for each in drafted(file, OURS) if not any(has([each], fact) for fact in file.facts)]
    assert len(wrong) <= 1


@pytest.mark.parametrize("article", sorted(FILES))
def test_every_figure_and_date_is_in_a_proposal_s_quote(article: str) -> None:
    from factlint.survey.coverage import coverage

    file = FILES[article]
    name = str(file.head.values["article"])
    made = draft(OURS.texts[name].article, OURS)
    quotes = " ".join(each.quote for each in made.proposals)
    mentioned = next(each for each in coverage(OURS) if each.article == name).mentions
    for each in mentioned:
        assert each.kind in {"person", "title"} or each.text in quotes


def article_of(text: str) -> Article:
    return Article("a.txt", text, "0" * 64)


def test_a_head_is_read_from_the_lines_above_the_body() -> None:
    head = draft(OURS.texts["003_a1e95e8ae9386bc4.txt"].article, OURS).head
    assert head.published == "2016-03-03"
    assert head.author == "Amina Nazarli"
    assert head.publisher == "AzerNews"
    assert head.title == "Azerbaijan, Pakistan further boost military ties"


def test_what_the_registry_does_not_know_stays_open() -> None:
    text = "Foreign Minister Jeyhun Bayramov said on 3 May 2020 that output grew by 12 percent. It had 40 wells."
    made = draft(article_of(text), OURS, "2020-05-04")
    assert made.complete == ()
    assert [each.missing for each in made.proposals] == [
        "the office of Foreign Minister and the person called Jeyhun Bayramov",
        "the event",
        "the measure",
        "the measure",
    ]


def test_a_measure_in_another_currency_is_not_the_figure_s() -> None:
    text = "Exports of Azerbaijan reached €5 million in 2020, imports $6 million."
    made = draft(article_of(text), OURS, "2020-05-04")
    assert [each.of("figure") for each in made.proposals] == ["", "imports"]


def test_a_holder_who_was_dead_by_then_is_not_meant() -> None:
    made = draft(article_of("President Aliyev spoke."), OURS, "2016-05-04")
    assert [each.of("person") for each in made.complete] == ["ilham-aliyev"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("22 June 2021", "2021-06-22"),
        ("in June 2021", "2021-06"),
        ("in 2021", "2021"),
        ("the first quarter of 2021", "2021-Q1"),
        ("the second half of 2021", "2021-H2"),
        ("in autumn 2020", "2020-autumn"),
        ("in the winter of 2014", "2014-winter"),
        ("from 27 September to 10 November 2020", "2020-09-27/2020-11-10"),
    ],
)
def test_a_date_in_words_is_written_in_figures(text: str, form: str) -> None:
    assert [written(found.date) for found in find(text)] == [form]


def quotes_in(text: str) -> list[str]:
    root = yaml.read(text.encode()).root
    assert isinstance(root, Mapping)
    facts = root.get("facts")
    assert isinstance(facts, Sequence)
    nodes = [fact.get("quote") for fact in facts.items if isinstance(fact, Mapping)]
    return [str(getattr(node, "text", None)) for node in nodes]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "President Aliyev",
                "on 3 May 2020",
                "$5 million",
                "exports",
                "Azerbaijan",
                "\x1b[31m",
                "\u202e",
                "# x: -",
                ": ",
                "'",
                '"',
                "\\",
                "</script>",
                "Three Brothers - 2021",
                "in Baku",
                ".",
                "\n\n",
                "\u0085",
                "\x00",
                "[...]",
                "{",
                "- ",
            ]
        ),
        max_size=25,
    )
)
def test_hostile_words_come_back_from_the_draft_as_they_were_quoted(words: list[str]) -> None:
    made = draft(article_of(" ".join(words)), OURS, "2020-05-04")
    text = render(made)
    assert all(line.isprintable() for line in text.splitlines())
    assert yaml.read(text.encode()).problems == ()
    assert quotes_in(text) == [each.quote for each in made.complete]


def test_ids_differ() -> None:
    made = draft(article_of("It had 40 wells. It had 40 wells. " * 3), OURS, "2020-05-04")
    ids = [each.id for each in made.proposals]
    assert len(ids) == len(set(ids)) == 6
