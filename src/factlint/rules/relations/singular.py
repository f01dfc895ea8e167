"""Relations that hold with one thing at a time, and the statements that give them two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import FOREVER, NEVER
from factlint.rules.relations.declared import flagged
from factlint.rules.relations.doubles import doubles
from factlint.rules.relations.nesting import lineages, nested
from factlint.rules.relations.times import times, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.relations.doubles import Double
    from factlint.rules.relations.times import Times

_PAIR = 2


class Side(NamedTuple):
    """Which side of a relation is single: the relation's flag, the column that it is the single one for, its own."""

    flag: str
    of: str
    single: str


def clashes(corpus: Corpus, side: Side) -> Iterator[Clash]:
    """One clash for each run of statements that give one thing two at once on the side that has one."""
    rows = _rows(corpus, side)
    if len(rows) < _PAIR:
        return
    group = rows.groupby(["relation", side.of, "scope"]).ngroup().to_numpy().astype("int64")
    line_of = lineages(rows[side.single], corpus.registry)
    lines = [line_of[each] for each in rows[side.single]]
    certain, found = times(rows), set()
    for double in doubles(group, lines, certain):
        found.add(group[double.pair[0].row])
        if _differ(double, corpus):
            yield _clash(double, rows, side, corpus)
    if corpus.settings.pedantic:
        for double in doubles(group, lines, _possible(rows, certain)):
            if group[double.pair[0].row] not in found and _differ(double, corpus):
                yield _clash(double, rows, side, corpus, possibly=True)


def _differ(double: Double, corpus: Corpus) -> bool:
    one, other = (each.line[-1] for each in double.pair)
    return not nested(one, other, corpus.registry)


def _rows(corpus: Corpus, side: Side) -> pd.DataFrame:
    """The statements of relations with the flag, both ends of them in the registry, in the order of fact ids."""
    rows = corpus.standing("relations")
    rows = rows[rows["relation"].isin(flagged(corpus, side.flag))]
    both = rows["subject"].notna() & rows["object"].notna()
    several = rows[both].groupby(["relation", side.of, "scope"])[side.single].transform("nunique") > 1
    return rows[both][several].sort_values("fact", ignore_index=True)


def _possible(rows: pd.DataFrame, certain: Times) -> Times:
    """The half days on which a dated statement may hold; none where an end is open or nothing is dated."""
    import numpy as np

    dated = rows["date"].notna().to_numpy() & rows["since"].isna().to_numpy()
    first = rows["date_begins_earliest"].where(dated, rows["asof_begins_earliest"]).to_numpy("int64")
    last = rows["date_ends_latest"].where(dated, rows["asof_ends_latest"]).to_numpy("int64")
    known = (dated | rows["asof"].notna().to_numpy()) & rows["since"].isna().to_numpy()
    known &= (first > NEVER) & (last < FOREVER)
    end = np.where(known, 2 * last - certain.over, -1)
    return certain._replace(begin=np.where(known, 2 * first + certain.over, 0), end=end)


def _clash(double: Double, rows: pd.DataFrame, side: Side, corpus: Corpus, *, possibly: bool = False) -> Clash:
    first, second = (rows.iloc[each.row] for each in double.pair)
    relation = corpus.registry.entry("relations", first["relation"])
    one = corpus.registry.called(first[side.of])
    both = [f"{corpus.registry.called(each[side.single])}{when(each)}" for each in (first, second)]
    said = f"{one} “{corpus.registry.name('relations', first['relation'])}” {both[0]} and {both[1]}"
    if side.single == "subject":
        said = f"{both[0]} and {both[1]} both “{corpus.registry.name('relations', first['relation'])}” {one}"
    declared = all(each.declared for each in double.pair)
    severity = Severity.NOTE if possibly else Severity.ERROR if declared else Severity.WARNING
    others = [(rows.iloc[each.row], "also at that time") for each in double.others]
    return Clash(
        f"{'possibly: ' if possibly else ''}{said}, but the registry says one {side.single} at a time: correct one, "
        "or say in date: from when to when it held",
        Anchor(first["fact"], side.single),
        (first["fact"], second["fact"]),
        related=(
            (Anchor(second["fact"], side.single), f"here {corpus.registry.called(second[side.single])}{when(second)}"),
            *((Anchor(row["fact"], side.single), message) for row, message in others),
            (Anchor(relation.ref, side.flag), f"declared: one {side.single} at a time"),
        ),
        suspects=tuple(rows["fact"].iloc[[each.row for each in double.suspects]]),
        severity=severity,
    )
