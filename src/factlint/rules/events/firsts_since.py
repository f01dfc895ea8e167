"""Relations that are told as the first since some date, and what came between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.date import Date, Days

_CELLS = ("fact", "relation", "subject", "object", "value", "date", "since")
_SPAN = 2**33  # more than twice the greatest day


class Told(NamedTuple):
    """A dated statement of a relation; `since` is what it is the first since, None where it does not say so."""

    fact: str
    relation: str
    subject: str
    object: str | None
    value: str | None
    date: Date
    since: Date | None

    @property
    def days(self) -> Days:
        """The first and the last day that the date leaves open."""
        return self.date.as_moment()

    def broken_by(self, other: Told) -> bool:
        """Whether the other certainly came after the date since which this one is the first, and before this one."""
        if self.since is None or other.fact == self.fact:
            return False
        return self.since.latest < other.days.earliest and other.days.latest < self.days.earliest


class Broken(NamedTuple):
    """A statement of being first, the first of those that came between, and what else is part of the clash.

    `breakers` are the others between, `repeated` are further statements that the same one breaks; `suspects` are the
    facts of the pair without which none of these is broken.
    """

    first: Told
    breaker: Told
    breakers: tuple[Told, ...]
    repeated: tuple[Told, ...]
    suspects: tuple[str, ...]


def broken(corpus: Corpus) -> Iterator[Broken]:
    """The firsts that are none: one item for each group of firsts that the same relation breaks."""
    for firsts, group in _groups(corpus):
        left = firsts
        while left:
            first, *rest = left
            breaker, *others = (each for each in group if first.broken_by(each))
            repeated = [each for each in rest if each.broken_by(breaker)]
            suspects = ((first.fact, not repeated), (breaker.fact, not others))
            alone = tuple(fact for fact, only in suspects if only)
            yield Broken(first, breaker, tuple(others), tuple(repeated), alone)
            left = [each for each in rest if each not in repeated]


def _groups(corpus: Corpus) -> Iterator[tuple[list[Told], list[Told]]]:
    """For each relation, object and scope the broken firsts, and all dated statements, by fact id."""
    relations = corpus.standing("relations")
    dated = relations["date"].notna() & relations["relation"].notna() & relations["subject"].notna()
    rows = relations[dated].sort_values("fact", ignore_index=True)
    by = [rows["relation"], rows["object"].fillna(""), rows["value"].fillna("").map(fold), rows["scope"]]
    rows = rows.assign(group=rows.groupby(by).ngroup())
    rows = rows.assign(broken=_is_broken(rows))
    for _, group in rows[rows["group"].isin(rows.loc[rows["broken"], "group"])].groupby("group"):
        told = [Told._make(cells) for cells in group[[*_CELLS]].itertuples(index=False, name=None)]
        yield [each for each, is_broken in zip(told, group["broken"], strict=True) if is_broken], told


def _is_broken(rows: pd.DataFrame) -> pd.Series[bool]:
    """Whether a row is a first since a date, and another of its group certainly came after that and before the row."""
    import numpy as np

    ordered = rows.sort_values(["group", "date_begins_earliest"], ignore_index=True)
    # Whatever begins after a place in this order, some of it ends on the least of these days.
    ends = ordered.loc[::-1].groupby("group")["date_ends_latest"].cummin().sort_index()
    after = _keyed(ordered["group"], ordered["date_begins_earliest"])
    place = np.searchsorted(after, _keyed(rows["group"], rows["since_ends_latest"]), side="right")
    within = np.minimum(place, len(rows) - 1)
    same = (place < len(rows)) & (ordered["group"].to_numpy()[within] == rows["group"].to_numpy())
    first = rows["since"].notna() & (rows["rank_low"] == 1) & (rows["rank_high"] == 1)
    before = ends.to_numpy()[within] < rows["date_begins_earliest"]
    broken: pd.Series[bool] = first & before & same
    return broken


def _keyed(group: pd.Series[int], day: pd.Series[int]) -> npt.NDArray[np.int64]:
    """Group and day as one number, in the order of the groups and then of the days."""
    return group.to_numpy("int64") * _SPAN + day.to_numpy("int64")
