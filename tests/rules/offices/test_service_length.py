from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.service_length import ServiceLength

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

TERM = "list 2022-01-01 | role: mayor, person: a, from: 2001-03-01, until: 2011-03-01"

SILENT = {
    "ten years": (TERM, "role: mayor, person: a, former: true, served: ten years"),
    "ten years and a half, cut off": ("role: mayor, person: a, from: 2001-03-01, until: 2011-12-01, served: 10 years",),
    "nine years and a half, rounded": (
        "role: mayor, person: a, from: 2001-03-01, until: 2010-09-15, served: 10 years",
    ),
    "about": (TERM, "role: mayor, person: a, former: true, served: about 11 years"),
    "more than": (TERM, "role: mayor, person: a, former: true, served: more than nine years"),
    "days, the last one counted": ("role: mayor, person: a, from: 2020-01-01, until: 2020-02-13, served: 44 days",),
    "days, the last one not counted": ("role: mayor, person: a, from: 2020-01-01, until: 2020-02-14, served: 44 days",),
    "up to the day of the article": ("role: mayor, person: a, from: 2010-06-16, served: 10 years",),
    "up to a day of observation": (
        "list 2022-01-01 | role: mayor, person: a, from: 2001-03-01",
        "role: mayor, person: a, at: 2006-03-01, served: five years",
    ),
    "several terms": (
        TERM,
        "role: mayor, person: a, from: 2015-01-01, until: 2017-01-01",
        "role: mayor, person: a, former: true, served: 12 years",
    ),
    "years of which only the year is known": ("role: mayor, person: a, from: 2001, until: 2011, served: 11 years",),
    "an acting holder": (TERM, "role: mayor, person: a, acting: true, served: 2 years"),
    "a beginning that is not known": ("role: mayor, person: a, until: 2011-03-01, served: 3 years",),
    "a former holder of whom no end is known": (
        "role: mayor, person: a, from: 2001-03-01",
        "role: mayor, person: a, former: true, served: 3 years",
    ),
    "a plan": (TERM, "role: mayor, person: a, former: true, served: 20 years, mode: planned"),
    "months of the calendar": ("role: mayor, person: a, from: 2020-01-31, until: 2020-02-29, served: 1 month",),
    "a leap day": ("role: mayor, person: a, from: 2016-02-29, until: 2017-02-28, served: 1 year",),
}

LOUD = {
    "twenty years for ten": (TERM, "role: mayor, person: a, former: true, served: 20 years"),
    "a term of its own": ("role: mayor, person: a, from: 2001-03-01, until: 2011-03-01, served: 8 years",),
    "more than it was": ("role: mayor, person: a, from: 2001-03-01, until: 2011-02-26, served: more than 10 years",),
    "a day too many": ("role: mayor, person: a, from: 2020-01-01, until: 2020-02-13, served: 46 days",),
    "up to the day of the article": ("role: mayor, person: a, from: 2010-06-16, served: 20 years",),
    "two statements": (
        TERM,
        "role: mayor, person: a, former: true, served: 20 years",
        "role: mayor, person: a, former: true, served: 21 years",
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(ServiceLength, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(ServiceLength, *roles)
    assert finding.severity == "warning"


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(ServiceLength, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = (
            role.replace("role:", "mode: denied, role:") if n == number else role for n, role in enumerate(roles, 1)
        )
        assert find(ServiceLength, *rest) == ()


def test_both_sides_are_said(find: Find) -> None:
    (finding,) = find(ServiceLength, *LOUD["twenty years for ten"])
    assert finding.message == (
        "Ann is said to have served 20 years as Mayor, but came on 1 March 2001 and left on 1 March 2011, after 10 "
        "years: correct the duration or a date"
    )
    assert finding.facts == finding.suspects == ("list#f1", "x#f2")


def test_two_sources_of_the_dates_leave_the_duration_as_suspect(find: Find) -> None:
    (finding,) = find(ServiceLength, *LOUD["twenty years for ten"], TERM.replace("list", "other"))
    assert finding.suspects == ("x#f2",)
