from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.offices.office_held_twice import OfficeHeldTwice
from factlint.rules.offices.title_outdated import TitleOutdated
from factlint.rules.offices.title_premature import TitlePremature

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]

TERM = "list 2022-01-01 | role: mayor, person: a, from: 2010-01-01, until: 2015-03-01"
AFTER = "list 2016-01-01 | role: mayor, person: b, from: 2015-03-01"

SILENT = {
    "a title within the term": (TERM, "role: mayor, person: a, at: 2012-05-05"),
    "a former holder": (TERM, "role: mayor, person: a, former: true"),
    "an acting one": (TERM, "role: mayor, person: a, acting: true"),
    "an event of the past": (TERM, "role: mayor, person: a, asof: 2014-12-31"),
    "the day after, which is a handover": (TERM, "role: mayor, person: a, at: 2015-03-02"),
    "a longer handover that the office allows": (
        "role: abbot, person: a, from: 2010-01-01, until: 2015-03-01",
        "role: abbot, person: a, at: 2015-03-31",
    ),
    "a second term": (TERM, "role: mayor, person: a, from: 2018-01-01", "role: mayor, person: a"),
    "a second term that has ended too": (
        TERM,
        "role: mayor, person: a, from: 2018-01-01, until: 2019-01-01",
        "role: mayor, person: a, at: 2018-05-01",
    ),
    "a second term in which the person acts": (
        TERM,
        "role: mayor, person: a, from: 2018-01-01, acting: true",
        "role: mayor, person: a",
    ),
    "a term of which only the beginning is known": (
        "role: mayor, person: a, from: 2010-01-01",
        "role: mayor, person: a",
    ),
    "a year that may be that of the term": (TERM, "role: mayor, person: a, at: 2015"),
    "an end that may come later": ("role: mayor, person: a, until: 2020", "role: mayor, person: a, at: 2020-06-01"),
    "an approximate end": ("role: mayor, person: a, until: 2014~", "role: mayor, person: a, at: 2015-12-01"),
    "a term that is only planned": (
        "role: mayor, person: a, from: 2010-01-01, until: 2015-03-01, mode: planned",
        "role: mayor, person: a",
    ),
    "what is denied": (TERM, "role: mayor, person: a, mode: denied"),
    "what is superseded": (TERM, "role: mayor, person: a", "role: mayor, person: a, former: true, supersedes: f2"),
    "a title that says so": (TERM, "role: mayor, person: a, title: then Mayor"),
    "another office": (TERM, "role: chief, person: a"),
    "another person": (TERM, AFTER, "role: mayor, person: b"),
    "a term in which the person only acted": (
        "role: mayor, person: a, from: 2010-01-01, until: 2015-03-01, acting: true",
        "role: mayor, person: a",
    ),
    "a later beginning told by a report that sees the person after the term": (
        TERM,
        "report 2016-05-01 | role: mayor, person: a, from: 2012-01-01",
        "role: mayor, person: a, at: 2018-01-01",
    ),
    "the same day as the end in another precision": (
        "role: mayor, person: a, from: 2010, until: 2015",
        "role: mayor, person: a, at: 2015-12-31",
    ),
    "a successor of whom no beginning is known": (
        "role: mayor, person: a, at: 2012-01-01",
        "role: mayor, person: b, at: 2014-01-01",
        "role: mayor, person: a, at: 2018-01-01",
    ),
    "a successor in an office with many seats": (
        "role: member, person: a, at: 2012-01-01",
        "list 2016-01-01 | role: member, person: b, from: 2015-03-01",
        "role: member, person: a, at: 2018-01-01",
    ),
    "somebody who was not there before": (AFTER, "role: mayor, person: a, at: 2018-01-01"),
    "a return that another source tells, too": (
        "role: mayor, person: a, at: 2012-01-01",
        AFTER,
        "one 2018-01-01 | role: mayor, person: a",
        "two 2019-01-01 | role: mayor, person: a",
    ),
    "a declared return": (
        "role: mayor, person: a, at: 2012-01-01",
        AFTER,
        "role: mayor, person: a, from: 2017-01-01",
        "role: mayor, person: a, at: 2018-01-01",
    ),
    "a successor who only acts": (
        "role: mayor, person: a, at: 2012-01-01",
        "list 2016-01-01 | role: mayor, person: b, from: 2015-03-01, acting: true",
        "role: mayor, person: a, at: 2018-01-01",
    ),
    "an own term that lasts": (
        "role: mayor, person: a, from: 2010-01-01, until: 2020-01-01",
        AFTER,
        "role: mayor, person: a, at: 2018-01-01",
    ),
}

