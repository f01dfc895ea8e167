from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.holder_number import HolderNumber

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

A = "role: mayor, person: a, from: 2001-01-01, until: 2005-01-01, number: 3"
B = "role: mayor, person: b, from: 2005-01-01, until: 2010-01-01, number: 4"

SILENT = {
    "numbers that rise": (A, B),
    "numbers with gaps": (A, B.replace("number: 4", "number: 9")),
    "one number told twice": (A, "role: mayor, person: a, at: 2003-01-01, number: third"),
    "two terms with two numbers": (
        A,
        B,
        "role: mayor, person: a, from: 2010-01-01, number: 5",
    ),
    "two terms with one number": (A, B, "role: mayor, person: a, from: 2010-01-01, number: 3"),
    "another in between two numbers of one": (
        "role: mayor, person: a, at: 2001-01-01, number: 3",
        "role: mayor, person: b, at: 2005-01-01",
        "role: mayor, person: a, at: 2010-01-01, number: 5",
    ),
    "an acting holder": (A, B.replace("number: 4", "number: 3, acting: true")),
    "an order that is not certain": (
        "role: mayor, person: a, at: 2005, number: 5",
        "role: mayor, person: b, at: 2005-06-01, number: 4",
    ),
    "more seats and no beginnings": (
        "role: consul, person: a, at: 2001, number: 5",
        "role: consul, person: b, at: 2002, number: 4",
    ),
    "more seats and one number": (
        "role: consul, person: a, at: 2001, number: 5",
        "role: consul, person: b, at: 2002, number: 5",
    ),
    "two offices": (A, B.replace("mayor", "chief").replace("number: 4", "number: 3")),
    "a plan": (A, "role: mayor, person: b, from: 2021-01-01, number: 2, mode: planned"),
    "what is superseded": (A, "role: mayor, person: a, from: 2001-01-01, number: 4, supersedes: f1"),
}

LOUD = {
    "two numbers in one term": (A, "role: mayor, person: a, at: 2003-01-01, number: 4"),
    "two numbers on one day": (
        "role: mayor, person: a, at: 2003-01-01, number: 3",
        "role: mayor, person: a, at: 2003-01-01, number: 4",
    ),
    "two numbers and a term without": (
        "role: mayor, person: a, at: 2002-01-01, number: 3",
        "role: mayor, person: a, at: 2003-01-01, number: 4",
        "role: mayor, person: a, from: 2001-01-01, until: 2005-01-01",
    ),
    "numbers that fall": (A, B.replace("number: 4", "number: 2")),
    "one number of two in an office with one seat": tuple(
        role.replace("mayor", "chief").replace("number: 4", "number: 3") for role in (A, B)
    ),
    "more seats and known beginnings": tuple(
        role.replace("mayor", "consul").replace("number: 4", "number: 2") for role in (A, B)
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(HolderNumber, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(HolderNumber, *roles)
    assert finding.severity == "error"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(HolderNumber, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(HolderNumber, *rest) == ()


DEFAULTS = {
    "a second term that nobody knows": (
        "role: mayor, person: a, at: 2002-01-01, number: 3",
        "role: mayor, person: a, at: 2004-01-01, number: 4",
    ),
    "seats that nobody declares": (A, B.replace("number: 4", "number: 3")),
    "beginnings that nobody tells": (
        "role: mayor, person: a, at: 2002-01-01, number: 4",
        "role: mayor, person: b, at: 2004-01-01, number: 3",
    ),
}


@pytest.mark.parametrize("roles", DEFAULTS.values(), ids=DEFAULTS)
def test_what_rests_on_a_default_is_a_warning(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(HolderNumber, *roles)
    assert finding.severity == "warning"


def test_the_numbers_and_days_are_said(find: Find) -> None:
    (finding,) = find(HolderNumber, A, B.replace("number: 4", "number: 2"))
    assert finding.message == (
        "Ben, in office from 1 January 2005 until 1 January 2010, is the 2nd Mayor, but Ann, in office from 1 January "
        "2001 until 1 January 2005, is the 3rd: correct a number or a date"
    )


def test_a_number_far_off_is_the_suspect(find: Find) -> None:
    later = "role: mayor, person: c, from: 2010-01-01, until: 2012-01-01, number: 5"
    (finding,) = find(HolderNumber, A.replace("number: 3", "number: 33"), B, later)
    assert finding.suspects == ("x#f1",)
    assert [spot.fact for spot in finding.related] == ["x#f1", "x#f3"]
