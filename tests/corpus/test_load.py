"""A corpus is read as far as it can be; what cannot be read is said at its place and spoils nothing else."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.findings import Place
from factlint.reading import date as dates
from factlint.reading.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus, Settings

REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
imports: {name: imports, kind: flow, unit: USD}
trade-turnover: {name: trade turnover, aliases: [turnover], kind: flow, unit: USD, equals: exports + imports}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan, aliases: [Azərbaycan]}
pakistan: {name: Pakistan}
== facts/registry/people.yaml
zakir-hasanov: {name: Zakir Hasanov}
ali-hasanov: {name: Ali Hasanov, aliases: [Hasanov]}
vali-hasanov: {name: Vali Hasanov, aliases: [Hasanov]}
== facts/registry/offices.yaml
minister: {title: Minister of Defence, of: Azerbaijan}
"""

HEAD = """
== facts/a.yaml
source: {title: A report}
published: 2021-06-23
facts:
"""


@pytest.fixture
def loaded(project: Callable[[str], Settings]) -> Callable[[str], Corpus]:
    return lambda text: load_corpus(project(text))


def said(corpus: Corpus) -> list[tuple[str, Place]]:
    return [(problem.rule, corpus.place(problem.clash.at)) for problem in corpus.problems]


def test_a_fact_becomes_a_typed_row(loaded: Callable[[str], Corpus]) -> None:
    corpus = loaded(
        REGISTRY
        + HEAD
        + "  - {id: t, figure: turnover, of: Azərbaycan, with: pakistan, period: 2020, value: 13.2 million USD}\n"
    )
    assert said(corpus) == []
    row = corpus.table("figures").iloc[0]
    assert (row["fact"], row["file"], row["figure"], row["of"]) == ("a#t", "a", "trade-turnover", "azerbaijan")
    assert dates.iso(row["period_begins_earliest"]) == "2020-01-01"
    assert dates.iso(row["period_ends_latest"]) == "2020-12-31"
    assert isinstance(row["value"], Quantity)
    assert row["value"].number == 13_200_000
    assert (row["value_unit"], row["mode"], row["superseded"]) == ("USD", "happened", False)
    assert row["value_low"] < 13_150_000 <= row["value_high"]


def test_an_identity_is_read_into_exact_terms(loaded: Callable[[str], Corpus]) -> None:
    corpus = loaded(REGISTRY + "== facts/registry/series.yaml\n")
    terms = corpus.registry.entry("measures", "trade-turnover").values["equals"]
    assert terms == ((Fraction(1), "exports"), (Fraction(1), "imports"))


@pytest.mark.parametrize(
    ("fact", "rule", "column", "words"),
    [
        ("{id: t, figure: turnover, off: azerbaijan}", "unknown-key", 31, "did you mean of?"),
        ("{id: t, figure: turnovr, of: azerbaijan}", "unknown-name", 21, "did you mean turnover"),
        ("{id: t, role: minister, person: Hasanov}", "ambiguous-name", 37, "ali-hasanov"),
        ("{id: t, figure: turnover, of: azerbaijan, period: 2020-13}", "impossible-date", None, "13"),
        ("{id: t, figure: turnover, of: azerbaijan, value: many}", "bad-value", None, "many"),
        ("{id: t, figure: turnover, of: azerbaijan, derived: maybe}", "bad-value", 56, "neither true nor false"),
        ("{id: t, figure: turnover, of: [azerbaijan]}", "bad-value", 35, "list"),
        ("{id: t, figure: turnover, of: azerbaijan, scope: oil}", "bad-value", 54, "mapping"),
        ("{id: t}", "missing-key", None, "figure, event, role, relation"),
        ("{id: t, figure: turnover, of: azerbaijan, event: x}", "bad-value", None, "one kind"),
        ("just words", "bad-value", 5, "mapping"),
    ],
)
def test_a_cell_that_cannot_be_read_is_said_at_its_place(
    loaded: Callable[[str], Corpus], fact: str, rule: str, column: int | None, words: str
) -> None:
    corpus = loaded(f"{REGISTRY}{HEAD}  - {fact}\n")
    found = [problem for problem in corpus.problems if problem.rule == rule]
    assert len(found) == 1
    place = corpus.place(found[0].clash.at)
    assert (place.path, place.line) == ("facts/a.yaml", 4)
    assert column is None or place.column == column
    assert words in found[0].clash.message


