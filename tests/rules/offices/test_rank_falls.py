from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.rank_falls import RankFalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SILENT = {
    "a promotion": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel",
        "role: mayor, person: a, at: 2012-01-01, rank: Major General",
    ),
    "the same rank in other words": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel-General",
        "role: mayor, person: a, at: 2012-01-01, rank: General Colonel",
    ),
    "any general is addressed as general": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel-General",
        "role: mayor, person: a, at: 2012-01-01, rank: General",
    ),
    "a lieutenant colonel is addressed as colonel": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel",
        "role: mayor, person: a, at: 2012-01-01, rank: Lt Col",
    ),
    "an unknown rank": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel-General",
        "role: mayor, person: a, at: 2012-01-01, rank: Chorunzy",
    ),
    "a rank of another service": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel-General",
        "role: mayor, person: a, at: 2012-01-01, rank: Colonel of Police",
        "role: mayor, person: a, at: 2013-01-01, rank: Rear Admiral",
        "role: mayor, person: a, at: 2014-01-01, rank: Second Secretary",
    ),
    "days of which either may be the earlier": (
        "role: mayor, person: a, at: 2010, rank: Colonel-General",
        "role: mayor, person: a, at: 2010-06-01, rank: Colonel",
    ),
    "a term that may have ended with the higher rank": (
        "role: mayor, person: a, from: 2010-01-01, until: 2015-01-01, rank: Major General",
        "role: mayor, person: a, at: 2012-01-01, rank: Colonel",
    ),
    "two people": (
        "role: mayor, person: a, at: 2010-01-01, rank: General",
        "role: mayor, person: b, at: 2012-01-01, rank: Colonel",
    ),
    "a planned demotion": (
        "role: mayor, person: a, at: 2010-01-01, rank: General",
        "role: mayor, person: a, at: 2012-01-01, rank: Colonel, mode: planned",
    ),
    "what is superseded": (
        "role: mayor, person: a, at: 2010-01-01, rank: General",
        "role: mayor, person: a, at: 2012-01-01, rank: Colonel, supersedes: f1",
    ),
    "a rank of the past": (
        "role: mayor, person: a, at: 2010-01-01, rank: General",
        "role: mayor, person: a, asof: 1990, rank: Colonel",
    ),
}

LOUD = {
    "a colonel who was a general": (
        "role: mayor, person: a, at: 2010-01-01, rank: Colonel-General",
        "role: mayor, person: a, at: 2012-01-01, rank: Colonel",
    ),
    "in two offices": (
        "role: mayor, person: a, at: 2010-01-01, rank: Lt. Gen.",
        "role: chief, person: a, rank: Major-General",
    ),
    "at sea": (
        "role: mayor, person: a, at: 2010, rank: Vice-Admiral",
        "role: mayor, person: a, at: 2012, rank: Captain",
    ),
    "a retired one": (
        "role: mayor, person: a, at: 2010, rank: Lieutenant General",
        "role: mayor, person: a, former: true, rank: Brigadier (retd)",
    ),
    "a diplomat": (
        "role: mayor, person: a, at: 2010, rank: Ambassador Extraordinary and Plenipotentiary",
        "role: mayor, person: a, at: 2012, rank: Counsellor",
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(RankFalls, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(RankFalls, *roles)
    assert finding.severity == "warning"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(RankFalls, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(RankFalls, *rest) == ()


def test_later_reports_confirm_or_share_the_fault(find: Find) -> None:
    higher = "role: mayor, person: a, at: 2010-01-01, rank: Colonel-General"
    lower = "role: mayor, person: a, at: 2012-01-01, rank: Colonel"
    (finding,) = find(RankFalls, higher, lower, higher.replace("2010", "2011"))
    assert finding.suspects == ("x#f2",)
    (finding,) = find(RankFalls, higher, lower, "role: mayor, person: a, at: 2013-01-01, rank: Colonel")
    assert finding.suspects == ("x#f1",)
    assert [spot.fact for spot in finding.related] == ["x#f1", "x#f3"]
