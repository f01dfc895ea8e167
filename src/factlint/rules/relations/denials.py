"""Relations, offices and events that are told as true and denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.relations.declared import things
from factlint.rules.relations.opposed import Opposed, both_ways, opposed, told
from factlint.rules.relations.times import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus

    Mask = npt.NDArray[np.bool_]

_DETAILS = ("place", "duration", "weekday", "number", "count", "status")
_LISTS = ("who", "part_of", "before", "after", "during")
_ENDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")
_EVENT = ["event", "date_kind", "scope"]
_MOST_RELATED = 50


def relations(corpus: Corpus) -> Iterator[Opposed]:
    """Relations told as true and denied for one day."""
    rows = told(corpus, "relations")
    if rows is None:
        return
    # What denies that somebody is the first or the only one denies no more than that.
    of_rank = (rows["mode"] == "denied") & (rows["rank"].notna() | rows["only"])
    rows = rows[rows["relation"].notna() & rows["subject"].notna() & ~of_rank]
    rows = rows.assign(thing=things(rows))
    by = ["relation", "subject", "thing", "scope"]
    rows = both_ways(rows, by)
    yield from opposed(rows, by, times(rows))


def roles(corpus: Corpus) -> Iterator[Opposed]:
    """Offices of people told as true and denied for one day; `from` and `until` are a term, `at` is a day of it."""
    rows = told(corpus, "roles")
    if rows is None:
        return
    detailed = (rows["mode"] == "denied") & rows[["rank", "number", "served", "replaces"]].notna().any(axis=1)
    rows = rows[rows["role"].notna() & rows["person"].notna() & ~rows["former"] & ~detailed]
    by = ["role", "person", "scope", "acting"]
    rows = both_ways(rows, by)
    renamed = {"at": "date", "from": "since"}
    names = {f"{old}_{end}": f"{new}_{end}" for old, new in renamed.items() for end in _ENDS}
    rows = rows.rename(columns=renamed | names)
    held = times(rows)
    ended, ends = rows["until"].notna().to_numpy(), rows["until_ends_earliest"].to_numpy("int64")
    end = held.end.copy()
    end[ended] = 2 * ends[ended] - 1
    begin = held.begin.copy()
    begin[ended & rows["since"].isna().to_numpy()] = 2 * FOREVER  # the beginning is not known: on no day for certain
    yield from opposed(rows, by, held._replace(begin=begin, end=end))


def events(corpus: Corpus) -> Iterator[Opposed]:
    """Events denied as such and told to have taken place on that day, or by the day of an undated denial."""
    rows = told(corpus, "events")
    if rows is None:
        return
    denial = (rows["mode"] == "denied").to_numpy()
    off = rows["postponed"] | (rows["status"] == "cancelled")
    rows = rows[rows["event"].notna() & (_bare(rows) if denial.any() else ~denial) | (~denial & ~off)]
    for _, group in both_ways(rows, _EVENT).groupby(_EVENT):
        denied, asserted = group[group["mode"] == "denied"], group[group["mode"] == "happened"]
        facts = [set(asserted["fact"][_denies(row, asserted)]) for _, row in denied.iterrows()]
        at = next((at for at, each in enumerate(facts) if each), None)
        if at is not None:
            yield _opposed(denied, asserted, facts, at)


def _bare(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which facts say no more of their event than when it was."""
    said = rows[list(_DETAILS)].notna().any(axis=1)
    for key in _LISTS:
        said |= rows[key].astype(bool)
    return ~said & ~rows["postponed"] & ~rows["who_complete"]


def _denies(denial: pd.Series, asserted: pd.DataFrame) -> Mask:
    """Which of the facts tell what the denial denies."""
    import numpy as np

    first, last = asserted["date_begins_earliest"], asserted["date_ends_latest"]
    if denial["date"] is not None:
        day = denial["date"]
        return np.asarray((first == last) & (first == day.earliest) & day.exact)
    dated = asserted["date"].notna()
    spoken = denial["asof_begins_earliest"] if denial["asof"] is not None else denial["published_begins_earliest"]
    by_then = last.where(dated, asserted["published_ends_latest"]) <= spoken
    return np.asarray((by_then & (spoken > NEVER)) | (~dated & (asserted["file"] == denial["file"])))


def _opposed(denied: pd.DataFrame, asserted: pd.DataFrame, facts: list[set[str]], at: int) -> Opposed:
    """The first denial with what it denies, and the others as far as they are few."""
    own = sorted(facts[at])
    first = asserted[asserted["fact"] == own[0]].iloc[0]
    suspects = [own[0]] * all(each <= {own[0]} for each in facts)
    suspects += [denied["fact"].iloc[at]] * (sum(map(bool, facts)) == 1)
    others = [*own[1:], *(denied["fact"].iloc[each] for each in range(len(facts)) if facts[each] and each != at)]
    return Opposed(first, denied.iloc[at], tuple(others[:_MOST_RELATED]), tuple(suspects), declared=False)
