"""Figures that are impossible only together: found, minimal, and never invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.corpus import load_settings
from factlint.engine.check import findings_of, read
from factlint.rules import RULES
from factlint.rules.figures.base import FigureRule
from factlint.testing import unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Finding

REGISTRY = """
== facts/registry/measures.yaml
exports: {kind: flow}
imports: {kind: flow}
turnover: {kind: flow, equals: exports + imports, symmetric: true}
deficit: {kind: flow, equals: imports - exports}
balance: {kind: flow, equals: exports - imports, minimum: none}
jobless: {kind: rate, unit: percent}
== facts/registry/places.yaml
a: {name: Armenia}
g: {name: Georgia}
== facts/t.yaml
source: {title: A report}
published: 2022-01-01
facts:
"""


def found(facts: list[str], folder: Path) -> list[Finding]:
    unpack(REGISTRY + "".join(f"  - {{id: f{n}, {fact}}}\n" for n, fact in enumerate(facts)), folder)
    corpus, faults = read(load_settings(folder))
    assert faults == []
    assert corpus.problems == ()
    return [finding for rule in RULES if issubclass(rule, FigureRule) for finding in findings_of(rule, corpus)]


def names(findings: list[Finding]) -> list[list[str]]:
    return [[fact.partition("#")[2] for fact in finding.facts] for finding in findings]


IN = "of: a, with: g, period: 2021"
GROWS = f"{IN}, versus: 2020"


@pytest.mark.parametrize(
    ("facts", "sets"),
    [
        # growth of a sum lies between the growths of its parts
        (
            [
                f"figure: turnover, {GROWS}, change: +79.5%",
                f"figure: exports, {GROWS}, change: 2.1 times",
                f"figure: imports, {GROWS}, change: +163%",
            ],
            [["f0", "f1", "f2"]],
        ),
        # a level against growth from a level
        (
            [
                f"figure: exports, {IN}, value: $20.0 million",
                "figure: exports, of: a, with: g, period: 2020, value: $10.0 million",
                f"figure: exports, {GROWS}, change: +50%",
            ],
            [["f0", "f1", "f2"]],
        ),
        # an absolute change
        (
            [
                f"figure: exports, {IN}, value: $20.0 million",
                "figure: exports, of: a, with: g, period: 2020, value: $10.0 million",
                f"figure: exports, {GROWS}, change: +$9.0 million",
            ],
            [["f0", "f1", "f2"]],
        ),
        # a share of a whole
        (
            [
                f"figure: exports, {IN}, value: $20.0 million",
                f"figure: turnover, {IN}, value: $30.0 million",
                f"figure: exports, {IN}, share: 50%, share_of: turnover",
            ],
            [["f0", "f1", "f2"]],
        ),
        # quarters and their year; January-July below January-June
        (
            [f"figure: exports, of: a, with: g, period: 2021-Q{n}, value: $5.0 million" for n in (1, 2, 3, 4)]
            + [f"figure: exports, {IN}, value: $18.0 million"],
            [["f0", "f1", "f2", "f3", "f4"]],
        ),
        (
            [
                "figure: exports, of: a, with: g, period: 2021-01/2021-06, value: $5.0 million",
                "figure: exports, of: a, with: g, period: 2021-01/2021-07, value: $4.0 million",
            ],
            [["f0", "f1"]],
        ),
        # a rate and its percentage points
        (
            [
                f"figure: jobless, {IN}, value: 7.0%",
                "figure: jobless, of: a, with: g, period: 2020, value: 6.0%",
                f"figure: jobless, {GROWS}, change: -1.0 pp",
            ],
            [["f0", "f1", "f2"]],
        ),
    ],
)
def test_what_cannot_be_is_found_with_its_smallest_set(facts: list[str], sets: list[list[str]], tmp_path: Path) -> None:
    findings = found(facts, tmp_path / "all")
    assert names(findings) == sets
    assert {finding.severity for finding in findings} == {"error"}
    for left_out in range(len(facts)):
        assert found([*facts[:left_out], *facts[left_out + 1 :]], tmp_path / str(left_out)) == []


@pytest.mark.parametrize(
    "facts",
    [
        # a deficit that nobody states may be a surplus
        [f"figure: turnover, {IN}, value: $50.0 million", f"figure: exports, {IN}, value: $40.0 million"],
        # a change of what may be negative has two readings
        [
            f"figure: balance, {IN}, value: -$6.0 million",
            "figure: balance, of: a, with: g, period: 2020, value: -$5.0 million",
            f"figure: balance, {GROWS}, change: +20%",
        ],
        # growth over a hundred percent, exactly touching ends
        [
            f"figure: exports, {IN}, value: $21.0 million",
            "figure: exports, of: a, with: g, period: 2020, value: $10.0 million",
            f"figure: exports, {GROWS}, change: +110%",
        ],
        # other scopes, planned figures, uncertain years
        [
            "figure: exports, of: a, with: g, period: 2021-H1, value: $9.0 million, scope: {goods: oil}",
            f"figure: exports, {IN}, value: $5.0 million",
            "figure: exports, of: a, with: g, period: 2021-Q1, value: $9.0 million, mode: planned",
            "figure: exports, of: a, with: g, period: 2021~, versus: 2020, change: +900%",
        ],
        # different units do not mix
        [
            "figure: exports, of: a, with: g, period: 2021-H1, value: 9.0 million AZN",
            f"figure: exports, {IN}, value: $5.0 million",
        ],
    ],
)
def test_what_can_be_is_silent(facts: list[str], tmp_path: Path) -> None:
    assert found(facts, tmp_path) == []


def test_what_only_truncation_saves_is_a_warning_that_names_the_number(tmp_path: Path) -> None:
    facts = [
        "figure: exports, of: a, with: g, period: 2021-H1, value: $5.06 million",
        f"figure: exports, {IN}, value: $5.0 million",
    ]
    (finding,) = found(facts, tmp_path)
    assert finding.severity == "warning"
    assert finding.message.endswith("$5.0 million looks truncated")


def test_a_measure_that_cannot_be_read_ties_nothing_and_hangs_nothing(tmp_path: Path) -> None:
    facts = [f"figure: turnover, {IN}, value: $5.0 million", f"figure: exports, {GROWS}, change: +900%"]
    registry = REGISTRY.replace("symmetric: true", "symmetric: true, minimum: 1e999999999")
    unpack(registry + "".join(f"  - {{id: f{n}, {fact}}}\n" for n, fact in enumerate(facts)), tmp_path)
    corpus, faults = read(load_settings(tmp_path))
    assert faults == []
    assert [problem.rule for problem in corpus.problems] == ["bad-value"]
    assert all(findings_of(rule, corpus) == [] for rule in RULES if issubclass(rule, FigureRule))


amounts = st.integers(min_value=1, max_value=10**6)


def printed(value: int, step: int) -> str:
    """A whole number rounded to `step`, as an article prints it in thousands."""
    return f"{(2 * value + step) // (2 * step) * step} thousand USD, precision: {step * 1000}"


@given(out=amounts, inward=amounts, before=amounts, start=amounts, step=st.sampled_from([1, 10, 100]))
@settings(max_examples=25, deadline=None)
def test_rounded_true_numbers_never_clash(
    out: int, inward: int, before: int, start: int, step: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    year = "of: a, with: g, period: 2020"
    facts = [
        f"figure: exports, {IN}, value: {printed(out, step)}",
        f"figure: imports, {IN}, value: {printed(inward, step)}",
        f"figure: turnover, {IN}, value: {printed(out + inward, step)}",
        f"figure: exports, {year}, value: {printed(before, step)}",
        f"figure: turnover, {year}, value: {printed(before + start, step)}",
        f"figure: exports, {GROWS}, change: {100 * (out - before) / before:+.1f}%",
        f"figure: turnover, {GROWS}, change: {100 * (out + inward - before - start) / (before + start):+.1f}%",
        f"figure: exports, {IN}, share: {100 * out / (out + inward):.1f}%, share_of: turnover",
        f"figure: exports, of: a, with: g, period: 2021-H1, value: {printed(out // 2, step)}",
    ]
    assert found(facts, tmp_path_factory.mktemp("true")) == []


def test_a_hint_moves_no_figure_to_where_another_says_the_same(tmp_path: Path) -> None:
    facts = [f"figure: exports, of: a, with: g, period: 2021-Q{n}, value: $5.0 billion" for n in (1, 2)]
    (finding,) = found([*facts, "figure: exports, of: a, with: g, period: 2021-H1, value: $12.0 billion"], tmp_path)
    assert finding.rule == "period-sum-mismatch"
    assert finding.hint == "$12.0 billion reads as $10.2 billion if two digits were swapped"


def test_a_finding_has_a_proof_that_its_own_numbers_verify(tmp_path: Path) -> None:
    from factlint.figures.proof import verified

    facts = [
        f"figure: turnover, {GROWS}, change: +79.5%",
        f"figure: exports, {GROWS}, change: 2.1 times",
        f"figure: imports, {GROWS}, change: +163%",
    ]
    (finding,) = found(facts, tmp_path)
    assert finding.certificate is not None
    assert verified(finding.certificate)
    assert {step.fact for step in finding.certificate.steps} - {None} == set(finding.facts)
