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
    registry = corpus.table("registry/events")
    return Told(
        facts.assign(name=_names(facts)), registry, _lasting(corpus, registry), _exempt(registry), lives(corpus)
    )


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


def _lasting(corpus: Corpus, registry: pd.DataFrame) -> frozenset[str]:
    events = corpus.table("events")
    lasts = events["duration"].notna() | _stretches(events["date"])
    return frozenset(events["event"][lasts].dropna()) | frozenset(registry["entry"][_stretches(registry["date"])])


def _stretches(dates: pd.Series[Any]) -> pd.Series[bool]:
    import pandas as pd

    return pd.Series([getattr(date, "stretch", False) for date in dates], index=dates.index, dtype=bool)


def _exempt(registry: pd.DataFrame) -> dict[str, tuple[bool, bool]]:
    kinds = {kind: outlived(kind) for kind in registry["kind"].dropna().unique()}
    found = ((entry, kinds.get(kind)) for entry, kind in zip(registry["entry"], registry["kind"], strict=True))
    return {entry: exempt for entry, exempt in found if exempt and any(exempt)}
