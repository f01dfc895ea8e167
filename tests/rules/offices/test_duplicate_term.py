from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.duplicate_term import DuplicateTerm

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

FIRST = "role: member, person: b, from: 2010-01-01, until: 2015-01-01"

SILENT = {
    "the same dates twice": (FIRST, FIRST),
    "two sources": (FIRST, "other 2020-01-01 | role: member, person: b, from: 2011-01-01, until: 2016-01-01"),
    "less precise dates": (FIRST, "role: member, person: b, from: 2010, until: 2015"),
    "a handover from term to term": (FIRST, "role: member, person: b, from: 2015-01-02, until: 2018-01-01"),
    "two terms": (FIRST, "role: member, person: b, from: 2016-01-01"),
    "two people": (FIRST, "role: member, person: c, from: 2011-01-01, until: 2016-01-01"),
    "two offices": (FIRST, "role: deputy, person: b, from: 2011-01-01, until: 2016-01-01"),
    "another scope": (FIRST, "role: member, person: b, from: 2011-01-01, until: 2016-01-01, scope: {seat: north}"),
    "a beginning inside a term that has no end": (
        "role: member, person: b, from: 2003-10-31",
        "role: member, person: b, from: 2018-04-11",
    ),
    "a term without its end told again with it": (
        FIRST,
        "report 2014-01-01 | role: member, person: b, from: 2010-01-01",
    ),
    "a term within another": (FIRST, "role: member, person: b, from: 2011-01-01, until: 2012-01-01, within: f1"),
    "acting first": (FIRST, "role: member, person: b, from: 2009-06-01, until: 2010-06-01, acting: true"),
    "a plan": (FIRST, "role: member, person: b, from: 2011-01-01, until: 2016-01-01, mode: planned"),
    "what is superseded": (FIRST, "role: member, person: b, from: 2011-01-01, until: 2016-01-01, supersedes: f1"),
    "ends that leave it open": (
        "role: member, person: b, from: 2010-01-01, until: 2015",
        "role: member, person: b, from: 2015-03-01, until: 2016-01-01",
    ),
    "a day in office as a stand-in": ("role: member, person: b, from: 2015-01-01, until: 2015-01-01, acting: true",),
    "a month of which one day may be the whole": ("role: member, person: b, from: 2015-01, until: 2015-01",),
    "a term of one day": ("role: member, person: b, from: 2015-01-01, until: 2015-01-02",),
}

LOUD = {
    "one seat recorded twice": (FIRST, "role: member, person: b, from: 2011-01-01, until: 2016-01-01"),
    "the same beginning": (FIRST, "role: member, person: b, from: 2010-01-01, until: 2012-01-01"),
    "the same end": (FIRST, "role: member, person: b, from: 2012-01-01, until: 2015-01-01"),
    "a term that begins before the one before has ended": (FIRST, "role: member, person: b, from: 2014-01-01"),
    "imprecise dates that differ": (
        "role: member, person: b, from: 2010, until: 2015",
        "role: member, person: b, from: 2012, until: 2017",
    ),
    "three": (
        FIRST,
        "role: member, person: b, from: 2011-01-01, until: 2016-01-01",
        "role: member, person: b, from: 2012-01-01, until: 2017-01-01",
    ),
    "a term that ends as it begins": ("role: member, person: b, from: 2015-01-01, until: 2015-01-01",),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(DuplicateTerm, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(DuplicateTerm, *roles)
    assert finding.severity == "warning"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(DuplicateTerm, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(DuplicateTerm, *rest) == ()


def test_both_terms_are_said(find: Find) -> None:
    (finding,) = find(DuplicateTerm, *LOUD["one seat recorded twice"])
    assert (
        "from 1 January 2010 until 1 January 2015, and from 1 January 2011 until 1 January 2016 too" in finding.message
    )
    assert finding.suspects == finding.facts == ("x#f1", "x#f2")


def test_of_three_none_alone_is_to_blame(find: Find) -> None:
    (finding,) = find(DuplicateTerm, *LOUD["three"])
    assert finding.suspects == ()
    assert [spot.fact for spot in finding.related] == ["x#f1", "x#f3"]
