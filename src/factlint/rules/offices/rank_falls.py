"""A lower rank after a higher one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import Days
from factlint.reading.name.ranks import steps
from factlint.rules.base import Rule
from factlint.rules.offices.rising import falls
from factlint.rules.offices.said import on, person
from factlint.rules.offices.stated import days, given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column, Intervals
    from factlint.rules.offices.rising import Fall


class RankFalls(Rule):
    """A person has a lower rank later than a higher one.

    ## What it finds
    Roles of one person whose `rank` is certainly lower than the rank in a role that certainly speaks of an earlier day:
    `at`, `asof` or else the article's `published`; for a term some day from its beginning to its end or to the
    article's `published`, whichever is later. Ranks compare within one ladder: officers on land, in the air, at sea,
    diplomats, consuls.

    ## Why it matters
    Nobody is promoted to a lower rank. A rank was shortened (`Colonel-General` to `Colonel`), a date is wrong, or two
    people were taken for one.

    ## When it stays silent
    For ranks that this tool does not know, also with words beside them (`Colonel of Police`); for ranks of different
    ladders; for what may be a short form (any general is addressed as `General`, a lieutenant colonel as `Colonel`);
    for the same rank in other words; and for planned, denied and superseded roles.

    ## How to settle it
    Correct the rank or the date, or the person. Who was demoted is accepted with that reason.
    """

    name = "rank-falls"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("person",)}
    needs = ("roles.rank",)
    valid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        valiyev: {name: Karim Valiyev}
        bajwa: {name: Qamar Javed Bajwa}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence of Azerbaijan}
        deputy: {title: Deputy Minister of Defence, seats: many}
        chief: {title: Chief of Army Staff}
        == facts/reports.yaml
        source: {title: Reports}
        published: 2022-01-01
        facts:
          - {id: hasanov-2016, role: minister, person: hasanov, at: 2016-03-03, rank: Colonel-General}
          - {id: hasanov-2021, role: minister, person: hasanov, at: 2021-01-15, rank: General}
          - {id: hasanov-2022, role: minister, person: hasanov, rank: Col-Gen}
          - {id: valiyev-2015, role: deputy, person: valiyev, at: 2015, rank: Major General}
          - {id: valiyev-2021, role: deputy, person: valiyev, at: 2021, rank: Lieutenant-General}
          - {id: valiyev-police, role: deputy, person: valiyev, rank: Colonel of Police}
          - {id: bajwa, role: chief, person: bajwa, at: 2020, rank: General}
          - {id: bajwa-rank-unknown, role: chief, person: bajwa, at: 2021, rank: Sipahsalar}
          - {id: bajwa-once, role: chief, person: bajwa, at: 2003-05, rank: Colonel}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence of Azerbaijan}
        == facts/2021-01-15-trend.yaml
        source: {title: Talks}
        published: 2021-01-15
        facts:
          - {id: hasanov, role: minister, person: hasanov, rank: Colonel-General}
        == facts/2021-12-02-azernews.yaml
        source: {title: Ties}
        published: 2021-12-02
        facts:
          - id: hasanov
            role: minister
            person: hasanov
            rank: Colonel # <- rank-falls
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each fall, at the lower rank, related to the higher one and to further ranks below it."""
        rows = stated(corpus).rows
        for fall in falls(*_ranked(rows)):
            yield _clash(fall, rows, corpus)


def _ranked(rows: pd.DataFrame) -> tuple[Column, Intervals, tuple[Column, Column]]:
    """The rows with a known rank, once for each ladder: person and ladder, days, and the steps."""
    import numpy as np
    import pandas as pd

    from factlint.reasoning.overlap import Intervals

    ranked = rows[rows["rank"].notna()]
    known = {text: steps(text) for text in ranked["rank"].unique()}
    at, ladders, low, high = ([] for _ in range(4))
    for position, text in enumerate(ranked["rank"]):
        for step in known[text]:
            at.append(position)
            ladders.append(step.ladder)
            low.append(step.low)
            high.append(step.high)
    told = ranked.iloc[at]
    begin, end = told_days(told)
    group = told.assign(ladder=ladders).groupby(["person", "ladder"]).ngroup().to_numpy().astype(np.int64)
    values = (pd.array(low, dtype="int64").to_numpy(), pd.array(high, dtype="int64").to_numpy())
    return told.index.to_numpy(), Intervals(group, begin, end), values


def told_days(rows: pd.DataFrame) -> tuple[Column, Column]:
    """The first and the last day of which each role may speak."""
    import numpy as np

    seen, _, _, seen_last = days(rows, "seen")
    begins, _, _, _ = days(rows, "from")
    _, _, _, ended = days(rows, "until")
    termed = rows["termed"].to_numpy()
    last = np.where(given(rows, "until"), np.maximum(ended, seen_last), seen_last)
    return np.where(termed, begins, seen), np.where(termed, np.maximum(last, begins), seen_last)


def _clash(fall: Fall, rows: pd.DataFrame, corpus: Corpus) -> Clash:
    higher, lower = rows.iloc[fall.before], rows.iloc[fall.after]
    return Clash(
        f"{person(lower, corpus)} is {lower['rank']} {_when(lower)}, but was {higher['rank']} {_when(higher)}: correct "
        "a rank or a date",
        Anchor(lower["fact"], "rank"),
        (higher["fact"], lower["fact"]),
        related=tuple((Anchor(role["fact"], "rank"), f"{role['rank']} {_when(role)}") for role in _sides(fall, rows)),
        suspects=tuple(rows["fact"].iloc[list(fall.suspects)]),
    )


def _sides(fall: Fall, rows: pd.DataFrame) -> list[pd.Series]:
    return [rows.iloc[row] for row in (fall.before, *fall.others)]


def _when(role: pd.Series) -> str:
    frame = role.to_frame().T
    begin, end = told_days(frame)
    return on(Days(int(begin[0]), int(end[0])))
