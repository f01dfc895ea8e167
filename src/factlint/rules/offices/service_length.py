"""A time in office that is not the time between its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.offices.lengths import contradicted
from factlint.rules.offices.said import dated, office, on, person, said
from factlint.rules.offices.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.offices.lengths import Length

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425}


class ServiceLength(Rule):
    """A person is said to have served longer or shorter than the dates of the term have it.

    ## What it finds
    A role with `served` that does not fit the time from the beginning of the person's one term in the office to its
    end; for who is still in office, to the day on which the role sees the person (`at`, `asof` or else the article's
    `published`). The dates may stand in other roles. Years and months are those of the calendar, the last day may count
    or not.

    ## Why it matters
    Durations are computed by hand, mostly from the wrong year.

    ## When it stays silent
    Where the person has several terms in the office; for what a rounded number, a hedge (`about`, `more than`) or an
    imprecise date leaves open; for `acting` holders, and for planned, denied and superseded roles.

    ## How to settle it
    Correct the duration or the date that it was computed from, or add the other term that it counts.
    """

    name = "service-length"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role", "person")}
    needs = ("roles.served",)
    valid = (
        """
        == facts/registry/people.yaml
        usubov: {name: Ramil Usubov}
        abiyev: {name: Safar Abiyev}
        sharif: {name: Nawaz Sharif}
        == facts/registry/offices.yaml
        interior: {title: Minister of Internal Affairs of Azerbaijan}
        defence: {title: Minister of Defence of Azerbaijan}
        premier: {title: Prime Minister of Pakistan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: usubov, role: interior, person: usubov, from: 1994-04-29, until: 2019-06-20}
          - {id: abiyev, role: defence, person: abiyev, from: 1995-02-06, until: 2013-10-22, served: 18 years}
          - {id: sharif-first, role: premier, person: sharif, from: 1990-11-06, until: 1993-07-18}
          - {id: sharif-third, role: premier, person: sharif, from: 2013-06-05, until: 2017-07-28}
        == facts/2016-03-03-azernews.yaml
        source: {title: A visit}
        published: 2016-03-03
        facts:
          - {id: usubov, role: interior, person: usubov, served: more than 20 years}
          - {id: sharif, role: premier, person: sharif, served: nine years}
        == facts/2019-06-21-trend.yaml
        source: {title: A change in the cabinet}
        published: 2019-06-21
        facts:
          - {id: usubov, role: interior, person: usubov, former: true, served: 25 years}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        usubov: {name: Ramil Usubov}
        == facts/registry/offices.yaml
        interior: {title: Minister of Internal Affairs of Azerbaijan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: usubov, role: interior, person: usubov, from: 1994-04-29, until: 2019-06-20}
        == facts/2019-06-21-trend.yaml
        source: {title: A change in the cabinet}
        published: 2019-06-21
        facts:
          - id: usubov
            role: interior
            person: usubov
            former: true
            served: 15 years # <- service-length
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person and office, at the first such duration, related to the dates and the others."""
        for found in contradicted(corpus):
            yield _clash(found, corpus)


def _clash(found: Length, corpus: Corpus) -> Clash:
    rows = stated(corpus).rows
    role = rows.iloc[found.served[0]]
    ends = [rows.iloc[row] for row in dict.fromkeys((found.begun, found.ended)) if row != found.served[0]]
    unit = role["served"].unit
    low, high = found.last.earliest - found.first.latest, found.last.latest - found.first.earliest
    length = f"{_shown(low / _DAYS[unit])} {unit}s"
    if low != high:
        length = f"{_shown(low / _DAYS[unit])} to {_shown(high / _DAYS[unit])} {unit}s"
    others = [rows.iloc[row] for row in found.served[1:]]
    left = rows["until"].iloc[found.ended] is not None
    end = f"left {on(found.last)}" if left else f"was in office {on(found.last)}"
    return Clash(
        f"{person(role, corpus)} is said to have served {role['served'].text} as {office(role, corpus)}, but came "
        f"{on(found.first)} and {end}, after {length}: correct the duration or a date",
        Anchor(role["fact"], "served"),
        (role["fact"], *(each["fact"] for each in ends)),
        related=(
            *((dated(each, "from", "until"), said(each, corpus)) for each in ends),
            *((Anchor(each["fact"], "served"), f"served {each['served'].text}") for each in others),
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
    )


def _shown(number: float) -> str:
    """A number with one decimal, without it where that is 0."""
    return f"{number:,.1f}".removesuffix(".0")
