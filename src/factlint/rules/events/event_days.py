"""What facts and the registry say about the days of events, and which of it cannot all be true.

A stretch says on which days the event began and ended, any other date names a day of the event. Where no stretch is
known, the event has one day, or as many as its longest `duration` gives it. The extreme ends of all statements decide:
by the theorem of Helly, intervals of a line that have no day in common lack it in two of them already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Quantity

    Column = npt.NDArray[np.int64]

_GROUP = ["event", "date_kind", "scope"]
_ENDS = ["date_begins_earliest", "date_begins_latest", "date_ends_earliest", "date_ends_latest"]
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_MOST = ("maximum", "minimum", "maximum", "minimum", "maximum", "minimum", "maximum", "maximum")


class Differing(NamedTuple):
    """Statements about one event, date kind and scope that cannot all be true, as rows of `statements`.

    `pair` is the smallest set; `suspects` are those facts of it without which all the others can be true; `others` has
    a row for each further date that contradicts the fact that comes first in the pair.
    """

    pair: tuple[int, int]
    suspects: tuple[int, ...]
    others: tuple[int, ...]


class _Days(NamedTuple):
    """What statements say about the days of an event, one after another; int64 columns of one length.

    It began on one of the days from `begins_low` to `begins_high`, ended on one from `ends_low` to `ends_high`, and one
    from `seen_low` to `seen_high` is a day of it. `stretch` is 1 where the first four are said. `spread` is by how many
    days two days of it may differ where no stretch is known.
    """

    begins_low: Column
    begins_high: Column
    ends_low: Column
    ends_high: Column
    seen_low: Column
    seen_high: Column
    stretch: Column
    spread: Column

    def taken(self, how: Callable[[Column], Column]) -> _Days:
        """Each column, changed alike."""
        return _Days(*(how(column) for column in self))

    def merged(self, how: Callable[[np.ufunc, Column], Column]) -> _Days:
        """What several statements say together; `how` applies the ufunc that keeps the end which says more."""
        import numpy as np

        return _Days(*(how(getattr(np, most), column) for most, column in zip(_MOST, self, strict=True)))

    def impossible(self) -> npt.NDArray[np.bool_]:
        """Whether there are no such days."""
        import numpy as np

        apart = (self.begins_low > self.begins_high) | (self.ends_low > self.ends_high)
        backwards = self.begins_low > self.ends_high
        outside = (self.seen_low > self.ends_high) | (self.seen_high < self.begins_low)
        scattered = (self.stretch == 0) & (self.seen_low - self.seen_high > self.spread)
        return np.asarray(apart | backwards | outside | scattered)


def statements(corpus: Corpus) -> pd.DataFrame:
    """All dates of events: those of the registry first (their `fact` is None), then those of facts, by fact id."""
    import pandas as pd

    events = corpus.standing("events")
    lasting = events[events["duration"].notna()]
    spread = lasting["duration"].map(_longest).astype("int64").groupby(lasting["event"]).max()
    counts = events["date"].notna() & events["event"].notna() & ~events["postponed"] & (events["status"] != "cancelled")
    dated = events[counts].sort_values("fact")
    registry = corpus.table("registry/events")
    known = registry[registry["date"].notna() & registry["entry"].isin(dated["event"])]
    own = known.assign(event=known["entry"], date_kind="held", scope="", fact=None)
    frame = pd.concat([each[["fact", *_GROUP, "date", *_ENDS]] for each in (own, dated)], ignore_index=True)
    allowed = frame["event"].map(spread).fillna(0).astype("int64")
    return frame.assign(spread=allowed.where(frame["date_kind"] == "held", 0))


def differing(frame: pd.DataFrame) -> Iterator[Differing]:
    """The statements that cannot all be true, one item for each event, date kind and scope."""
    import numpy as np

    if frame.empty:
        return
    said = _said(frame)
    group = frame.groupby(_GROUP).ngroup().to_numpy()
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    whole = said.taken(lambda column: column[order]).merged(lambda most, column: most.reduceat(column, starts))
    ends = np.append(starts[1:], len(order))
    for number in np.flatnonzero(whole.impossible()):
        yield _explained(said, order[starts[number] : ends[number]], frame["fact"])


def _said(frame: pd.DataFrame) -> _Days:
    import numpy as np

    stretch = np.array([date.stretch for date in frame["date"]])
    ends = [frame[end].to_numpy("int64") for end in _ENDS]
    unsaid = (NEVER, FOREVER, NEVER, FOREVER)
    bounds = (np.where(stretch, end, nothing) for end, nothing in zip(ends, unsaid, strict=True))
    seen = np.where(stretch, NEVER, ends[0]), np.where(stretch, FOREVER, ends[3])
    return _Days._make([*bounds, *seen, stretch.astype(np.int64), frame["spread"].to_numpy("int64")])


def _explained(said: _Days, rows: Column, facts: pd.Series[str]) -> Differing:
    """The rows are those of one group, in order."""
    import numpy as np

    own = said.taken(lambda column: column[rows])
    # Whether a stretch is known is settled for the group, whichever of its statements are looked at.
    own = own._replace(stretch=np.full(len(rows), own.stretch.max()))
    second = int(np.argmax(own.merged(lambda most, column: most.accumulate(column)).impossible()))
    first = int(np.argmax(_beside(own, second)))
    fact = first if facts[rows[first]] is not None else second
    against = np.flatnonzero(_beside(own, fact))
    return Differing(
        (int(rows[first]), int(rows[second])),
        tuple(
            int(rows[each]) for each in (first, second) if facts[rows[each]] is not None and _alone(said, rows, each)
        ),
        _further(own, against, rows, {first, second}),
    )


def _beside(own: _Days, position: int) -> npt.NDArray[np.bool_]:
    """Which statements cannot be true together with the one at a position."""
    return own.merged(lambda most, column: most(column, column[position])).impossible()


def _alone(said: _Days, rows: Column, position: int) -> bool:
    """Whether all the other statements can be true together."""
    import numpy as np

    rest = said.taken(lambda column: np.delete(column[rows], position))
    together = rest.merged(lambda most, column: np.atleast_1d(most.reduce(column)))
    return not together.impossible()[0]


def _further(own: _Days, against: Column, rows: Column, named: set[int]) -> tuple[int, ...]:
    """Of the statements `against`, one for each date that those `named` do not have."""
    dates = {tuple(int(column[each]) for column in own): int(each) for each in reversed([*named, *against])}
    return tuple(sorted(int(rows[each]) for each in dates.values() if each not in named))


def _longest(duration: Quantity) -> int:
    """The days that the duration may last; hours make no further day."""
    high = duration.rounded.high
    return FOREVER if high is None else min(FOREVER, int(high * _DAYS.get(duration.unit or "", 0)))
