"""Ends of terms that were copied from births and deaths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER, Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Corpus

_HANDOVER_DAYS = 1


def copied_births(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Roles, with their persons, that begin on the very day on which the person was born."""
    roles = _lived(corpus, "born", "from")
    yield from zip(roles["fact"], roles["person"], strict=True)


def copied_deaths(corpus: Corpus) -> Iterator[tuple[str, str, str, str]]:
    """Roles, with their persons, that end on the very day of death, and a later holder's that began before it."""
    ended = _lived(corpus, "died", "until")
    ended = ended[~ended["acting"] & ~ended["former"]]
    if ended.empty:
        return
    roles = corpus.standing("roles").sort_values("fact")
    began = roles[roles["from"].notna() & ~roles["acting"] & ~roles["former"] & roles["person"].notna()]
    offices = dict(tuple(began[began["role"].isin(ended["role"])].groupby("role")))
    for _, role in ended.iterrows():
        handover = _handover(role["role"], corpus)
        if handover is None or role["role"] not in offices:
            continue
        others = offices[role["role"]]
        later = (others["person"] != role["person"]) & (others["from_begins_earliest"] > role["from_begins_latest"])
        later &= others["from_ends_latest"] < role["until_ends_latest"] - handover
        if later.any() and role["from"] is not None:
            first = others[later].iloc[0]
            yield role["fact"], role["person"], first["fact"], first["person"]


def _lived(corpus: Corpus, end: str, key: str) -> pd.DataFrame:
    """The standing roles, by fact id, whose date behind `key` is exactly the person's `born` or `died`."""
    people = corpus.registry.entries["people"]
    roles = corpus.standing("roles")
    exact = (roles[f"{key}_begins_earliest"] == roles[f"{key}_ends_latest"]) & roles["person"].isin(people)
    exact &= (roles[f"{key}_begins_earliest"] > NEVER) & (roles[f"{key}_ends_latest"] < FOREVER) & roles["role"].notna()
    roles = roles[exact].sort_values("fact")
    days = [_day(person, end, corpus) for person in roles["person"]]
    return roles[roles[f"{key}_begins_earliest"] == days]


def _day(person: str, end: str, corpus: Corpus) -> int:
    """The exact day of birth or death in the registry; NEVER where none is known."""
    entry = corpus.registry.entry("people", person)
    date = None if entry.ref in corpus.unsound else entry.values.get(end)
    return date.earliest if isinstance(date, Date) and date.exact else NEVER


def _handover(office: str, corpus: Corpus) -> int | None:
    """The days for which two holders may overlap in an office of one seat; None for all other offices."""
    entry = corpus.registry.entry("offices", office)
    if entry.ref in corpus.unsound or entry.values.get("seats", 1) != 1:
        return None
    days = entry.values.get("handover_days")
    return days if isinstance(days, int) else _HANDOVER_DAYS
