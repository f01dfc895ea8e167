from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.rank_clash import RankClash

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SILENT = {
    "one rank twice": ("a; first", "a; 1"),
    "a rank within another": ("a; second", "a; among first 3", "a; among first"),
    "another subject": ("a; first", "b; third"),
    "another scope": ("a; first", "a; third; scope: {of: Asia}"),
    "another object": ("a; first", "a; third; object: c"),
    "planned": ("a; first", "a; third; mode: planned"),
    "superseded": ("a; first", "a; third; supersedes: f1"),
    "dates in the order of the ranks": ("a; first; date: 1991-11-09", "b; second; date: 1991-12-12"),
    "ranks of one day": ("a; first; date: 1991-11-09", "b; second; date: 1991-11-09"),
    "a date that leaves the order open": ("a; first; date: 1991-11-09", "b; second; date: 1991-11"),
    "a rank without a date": ("a; first; date: 1991-11-09", "b; second"),
    "ranks that leave the order open": ("a; among first 3; date: 1991-12-12", "b; third; date: 1991-11-09"),
}

LOUD = {
    "two ranks": (("a; first", "a; third"), "error"),
    "a rank beyond another": (("a; 4", "a; among first 3"), "error"),
    "a third before the first": (("a; third; date: 1991-11-09", "b; first; date: 1991-12-12"), "warning"),
    "a second since before the first": (("a; second; since: 1990", "b; first; since: 1991"), "warning"),
    "a fourth before one of the first three": (
        ("a; 4; date: 1991-11-09", "b; among first 3; date: 1991-12-12"),
        "warning",
    ),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(RankClash, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, find: Find) -> None:
    (finding,) = find(RankClash, *facts)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1", "x#f2"))
    assert (finding.severity, finding.anchor) == (severity, "x#f1@rank")


def test_the_odd_rank_out_is_the_suspect(find: Find) -> None:
    (finding,) = find(RankClash, "a; first", "a; third", "a; third")
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1",))


def test_the_odd_date_out_is_the_suspect(find: Find) -> None:
    dated = ["a; first; date: 1991-12-12", "b; second; date: 1991-11-09", "c; third; date: 1991-11-10"]
    (finding,) = find(RankClash, *dated)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1",))


def test_two_dates_of_one_subject_do_not_hide_another(find: Find) -> None:
    findings = find(
        RankClash, "a; third; date: 1991-11-09", "a; first; date: 1995-01-01", "b; second; date: 1992-01-01"
    )
    assert [(finding.facts, finding.severity) for finding in findings] == [
        (("x#f1", "x#f2"), "error"),
        (("x#f1", "x#f3"), "warning"),
    ]
