"""Statements that are told as true and denied for one time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.rules.relations.declared import directed, flagged
from factlint.rules.relations.doubles import doubles
from factlint.rules.relations.times import Times, times

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    import pandas as pd

    from factlint.corpus import Corpus

_FORM = ["relation", "subject", "object"]


class Opposed(NamedTuple):
    """A statement and its denial, as rows of their table, those that say the same, and whose removal settles it.

    `declared` is whether both say when.
    """

    asserted: pd.Series
    denied: pd.Series
    others: tuple[str, ...]
    suspects: tuple[str, ...]
    declared: bool


def told(corpus: Corpus, table: str) -> pd.DataFrame | None:
    """The facts that are said to have happened or denied, and are not superseded, by fact id.

    None where nothing is denied, so that nothing can be told both ways.
    """
    rows = corpus.table(table)
    if not (rows["mode"] == "denied").any():
        return None
    rows = rows[rows["mode"].isin(["happened", "denied"]) & ~rows["superseded"]]
    return rows.sort_values("fact", ignore_index=True)


def both_ways(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The rows of groups in which something is told as true and denied."""
    several = rows.groupby(by, dropna=False)["mode"].transform("nunique") > 1
    return rows[several].reset_index(drop=True)


def opposed(rows: pd.DataFrame, by: list[str], held: Times) -> Iterator[Opposed]:
    """For each group, one for each run of half days on which what is told as true and what is denied both hold."""
    if rows.empty:
        return
    group = rows.groupby(by, dropna=False).ngroup().to_numpy().astype("int64")
    for double in doubles(group, [(mode,) for mode in rows["mode"]], held):
        one, other = (rows.iloc[each.row] for each in double.pair)
        asserted, denied = (other, one) if one["mode"] == "denied" else (one, other)
        facts = rows["fact"].iloc
        yield Opposed(
            asserted,
            denied,
            others=tuple(dict.fromkeys(facts[[each.row for each in double.others]])),
            suspects=tuple(facts[[each.row for each in double.suspects]]),
            declared=all(each.declared for each in double.pair),
        )


def turned(corpus: Corpus) -> Iterator[Opposed]:
    """Statements denied in the other direction: of a symmetric relation, or of the inverse."""
    rows = told(corpus, "relations")
    if rows is None:
        return
    rows = directed(rows, corpus)
    symmetric = rows["way"].isin(flagged(corpus, "symmetric"))
    swapped = symmetric & (rows["source"] > rows["target"])
    rows = rows.assign(
        source=rows["source"].where(~swapped, rows["target"]),
        target=rows["target"].where(~swapped, rows["source"]),
    )
    rows = both_ways(rows, ["way", "source", "target", "scope"])
    for _, group in rows.groupby(["way", "source", "target", "scope"]):
        for form, denied in group[group["mode"] == "denied"].groupby(_FORM):
            yield from _against(group, denied, form)


def _against(group: pd.DataFrame, denied: pd.DataFrame, form: tuple[Hashable, ...]) -> Iterator[Opposed]:
    """The denials of one form against all other forms of the statement."""
    import pandas as pd

    others = group[(group["mode"] == "happened") & (group[_FORM] != list(form)).any(axis=1)]
    if not others.empty:
        rows = pd.concat([denied, others]).sort_values("fact", ignore_index=True)
        yield from opposed(rows, ["way"], times(rows))
