"""Relations with a rank, in groups whose ranks are places of one order: one relation, one object, one scope."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.ranks import UNBOUNDED
from factlint.reading.name import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.corpus import Corpus, Registry

_ORDINALS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_SHOWN = 3


class Ranked(NamedTuple):
    """A statement that gives a subject one of the places from `low` to `high`; in the order of fact ids.

    `earliest` and `latest` bound the day of its `date`, or else its `since`.
    """

    fact: str
    subject: str
    low: int
    high: int
    earliest: int
    latest: int


class Order(NamedTuple):
    """The statements about the places of one order, by fact id, and what it is an order of."""

    relation: str
    object: str
    literal: str
    scope: str
    ranked: tuple[Ranked, ...]

    def called(self, registry: Registry) -> str:
        """The order in words, such as `“recognized the independence of” Azerbaijan`."""
        what = registry.called(self.object) if self.object else self.literal
        scope = f" ({self.scope})" if self.scope else ""
        return f"“{registry.name('relations', self.relation)}” {what}{scope}"


def orders(corpus: Corpus) -> Iterator[Order]:
    """The orders in which more than one statement leaves only some places, each with these statements."""
    relations = corpus.standing("relations")
    counts = relations["rank"].notna() & (relations["rank_high"] < UNBOUNDED)
    counts &= relations["relation"].notna() & relations["subject"].notna()
    ranked = relations[counts].sort_values("fact", ignore_index=True)
    by = [ranked["relation"], ranked["object"].fillna(""), ranked["value"].fillna("").map(fold), ranked["scope"]]
    several = ranked["fact"].groupby(by).transform("size") > 1
    days = {
        key: ranked[f"date_{end}"].where(ranked["date"].notna(), ranked[f"since_{end}"])
        for key, end in (("earliest", "begins_earliest"), ("latest", "ends_latest"))
    }
    folded = dict(zip(("relation", "object", "literal"), by[:3], strict=True))
    rows = ranked.assign(printed=ranked["value"], **days, **folded)[several]
    columns = ["relation", "object", "literal", "scope", "printed", "fact", "subject", "rank_low", "rank_high"]
    rows = rows.sort_values([*columns[:4], "fact"])[[*columns, "earliest", "latest"]]
    for key, group in groupby(rows.itertuples(index=False, name=None), key=itemgetter(0, 1, 2, 3)):
        members = list(group)
        relation, thing, _, scope = key
        yield Order(relation, thing, str(members[0][4] or ""), scope, tuple(Ranked(*row[5:]) for row in members))


def place(low: int, high: int) -> str:
    """A rank in words: `third`, `among the first 3`, `on places 2 to 4`."""
    if low == high:
        return ordinal(low)
    return f"among the first {high:,}" if low == 1 else f"on places {low:,} to {high:,}"


def ordinal(number: int) -> str:
    """`third`; in figures from 11 on."""
    return _ORDINALS[number] if number < len(_ORDINALS) else f"number {number:,}"


def names(subjects: Sequence[str], registry: Registry) -> str:
    """The subjects as a list in words; of many, three of them."""
    called = [registry.called(subject) for subject in subjects]
    shown = called if len(called) <= _SHOWN + 1 else [*called[:_SHOWN], f"{len(called) - _SHOWN:,} others"]
    return " and ".join((", ".join(shown[:-1]), shown[-1]))
