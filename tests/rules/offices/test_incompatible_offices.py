from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.incompatible_offices import IncompatibleOffices

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SILENT = {
    "one office after the other": (
        "role: deputy, person: a, from: 2010-01-01, until: 2015-01-01",
        "role: senator, person: a, from: 2015-02-01",
    ),
    "a handover on one day": (
        "role: deputy, person: a, from: 2010-01-01, until: 2015-01-01",
        "role: senator, person: a, from: 2015-01-01",
    ),
    "the longer handover of the two": (
        "role: senator, person: a, from: 2010-01-01, until: 2015-02-01",
        "role: judge, person: a, from: 2015-01-01",
    ),
    "one seen on the day on which the other begins": (
        "role: deputy, person: a, at: 2015-01-01",
        "role: senator, person: a, from: 2015-01-01",
    ),
    "two people": ("role: deputy, person: a, from: 2010-01-01", "role: senator, person: b, from: 2010-01-01"),
    "offices that nobody declares incompatible": (
        "role: deputy, person: a, from: 2010-01-01",
        "role: judge, person: a, from: 2010-01-01",
    ),
    "acting": ("role: deputy, person: a, from: 2010-01-01", "role: senator, person: a, acting: true, at: 2012-01-01"),
    "a former holder": ("role: deputy, person: a, from: 2010-01-01", "role: senator, person: a, former: true"),
    "a plan": ("role: deputy, person: a, from: 2010-01-01", "role: senator, person: a, mode: planned"),
    "what is superseded": ("role: deputy, person: a", "role: senator, person: a, supersedes: f1"),
    "dates that leave it open": (
        "role: deputy, person: a, from: 2010, until: 2015",
        "role: senator, person: a, from: 2015-03-01",
    ),
    "an observation of some day in a year": (
        "role: deputy, person: a, from: 2010-01-01, until: 2015-06-01",
        "role: senator, person: a, at: 2015",
    ),
    "one office held twice": (
        "role: senator, person: a, from: 2010-01-01, until: 2012-01-01",
        "role: senator, person: a, from: 2011-01-01",
    ),
    "an end whose beginning is unknown": (
        "role: deputy, person: a, from: 2010-01-01, until: 2012-01-01",
        "role: senator, person: a, until: 2015-01-01",
    ),
}

LOUD = {
    "a senator still in the lower house": (
        "role: deputy, person: a, from: 2010-01-01, until: 2016-01-01",
        "role: senator, person: a, from: 2015-01-01",
    ),
    "declared by the other side": ("role: judge, person: a, from: 2010-01-01", "role: senator, person: a"),
    "both seen on one day": ("role: deputy, person: a", "role: senator, person: a"),
    "two days in common": (
        "role: deputy, person: a, from: 2010-01-01, until: 2015-01-03",
        "role: senator, person: a, from: 2015-01-01",
    ),
    "imprecise dates that overlap for certain": (
        "role: deputy, person: a, from: 2010, until: 2016",
        "role: senator, person: a, from: 2012, until: 2014",
    ),
    "many roles in one office against one in the other": (
        "role: senator, person: a, from: 2010-01-01",
        "role: deputy, person: a, at: 2012-01-01",
        "role: deputy, person: a, at: 2013-01-01",
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(IncompatibleOffices, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(IncompatibleOffices, *roles)
    assert finding.severity == "error"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(IncompatibleOffices, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(IncompatibleOffices, *rest) == ()


def test_both_offices_their_days_and_the_registry_are_shown(find: Find) -> None:
    (finding,) = find(IncompatibleOffices, *LOUD["a senator still in the lower house"])
    assert finding.message.startswith(
        "Ann is both Deputy and Senator from 1 January 2015 to 1 January 2016, for 365 days, but these offices are"
    )
    assert finding.anchor == "x#f1@until"
    assert finding.suspects == ("x#f1", "x#f2")
    assert [spot.message for spot in finding.related] == [
        "Senator, held from 1 January 2015 on",
        "declared incompatible",
    ]
    assert finding.related[-1].place.path == "facts/registry/offices.yaml"


def test_each_pair_of_offices_is_one_finding(find: Find) -> None:
    findings = find(
        IncompatibleOffices,
        "role: senator, person: a, from: 2010-01-01",
        "role: deputy, person: a, from: 2011-01-01",
        "role: judge, person: a, from: 2012-01-01",
    )
    assert [finding.facts for finding in findings] == [("x#f1", "x#f2"), ("x#f1", "x#f3")]
