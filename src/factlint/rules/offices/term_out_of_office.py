"""A term that reaches out of the one that it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.offices.hints import until_death
from factlint.rules.offices.said import dated, office, others, person, said, seen_on, term
from factlint.rules.offices.stated import stated
from factlint.rules.offices.within import beyond

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.within import Beyond


class TermOutOfOffice(Rule):
    """A term begins before the one that it lies in, or outlasts it.

    ## What it finds
    A role with `within` whose beginning comes certainly before that of the term named there, or whose end certainly
    after its end, each by more than a handover (`handover_days` of the outer office, by default 1): a party membership
    that outlasts the seat, a chair held before the election. A sight must lie in the outer term. It is a warning where
    the sight has no day but that of its article.

    ## Why it matters
    What hangs on a seat ends with it. One of the dates is wrong, or `within` names another term of the person.

    ## When it stays silent
    Where the outer term has no such end, where an inner one without `until` lasts on, for `former` ones seen later,
    for planned, denied and superseded roles, and where less precise dates may save it (a note with `--pedantic`).

    ## How to settle it
    Correct the date, or name the right term in `within`.
    """

    name = "term-out-of-office"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    whole_corpus = True
    needs = ("roles.within",)
    valid = (
        """
        == facts/registry/people.yaml
        jalal: {name: Zobaida Jalal}
        == facts/registry/offices.yaml
        deputy: {title: Member of the National Assembly, seats: many}
        party: {title: Member of the Balochistan Awami Party, seats: many}
        chair: {title: Chairwoman of the Committee on Defence Production}
        == facts/reference.yaml
        source: {title: Members of parliament}
        published: 2023-09-01
        facts:
          - {id: seat, role: deputy, person: jalal, from: 2018-08-13, until: 2023-08-09}
          - {id: party, role: party, person: jalal, from: 2018-08-13, until: 2023-08, within: seat}
          - {id: chair, role: chair, person: jalal, from: 2018-09, within: seat}
          - {id: chair-seen, role: chair, person: jalal, at: 2020-05-01, within: seat}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        jalal: {name: Zobaida Jalal}
        == facts/registry/offices.yaml
        deputy: {title: Member of the National Assembly, seats: many}
        party: {title: Member of the Balochistan Awami Party, seats: many}
        == facts/reference.yaml
        source: {title: Members of parliament}
        published: 2023-09-01
        facts:
          - {id: seat, role: deputy, person: jalal, from: 2018-08-13, until: 2023-08-09}
          - id: party
            role: party
            person: jalal
            from: 2018-08-13
            until: 2023-08-31 # <- term-out-of-office
            within: seat
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each outer term and side, at the inner date that lies outside, related to the outer one."""
        rows = stated(corpus).rows
        for found in beyond(corpus):
            yield _clash(found, rows, corpus)


def _clash(found: Beyond, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    inner, outer = rows.iloc[found.inner[0]], rows.iloc[found.outer]
    how = "begins before" if found.early else "outlasts"
    keys = ("from", "until") if found.early else ("until", "from")
    held = term(inner) if inner["termed"] else seen_on(inner)
    doubt = None if found.certain else Severity.NOTE
    return Clash(
        f"{'' if found.certain else 'possibly: '}{person(inner, corpus)} as {office(inner, corpus)}, {held}, {how} the "
        f"term that it is within, {office(outer, corpus)} {term(outer)}: correct a date, or name another term",
        dated(inner, *keys),
        (inner["fact"], outer["fact"]),
        related=(
            (dated(outer, *keys), said(outer, corpus)),
            *others((rows.iloc[row] for row in found.inner[1:]), corpus),
        ),
        suspects=(outer["fact"], *((inner["fact"],) if len(found.inner) == 1 else ())) if found.certain else (),
        hint=until_death((inner, outer), corpus),
        severity=doubt or (Severity.WARNING if found.by_default else None),
    )
