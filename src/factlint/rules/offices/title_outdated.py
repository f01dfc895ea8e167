"""A title used after its holder had left the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.reading.date import Days
from factlint.rules.base import Rule
from factlint.rules.offices.hints import until_death
from factlint.rules.offices.replaced import replaced
from factlint.rules.offices.said import dated, office, on, others, person, said, seen_on, sight
from factlint.rules.offices.stated import stated
from factlint.rules.offices.untimely import untimely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.replaced import Replaced
    from factlint.rules.offices.untimely import Untimely


class TitleOutdated(Rule):
    """A title is used after its holder had left the office.

    ## What it finds
    A role that sees a person in an office on a day (`at`, `asof` or else the article's `published`) on which, from all
    that the corpus knows, the person had left it: every known term of the person in the office had ended by then, or
    had not begun again; or the office has one seat, another person began to hold it (`from`) after this one was there,
    and only one source has this one there later.

    ## Why it matters
    A report gives people the titles that they had when the archive was last looked at. Whoever reads it takes a former
    minister for the present one.

    ## When it stays silent
    For `former: true` and `acting`, for an `asof` in the term, for the days of a handover (`handover_days`, by default
    1), in a second term, after a term of which only the beginning is known, and where less precise dates may save it
    (a note with `--pedantic`). Titles that say so (`former`, `late`, `then`) pass. Where the person has no term of its
    own that had ended, and the day lies inside another holder's term, `office-held-twice` tells it.

    ## How to settle it
    Correct the date or the title, mark the role `former: true`, give the day that it speaks of with `asof`, or add the
    person's second term.
    """

    name = "title-outdated"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    valid = (
        """
        == facts/registry/people.yaml
        usubov: {name: Ramil Usubov}
        eyvazov: {name: Vilayat Eyvazov}
        sharif: {name: Nawaz Sharif}
        == facts/registry/offices.yaml
        minister: {title: Minister of Internal Affairs of Azerbaijan}
        premier: {title: Prime Minister of Pakistan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: usubov, role: minister, person: usubov, from: 1994-04-29, until: 2019-06-20}
          - {id: eyvazov, role: minister, person: eyvazov, from: 2019-06-20}
          - {id: sharif-second, role: premier, person: sharif, from: 1997-02-17, until: 1999-10-12}
          - {id: sharif-third, role: premier, person: sharif, from: 2013-06-05, until: 2017-07-28}
        == facts/2016-03-03-azernews.yaml
        source: {title: A visit}
        published: 2016-03-03
        facts:
          - {id: usubov, role: minister, person: usubov, title: Interior Minister}
          - {id: sharif, role: premier, person: sharif}
        == facts/2021-06-21-azernews.yaml
        source: {title: A look back}
        published: 2021-06-21
        facts:
          - {id: usubov, role: minister, person: usubov, former: true}
          - {id: usubov-then, role: minister, person: usubov, asof: 2016-03-03}
          - {id: usubov-last-day, role: minister, person: usubov, at: 2019-06-21}
          - {id: eyvazov, role: minister, person: eyvazov}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        usubov: {name: Ramil Usubov}
        eyvazov: {name: Vilayat Eyvazov}
        abiyev: {name: Safar Abiyev}
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        interior: {title: Minister of Internal Affairs of Azerbaijan}
        defence: {title: Minister of Defence of Azerbaijan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2019-12-31
        facts:
          - {id: usubov, role: interior, person: usubov, from: 1994-04-29, until: 2019-06-20}
          - {id: eyvazov, role: interior, person: eyvazov, from: 2019-06-20}
          - {id: hasanov, role: defence, person: hasanov, from: 2013-10-22}
        == facts/2010-05-01-azernews.yaml
        source: {title: Drills}
        published: 2010-05-01
        facts:
          - {id: abiyev, role: defence, person: abiyev}
        == facts/2022-03-22-azernews.yaml
        source: {title: A visit}
        published: 2022-03-22
        facts:
          - id: usubov
            role: interior
            person: usubov # <- title-outdated
            title: Interior Minister
          - id: abiyev
            role: defence
            person: abiyev # <- title-outdated
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person and office, at the first such title, related to the term and to other titles."""
        rows = stated(corpus).rows
        for each in untimely(corpus).found:
            if each.late:
                yield _outdated(each, rows, corpus)
        for followed in replaced(corpus):
            yield _replaced(followed, rows, corpus)


def _outdated(found: Untimely, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    first, ended = rows.iloc[found.seen[0]], rows.iloc[found.term]
    left = on(Days(ended["until_begins_earliest"], ended["until_ends_latest"])) if ended["until"] else "earlier"
    return Clash(
        f"{'' if found.certain else 'possibly: '}{person(first, corpus)} is called {_title(first, corpus)} "
        f"{seen_on(first)}, but left the office {left}: correct the date or the title, or mark it former: true",
        sight(first),
        (first["fact"], ended["fact"]),
        related=(
            (dated(ended, "until", "from"), said(ended, corpus)),
            *others((rows.iloc[row] for row in found.seen[1:]), corpus),
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
        hint=until_death((ended,), corpus),
        severity=None if found.certain else Severity.NOTE,
    )


def _replaced(found: Replaced, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    first, before, successor = (rows.iloc[row] for row in (found.seen[0], found.before, found.successor))
    begun = on(Days(successor["from_begins_earliest"], successor["from_ends_latest"]))
    return Clash(
        f"{person(first, corpus)} is called {_title(first, corpus)} {seen_on(first)}, but {person(successor, corpus)} "
        f"came into the office {begun}: correct the date or the title, mark it former: true, or add a second term",
        sight(first),
        (first["fact"], before["fact"], successor["fact"]),
        related=others((successor, before, *(rows.iloc[row] for row in found.seen[1:])), corpus),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
    )


def _title(role: pd.Series, corpus: Corpus) -> str:
    """The office, as printed where a title is."""
    return office(role, corpus) if role["title"] is None else str(role["title"])
