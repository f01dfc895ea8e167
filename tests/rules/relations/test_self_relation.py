from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.self_relation import SelfRelation

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "two things": ("-; a knows b",),
    "a relation that allows it": ("-; a likes a",),
    "denied": ("-; a knows a; mode: denied",),
    "planned": ("-; a knows a; mode: planned",),
    "superseded": ("-; a knows a", "-; a knows b; supersedes: f1"),
    "a literal object": ("-; relation: knows, subject: a, value: Aland",),
}
LOUD = {
    "irreflexive": (("-; a knows a",), "error"),
    "acyclic": (("-; a owns a",), "error"),
    "told twice": (("-; a knows a", "2021; a knows a"), "error"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(SelfRelation, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(SelfRelation, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (
        ["f1"] if len(facts) == 1 else [finding.facts[0][-2:]],
        severity,
    )