def test_one_broken_fact_does_not_hide_the_next(loaded: Callable[[str], Corpus]) -> None:
    corpus = loaded(
        REGISTRY
        + HEAD
        + "  - {id: bad, figure: turnover, of: Narnia, period: 2020-02-30, value: some}\n"
        + "  - {id: good, figure: exports, of: azerbaijan, period: 2020, value: $1}\n"
    )
    assert sorted(problem.rule for problem in corpus.problems) == ["bad-value", "impossible-date", "unknown-name"]
    assert list(corpus.with_problems(()).table("figures")["fact"]) == ["a#good"]
    assert list(corpus.with_problems(()).table("facts")["fact"]) == ["a#bad", "a#good"]


def test_an_id_that_is_taken_is_said_and_both_facts_stay(loaded: Callable[[str], Corpus]) -> None:
    twice = "  - {id: t, figure: exports, of: azerbaijan, period: 2020, value: $1}\n" * 2
    corpus = loaded(REGISTRY + HEAD + twice)
    assert said(corpus) == [("duplicate-fact-id", Place("facts/a.yaml", 5, 10, 5, 11))]
    assert len(corpus.table("facts")) == 2


def test_the_default_calendar_is_gregorian_and_julian_dates_are_moved(loaded: Callable[[str], Corpus]) -> None:
    event = "== facts/registry/events.yaml\nrevolution: {name: revolution}\n"
    fact = "  - {id: r, event: revolution, date: 1917-10-25, calendar: julian}\n"
    row = loaded(REGISTRY + event + HEAD + fact).table("events").iloc[0]
    assert dates.iso(row["date_begins_earliest"]) == "1917-11-07"


def test_a_file_that_is_no_fact_file_is_said_to_be_skipped(loaded: Callable[[str], Corpus]) -> None:
    corpus = loaded("== facts/notes.txt\nhello\n== facts/sub/b.yml\nsource: {title: B}\nfacts: []\n")
    assert [skipped.path for skipped in corpus.skipped] == ["facts/notes.txt"]
    assert [file.head.ref for file in corpus.files] == ["sub/b"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("== facts/a.yaml\n", "missing-key"),
        ("== facts/a.yaml\n- 1\n", "bad-value"),
        ("== facts/a.yaml\nsource: {title: A}\n", "missing-key"),
        ("== facts/a.yaml\nsource: {title: A}\nfacts: many\n", "bad-value"),
        ("== facts/registry/persons.yaml\nx: {name: X}\n", "unknown-key"),
        ("== facts/registry/people.yaml\n- x\n", "bad-value"),
        ("== facts/registry/people.yaml\nx: y\n", "bad-value"),
        ("== facts/a.yaml\nfacts: []\nsource: {title: A}\n== facts/a.yml\nfacts: []\n", "duplicate-fact-id"),
    ],
)
def test_a_file_of_another_shape_is_one_finding(loaded: Callable[[str], Corpus], text: str, rule: str) -> None:
    assert [problem.rule for problem in loaded(text).problems] == [rule]


def test_tables_are_fresh_each_time(loaded: Callable[[str], Corpus]) -> None:
    corpus = loaded(REGISTRY + HEAD + "  - {id: t, figure: exports, of: azerbaijan, period: 2020, value: $1}\n")
    frame = corpus.table("figures")
    frame.loc[0, "figure"] = "changed"
    assert corpus.table("figures").loc[0, "figure"] == "exports"
