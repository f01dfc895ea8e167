"""Difference constraints on the days of events, as columns that know where they come from."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.timeline import Constraints

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]


class Kind(IntEnum):
    """Why a constraint holds."""

    SPAN = 0
    """An event begins before it ends."""
    ONE_DAY = 1
    """Nobody says that it lasted."""
    BEGIN = 2
    END = 3
    DAY = 4
    BEFORE = 5
    AFTER = 6
    DURING = 7
    PART_OF = 8
    DURATION = 9
    WHO = 10
    PLACE = 11


ORDER = (Kind.BEFORE, Kind.AFTER, Kind.DURING, Kind.PART_OF)
FIELDS = {Kind.BEFORE: "before", Kind.AFTER: "after", Kind.DURING: "during", Kind.PART_OF: "part_of"}
STRICT = frozenset({Kind.BEFORE, Kind.AFTER})


class Columns(NamedTuple):
    """Constraints with where they come from, in int64 columns of one length, and the names of the events.

    Events that facts are about have the first numbers. Event i has variable 2i + 1, its first day, and 2i + 2, its
    last. `source` counts the rows of facts, then those of the registry, then the events (for their being of one day);
    it is -1 for SPAN. `item` is the position in a list, `event` whom the constraint is about, `other` the second event
    of an order.
    """

    tail: Column
    head: Column
    bound: Column
    source: Column
    kind: Column
    item: Column
    event: Column
    other: Column
    names: Sequence[str]

    @property
    def size(self) -> int:
        """How many variables there are."""
        return 2 * len(self.names) + 1

    def some(self, rows: Mask | Column) -> Columns:
        """Some of the constraints."""
        return Columns._make([*(column[rows] for column in self[:-1]), self.names])

    def by_fact(self, facts: int) -> Mask:
        """Which constraints are stated by one of so many facts."""
        return (self.source >= 0) & (self.source < facts)

    def days(self) -> Constraints:
        """The constraints on days, each stated by its source."""
        return Constraints(self.tail, self.head, self.bound, self.source)

    def moments(self) -> tuple[Constraints, Column]:
        """Orders as such, within a day too, and their rows: what came before another ended before that began."""
        import numpy as np

        strict = np.isin(self.kind, list(STRICT))
        rows = np.flatnonzero(np.isin(self.kind, [Kind.SPAN, *ORDER]))
        return Constraints(self.tail, self.head, -strict.astype(np.int64), self.source).some(rows), rows

    def together(self, owner: Column) -> tuple[Constraints, Column]:
        """Days and moments, which are variables of their own behind those of the days, and the rows of both."""
        import numpy as np

        moments, rows = self.moments()
        shifted = (moments.tail + self.size, moments.head + self.size, moments.bound, owner[rows])
        days = (self.tail, self.head, self.bound, owner)
        both = (np.concatenate(pair) for pair in zip(days, shifted, strict=True))
        return Constraints(*both), np.concatenate([np.arange(len(owner)), rows])


class Book:
    """Constraints as they are written down."""

    def __init__(self) -> None:
        self._parts: list[list[Column]] = []

    def write(  # noqa: PLR0913 - the columns of a table
        self,
        kind: Kind,
        tail: Column | int,
        head: Column | int,
        bound: Column | int,
        source: Column | int,
        *,
        event: Column,
        item: Column | int = 0,
        other: Column | int = -1,
    ) -> None:
        """One constraint for each event in `event`; numbers hold for all."""
        import numpy as np

        every = (tail, head, bound, source, int(kind), item, event, other)
        self._parts.append([np.broadcast_to(np.asarray(each, dtype=np.int64), event.shape) for each in every])

    def columns(self, names: Sequence[str]) -> Columns:
        """All that is written down."""
        import numpy as np

        return Columns._make([*(np.concatenate(each) for each in zip(*self._parts, strict=True)), names])
