"""One person in two offices that exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import format_day
from factlint.rules.base import Rule
from factlint.rules.offices.crowding import crowdings
from factlint.rules.offices.incompatible import declared, exclusive
from factlint.rules.offices.said import count, dated, office, person, term
from factlint.rules.offices.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.crowding import Crowding


class IncompatibleOffices(Rule):
    """One person holds two offices on one day that exclude each other.

    ## What it finds
    A person who certainly held two offices at once, of which the registry declares one `incompatible` with the other,
    for longer than the longer `handover_days` of the two. A senator is still in the lower house, a judge in the
    cabinet. What is certain is the same as for `office-held-twice`.

    ## Why it matters
    The law excludes it, so a date is wrong, or a person was taken for another of the same name, or the first office was
    given up earlier than the second report knows.

    ## When it stays silent
    For offices held one after the other, also where one begins on the day on which the other ends; for `acting` and
    `former` holders, planned, denied and superseded roles; and where dates leave it open whether the days meet.

    ## How to settle it
    Correct the date of the term that was to end, the person or the office; or take the offices out of `incompatible`.
    """

    name = "incompatible-offices"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("person",)}
    needs = ("registry/offices.incompatible",)
    valid = (
        """
        == facts/registry/people.yaml
        zardari: {name: Asif Ali Zardari}
        jalal: {name: Zobaida Jalal}
        == facts/registry/offices.yaml
        senator: {title: Senator, seats: many, incompatible: [deputy]}
        deputy: {title: Member of the National Assembly, seats: many}
        minister: {title: Federal Minister for Defence Production}
        == facts/reference.yaml
        source: {title: Members of parliament}
        published: 2022-01-01
        facts:
          - {id: deputy, role: deputy, person: zardari, from: 2013-06-01, until: 2015-03-12}
          - {id: senator, role: senator, person: zardari, from: 2015-03-12, until: 2018-07-31}
          - {id: deputy-again, role: deputy, person: zardari, from: 2018-08}
          - {id: jalal, role: deputy, person: jalal, from: 2018-08-13}
          - {id: jalal-minister, role: minister, person: jalal, from: 2018-08-20}
          - {id: jalal-stands-in, role: senator, person: jalal, acting: true, at: 2020-01-01}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        zardari: {name: Asif Ali Zardari}
        == facts/registry/offices.yaml
        senator: {title: Senator, seats: many, incompatible: [deputy]}
        deputy: {title: Member of the National Assembly, seats: many}
        == facts/reference.yaml
        source: {title: Members of parliament}
        published: 2022-01-01
        facts:
          - id: deputy
            role: deputy
            person: zardari
            from: 2013-06-01
            until: 2016-03-12 # <- incompatible-offices
          - id: senator
            role: senator
            person: zardari
            from: 2015-03-12
            until: 2018-07-31
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person and pair of offices, at the first role, related to the other and the registry."""
        rows, pairs = stated(corpus).rows, declared(corpus)
        for crowding in crowdings(exclusive(corpus)):
            yield _clash(crowding, rows, pairs, corpus)


def _clash(crowding: Crowding, rows: pd.DataFrame, pairs: dict[tuple[str, str], str], corpus: Corpus) -> Clash:
    roles = [rows.iloc[row] for row in crowding.rows]
    first = roles[0]
    second = next(role for role in roles if role["role"] != first["role"])
    entry = pairs[min(first["role"], second["role"]), max(first["role"], second["role"])]
    related = [(_anchor(role, crowding), f"{office(role, corpus)}, {_held(role)}") for role in roles[1:]]
    declares = Anchor(corpus.registry.entry("offices", entry).ref, "incompatible")
    return Clash(
        f"{person(first, corpus)} is both {office(first, corpus)} and {office(second, corpus)} {_when(crowding)}, but "
        "these offices are incompatible: correct a date, the person or an office",
        _anchor(first, crowding),
        tuple(role["fact"] for role in roles),
        related=(*related, (declares, "declared incompatible")),
        suspects=tuple(rows["fact"].iloc[list(crowding.suspects)]),
    )


def _when(crowding: Crowding) -> str:
    if crowding.first == crowding.last:
        return f"on {format_day(crowding.first)}"
    stretch = f"from {format_day(crowding.first)} to {format_day(crowding.last)}"
    return f"{stretch}, for {count(crowding.last - crowding.first, 'day')}"


def _anchor(role: pd.Series, crowding: Crowding) -> Anchor:
    """The date that makes the two meet, else the day on which the person is seen."""
    bounds = (("until", "begins_earliest", crowding.last), ("from", "ends_latest", crowding.first))
    key = next((key for key, end, day in bounds if role[key] is not None and role[f"{key}_{end}"] == day), None)
    return dated(role) if key is None else Anchor(role["fact"], key)


def _held(role: pd.Series) -> str:
    return f"held {term(role)}" if role["termed"] else "seen then"
