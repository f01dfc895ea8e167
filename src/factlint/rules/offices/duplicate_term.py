"""A tenure that one source records twice, or that lasts no time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import format_day
from factlint.rules.base import Rule
from factlint.rules.offices.hints import until_death
from factlint.rules.offices.said import office, others, person, said, term
from factlint.rules.offices.stated import stated
from factlint.rules.offices.tenures import doubled, zero_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.tenures import Doubled


class DuplicateTerm(Rule):
    """One source that records a tenure twice with other dates, or one of no length.

    ## What it finds
    Terms of one person in one office, in one file and of one `scope`, that certainly overlap for longer than a handover
    (`handover_days`, by default 1) and whose dates certainly differ; and terms whose `from` and `until` are one day.

    ## Why it matters
    A person does not hold a seat twice at once: two lists were merged, or one entry was corrected and the old one left.
    A term without length is a date written into both fields.

    ## When it stays silent
    For terms that different sources tell, for the same dates told twice, for dates of which one is only less precise,
    for terms that follow one another, for a term of which only the beginning is known inside a longer one, for a term
    `within` another, for another `scope`, between an `acting` and a full term, for `acting` for a day, and for planned,
    denied and superseded roles.

    ## How to settle it
    Remove one of the two, or correct the date. Who left office on the day of the oath is accepted with that reason.
    """

    name = "duplicate-term"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role", "person")}
    valid = (
        """
        == facts/registry/people.yaml
        jalal: {name: Zobaida Jalal}
        raza: {name: Nadeem Raza}
        == facts/registry/offices.yaml
        deputy: {title: Member of the National Assembly, seats: many}
        == facts/reference.yaml
        source: {title: Members of parliament}
        published: 2022-01-01
        facts:
          - {id: jalal-first, role: deputy, person: jalal, from: 2002-11-16, until: 2007-11-15}
          - {id: jalal-second, role: deputy, person: jalal, from: 2007-11-15, until: 2013}
          - {id: jalal-second-in-years, role: deputy, person: jalal, from: 2007, until: 2013-03-16}
          - {id: raza, role: deputy, person: raza, from: 2008-03-17, until: 2013-03-16}
          - {id: raza-again, role: deputy, person: raza, from: 2008-03-17, until: 2013-03-16}
        == facts/another.yaml
        source: {title: Another list}
        published: 2022-01-01
        facts:
          - {id: raza, role: deputy, person: raza, from: 2008-03-19, until: 2013-03-10}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        jalal: {name: Zobaida Jalal}
        raza: {name: Nadeem Raza}
        == facts/registry/offices.yaml
        deputy: {title: Member of the National Assembly, seats: many}
        == facts/reference.yaml
        source: {title: Members of parliament}
        published: 2022-01-01
        facts:
          - {id: jalal, role: deputy, person: jalal, from: 2002-11-16, until: 2007-11-15}
          - id: jalal-twice
            role: deputy
            person: jalal
            from: 2006-11-16 # <- duplicate-term
            until: 2008-03-16
          - id: raza
            role: deputy
            person: raza
            from: 2013-06-01
            until: 2013-06-01 # <- duplicate-term
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each tenure told twice, at the second term; one for each term without length, at its end."""
        rows = stated(corpus).rows
        for found in doubled(corpus):
            yield _twice(found, rows, corpus)
        for row in zero_length(corpus):
            yield _no_time(rows.iloc[row], corpus)


def _twice(found: Doubled, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    first, second = rows.iloc[found.first], rows.iloc[found.second]
    return Clash(
        f"{person(second, corpus)} holds the office {office(second, corpus)} {term(first)}, and {term(second)} too, "
        "which overlap in one source: remove one of the two, or correct a date",
        Anchor(second["fact"], "from"),
        (first["fact"], second["fact"]),
        related=(
            (Anchor(first["fact"], "from"), said(first, corpus)),
            *others((rows.iloc[row] for row in found.others), corpus),
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
        hint=until_death((first, second), corpus),
    )


def _no_time(role: pd.Series, corpus: Corpus) -> Clash:
    day = format_day(int(role["from_begins_earliest"]))
    return Clash(
        f"{person(role, corpus)} comes into the office {office(role, corpus)} and leaves it on one day, {day}: correct "
        "from or until",
        Anchor(role["fact"], "until"),
        (role["fact"],),
        hint=until_death((role,), corpus),
    )
