from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.relation_asymmetric import RelationAsymmetric

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "both ways": ("2021-06-23; a knows b", "2021-06-23; b knows a"),
    "the same statement": ("2021-06-23; a knows b", "2021-06-23; a knows b; mode: denied"),
    "a relation that is not symmetric": ("2021-06-23; a likes b", "2021-06-23; b likes a; mode: denied"),
    "another scope": ("2021-06-23; a knows b", "2021-06-23; b knows a; mode: denied; scope: {how: well}"),
    "different days": ("2021-06-23; a knows b", "2021-06-24; b knows a; mode: denied"),
    "a denial before": ("2021-06-23; a knows b; since: 2015", "2014-01-01; b knows a; mode: denied"),
    "a denial that may be before": ("2021-06-23; a knows b; since: 2015", "2021; b knows a; mode: denied; date: 2015"),
    "planned": ("2021-06-23; a knows b; mode: planned", "2021-06-23; b knows a; mode: denied"),
    "superseded": ("2021-06-23; a knows b", "2021-06-23; b knows a; mode: denied; supersedes: f1"),
    "the inverse the same way": ("2021-06-23; a owns b", "2021-06-23; a belongs b; mode: denied"),
}
LOUD = {
    "denied the other way": (("2021-06-23; a knows b", "2021-06-23; b knows a; mode: denied"), "warning"),
    "denied for a day within": (
        ("2021-06-23; a knows b; since: 2015", "2022; b knows a; mode: denied; asof: 2017-07-07"),
        "error",
    ),
    "the inverse denied": (("2021-06-23; a owns b", "2021-06-23; b belongs a; mode: denied"), "warning"),
    "the inverse told": (("2021-06-23; a owns b; mode: denied", "2021-06-23; b belongs a"), "warning"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(RelationAsymmetric, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(RelationAsymmetric, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (["f1", "f2"], severity)
