from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.only_broken import OnlyBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "the same subject": ("2021-06-23; a likes z; only: true", "2021-06-23; a likes z"),
    "another object": ("2021-06-23; a likes z; only: true", "2021-06-23; b likes d"),
    "another relation": ("2021-06-23; a likes z; only: true", "2021-06-23; b knows z"),
    "another scope": ("2021-06-23; a likes z; only: true; scope: {in: Asia}", "2021-06-23; b likes z"),
    "one that came later": ("2021-06-23; a likes z; only: true", "2022-06-23; b likes z; since: 2022"),
    "one that had ended": ("2021-06-23; a likes z; only: true", "2022-06-23; b likes z; date: 2010/2020"),
    "one that may have come later": ("2021-06-23; a likes z; only: true", "2022-06-23; b likes z; since: 2021"),
    "articles of different days": ("2021-06-23; a likes z; only: true", "2020-01-01; b likes z"),
    "articles of unknown days": ("2021; a likes z; only: true", "2022; b likes z"),
    "a place in its country": ("2021-06-23; b likes z; only: true", "2021-06-23; b1 likes z"),
    "planned": ("2021-06-23; a likes z; only: true", "2021-06-23; b likes z; mode: planned"),
    "denied": ("2021-06-23; a likes z; only: true", "2021-06-23; b likes z; mode: denied"),
    "superseded": ("2021-06-23; a likes z; only: true", "2021-06-23; b likes z; supersedes: f1"),
}
LOUD = {
    "another on that day": (
        ("2021; a likes z; only: true; asof: 2020-01-01", "2021-06-23; b likes z; since: 2015"),
        "error",
    ),
    "another of that day": (
        ("2021; a likes z; only: true; date: 2020-01-01", "2021; b likes z; date: 2020-01-01"),
        "error",
    ),
    "another in an article of that day": (("2021-06-23; a likes z; only: true", "2021-06-23; b likes z"), "warning"),
    "another in the same file": (("-; a likes z; only: true", "-; b likes z"), "warning"),
    "another that came before": (
        ("2021-06-23; a likes z; only: true", "2016-01-01; b likes z; date: 2015-05-05"),
        "warning",
    ),
    "another to a literal object": (
        (
            "2021-06-23; relation: likes, subject: a, value: the Sea, only: true",
            "2021-06-23; relation: likes, subject: b, value: the sea",
        ),
        "warning",
    ),
    "two that are each the only one": (
        ("2021-06-23; a likes z; only: true", "2021-06-23; b likes z; only: true"),
        "warning",
    ),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(OnlyBroken, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(OnlyBroken, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (["f1", "f2"], severity)


def test_all_others_are_one_finding(told: Told) -> None:
    (finding,) = told(OnlyBroken, "2021-06-23; a likes z; only: true", *(f"2021-06-23; {x} likes z" for x in "bcd"))
    assert [ref[-2:] for ref in finding.suspects] == ["f1"]
    assert [spot.fact[-2:] for spot in finding.related if spot.fact] == ["f2", "f3", "f4"]


def test_what_is_told_twice_is_no_suspect(told: Told) -> None:
    alone = ["2021-06-23; a likes z; only: true"] * 2
    (finding,) = told(OnlyBroken, *alone, "2021-06-23; b likes z")
    assert [ref[-2:] for ref in finding.suspects] == ["f3"]


def test_what_is_possible_is_a_note_for_the_pedantic(told: Told) -> None:
    (finding,) = told(OnlyBroken, "2021-06-23; a likes z; only: true", "2020-01-01; b likes z", pedantic=True)
    assert (finding.severity, finding.message[:10]) == ("note", "possibly: ")


def test_what_came_later_is_not_possible(told: Told) -> None:
    later = "2022-06-23; b likes z; since: 2022"
    assert told(OnlyBroken, "2021-06-23; a likes z; only: true", later, pedantic=True) == ()
