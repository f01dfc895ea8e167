from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.holder_returns import HolderReturns

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

A, B, A2 = (
    "role: mayor, person: a, at: 2010-01-01",
    "role: mayor, person: b, at: 2012-01-01",
    "role: mayor, person: a, at: 2014-01-01",
)

SILENT = {
    "one after the other": (A, B),
    "one between two of another office": (A, B, "role: chief, person: a, at: 2014-01-01"),
    "a declared second term": (A, B, A2, "role: mayor, person: a, from: 2013-01-01"),
    "a second term that may begin after the other": (A, B, A2, "role: mayor, person: a, from: 2012"),
    "an acting holder in between": (A, "role: mayor, person: b, at: 2012-01-01, acting: true", A2),
    "a former holder later": (A, B, "role: mayor, person: a, at: 2014-01-01, former: true"),
    "a plan": (A, B, "role: mayor, person: a, at: 2014-01-01, mode: planned"),
    "an office with more seats": tuple(role.replace("mayor", "consul") for role in (A, B, A2)),
    "an order that a year leaves open": (A, "role: mayor, person: b, at: 2014", A2),
    "a known beginning of the other, which is told as an outdated title": (
        A,
        "list 2012-01-01 | role: mayor, person: b, from: 2011-01-01",
        A2,
    ),
    "the other on a day of the first, which is two holders": (
        "role: mayor, person: a, from: 2010-01-01",
        B,
        A2,
    ),
    "what lies after a known end, which is an outdated title": (
        "role: mayor, person: a, from: 2009-01-01, until: 2011-01-01",
        B,
        A2,
    ),
}

LOUD = {
    "one, another, and the one again": (A, B, A2),
    "a beginning that is known": ("list 2011-01-01 | role: mayor, person: a, from: 2009-01-01", B, A2),
    "imprecise days in a certain order": (
        "role: mayor, person: a, at: 2010",
        "role: mayor, person: b, at: 2012",
        "role: mayor, person: a, at: 2014",
    ),
    "two others in between": (A, B, "role: mayor, person: c, at: 2013-01-01", A2),
    "many sights": (A, "role: mayor, person: a, at: 2011-01-01", B, A2, "role: mayor, person: a, at: 2015-01-01"),
    "each of two between the other": (A, B, A2, "role: mayor, person: b, at: 2016-01-01"),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(HolderReturns, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(HolderReturns, *roles)
    assert finding.severity == "warning"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(HolderReturns, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(HolderReturns, *rest) == ()


def test_all_three_are_named_and_ties_stay_ties(find: Find) -> None:
    (finding,) = find(HolderReturns, A, B, A2)
    assert finding.message.startswith(
        "Ann holds the office Mayor on 1 January 2010 and on 1 January 2014, but Ben on 1 January 2012:"
    )
    assert finding.facts == finding.suspects == ("x#f1", "x#f2", "x#f3")
    assert finding.anchor == "x#f3@at"


def test_who_is_confirmed_on_both_sides_is_no_suspect(find: Find) -> None:
    (finding,) = find(HolderReturns, *LOUD["many sights"])
    assert finding.suspects == ("x#f3",)
