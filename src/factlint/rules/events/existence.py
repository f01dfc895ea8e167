"""Roles and relations of those who did not exist then, beside what the timeline finds among events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import FOREVER, NEVER, say
from factlint.rules.events.timeline import TimelineRule
from factlint.timeline.lives import life, lives, outlived, when

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.date import Date
    from factlint.timeline.lives import End, Life

_TERM = ("from", "until", "at", "asof")
_TIMES = ("date", "since")
_HONOURS = (
    "awarded called decorated honored honoured inherited inspired known named received remembered renamed replaced "
    "succeeded"
)
_ENDS = "abolished born buried created died dissolved established founded"


class ExistenceRule(TimelineRule):
    """A rule on acts of those who did not exist then: events by the timeline, roles and relations each alone."""

    key = {"events": ("strand",), "roles": (), "relations": ()}

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each contradiction among events, and for each such role and relation and whom it names."""
        yield from super().check(corpus)
        for act in corpus.once(_all):
            if act.rule == self.name:
                yield _clash(act, corpus)


class _Act(NamedTuple):
    """A fact with a date on which somebody who is part of it did not exist: `words` tell the fact.

    It is only possible where some of the days that the two dates leave open are in order; pedantic users ask for that.
    """

    fact: str
    field: str
    date: Date
    entry: str
    end: End
    rule: str
    words: str
    certain: bool


def _all(corpus: Corpus) -> tuple[_Act, ...]:
    """Every act of those who did not exist then, in roles and relations."""
    known = corpus.of_registry(lives)
    return (*_roles(corpus, known), *_relations(corpus, known))


def _roles(corpus: Corpus, known: Mapping[str, Life]) -> Iterator[_Act]:
    """Of a term its ends count, of an observation its day where it is written, unless the holder is a former one."""
    roles = corpus.standing("roles")
    roles = roles[roles["role"].notna() & roles["person"].notna()]
    if roles.empty:
        return
    offices = corpus.table("registry/offices").set_index("entry")["of"]
    for whom in (roles["person"], roles["role"].map(offices)):
        yield from _acts(corpus, roles.assign(whom=whom), known, _TERM)


def _relations(corpus: Corpus, known: Mapping[str, Life]) -> Iterator[_Act]:
    relations = corpus.standing("relations")
    relations = relations[relations["relation"].notna() & relations["subject"].notna()]
    yield from _acts(corpus, relations.assign(whom=relations["subject"]), known, _TIMES)


def _acts(corpus: Corpus, rows: pd.DataFrame, known: Mapping[str, Life], fields: tuple[str, ...]) -> Iterator[_Act]:
    """One act for each row and each end of a life that one of its dates lies beyond."""
    rows = rows[rows["whom"].isin(list(known))]
    if rows.empty:
        return
    if not corpus.settings.pedantic:
        rows = rows[_late_or_early(rows, known, fields)]
    for row in rows.sort_values("fact").to_dict("records"):
        mine = known[row["whom"]]
        for end, last in ((mine.first, False), (mine.last, True)):
            field = end and _beyond(row, fields, end, last=last)
            certain = field is not None
            if end and field is None and corpus.settings.pedantic:
                field = _beyond(row, fields, end, last=last, perhaps=True)
            if end and field and not _exempt(corpus, row, last=last):
                words = _role_words(corpus, row, field) if "role" in row else _relation_words(corpus, row, field)
                yield _Act(row["fact"], field, row[field], row["whom"], end, _rule(mine, last=last), words, certain)


def _late_or_early(rows: pd.DataFrame, known: Mapping[str, Life], fields: tuple[str, ...]) -> pd.Series[bool]:
    """The rows with some date beyond an end of a life: of few a second look is needed."""
    import numpy as np

    lived = [known[whom] for whom in rows["whom"]]
    first = np.array([mine.first.day if mine.first else NEVER for mine in lived], dtype=np.int64)
    last = np.array([mine.last.day if mine.last else FOREVER for mine in lived], dtype=np.int64)
    beyond = rows["fact"].isna()
    for field in fields:
        beyond |= (rows[f"{field}_begins_earliest"] > last) | (rows[f"{field}_ends_latest"] < first)
    return beyond


def _beyond(
    row: Mapping[Hashable, Any], fields: tuple[str, ...], end: End, *, last: bool, perhaps: bool = False
) -> str | None:
    """The first key with a date that certainly lies beyond the end, or that has a day which may."""
    for field in fields:
        date: Date | None = row[field]
        if date is None or (field == "asof" and row["at"] is not None):
            continue
        if field in ("at", "asof") and row["former"]:
            continue
        if perhaps and last:
            beyond = end.date.ends.earliest < date.begins.latest < FOREVER
        elif perhaps:
            beyond = NEVER < date.ends.earliest < end.date.begins.latest
        else:
            beyond = date.earliest > end.day if last else date.latest < end.day
        if beyond:
            return field
    return None


def _exempt(corpus: Corpus, row: Mapping[Hashable, Any], *, last: bool) -> bool:
    """Relations that say what others did to somebody (awarded, named after), or when a life began or ended."""
    if "relation" not in row:
        return False
    text = f"{row['relation']} {corpus.registry.called(str(row['relation']))}"
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    honoured = last and not words.isdisjoint(_HONOURS.split())
    return honoured or not words.isdisjoint(_ENDS.split()) or outlived(text)[last]


def _rule(mine: Life, *, last: bool) -> str:
    if mine.kind == "people":
        return "outside-lifetime"
    return "after-dissolved" if last else "before-founded"


def _role_words(corpus: Corpus, row: Mapping[Hashable, Any], field: str) -> str:
    person = corpus.registry.name("people", str(row["person"]))
    office = corpus.registry.name("offices", str(row["role"]))
    return f"{person} held the office {office} {_then(row[field], field)}"


def _relation_words(corpus: Corpus, row: Mapping[Hashable, Any], field: str) -> str:
    subject, relation = (corpus.registry.called(str(row[key])) for key in ("subject", "relation"))
    other = corpus.registry.called(str(row["object"])) if row["object"] is not None else row["value"]
    return f"{subject} {relation} {other} {_then(row[field], field)}"


def _then(date: Date, field: str) -> str:
    """The date with its preposition."""
    if field in ("from", "until", "since"):
        return f"{field} {say(date)}"
    return say(date) if date.stretch else when(date.begins)


def _clash(act: _Act, corpus: Corpus) -> Clash:
    kind = corpus.registry.names.kinds_of(act.end.entry)[0]
    ended = f"{corpus.registry.called(act.end.entry)} {life(act.end)}"
    advice = "correct the date or the name" if act.end.entry == act.entry else "correct the date, the name or the entry"
    message = f"{act.words}, but {ended}: {advice}"
    return Clash(
        message if act.certain else f"possibly: {act.words}, but {ended}: write the days that are known, or {advice}",
        Anchor(act.fact, act.field),
        (act.fact,),
        severity=None if act.certain else Severity.NOTE,
        related=((Anchor(corpus.registry.entry(kind, act.end.entry).ref, act.end.key), ended),),
    )
