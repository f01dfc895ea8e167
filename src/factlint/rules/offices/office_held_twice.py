"""More holders of an office than it has seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import format_day
from factlint.rules.base import Rule
from factlint.rules.offices.crowding import crowdings
from factlint.rules.offices.hints import one_person, until_death
from factlint.rules.offices.said import said
from factlint.rules.offices.stated import stated
from factlint.rules.offices.untimely import timely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.crowding import Crowding

_SHOWN = 3
_PAIR = 2


class OfficeHeldTwice(Rule):
    """More people hold an office on one day than it has seats.

    ## What it finds
    Different people who held one office at once for longer than a handover (`handover_days` of the office, by default
    1), where it has fewer `seats` (by default 1). Only what is certain counts: a term covers the days from its latest
    possible beginning to its earliest possible end; `from` alone reaches to the article's `published`; `at`, `asof`
    or else `published` is a single day in office. Such a day stands inside another's term, or beside another's such
    day: a handover explains two people on one day only where one of them is said to come (`from`, `replaces`) or to
    go (`until`) by then. It is an error where the office declares `seats` and every date of the finding is exact,
    otherwise a warning.

    ## Why it matters
    One of them did not hold the office then: a name is wrong, or a date, or the words "acting" or "former" were lost.

    ## When it stays silent
    For terms that follow one another, on the same day or with as many days in common as the handover allows; for
    deputies, who hold another office; for `acting` holders, for `former` ones without both ends of the term, for
    planned, denied and superseded roles, and for `seats: many`. Uncertain dates may overlap (`at: 2020`), and `until`
    alone leaves the beginning open. One person counts once, however often it is named. A day in office that lies in no
    known term of its person is told by `title-outdated` or `title-premature` and counts for nobody here.

    ## How to settle it
    Correct the person, the office or the date; mark who was `acting` or `former`; or declare the office's `seats`.
    """

    name = "office-held-twice"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    valid = (
        """
        == facts/registry/people.yaml
        safar-abiyev: {name: Safar Abiyev}
        zakir-hasanov: {name: Zakir Hasanov}
        karim-valiyev: {name: Karim Valiyev}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence}
        deputy-minister: {title: Deputy Minister of Defence, seats: many}
        == facts/reference.yaml
        source: {title: A list of ministers}
        published: 2022
        facts:
          - {id: abiyev, role: minister, person: safar-abiyev, from: 1995-02-06, until: 2013-10-22}
          - {id: hasanov, role: minister, person: zakir-hasanov, from: 2013-10-22}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: hasanov, role: minister, person: zakir-hasanov}
          - {id: valiyev, role: deputy-minister, person: karim-valiyev}
          - {id: abiyev, role: minister, person: safar-abiyev, former: true}
          - {id: stand-in, role: minister, person: karim-valiyev, acting: true}
          - {id: valiyev-later, role: minister, person: karim-valiyev, from: 2022-01-01, mode: planned}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, died: 2003-12-12}
        ilham-aliyev: {name: Ilham Aliyev}
        elchin-guliyev: {name: Elchin Guliyev}
        ali-naghiyev: {name: Ali Naghiyev}
        == facts/registry/offices.yaml
        president: {title: President of Azerbaijan}
        chief: {title: Chief of the State Border Service, seats: 1}
        == facts/reference.yaml
        source: {title: A list of presidents}
        published: 2022
        facts:
          - id: heydar-aliyev
            role: president
            person: heydar-aliyev
            from: 1993-10-03
            until: 2003-12-12 # <- office-held-twice
          - id: ilham-aliyev
            role: president
            person: ilham-aliyev
            from: 2003-10-31
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: guliyev
            role: chief
            person: elchin-guliyev # <- office-held-twice
          - id: naghiyev
            role: chief
            person: ali-naghiyev
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each group of holders, at the first role of the smallest set, related to each other holder."""
        rows = stated(corpus).rows
        for crowding in crowdings(timely(corpus)):
            yield _clash(crowding, rows, corpus)


def _clash(crowding: Crowding, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    roles, others = ([rows.iloc[row] for row in chosen] for chosen in (crowding.rows, crowding.others))
    office = corpus.registry.entry("offices", roles[0]["role"])
    declared = None if office.ref in corpus.unsound else office.values.get("seats")
    seats = "one seat" if declared in {None, 1} else f"{declared} seats"
    related = [(_anchor(role, crowding), said(role, corpus)) for role in (*roles[1:], *others)]
    if declared:
        related.append((Anchor(office.ref, "seats"), f"declared: {seats}"))
    title = corpus.registry.name("offices", roles[0]["role"])
    return Clash(
        f"{_holders(roles, corpus)} hold the office {title}, which has {seats}, {_when(crowding)}: "
        f"correct a person or a date{'' if declared else ', or declare its seats'}",
        _anchor(roles[0], crowding),
        tuple(role["fact"] for role in roles),
        related=tuple(related),
        suspects=tuple(rows["fact"].iloc[list(crowding.suspects)]),
        hint=_hint(roles, corpus),
        severity=Severity.ERROR if declared and all(role["exact"] for role in roles) else None,
    )


def _holders(roles: list[pd.Series], corpus: Corpus) -> str:
    """The names; of a full parliament, three of them."""
    names = list(dict.fromkeys(corpus.registry.name("people", role["person"]) for role in roles))
    shown = names if len(names) <= _SHOWN + 1 else [*names[:_SHOWN], f"{len(names) - _SHOWN:,} others"]
    return f"{', '.join(shown[:-1])} and {shown[-1]} {'both' if len(names) == _PAIR else 'all'}"


def _when(crowding: Crowding) -> str:
    days = crowding.last - crowding.first
    if not days:
        return f"on {format_day(crowding.first)}"
    length = "1 day" if days == 1 else f"{days:,} days"
    return f"from {format_day(crowding.first)} to {format_day(crowding.last)}, for {length}"


def _anchor(role: pd.Series, crowding: Crowding) -> Anchor:
    """The date that makes the role one of too many, else its person."""
    bounds = (("until", "begins_earliest", crowding.last), ("from", "ends_latest", crowding.first))
    for key, end, day in bounds:
        if role[key] is not None and role[f"{key}_{end}"] == day:
            return Anchor(role["fact"], key)
    return Anchor(role["fact"], "at" if role["at"] is not None else "person")


def _hint(roles: list[pd.Series], corpus: Corpus) -> str | None:
    return until_death(roles, corpus) or one_person([str(role["person"]) for role in roles], corpus)
