"""Which people took part in which events: the lists `who`, one row a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from factlint.corpus import Corpus

_SHOWN = 3


def participants(corpus: Corpus) -> pd.DataFrame:
    """The people of `who` in events that were held, by fact id: the columns of `events`, and `person`, an id.

    Bodies and countries are left out, and an id that also another kind of entry has. What was postponed or cancelled
    had no participants, and the day of a signature or an announcement is not that of a gathering.
    """
    events = corpus.standing("events")
    held = (events["date_kind"] == "held") & ~events["postponed"] & (events["status"] != "cancelled")
    listed = events[held & events["who"].map(bool).astype(bool) & events["event"].notna()].sort_values("fact")
    rows = listed.assign(person=listed["who"]).explode("person", ignore_index=True)
    people = {person for person in rows["person"].unique() if corpus.registry.names.kinds_of(person) == ("people",)}
    return rows[rows["person"].isin(people)].drop_duplicates(["fact", "person"], ignore_index=True)


def called(people: Sequence[str], corpus: Corpus) -> str:
    """The people as a list in words; of many, three of them."""
    names = [corpus.registry.name("people", person) for person in people]
    shown = names if len(names) <= _SHOWN + 1 else [*names[:_SHOWN], f"{len(names) - _SHOWN:,} others"]
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]
