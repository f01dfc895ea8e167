from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.names.wrong_type import WrongType

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Named = Callable[..., tuple[Finding, ...]]

PEOPLE = ("ilham: {name: Ilham Aliyev}",)
SILENT = {
    "the types": ("relation: told, subject: ilham, object: academy",),
    "a literal": ("relation: told, subject: ilham, value: all that he knew",),
    "no types": ("relation: likes, subject: baku, object: minister",),
    "superseded": ("relation: told, subject: baku, object: ilham", "event: wedding, supersedes: f1"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], named: Named) -> None:
    assert named(WrongType, PEOPLE, facts) == ()


def test_a_place_where_a_person_belongs(named: Named) -> None:
    (finding,) = named(WrongType, PEOPLE, ("relation: told, subject: baku, object: ilham",))
    assert (finding.anchor, finding.facts, finding.suspects) == ("x#f1@subject", ("x#f1",), ("x#f1",))
    assert finding.message.startswith("the subject of “told” is a person, but Baku is a place: ")
    assert finding.severity == "error"


@pytest.mark.parametrize(("thing", "kind"), [("minister", "an office"), ("wedding", "an event"), ("baku", "a place")])
def test_it_says_the_kind(thing: str, kind: str, named: Named) -> None:
    (finding,) = named(WrongType, PEOPLE, (f"relation: told, subject: ilham, object: {thing}",))
    assert f"is a person or a body, but {finding.message.partition('but ')[2]}" in finding.message
    assert f" is {kind}: " in finding.message


def test_one_thing_in_one_place_is_one_finding(named: Named) -> None:
    (finding,) = named(WrongType, PEOPLE, ("relation: told, subject: baku, object: ilham",) * 3)
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3", None]


def test_both_sides_are_two_findings(named: Named) -> None:
    assert len(named(WrongType, PEOPLE, ("relation: told, subject: baku, object: baku",))) == 2
