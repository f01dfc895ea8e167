from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.term_out_of_office import TermOutOfOffice

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

SEAT = "role: member, person: a, from: 2010-01-01, until: 2015-01-01"

SILENT = {
    "inside": (SEAT, "role: mayor, person: a, from: 2011-01-01, until: 2014-01-01, within: f1"),
    "the same dates": (SEAT, "role: mayor, person: a, from: 2010-01-01, until: 2015-01-01, within: f1"),
    "a day longer, which is a handover": (SEAT, "role: mayor, person: a, until: 2015-01-02, within: f1"),
    "an end that may be inside": (SEAT, "role: mayor, person: a, from: 2011, until: 2015, within: f1"),
    "no end of its own": (SEAT, "role: mayor, person: a, from: 2011-01-01, within: f1"),
    "an outer term without an end": (
        "role: member, person: a, from: 2010-01-01",
        "role: mayor, person: a, from: 2011-01-01, until: 2019-01-01, within: f1",
    ),
    "a former one seen later": (SEAT, "role: mayor, person: a, former: true, within: f1"),
    "a sight inside": (SEAT, "role: mayor, person: a, at: 2012, within: f1"),
    "a plan": (SEAT, "role: mayor, person: a, from: 2009-01-01, mode: planned, within: f1"),
    "an outer term that is denied": (
        SEAT + ", mode: denied",
        "role: mayor, person: a, from: 2009-01-01, within: f1",
    ),
    "an outer term that is only a sight": (
        "role: member, person: a, at: 2010-01-01",
        "role: mayor, person: a, from: 2009-01-01, within: f1",
    ),
}

LOUD = {
    "a party membership that outlasts its term": (
        SEAT,
        "role: mayor, person: a, from: 2010-01-01, until: 2015-02-01, within: f1",
    ),
    "a chair before the election": (SEAT, "role: mayor, person: a, from: 2009-11-01, within: f1"),
    "a beginning after the end": (SEAT, "role: mayor, person: a, from: 2016-01-01, within: f1"),
    "a sight after the end": (SEAT, "role: mayor, person: a, at: 2016, within: f1"),
    "a sight before the beginning": (SEAT, "role: mayor, person: a, asof: 2008-01-01, within: f1"),
    "in another file": (
        "list 2020-01-01 | role: member, person: a, from: 2010-01-01, until: 2015-01-01",
        'role: mayor, person: a, until: 2016, within: "list#f1"',
    ),
    "two of them": (
        SEAT,
        "role: mayor, person: a, until: 2016-01-01, within: f1",
        "role: chief, person: a, until: 2017-01-01, within: f1",
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(TermOutOfOffice, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TermOutOfOffice, *roles)
    assert finding.severity == "error"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TermOutOfOffice, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(TermOutOfOffice, *rest) == ()


def test_both_terms_are_said_and_both_are_suspects(find: Find) -> None:
    (finding,) = find(TermOutOfOffice, *LOUD["a party membership that outlasts its term"])
    assert finding.message.startswith(
        "Ann as Mayor, from 1 January 2010 until 1 February 2015, outlasts the term that it is within, Member from"
    )
    assert finding.suspects == ("x#f1", "x#f2")
    assert finding.anchor == "x#f2@until"


def test_only_the_day_of_the_article_is_a_warning(find: Find) -> None:
    (finding,) = find(TermOutOfOffice, SEAT, "role: mayor, person: a, within: f1")
    assert finding.severity == "warning"


def test_pedantic_tells_what_is_possible(find: Find) -> None:
    roles = (SEAT, "role: mayor, person: a, from: 2011, until: 2015, within: f1")
    (finding,) = find(TermOutOfOffice, *roles, pedantic=True)
    assert (finding.severity, finding.message[:10]) == ("note", "possibly: ")


def test_a_term_that_ends_before_it_begins_is_no_term(find: Find) -> None:
    assert find(TermOutOfOffice, SEAT, "role: mayor, person: a, within: nowhere") == ()