LOUD = {
    "a title after the term": (TERM, "role: mayor, person: a"),
    "two days after": (TERM, "role: mayor, person: a, at: 2015-03-03"),
    "a title after an end whose beginning is unknown": (
        "role: mayor, person: a, until: 2015",
        "role: mayor, person: a",
    ),
    "a title years after an imprecise end": (
        "role: mayor, person: a, from: 2010, until: 2015",
        "role: mayor, person: a, at: 2016-01-02",
    ),
    "a title between two terms": (
        TERM,
        "role: mayor, person: a, at: 2017-01-01",
        "role: mayor, person: a, from: 2018-01-01, until: 2019-01-01",
    ),
    "a stretch that reaches beyond the term": (TERM, "role: mayor, person: a, at: 2012-01-01/2017-01-01"),
    "a term told twice, once without its end": (
        TERM,
        "report 2014-05-01 | role: mayor, person: a, from: 2010-01-01",
        "role: mayor, person: a, at: 2018-01-01",
    ),
    "a successor had begun": (
        "role: mayor, person: a, at: 2012-01-01",
        AFTER,
        "role: mayor, person: a, at: 2018-01-01",
    ),
    "a successor had begun after a known beginning": (
        "report 2014-01-01 | role: mayor, person: a, from: 2010-01-01",
        AFTER,
        "role: mayor, person: a, at: 2018-01-01",
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Find) -> None:
    assert find(TitleOutdated, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TitleOutdated, *roles)
    assert finding.severity == "warning"
    assert finding.suspects


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_no_other_rule_tells_it_again(roles: tuple[str, ...], find: Find) -> None:
    assert find(OfficeHeldTwice, *roles) == ()
    assert find(TitlePremature, *roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_without_a_suspect_nothing_is_wrong(roles: tuple[str, ...], find: Find) -> None:
    (finding,) = find(TitleOutdated, *roles)
    for suspect in finding.suspects:
        number = int(suspect.rpartition("#f")[2])
        rest = tuple(
            role if place != number else role.replace("role:", "mode: denied, role:")
            for place, role in enumerate(roles, start=1)
        )
        assert [each for rule in (TitleOutdated, TitlePremature, OfficeHeldTwice) for each in find(rule, *rest)] == []


def test_a_title_of_2022_against_a_term_until_2019(find: Find) -> None:
    (finding,) = find(
        TitleOutdated,
        "list 2022-01-01 | role: mayor, person: b, from: 1994-04-29, until: 2019-06-20",
        "report 2022-03-22 | role: mayor, person: b, title: Lord Mayor",
    )
    assert finding.message.startswith("Ben is called Lord Mayor on 22 March 2022, but left the office on 20 June 2019:")
    assert finding.facts == ("list#f1", "report#f2")
    assert finding.suspects == finding.facts
    assert finding.anchor == "report#f2@person"


def test_two_sources_of_the_term_leave_the_title_as_suspect(find: Find) -> None:
    (finding,) = find(TitleOutdated, TERM, TERM.replace("list", "other"), "role: mayor, person: a")
    assert finding.suspects == ("x#f3",)


def test_a_successor_in_office_leaves_the_title_as_suspect(find: Find) -> None:
    roles = (TERM, "list 2022-01-01 | role: mayor, person: b, from: 2015-03-01", "role: mayor, person: a")
    (finding,) = find(TitleOutdated, *roles)
    assert finding.suspects == ("x#f3",)
    assert find(OfficeHeldTwice, *roles) == ()


def test_many_titles_after_one_term_are_one_finding_and_the_term_is_suspect(find: Find) -> None:
    titles = [f"role: mayor, person: a, at: 2016-0{month}-01" for month in range(1, 8)]
    (finding,) = find(TitleOutdated, TERM, *titles)
    assert finding.facts == ("list#f1", "x#f2")
    assert finding.suspects == ("list#f1",)
    assert len(finding.related) == 7


def test_the_day_of_death_explains_an_end(find: Find) -> None:
    (finding,) = find(TitleOutdated, TERM, "role: mayor, person: a, at: 2015-05-01")
    assert finding.hint == "end of term copied from the day of death: Ann died on 1 March 2015"


def test_without_its_own_term_a_second_holder_is_told_by_the_other_rule(find: Find) -> None:
    roles = ("role: mayor, person: b, from: 2015-03-01", "role: mayor, person: a, at: 2018-01-01")
    assert find(TitleOutdated, *roles) == ()
    assert len(find(OfficeHeldTwice, *roles)) == 1


def test_pedantic_tells_what_is_possible(find: Find) -> None:
    roles = ("role: mayor, person: b, from: 2010, until: 2015", "role: mayor, person: b, at: 2015-06-01")
    assert find(TitleOutdated, *roles) == ()
    (finding,) = find(TitleOutdated, *roles, pedantic=True)
    assert finding.severity == "note"
    assert finding.message.startswith("possibly: Ben is called Mayor on 1 June 2015, but left the office in 2015")
    assert find(TitleOutdated, roles[0], "role: mayor, person: b, at: 2013-06-01", pedantic=True) == ()
