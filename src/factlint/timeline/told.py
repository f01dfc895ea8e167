"""What facts and registry say about the days of events, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.timeline.lives import lives, outlived

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.timeline.lives import Life

BETWEEN = "\x1f"
_KINDS = ("held", "signed")
_TYING = ("before", "after", "during", "part_of")


class Told(NamedTuple):
    """Facts that count, registry entries, and whose lives are known.

    `facts` are rows of `events` with a `name`: the event, and what of it the fact is about where that is not its being
    held (`named`). `registry` are rows of `registry/events`. `lasting` are the events of which somebody says that they
    lasted, `exempt` the kinds of event with who may not exist yet or be gone, by event.
    """

    facts: pd.DataFrame
    registry: pd.DataFrame
    lasting: frozenset[str]
    exempt: Mapping[str, tuple[bool, bool]]
    lives: Mapping[str, Life]

    def some(self, facts: npt.NDArray[np.bool_], registry: npt.NDArray[np.bool_]) -> Told:
        """The same with these rows only, the facts in the order of their ids."""
        kept = self.facts[facts].sort_values("fact", ignore_index=True)
        return self._replace(facts=kept, registry=self.registry[registry].reset_index(drop=True))


def told(corpus: Corpus) -> Told:
    """All that counts in a corpus: events that were held or signed, neither postponed nor cancelled."""
    events = corpus.standing("events")
    counts = events["event"].notna() & events["date_kind"].isin(_KINDS)
    facts = events[counts & ~events["postponed"] & (events["status"] != "cancelled")].reset_index(drop=True)
    return Told(
        facts.assign(name=_names(facts)),
        corpus.table("registry/events"),
        _lasting(corpus),
        corpus.of_registry(_exempt),
        corpus.of_registry(lives),
    )


def near(every: Told) -> Told:
    """The same with those events of the registry only that hang together with one that facts name.

    What it says of the others bears on no fact.
    """
    beside: dict[str, list[str]] = {}
    for event, wholes in zip(every.registry["entry"], every.registry["part_of"], strict=True):
        for whole in wholes:
            beside.setdefault(event, []).append(whole)
            beside.setdefault(whole, []).append(event)
    waiting = [*every.facts["event"], *(event for field in _TYING for events in every.facts[field] for event in events)]
    seen = set(waiting)
    while waiting:
        fresh = set(beside.get(waiting.pop(), ())) - seen
        seen |= fresh
        waiting += fresh
    return every._replace(registry=every.registry[every.registry["entry"].isin(seen)].reset_index(drop=True))


def named(name: str) -> tuple[str, str, str]:
    """The event, the date kind and the scope that a name stands for."""
    event, *more = name.split(BETWEEN)
    return (event, more[0], more[1]) if more else (event, "held", "")


def name_of(event: str, date_kind: str, scope: str) -> str:
    """The name of an event, or of what of it is another time."""
    return event if date_kind == "held" and not scope else BETWEEN.join((event, date_kind, scope))


def _names(facts: pd.DataFrame) -> pd.Series[str]:
    plain = (facts["date_kind"] == "held") & (facts["scope"] == "")
    apart = facts[~plain]
    names = facts["event"].copy()
    names[~plain] = apart["event"] + BETWEEN + apart["date_kind"] + BETWEEN + apart["scope"]
    return names


def _lasting(corpus: Corpus) -> frozenset[str]:
    events = corpus.table("events")
    lasts = events["duration"].notna() | _stretches(events["date"])
    return frozenset(events["event"][lasts].dropna()) | corpus.of_registry(_registered_stretches)


def _registered_stretches(corpus: Corpus) -> frozenset[str]:
    registry = corpus.table("registry/events")
    return frozenset(registry["entry"][_stretches(registry["date"])])


def _stretches(dates: pd.Series[Any]) -> pd.Series[bool]:
    import pandas as pd

    return pd.Series([getattr(date, "stretch", False) for date in dates], index=dates.index, dtype=bool)


def _exempt(corpus: Corpus) -> dict[str, tuple[bool, bool]]:
    registry = corpus.table("registry/events")
    kinds = {kind: outlived(kind) for kind in registry["kind"].dropna().unique()}
    found = ((entry, kinds.get(kind)) for entry, kind in zip(registry["entry"], registry["kind"], strict=True))
    return {entry: exempt for entry, exempt in found if exempt and any(exempt)}
