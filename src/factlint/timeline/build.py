"""What is told about the days of events, turned into difference constraints.

Every event has two days, its first and its last. A stretch bounds each; any other date names some day of the event: it
began by then and ended no earlier. What came before another ended by the day on which that began; what took place
during another, or was part of it, lies between its ends. Who took part existed on some day of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.timeline.columns import FIELDS, STRICT, Book, Kind
from factlint.timeline.durations import Durations
from factlint.timeline.told import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.timeline.columns import Columns
    from factlint.timeline.lives import End
    from factlint.timeline.told import Told

    Column = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]


def columns(told: Told) -> Columns:
    """All constraints, rows of one fact next to each other only where they are of one kind."""
    import numpy as np

    names, events, entries, ties = _names(told)
    count = len(events)
    book = Book()
    _dates(book, told.facts, events, 0)
    _dates(book, told.registry, entries, count)
    _orders(book, ties)
    _durations(book, told.facts, events)
    _existence(book, told, events)
    every = np.unique(np.concatenate([events, entries, *(tie.other for tie in ties)]))
    book.write(Kind.SPAN, 2 * every + 2, 2 * every + 1, 0, -1, event=every)
    lasting = np.array([named(names[each])[0] in told.lasting for each in every], dtype=np.bool_)
    single = every[~lasting]
    book.write(
        Kind.ONE_DAY, 2 * single + 1, 2 * single + 2, 0, count + len(entries) + np.arange(len(single)), event=single
    )
    return book.columns(names)


class _Tie(NamedTuple):
    """Events tied to others by one key, row by row."""

    kind: Kind
    source: Column
    item: Column
    event: Column
    other: Column


def _names(told: Told) -> tuple[Sequence[str], Column, Column, list[_Tie]]:
    """The names of all events, numbered as they come; those of facts and of entries, and the ties with theirs."""
    import numpy as np
    import pandas as pd

    facts, registry = told.facts, told.registry
    held = (facts["date_kind"] == "held").to_numpy()
    tied = [(kind, 0, *_listed(facts[field], held)) for kind, field in FIELDS.items()]
    tied.append((Kind.PART_OF, len(facts), *_listed(registry["part_of"])))
    lists = [pd.Series(targets, dtype=object) for *_, targets in tied]
    codes, names = pd.factorize(pd.concat([facts["name"], registry["entry"], *lists], ignore_index=True))
    ends = np.cumsum([len(facts), len(registry), *map(len, lists)])[:-1]
    events, entries, *others = (part.astype(np.int64) for part in np.split(codes, ends))
    own = np.concatenate([events, entries])
    ties = [
        _Tie(kind, first + rows, items, own[first + rows], other)
        for (kind, first, rows, items, _), other in zip(tied, others, strict=True)
    ]
    return list(names), events, entries, ties


def _listed(cells: pd.Series[Any], rows: Mask | None = None) -> tuple[Column, Column, list[str]]:
    """The items of lists: the row of each, its position, and itself."""
    import numpy as np

    found = [
        (row, position, item)
        for row, items in enumerate(cells)
        if items and (rows is None or rows[row])
        for position, item in enumerate(items)
    ]
    numbers = np.array([each[:2] for each in found], dtype=np.int64).reshape(-1, 2)
    return numbers[:, 0], numbers[:, 1], [each[2] for each in found]


def _dates(book: Book, frame: pd.DataFrame, event: Column, first: int) -> None:
    import numpy as np

    stretch = np.array([getattr(date, "stretch", False) for date in frame["date"]], dtype=np.bool_)
    source = first + np.arange(len(frame))
    begin, end = 2 * event + 1, 2 * event + 2
    days = [frame[f"date_{each}"].to_numpy("int64") for each in _ENDS]
    for kind, rows, variable, low, high in (
        (Kind.BEGIN, stretch, (begin, begin), days[0], days[1]),
        (Kind.END, stretch, (end, end), days[2], days[3]),
        (Kind.DAY, ~stretch, (end, begin), days[0], days[3]),
    ):
        above, below = rows & (low > NEVER), rows & (high < FOREVER)
        book.write(kind, variable[0][above], 0, -low[above], source[above], event=event[above])
        book.write(kind, 0, variable[1][below], high[below], source[below], event=event[below])


_ENDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")


def _orders(book: Book, ties: Iterable[_Tie]) -> None:
    """Where it is said that a part came before or after its whole, that is what counts: it is an aftermath of it."""
    import numpy as np

    ties = list(ties)
    apart = np.concatenate([_pair(tie) for tie in ties if tie.kind in STRICT])
    for tie in ties:
        kept = np.ones(len(tie.event), dtype=np.bool_)
        if tie.kind is Kind.PART_OF:
            kept = ~np.isin(_pair(tie), apart)
        kind, (source, item, event, other) = tie.kind, (column[kept] for column in tie[1:])
        if kind in STRICT:
            earlier, later = (event, other) if kind is Kind.BEFORE else (other, event)
            book.write(kind, 2 * later + 1, 2 * earlier + 2, 0, source, event=event, item=item, other=other)
        else:
            book.write(kind, 2 * event + 1, 2 * other + 1, 0, source, event=event, item=item, other=other)
            book.write(kind, 2 * other + 2, 2 * event + 2, 0, source, event=event, item=item, other=other)


def _pair(tie: _Tie) -> Column:
    """One number for two events, whichever comes first."""
    import numpy as np

    return np.asarray(np.minimum(tie.event, tie.other) * 2**31 + np.maximum(tie.event, tie.other))


def _durations(book: Book, facts: pd.DataFrame, event: Column) -> None:
    import numpy as np

    rows = np.flatnonzero((facts["duration"].notna() & (facts["date_kind"] == "held")).to_numpy())
    read = Durations()
    spans = [read.span(duration) for duration in facts["duration"].iloc[rows]]
    least = np.array([span.least for span in spans], dtype=np.int64)
    most = np.array([-1 if span.most is None else span.most for span in spans], dtype=np.int64)
    own, ends = event[rows], most >= 0
    book.write(Kind.DURATION, 2 * own + 2, 2 * own + 1, -least, rows, event=own)
    book.write(Kind.DURATION, 2 * own[ends] + 1, 2 * own[ends] + 2, most[ends], rows[ends], event=own[ends])


def _existence(book: Book, told: Told, event: Column) -> None:
    """Who is known to have been born or to have died, founded or dissolved, existed on some day of the event."""
    import numpy as np

    number = {entry: at for at, entry in enumerate(told.lives)}
    days = np.array([(_day(life.first, NEVER), _day(life.last, FOREVER)) for life in told.lives.values()])
    days = days.astype(np.int64).reshape(-1, 2)
    who = [
        (row, at, number[each])
        for row, whom in enumerate(told.facts["who"])
        for at, each in enumerate(whom)
        if each in number
    ]
    place = [(row, 0, number[each]) for row, each in enumerate(told.facts["place"]) if each in number]
    for kind, found in ((Kind.WHO, who), (Kind.PLACE, place)):
        rows, items, entries = np.array(found, dtype=np.int64).reshape(-1, 3).T
        exempt = np.array([told.exempt.get(each, (False, False)) for each in told.facts["event"].iloc[rows]])
        exempt = exempt.astype(np.bool_).reshape(-1, 2)
        first, last = days[entries, 0], days[entries, 1]
        above, below = (first > NEVER) & ~exempt[:, 0], (last < FOREVER) & ~exempt[:, 1]
        own = event[rows]
        book.write(kind, 2 * own[above] + 2, 0, -first[above], rows[above], event=own[above], item=items[above])
        book.write(kind, 0, 2 * own[below] + 1, last[below], rows[below], event=own[below], item=items[below])


def _day(end: End | None, unknown: int) -> int:
    return unknown if end is None else end.day
