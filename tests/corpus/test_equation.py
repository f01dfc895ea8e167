"""What a measure equals: sums and quotients are read exactly, anything else is said where it stands."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.corpus.printed import Mean
from factlint.corpus.uses import uses

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus, Settings
    from factlint.findings import Report

MEASURES = """
== facts/registry/measures.yaml
exports: {kind: flow}
imports: {kind: flow}
export-volume: {name: volume of exports, aliases: [5G volume], kind: flow}
x: {kind: flow, equals: %s}
"""


@pytest.fixture
def loaded(project: Callable[[str], Settings]) -> Callable[[str], Corpus]:
    return lambda text: load_corpus(project(text))


def equals(corpus: Corpus) -> object:
    return corpus.registry.entry("measures", "x").values.get("equals")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("exports + imports", [(1, "exports"), (1, "imports")]),
        ("exports-imports", None),
        ("exports − imports", [(1, "exports"), (-1, "imports")]),
        ("exports -imports", [(1, "exports"), (-1, "imports")]),
        ("-exports + 2 * imports", [(-1, "exports"), (2, "imports")]),
        ("0.5*exports", [(Fraction(1, 2), "exports")]),
        ("exports", [(1, "exports")]),
        ("volume of exports - export-volume", [(1, "export-volume"), (-1, "export-volume")]),
        ("exports + imports - exports", [(1, "exports"), (1, "imports"), (-1, "exports")]),
    ],
)
def test_a_sum_is_exact_factors_and_measures(
    loaded: Callable[[str], Corpus], text: str, terms: list[tuple[int, str]] | None
) -> None:
    assert equals(loaded(MEASURES % f'"{text}"')) == (None if terms is None else tuple(terms))


@pytest.mark.parametrize(
    "text",
    [
        "exports / export-volume",
        "exports/export-volume",
        "  exports  /volume of exports ",
    ],
)
def test_a_quotient_of_two_measures_is_a_mean(loaded: Callable[[str], Corpus], text: str) -> None:
    corpus = loaded(MEASURES % f'"{text}"')
    assert corpus.problems == ()
    assert equals(corpus) == Mean("exports", "export-volume")


@pytest.mark.parametrize(
    ("text", "rule", "at", "words"),
    [
        ("exports / imports / x", "bad-value", "exports / imports / x", "export-value / export-volume"),
        ("exports / 100", "bad-value", "exports / 100", "export-value / export-volume"),
        ("2 * exports / imports", "bad-value", "2 * exports / imports", "export-value / export-volume"),
        ("exports / imports + x", "bad-value", "exports / imports + x", "export-value / export-volume"),
        ("exports /", "bad-value", "exports /", "export-value / export-volume"),
        ("/ exports", "bad-value", "/ exports", "export-value / export-volume"),
        ("/", "bad-value", "/", "export-value / export-volume"),
        ("exports / importz", "unknown-name", "importz", "did you mean imports?"),
        ("exportz / imports", "unknown-name", "exportz", "did you mean exports?"),
        ("exports + importz", "unknown-name", "importz", "did you mean imports?"),
        ("exports * imports", "bad-value", "* imports", "write it as exports + imports"),
        ("exports + 3", "bad-value", "+ 3", "write it as exports + imports"),
        ("exports +", "bad-value", "+", "write it as exports + imports"),
        ("5G volume", "bad-value", "5G volume", "write it as exports + imports"),
        ("1e999999999 * exports", "bad-value", "1e999999999 * exports", "write it as exports + imports"),
        ("exports" + " + exports" * 2_000, "bad-value", None, "at most 10,000 characters"),
        ("exports" + " / exports" * 2_000, "bad-value", None, "at most 10,000 characters"),
        ("e" * 9_999, "unknown-name", "e" * 9_999, "add it to facts/registry/measures.yaml"),
    ],
)
def test_anything_else_is_said_where_it_stands(
    loaded: Callable[[str], Corpus], text: str, rule: str, at: str | None, words: str
) -> None:
    corpus = loaded(MEASURES % text)
    (problem,) = corpus.problems
    place = corpus.place(problem.clash.at)
    assert problem.rule == rule
    assert words in problem.clash.message
    assert (place.path, place.line) == ("facts/registry/measures.yaml", 4)
    if at is not None:
        assert corpus.lines[place.path][3][place.column - 1 :].startswith(at)
    assert equals(corpus) is None


def test_the_measures_of_a_mean_are_in_use(loaded: Callable[[str], Corpus]) -> None:
    corpus = loaded(MEASURES % "exports / export-volume")
    assert {("measures", "exports"), ("measures", "export-volume")} <= uses(corpus)
    assert ("measures", "imports") not in uses(corpus)


def test_a_project_with_a_mean_is_checked_without_a_fault(checked: Callable[[str], Report]) -> None:
    fact = "- {id: f, figure: x, of: baku, period: 2020, value: $5}"
    places = "== facts/registry/places.yaml\nbaku: {name: Baku}"
    text = f"{MEASURES % 'exports / export-volume'}{places}\n== facts/a.yaml\nsource: {{title: A}}\nfacts:\n{fact}\n"
    assert checked(text).faults == ()
