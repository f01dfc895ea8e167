"""A successor who did not follow the one whom it replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import Days
from factlint.rules.base import Rule
from factlint.rules.offices.said import dated, office, on, others, person, said, seen_on, term
from factlint.rules.offices.sequence import broken
from factlint.rules.offices.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.offices.sequence import Broken


class SuccessionBroken(Rule):
    """One person is said to replace another, but a third one sat in between, or the other came only later.

    ## What it finds
    A role with `replaces` and `from` in an office with one seat (the default), where somebody else certainly held the
    office after the last day that is known of the predecessor and before the successor began; or where every known
    term of the predecessor begins after the successor's.

    ## Why it matters
    The predecessor's name is wrong, or a short tenure was forgotten, or a date belongs to another term.

    ## When it stays silent
    For `acting` holders in between, for gaps in which nobody is known to have sat, for offices with more seats, within
    the handover (`handover_days`, by default 1), for a predecessor of whom nothing else is known or an earlier term may
    exist, for a successor who had held the office before, and for planned, denied and superseded roles. People who are
    in office together are told of by `office-held-twice`.

    ## How to settle it
    Correct `replaces` or the date, or mark who was `acting`.
    """

    name = "succession-broken"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role",)}
    needs = ("roles.replaces",)
    valid = (
        """
        == facts/registry/people.yaml
        sadigov: {name: Najmaddin Sadigov}
        barkhudarov: {name: Ayaz Barkhudarov}
        valiyev: {name: Karim Valiyev}
        == facts/registry/offices.yaml
        chief: {title: Chief of General Staff of Azerbaijan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: sadigov, role: chief, person: sadigov, from: 1993-11-02, until: 2021-01-28}
          - {id: barkhudarov, role: chief, person: barkhudarov, from: 2021-01-28, until: 2021-07-22, acting: true}
          - {id: valiyev, role: chief, person: valiyev, from: 2021-07-23, replaces: sadigov}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        guliyev: {name: Rovshan Guliyev}
        sadigov: {name: Najmaddin Sadigov}
        valiyev: {name: Karim Valiyev}
        == facts/registry/offices.yaml
        chief: {title: Chief of General Staff of Azerbaijan}
        == facts/reference.yaml
        source: {title: Terms as a reference lists them}
        published: 2022-01-01
        facts:
          - {id: guliyev, role: chief, person: guliyev, until: 1993-11-02}
          - {id: sadigov, role: chief, person: sadigov, from: 1993-11-02, until: 2021-01-28}
          - id: valiyev
            role: chief
            person: valiyev
            from: 2021-07-23
            replaces: guliyev # <- succession-broken
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each successor and predecessor, at `replaces`, related to the other terms."""
        rows = stated(corpus).rows
        for found in broken(corpus):
            yield _clash(found, rows, corpus)


def _clash(found: Broken, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    role, predecessor = rows.iloc[found.said], rows.iloc[found.predecessor]
    between = [rows.iloc[row] for row in found.between]
    begun = on(Days(role["from_begins_earliest"], role["from_ends_latest"]))
    facts = (role, predecessor, *between[:1])
    again = ((Anchor(rows["fact"].iloc[row], "replaces"), "says the same") for row in found.again)
    return Clash(
        f"{person(role, corpus)} is said to have replaced {person(predecessor, corpus)} as {office(role, corpus)} "
        f"{begun}, but {_why(predecessor, between, corpus)}: "
        "correct the predecessor or a date",
        Anchor(role["fact"], "replaces"),
        tuple(each["fact"] for each in facts),
        related=(
            *((dated(each, "from", "until"), said(each, corpus)) for each in (predecessor, *between[:1])),
            *others(between[1:], corpus),
            *again,
        ),
        suspects=tuple(rows["fact"].iloc[list(found.suspects)]),
    )


def _why(predecessor: pd.Series, between: list[pd.Series], corpus: Corpus) -> str:
    if not between:
        begun = on(Days(predecessor["from_begins_earliest"], predecessor["from_ends_latest"]))
        return f"{person(predecessor, corpus)} began only {begun}"
    held = term(between[0]) if between[0]["termed"] else seen_on(between[0])
    return f"{person(between[0], corpus)} held the office in between, {held}"
