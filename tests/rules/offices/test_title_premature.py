from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.title_premature import TitlePremature

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

TERM = "list 2022-01-01 | role: mayor, person: a, from: 2010-01-01, until: 2015-03-01"

SILENT = {
    "a title within the term": (TERM, "role: mayor, person: a, at: 2012-05-05"),
    "the day before, which is a handover": (TERM, "role: mayor, person: a, at: 2009-12-31"),
    "a year that may be that of the term": (TERM, "role: mayor, person: a, at: 2010"),
    "a beginning that may be earlier": ("role: mayor, person: a, from: 2010", "role: mayor, person: a, at: 2010-02-01"),
    "a term without a beginning": ("role: mayor, person: a, until: 2015", "role: mayor, person: a, at: 1990"),
    "a former holder": (TERM, "role: mayor, person: a, at: 2005, former: true"),
    "an acting one": (TERM, "role: mayor, person: a, at: 2005, acting: true"),
    "a plan": (TERM, "role: mayor, person: a, at: 2005, mode: planned"),
    "an earlier term": (
        TERM,
        "role: mayor, person: a, from: 2004, until: 2006-02-01",
        "role: mayor, person: a, at: 2005-01-01",
    ),
    "a mayor-elect": (TERM, "role: mayor, person: a, at: 2009-11-01, title: Mayor-elect"),
    "an incoming one": (TERM, "role: mayor, person: a, at: 2009-11-01, title: incoming Mayor"),
    "a term that is only planned": (
        "role: mayor, person: a, from: 2021-01-01, mode: planned",
        "role: mayor, person: a, at: 2012-01-01",
    ),
    "another office": (TERM, "role: chief, person: a, at: 2005"),
    "a time before the office existed, which is told as such": (
        "role: bureau, person: a, from: 2001-01-01",
        "role: bureau, person: a, at: 1999-01-01",
    ),
}

LOUD = {
    "a title before the term": (TERM, "role: mayor, person: a, at: 2009-12-30"),
    "a year before that of the term": ("role: mayor, person: a, from: 2010", "role: mayor, person: a, at: 2008"),
    "a title before two terms": (
        TERM,
        "role: mayor, person: a, from: 2018-01-01",
        "role: mayor, person: a, at: 2005-01-01",
    ),
    "a title before a term of which only the beginning is known": (
        "role: mayor, person: a, from: 2010-01-01",
        "role: mayor, person: a, at: 2005-01-01",
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(TitlePremature, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TitlePremature, *roles)
    assert finding.severity == "warning"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TitlePremature, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(TitlePremature, *rest) == ()


def test_both_sides_are_said(find: Find) -> None:
    (finding,) = find(TitlePremature, TERM, "report 2005-05-05 | role: mayor, person: a")
    assert finding.message == (
        "Ann is called Mayor on 5 May 2005, but came into the office on 1 January 2010: correct the date or the title, "
        "or add an earlier term"
    )
    assert finding.suspects == ("list#f1", "report#f2")


def test_pedantic_tells_what_is_possible(find: Find) -> None:
    roles = ("role: mayor, person: b, from: 2010, until: 2015", "role: mayor, person: b, at: 2010-06-01")
    (finding,) = find(TitlePremature, *roles, pedantic=True)
    assert (finding.severity, finding.message[:10]) == ("note", "possibly: ")
