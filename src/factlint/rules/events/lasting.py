"""Which events are known to last longer than a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.reading.quantity import Quantity

_LONGEST_DAY = {"second": 86_400, "minute": 1_440, "hour": 24}


def lasting(corpus: Corpus) -> frozenset[str]:
    """The events that a fact or the registry dates to a stretch of days, or to which a fact gives more than a day."""
    events, registry = corpus.standing("events"), corpus.table("registry/events")
    durations = events["duration"].map(lambda each: each is not None and lasts(each)).astype(bool)
    stretches = events["date"].map(_is_stretch).astype(bool)
    known = registry["date"].map(_is_stretch).astype(bool)
    return frozenset(events.loc[durations | stretches, "event"].dropna()) | frozenset(registry.loc[known, "entry"])


def lasts(duration: Quantity) -> bool:
    """Whether a duration may be more than one day."""
    high = duration.rounded.high
    if high is None or duration.unit not in {*_LONGEST_DAY, "day"}:
        return True
    return high >= 2 if duration.unit == "day" else high > _LONGEST_DAY[str(duration.unit)]  # noqa: PLR2004 - 1 is 0.5 to 1.5


def _is_stretch(date: object) -> bool:
    return bool(getattr(date, "stretch", False))
