"""One person in an office, then another, then the first one again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.offices.returns import returns
from factlint.rules.offices.said import dated, office, others, person, said, seen_on, term
from factlint.rules.offices.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.returns import Return


class HolderReturns(Rule):
    """An office with one seat has one holder, then another, then the first one again, who has one term.

    ## What it finds
    A person seen in an office with one seat (the default) on a day that comes after another person was seen there, who
    came after the first one. The other is known from single days only, and nothing says that the first one began a
    second time. Each person is one finding, with the first stranger in between.

    ## Why it matters
    Few people return into an office. The name in the middle is wrong, or an old title was used again, or the two hold
    different offices.

    ## When it stays silent
    For a declared second term (a `from` after the other was there), for `acting` holders and `former` ones, for offices
    with more seats, for planned, denied and superseded roles, and where imprecise dates leave the order open. Where the
    other's beginning is known, it is `title-outdated`; where both are there on one day, `office-held-twice`.

    ## How to settle it
    Correct the person, the office or the date; mark who was `acting` or `former`; add the second term, or declare the
    office's `seats`.
    """

    name = "holder-returns"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    valid = (
        """
        == facts/registry/people.yaml
        usubov: {name: Ramil Usubov}
        eyvazov: {name: Vilayat Eyvazov}
        sharif: {name: Nawaz Sharif}
        abbasi: {name: Shahid Khaqan Abbasi}
        == facts/registry/offices.yaml
        minister: {title: Minister of Internal Affairs of Azerbaijan}
        premier: {title: Prime Minister of Pakistan}
        deputy: {title: Deputy Minister, seats: many}
        == facts/reports.yaml
        source: {title: Reports}
        published: 2022-03-01
        facts:
          - {id: usubov-2016, role: minister, person: usubov, at: 2016-03-03}
          - {id: stand-in-2017, role: minister, person: eyvazov, at: 2017-05-01, acting: true}
          - {id: usubov-2018, role: minister, person: usubov, at: 2018-06-01}
          - {id: eyvazov-2020, role: minister, person: eyvazov, at: 2020-02-01}
          - {id: usubov-2021, role: minister, person: usubov, at: 2021-02-01, former: true}
          - {id: sharif-second, role: premier, person: sharif, from: 1997-02-17, until: 1999-10-12}
          - {id: sharif-1998, role: premier, person: sharif, at: 1998-05-28}
          - {id: abbasi-2007, role: premier, person: abbasi, at: 2007-01-01}
          - {id: sharif-third, role: premier, person: sharif, from: 2013-06-05}
          - {id: sharif-2016, role: premier, person: sharif, at: 2016-01-01}
          - {id: one, role: deputy, person: usubov, at: 2001}
          - {id: two, role: deputy, person: eyvazov, at: 2002}
          - {id: three, role: deputy, person: usubov, at: 2003}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        usubov: {name: Ramil Usubov}
        eyvazov: {name: Vilayat Eyvazov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Internal Affairs of Azerbaijan}
        == facts/reports.yaml
        source: {title: Reports}
        published: 2022-03-01
        facts:
          - {id: usubov-2016, role: minister, person: usubov, at: 2016-03-03}
          - {id: eyvazov-2017, role: minister, person: eyvazov, at: 2017-05-01}
          - id: usubov-2018
            role: minister
            person: usubov
            at: 2018-06-01 # <- holder-returns
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person who returns, at the role after the other's, related to both before it."""
        rows = stated(corpus).rows
        for found in returns(corpus):
            yield _clash(found, rows, corpus)


def _clash(found: Return, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    before, between, after = (rows.iloc[row] for row in (found.before, found.between, found.after))
    since = term(before) if before["termed"] else seen_on(before)
    return Clash(
        f"{person(after, corpus)} holds the office {office(after, corpus)} {since} and {seen_on(after)}, but "
        f"{person(between, corpus)} {seen_on(between)}: correct a person or a date, or add the second term",
        dated(after),
        tuple(role["fact"] for role in (before, between, after)),
        related=(
            (dated(before, "from", "until"), said(before, corpus)),
            (dated(between), said(between, corpus)),
            *others((rows.iloc[row] for row in found.others), corpus),
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
    )
