"""Statements that something is the only one, and the others that stand in the same relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.relations.declared import things
from factlint.rules.relations.nesting import nested
from factlint.rules.relations.times import times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from factlint.corpus import Corpus

    _Test = Callable[[pd.Series, pd.DataFrame], pd.Series[bool]]

_MOST_RELATED = 50
_MOST_TIMES = 1000
_TIME = ["begin", "end", "come", "over", "declared"]
_BY = ["relation", "thing", "scope"]


class Broken(NamedTuple):
    """A statement with `only` and one that contradicts it, as rows of the table.

    `against` has the fact and the subject of each that contradicts it, the other one first; `declared` is whether
    both facts say when, `possibly` whether they only may speak of one day.
    """

    only: pd.Series
    other: pd.Series
    against: tuple[tuple[str, str], ...]
    suspects: tuple[str, ...]
    declared: bool
    possibly: bool


def broken(corpus: Corpus) -> Iterator[Broken]:
    """For each relation, object, scope and subject that is the only one, the first statements that contradict it."""
    rows = _rows(corpus)
    if rows.empty:
        return
    told: set[frozenset[str]] = set()
    for _, group in rows.groupby(_BY):
        for subject, alone in group[group["only"]].groupby("subject"):
            found = _against(alone, _others(group, str(subject), corpus), pedantic=corpus.settings.pedantic)
            if found and (pair := frozenset((found.only["fact"], found.other["fact"]))) not in told:
                told.add(pair)
                yield found


def _rows(corpus: Corpus) -> pd.DataFrame:
    """The statements of groups in which one is `only` and there is another subject, in the order of fact ids."""
    rows = corpus.standing("relations")
    rows = rows[rows["relation"].notna() & rows["subject"].notna()]
    rows = rows[rows["relation"].isin(rows["relation"][rows["only"]])]
    if rows.empty:
        return rows
    rows = rows.assign(thing=things(rows))
    groups = rows.groupby(_BY)
    wanted = groups["only"].transform("any") & (groups["subject"].transform("nunique") > 1)
    rows = rows[wanted].sort_values("fact", ignore_index=True)
    held = times(rows)
    rows = rows.assign(begin=held.begin, end=held.end, declared=held.declared, come=held.since, over=held.over)
    return rows if corpus.settings.pedantic else rows[_may_clash(rows)]


def _may_clash(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which rows are of a group that has a subject which may clash with another one's `only`, roughly and at once."""
    by = [rows[each] for each in _BY]
    only = rows.where(rows["only"])
    first, last = only["begin"].groupby(by).transform("min"), only["end"].groupby(by).transform("max")
    others = rows["subject"] != only["subject"].groupby(by).transform("first")
    others |= rows["only"] & (only["subject"].groupby(by).transform("nunique") > 1)
    meets = (rows["begin"].clip(lower=first) <= rows["end"].clip(upper=last)) | ((rows["come"] <= last) & ~rows["over"])
    return (others & meets).groupby(by).transform("any")


def _others(group: pd.DataFrame, subject: str, corpus: Corpus) -> pd.DataFrame:
    """The statements about what is neither the subject nor lies in it, nor it in them."""
    subjects = group["subject"].unique()
    apart = [each for each in subjects if not nested(subject, each, corpus.registry)]
    return group[group["subject"].isin(apart)]


def _against(alone: pd.DataFrame, others: pd.DataFrame, *, pedantic: bool) -> Broken | None:
    """The first clash of one subject's statements with those of others: a declared one before one by default."""
    spoken = alone.drop_duplicates(_TIME).head(_MOST_TIMES)
    for test, every in ((_declared, _certain), (_certain, _certain), (_possible, _possible)):
        for _, only in spoken.iterrows() if test is not _possible or pedantic else ():
            clashing = others[test(only, others)]
            if not clashing.empty:
                return _broken(only, clashing.iloc[0], alone, others, every)
    return None


def _broken(only: pd.Series, other: pd.Series, alone: pd.DataFrame, others: pd.DataFrame, test: _Test) -> Broken:
    spoken = alone.drop_duplicates(_TIME).head(_MOST_TIMES)
    facts = [list(others["fact"][test(each, others)]) for _, each in spoken.iterrows()]
    elsewhere = any(facts[at] for at in range(len(facts)) if spoken["fact"].iloc[at] != only["fact"])
    repeated = (alone[_TIME] == only[_TIME]).all(axis=1).sum() > 1
    own = others[test(only, others)].drop_duplicates("subject")
    further = own[own["subject"] != other["subject"]].head(_MOST_RELATED)
    suspects = [only["fact"]] * (not elsewhere and not repeated)
    suspects += [other["fact"]] * all(set(each) <= {other["fact"]} for each in facts)
    return Broken(
        only,
        other,
        ((other["fact"], other["subject"]), *zip(further["fact"], further["subject"], strict=True)),
        tuple(suspects),
        declared=bool(_declared(only, others[others["fact"] == other["fact"]]).all()),
        possibly=test is _possible,
    )


def _at_once(only: pd.Series, others: pd.DataFrame) -> pd.Series[bool]:
    """Which of the others certainly hold on a half day on which the one does."""
    latest = others["begin"].clip(lower=int(only["begin"]))
    return latest <= others["end"].clip(upper=int(only["end"]))


def _declared(only: pd.Series, others: pd.DataFrame) -> pd.Series[bool]:
    """Which hold at once, by what both facts say of when."""
    return _at_once(only, others) & others["declared"] & bool(only["declared"])


def _certain(only: pd.Series, others: pd.DataFrame) -> pd.Series[bool]:
    """Which hold at once, or came by then and are not said to have ended."""
    return _at_once(only, others) | ((others["come"] <= int(only["end"])) & ~others["over"])


def _possible(only: pd.Series, others: pd.DataFrame) -> pd.Series[bool]:
    """Which may have held at once: neither certainly later nor certainly over by then."""
    first, last = (_known(only, end) for end in ("begins_earliest", "ends_latest"))
    begins = others["since_begins_earliest"].where(others["since"].notna(), others["date_begins_earliest"])
    ends = others[["since_ends_latest", "date_ends_latest"]].min(axis=1).where(others["over"], FOREVER)
    return (begins <= last) & (ends >= first)


def _known(only: pd.Series, end: str) -> int:
    key = next((key for key in ("since", "date", "asof") if only[f"{key}_{end}"] not in {NEVER, FOREVER}), "published")
    return int(only[f"{key}_{end}"])
