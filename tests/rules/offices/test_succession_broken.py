from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.succession_broken import SuccessionBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

A = "list 2022-01-01 | role: mayor, person: a, from: 2001-01-01, until: 2005-01-01"
C = "list 2022-01-01 | role: mayor, person: c, from: 2005-01-01, until: 2010-01-01"
B = "list 2022-01-01 | role: mayor, person: b, from: 2010-01-01, replaces: a"

SILENT = {
    "a plain succession": (A, "list 2022-01-01 | role: mayor, person: b, from: 2005-01-01, replaces: a"),
    "a gap": (A, B),
    "an acting holder in between": (A, C + ", acting: true", B),
    "one who is only planned": (A, C + ", mode: planned", B),
    "an office with more seats": tuple(role.replace("mayor", "consul") for role in (A, C, B)),
    "nothing known of the predecessor": (C, B),
    "a predecessor who may have stayed": (
        "list 2022-01-01 | role: mayor, person: a, from: 2001-01-01",
        B,
    ),
    "a predecessor seen later": (A, C, "role: mayor, person: a, at: 2009-06-01", B),
    "a predecessor who acted in between": (
        A,
        C,
        "role: mayor, person: a, from: 2009-05-01, until: 2010-01-01, acting: true",
        B,
    ),
    "a successor who had been there before": (A, C, "role: mayor, person: b, at: 2004-01-01", B),
    "one who sits between by a handover only": (
        A,
        "role: mayor, person: c, from: 2005-01-01, until: 2005-01-02",
        "role: mayor, person: b, from: 2005-01-02, replaces: a",
    ),
    "one who may have come before the predecessor": (A, "role: mayor, person: c, at: 2005", B),
    "a beginning that leaves it open": (A, C, "role: mayor, person: b, from: 2005~, replaces: a"),
    "a later term of a predecessor with an earlier one": (
        A,
        "role: mayor, person: b, from: 2005-01-01, until: 2010-01-01, replaces: a",
        "role: mayor, person: a, from: 2010-01-01",
    ),
    "a later term of a predecessor with an unknown earlier one": (
        "role: mayor, person: b, from: 2005-01-01, until: 2010-01-01, replaces: a",
        "role: mayor, person: a, until: 2005",
        "role: mayor, person: a, from: 2010-01-01",
    ),
}

LOUD = {
    "a third one in between": (A, C, B),
    "a third one seen in between": (A, "role: mayor, person: c, at: 2007-01-01", B),
    "a third one seen in a year in between": (A, "role: mayor, person: c, at: 2007", B),
    "after a predecessor who was only seen": ("role: mayor, person: a, at: 2003-01-01", C, B),
    "a predecessor who came later": (
        "role: mayor, person: b, from: 2005-01-01, until: 2010-01-01, replaces: a",
        "role: mayor, person: a, from: 2010-01-01, until: 2012-01-01",
    ),
    "the same terms in years, too": (
        A,
        C,
        B,
        "other 2022-01-01 | role: mayor, person: a, from: 2001, until: 2005",
        "other 2022-01-01 | role: mayor, person: c, from: 2005, until: 2010",
        "other 2022-01-01 | role: mayor, person: b, from: 2010",
    ),
    "two statements in between": (A, C, B, "role: mayor, person: c, at: 2007"),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(SuccessionBroken, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(SuccessionBroken, *roles)
    assert finding.severity == "warning"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(SuccessionBroken, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(SuccessionBroken, *rest) == ()


def test_all_three_are_named(find: Find) -> None:
    (finding,) = find(SuccessionBroken, A, C, B)
    assert finding.message == (
        "Ben is said to have replaced Ann as Mayor on 1 January 2010, but Cem held the office in between, from 1 "
        "January 2005 until 1 January 2010: correct the predecessor or a date"
    )
    assert finding.anchor == "list#f3@replaces"
    assert finding.suspects == ("list#f1", "list#f2", "list#f3")


def test_a_predecessor_who_came_later_is_named(find: Find) -> None:
    (finding,) = find(SuccessionBroken, *LOUD["a predecessor who came later"])
    assert "Ben is said to have replaced Ann as Mayor on 1 January 2005, but Ann began only on 1 January 2010" in (
        finding.message
    )


def test_one_succession_told_twice_is_one_finding(find: Find) -> None:
    (finding,) = find(SuccessionBroken, A, C, B, B.replace("list", "other"))
    assert finding.suspects == ("list#f1", "list#f2")
    assert [spot.message for spot in finding.related][-1] == "says the same"
