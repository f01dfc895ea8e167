"""An office held before it existed or after it was abolished."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.offices.existence import outside
from factlint.rules.offices.said import dated, office, on, others, person, seen_on, term
from factlint.rules.offices.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.existence import Outside


class OfficeNotExisting(Rule):
    """An office is held before it was created or after it was abolished.

    ## What it finds
    A role whose own dates (`from`, `until`; `at`, `asof` or else the article's `published` for a sight) certainly lie,
    by more than a handover (`handover_days`, by default 1), before the office's `from` or after its `until` in the
    registry. All such roles of one person are one finding, a warning where the day is only that of the article.

    ## Why it matters
    Either the date is wrong or the office is: a ministry is called by its new name for the time of the old one.

    ## When it stays silent
    For offices that were renamed: an office and its `successor_of`, either way, count as one, from the first beginning
    to the last end. For `former` holders seen later, planned, denied and superseded roles, and where imprecise dates
    leave it open. A sight that is told of here is not told by `title-premature` or `title-outdated`.

    ## How to settle it
    Correct the date, name the office that existed then, mark the role `former: true`, or correct the registry.
    """

    name = "office-not-existing"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role", "person")}
    valid = (
        """
        == facts/registry/people.yaml
        guliyev: {name: Elchin Guliyev}
        mirzoyev: {name: Ali Mirzoyev}
        == facts/registry/offices.yaml
        department: {title: Chief of the Border Troops, from: 1991-08, until: 2002-07-31}
        border: {title: Chief of the State Border Service, from: 2002-07-31, successor_of: department}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: guliyev, role: border, person: guliyev, from: 2002-07-31}
          - {id: mirzoyev-by-the-new-name, role: border, person: mirzoyev, at: 1999}
          - {id: mirzoyev, role: department, person: mirzoyev, from: 1991, until: 1995}
          - {id: mirzoyev-later, role: department, person: mirzoyev, former: true}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        guliyev: {name: Elchin Guliyev}
        mirzoyev: {name: Ali Mirzoyev}
        == facts/registry/offices.yaml
        border: {title: Chief of the State Border Service, from: 2002-07-31}
        == facts/2001-05-04-azernews.yaml
        source: {title: At the border}
        published: 2001-05-04
        facts:
          - id: guliyev
            role: border
            person: guliyev # <- office-not-existing
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - id: mirzoyev
            role: border
            person: mirzoyev
            from: 1995-03-01 # <- office-not-existing
            until: 2001-01-01
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person, office and side, at the date that lies outside, related to the registry."""
        rows = stated(corpus).rows
        for found in outside(corpus):
            yield _clash(found, rows, corpus)


def _clash(found: Outside, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    role = rows.iloc[found.rows[0]]
    time = found.existed
    days, entry, key = (time.begins, time.first, "from") if found.early else (time.ends, time.last, "until")
    limit = "was created" if found.early else "was abolished"
    held = term(role) if role["termed"] else seen_on(role)
    keys = ("from", "until") if found.early else ("until", "from")
    registry = Anchor(corpus.registry.entry("offices", str(entry)).ref, key)
    by_default = not role["termed"] and role["at"] is None and role["asof"] is None
    return Clash(
        f"{person(role, corpus)} holds the office {office(role, corpus)} {held}, but it {limit} {on(days)}: correct "
        "the date or the office",
        dated(role, *keys),
        (role["fact"],),
        related=((registry, f"{limit} {on(days)}"), *others((rows.iloc[row] for row in found.rows[1:]), corpus)),
        severity=Severity.WARNING if by_default else None,
    )
