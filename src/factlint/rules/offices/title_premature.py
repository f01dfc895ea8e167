"""A title used before its holder had come into the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.reading.date import Days
from factlint.rules.base import Rule
from factlint.rules.offices.said import dated, office, on, others, person, said, seen_on, sight
from factlint.rules.offices.stated import stated
from factlint.rules.offices.untimely import untimely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.untimely import Untimely


class TitlePremature(Rule):
    """A title is used before its holder had come into the office.

    ## What it finds
    A role that sees a person in an office on a day (`at`, `asof` or else the article's `published`) before every known
    term of the person in the office, each of which has a known beginning.

    ## Why it matters
    The date of the article or of the appointment is wrong, or the predecessor was meant. Or the person had an earlier
    term, which the corpus should know.

    ## When it stays silent
    For `former: true` and `acting`, for an `asof` in the term, for the days of a handover (`handover_days`, by default
    1), for people of whom no term is known or one without a beginning, and where less precise dates may save it (a note
    with `--pedantic`). Titles that say so (`elect`, `designate`, `incoming`) pass. After an earlier term of the person
    it is `title-outdated`; `office-held-twice` does not count such a day.

    ## How to settle it
    Correct the date, the person or the beginning of the term, or add the person's earlier term.
    """

    name = "title-premature"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    valid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        abiyev: {name: Safar Abiyev}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence of Azerbaijan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: abiyev, role: minister, person: abiyev, until: 2013-10-22}
          - {id: hasanov, role: minister, person: hasanov, from: 2013-10-22}
        == facts/2013.yaml
        source: {title: A change in the cabinet}
        published: 2013-10-21
        facts:
          - {id: hasanov-the-day-before, role: minister, person: hasanov}
          - {id: hasanov-some-day, role: minister, person: hasanov, at: 2013}
          - {id: hasanov-named, role: minister, person: hasanov, at: 2013-10-01, title: Defence Minister-designate}
          - {id: hasanov-acting, role: minister, person: hasanov, at: 2013-10-01, acting: true}
          - {id: abiyev, role: minister, person: abiyev, at: 1990}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence of Azerbaijan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: hasanov, role: minister, person: hasanov, from: 2013-10-22}
        == facts/2012.yaml
        source: {title: A visit}
        published: 2012-03-03
        facts:
          - id: hasanov
            role: minister
            person: hasanov # <- title-premature
            title: Defence Minister
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person and office, at the first such title, related to the term and to other titles."""
        rows = stated(corpus).rows
        for each in untimely(corpus).found:
            if not each.late:
                yield _premature(each, rows, corpus)


def _premature(found: Untimely, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    first, begun = rows.iloc[found.seen[0]], rows.iloc[found.term]
    came = on(Days(begun["from_begins_earliest"], begun["from_ends_latest"])) if begun["from"] else "later"
    title = office(first, corpus) if first["title"] is None else first["title"]
    return Clash(
        f"{'' if found.certain else 'possibly: '}{person(first, corpus)} is called {title} {seen_on(first)}, but came "
        f"into the office {came}: correct the date or the title, or add an earlier term",
        sight(first),
        (first["fact"], begun["fact"]),
        related=(
            (dated(begun, "from", "until"), said(begun, corpus)),
            *others((rows.iloc[row] for row in found.seen[1:]), corpus),
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
        severity=None if found.certain else Severity.NOTE,
    )
