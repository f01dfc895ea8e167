"""`false-corroboration`: many publishers, one origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.findings import Severity
from factlint.rules.evidence.false_corroboration import FalseCorroboration

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[[type[Rule], str], tuple[Finding, ...]]

REGISTRY = """== facts/registry/people.yaml
khan: {name: Imran Khan}
raza: {name: Nadeem Raza}
== facts/registry/offices.yaml
pm: {title: Prime Minister}
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
trade: {name: trade, kind: flow, unit: USD, symmetric: true}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
== facts/registry/events.yaml
talks: {name: Talks}
== facts/registry/relations.yaml
allied: {name: is allied with, symmetric: true}
supports: {name: supports}
"""
EXPORTS = "figure: exports, of: azerbaijan, period: 2020, value: $13.2 million"


def project(*files: tuple[str, str]) -> str:
    """Files a, b, … each with its head's publisher and origin, and one fact."""
    return REGISTRY + "".join(
        f"== facts/{name}.yaml\nsource: {{title: T}}\npublished: 2021-06-23\n{head}\nfacts:\n  - {{id: f, {fact}}}\n"
        for name, (head, fact) in zip("abcdef", files, strict=False)
    )


TREND = "publisher: Trend"
COPY = "publisher: AzerNews\norigin: trend"
OTHER = "publisher: Customs"


def test_two_publishers_of_one_origin_are_one_source(found: Found) -> None:
    (finding,) = found(FalseCorroboration, project((COPY, EXPORTS), (TREND, EXPORTS)))
    assert finding.message == "AzerNews and Trend say the same, but have it all from trend: count them as one source"
    assert finding.severity is Severity.NOTE
    assert not finding.fails
    assert finding.anchor == "a#f@"
    assert finding.facts == ("a#f", "b#f")
    assert [(spot.fact, spot.message) for spot in finding.related] == [("b#f", "Trend, from Trend")]


def test_each_publisher_is_named_once(found: Found) -> None:
    again = "publisher: Report\norigin: Trend"
    (finding,) = found(FalseCorroboration, project((COPY, EXPORTS), (COPY, EXPORTS), (again, EXPORTS)))
    assert finding.facts == ("a#f", "b#f", "c#f")
    assert [spot.fact for spot in finding.related] == ["c#f"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(((COPY, EXPORTS), (TREND, EXPORTS), (OTHER, EXPORTS)), id="an independent origin"),
        pytest.param(((TREND, EXPORTS), (OTHER, EXPORTS)), id="two origins"),
        pytest.param(((TREND, EXPORTS), (TREND, EXPORTS)), id="one publisher"),
        pytest.param(((COPY, EXPORTS), (TREND, EXPORTS), ("author: X", EXPORTS)), id="an unknown origin"),
        pytest.param(((COPY, EXPORTS), (TREND, EXPORTS.replace("13.2", "13.3"))), id="another value"),
        pytest.param(((COPY, EXPORTS), (TREND, EXPORTS.replace("2020", "2021"))), id="another period"),
        pytest.param(((COPY, EXPORTS), (TREND, f"{EXPORTS}, scope: {{sector: oil}}")), id="another scope"),
        pytest.param(((COPY, EXPORTS), (TREND, f"{EXPORTS}, mode: denied")), id="denied"),
        pytest.param(((COPY, EXPORTS), (TREND, f"{EXPORTS}, supersedes: a#f")), id="superseded"),
    ],
)
def test_other_origins_and_other_statements_are_silent(found: Found, files: tuple[tuple[str, str], ...]) -> None:
    assert found(FalseCorroboration, project(*files)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EXPORTS, EXPORTS.replace("$13.2 million", "13.20 mln USD")),
        ("event: talks, date: 2021-06-22, who: [khan, raza]", "event: talks, date: 22 June 2021, who: [raza, khan]"),
        ("role: pm, person: khan, title: PM", "role: pm, person: khan, title: Prime Minister"),
        (
            "figure: trade, of: azerbaijan, with: pakistan, period: 2020, value: $3",
            "figure: trade, of: pakistan, with: azerbaijan, period: 2020, value: $3",
        ),
        (
            "relation: allied, subject: azerbaijan, object: pakistan",
            "relation: allied, subject: pakistan, object: azerbaijan",
        ),
    ],
)
def test_a_statement_is_what_is_said_and_not_how(found: Found, one: str, other: str) -> None:
    assert len(found(FalseCorroboration, project((COPY, one), (TREND, other)))) == 1


def test_the_sides_of_a_relation_with_a_direction_do_not_swap(found: Found) -> None:
    one, other = (
        "relation: supports, subject: azerbaijan, object: pakistan",
        "relation: supports, subject: pakistan, object: azerbaijan",
    )
    assert found(FalseCorroboration, project((COPY, one), (TREND, other))) == ()
