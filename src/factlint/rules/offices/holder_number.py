"""Which holder of an office somebody is, against what else is numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.offices.numbered import not_rising, one_number, two_numbers
from factlint.rules.offices.said import dated, nth, office, person, said, seen_on, term
from factlint.rules.offices.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.numbered import Numbers
    from factlint.rules.offices.rising import Fall


class HolderNumber(Rule):
    """Holders of an office whose numbers contradict each other or the order in which they came.

    ## What it finds
    Roles with a `number`: different numbers of one person in one office; one number of two people in an office with one
    seat; a person with a lower number than one who certainly came before. It is an error where both beginnings are
    known, or where both numbers certainly belong to one tenure; where a term that the corpus does not know, or a seat
    that is not declared, may explain it, a warning.

    ## Why it matters
    The 45th president is not the 46th. Numbers are copied from the predecessor, or counted by another rule.

    ## When it stays silent
    For people with several known terms in the office, who are counted once or once a term; where somebody else may have
    held the office between two numbers of one person; for `acting` holders and `former` ones without both ends of the
    term; where the order is not certain, or with more seats not known from `from`; for planned, denied and superseded
    roles.

    ## How to settle it
    Correct the number or the date, or add the person's other term.
    """

    name = "holder-number"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    needs = ("roles.number",)
    valid = (
        """
        == facts/registry/people.yaml
        aliyev: {name: Ilham Aliyev}
        heydar: {name: Heydar Aliyev}
        cleveland: {name: Grover Cleveland}
        harrison: {name: Benjamin Harrison}
        == facts/registry/offices.yaml
        president: {title: President of Azerbaijan}
        potus: {title: President of the United States}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: heydar, role: president, person: heydar, number: 3, from: 1993-10-03, until: 2003-10-31}
          - {id: aliyev, role: president, person: aliyev, number: 4th, from: 2003-10-31}
          - {id: aliyev-again, role: president, person: aliyev, number: fourth}
          - {id: cleveland-first, role: potus, person: cleveland, number: 22, from: 1885-03-04, until: 1889-03-04}
          - {id: harrison, role: potus, person: harrison, number: 23, from: 1889-03-04, until: 1893-03-04}
          - {id: cleveland-second, role: potus, person: cleveland, number: 24, from: 1893-03-04, until: 1897-03-04}
          - {id: cleveland-by-person, role: potus, person: cleveland, number: 22, at: 1895}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        trump: {name: Donald Trump}
        obama: {name: Barack Obama}
        bush: {name: George W. Bush}
        == facts/registry/offices.yaml
        potus: {title: President of the United States}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2020-01-01
        facts:
          - {id: bush, role: potus, person: bush, number: 45, from: 2001-01-20, until: 2009-01-20}
          - id: obama
            role: potus
            person: obama
            from: 2009-01-20
            until: 2017-01-20
            number: 44 # <- holder-number
          - {id: trump, role: potus, person: trump, from: 2017-01-20, number: 46}
        == facts/2018-03-03.yaml
        source: {title: A visit}
        published: 2018-03-03
        facts:
          - id: trump
            role: potus
            person: trump
            number: 47th # <- holder-number
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person with two numbers, for each number of two people, and for each fall in time."""
        rows = stated(corpus).rows
        for found in two_numbers(corpus):
            yield _two(found, rows, corpus)
        for found in one_number(corpus):
            yield _one(found, rows, corpus)
        for fall, known in not_rising(corpus):
            yield _fall(fall, rows, corpus, known=known)


def _two(found: Numbers, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    first, second = (rows.iloc[row] for row in found.pair)
    terms = [rows.iloc[found.term]] if found.term is not None and found.term not in found.pair else []
    advice = "correct one of them" if found.certain else "correct one of them, or add the second term"
    return Clash(
        f"{person(first, corpus)}, {_when(first)}, is the {nth(first['number'])} {office(first, corpus)}, but the "
        f"{nth(second['number'])}, {_when(second)}: {advice}",
        Anchor(first["fact"], "number"),
        tuple(each["fact"] for each in (first, second, *terms)),
        related=(
            *_numbers((second, *(rows.iloc[row] for row in found.others)), corpus),
            *((dated(each, "from", "until"), said(each, corpus)) for each in terms),
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
        severity=None if found.certain else Severity.WARNING,
    )


def _one(found: Numbers, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    first, second = (rows.iloc[row] for row in found.pair)
    entry = corpus.registry.entry("offices", first["role"])
    declared = entry.values.get("seats") == 1 and entry.ref not in corpus.unsound
    return Clash(
        f"{person(first, corpus)} and {person(second, corpus)} are both the {nth(first['number'])} "
        f"{office(first, corpus)}: correct a number{'' if declared else ', or declare the seats of the office'}",
        Anchor(first["fact"], "number"),
        (first["fact"], second["fact"]),
        related=_numbers((second, *(rows.iloc[row] for row in found.others)), corpus),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
        severity=None if declared else Severity.WARNING,
    )


def _fall(fall: Fall, rows: pd.DataFrame, corpus: Corpus, *, known: bool) -> Clash:
    earlier, later = rows.iloc[fall.before], rows.iloc[fall.after]
    return Clash(
        f"{person(later, corpus)}, {_when(later)}, is the {nth(later['number'])} {office(later, corpus)}, but "
        f"{person(earlier, corpus)}, {_when(earlier)}, is the {nth(earlier['number'])}: correct a number or a date",
        Anchor(later["fact"], "number"),
        (earlier["fact"], later["fact"]),
        related=_numbers((earlier, *(rows.iloc[row] for row in fall.others)), corpus),
        suspects=tuple(rows["fact"].iloc[list(fall.suspects)]),
        severity=None if known else Severity.WARNING,
    )


def _numbers(roles: tuple[pd.Series, ...], corpus: Corpus) -> tuple[tuple[Anchor, str], ...]:
    return tuple(
        (Anchor(role["fact"], "number"), f"{person(role, corpus)}, {_when(role)}: the {nth(role['number'])}")
        for role in roles
    )


def _when(role: pd.Series) -> str:
    return f"in office {term(role) if role['termed'] else seen_on(role)}"
