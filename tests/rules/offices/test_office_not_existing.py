from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.office_not_existing import OfficeNotExisting

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SILENT = {
    "in its time": ("role: bureau, person: a, from: 2001-01-01, until: 2010-12-31",),
    "the day before, which is a handover": ("role: bureau, person: a, from: 2000-06-30",),
    "a year that may be in its time": ("role: bureau, person: a, at: 2000",),
    "a renamed office by its later name": ("role: new, person: a, at: 1995-01-01",),
    "a renamed office by its earlier name": ("role: old, person: a, at: 2005-01-01",),
    "a former holder": ("role: bureau, person: a, former: true",),
    "a plan": ("role: bureau, person: a, from: 2022-01-01, mode: planned",),
    "a denial": ("role: bureau, person: a, at: 2019-01-01, mode: denied",),
    "what is superseded": (
        "role: bureau, person: a, at: 2019-01-01",
        "role: bureau, person: a, at: 2009, supersedes: f1",
    ),
    "an office of unknown time": ("role: mayor, person: a, at: 1800-01-01",),
    "a term without an end told later": ("role: bureau, person: a, from: 2005-01-01",),
}

LOUD = {
    "a term that began before": ("role: bureau, person: a, from: 1999-01-01, until: 2003-01-01",),
    "a term that ended after": ("role: bureau, person: a, from: 2005-01-01, until: 2011-03-01",),
    "a sight before": ("role: bureau, person: a, at: 1999-01-01",),
    "a sight after": ("role: bureau, person: a, asof: 2012",),
    "a renamed office before its first name": ("role: new, person: a, at: 1985-01-01",),
    "a renamed office after its last name": ("role: old, person: a, at: 2012-01-01",),
    "an acting holder": ("role: bureau, person: a, at: 1999-01-01, acting: true",),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(OfficeNotExisting, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(OfficeNotExisting, *roles)
    assert finding.severity == "error"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(OfficeNotExisting, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(OfficeNotExisting, *rest) == ()


def test_only_the_day_of_the_article_is_a_warning(find: Find) -> None:
    (finding,) = find(OfficeNotExisting, "role: bureau, person: a")
    assert finding.severity == "warning"
    assert finding.message == (
        "Ann holds the office Head of Bureau on 15 June 2020, but it was abolished on 31 December 2010: correct the "
        "date or the office"
    )


def test_two_sights_of_one_person_are_one_finding(find: Find) -> None:
    (finding,) = find(
        OfficeNotExisting, "role: bureau, person: a, at: 1998-01-01", "role: bureau, person: a, at: 1999-01-01"
    )
    assert [spot.fact for spot in finding.related] == [None, "x#f2"]


def test_the_registry_of_the_renamed_office_is_shown(find: Find) -> None:
    (finding,) = find(OfficeNotExisting, "role: new, person: a, at: 1985-01-01")
    assert "it was created in 1990" in finding.message
    assert [spot.message for spot in finding.related] == ["was created in 1990"]
