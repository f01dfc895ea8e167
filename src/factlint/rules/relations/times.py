"""When relations certainly hold, as intervals on a line of half days.

Day d is the point 2d. What lasts from one day to another holds from just after the first to just before the last
(2a + 1 to 2b - 1), so that one thing may follow another on one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER, format_day, say

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.reading.date import Date

    Column = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]

_APART = -(2**40)  # beyond all days: statements of one file whose day nobody knows meet there, and no others


class Times(NamedTuple):
    """For each row the half days from `begin` to `end` on which it certainly holds; none where they are reversed.

    `declared` says whether the fact itself dates it (`date`, `since`, `asof`), not only the day of its article.
    `since` is the first half day from which it certainly holds or has come about, where the fact dates that, and
    `over` whether the fact says that it ended.
    """

    begin: Column
    end: Column
    declared: Mask
    since: Column
    over: Mask


def times(rows: pd.DataFrame) -> Times:
    """When each row of the table of relations certainly holds.

    A stretch lasts from end to end; `since` lasts to the day that the statement speaks of (`asof`, else the article's);
    `date` is a day; what is not dated holds on that day alone, or where that is no single day, beside what else its
    file leaves undated.
    """
    import numpy as np

    closed = {key: _closed(rows, key) for key in ("date", "since", "asof")}
    said = {key: rows[key].notna().to_numpy() for key in closed}
    lasting = _lasting(rows, "since"), _lasting(rows, "date")
    shape = [closed["since"], said["since"], closed["date"], _unended(rows, "date"), said["date"]]
    held = [_stretch(rows, "since"), lasting[0], _stretch(rows, "date"), lasting[1], _moment(rows, "date")]
    shape += [closed["asof"], said["asof"]]
    held += [_stretch(rows, "asof"), _moment(rows, "asof")]
    undated = _undated(rows)
    begin = np.select(shape, [each[0] for each in held], undated[0])
    end = np.select(shape, [each[1] for each in held], undated[1])
    dated = said["date"] | said["since"]
    over = closed["since"] | (closed["date"] & ~said["since"])
    key = np.where(said["since"], rows["since_begins_latest"], rows["date_begins_latest"]).astype(np.int64)
    return Times(begin, end, dated | said["asof"], np.where(dated, 2 * key, 2 * FOREVER), over)


def _days(rows: pd.DataFrame, column: str) -> Column:
    return rows[column].to_numpy("int64")


def _stretches(rows: pd.DataFrame, key: str) -> Mask:
    import numpy as np

    return np.array([date is not None and date.stretch for date in rows[key]], dtype=np.bool_)


def _closed(rows: pd.DataFrame, key: str) -> Mask:
    return _stretches(rows, key) & (_days(rows, f"{key}_ends_latest") < FOREVER)


def _unended(rows: pd.DataFrame, key: str) -> Mask:
    return _stretches(rows, key) & (_days(rows, f"{key}_ends_latest") >= FOREVER)


def _moment(rows: pd.DataFrame, key: str) -> tuple[Column, Column]:
    return 2 * _days(rows, f"{key}_begins_latest"), 2 * _days(rows, f"{key}_ends_earliest")


def _stretch(rows: pd.DataFrame, key: str) -> tuple[Column, Column]:
    import numpy as np

    begin, end = _days(rows, f"{key}_begins_latest"), _days(rows, f"{key}_ends_earliest")
    one_day = begin == end
    return np.where(one_day, 2 * begin, 2 * begin + 1), np.where(one_day, 2 * end, 2 * end - 1)


def _lasting(rows: pd.DataFrame, key: str) -> tuple[Column, Column]:
    import numpy as np

    begin = 2 * _days(rows, f"{key}_begins_latest") + 1
    asof = rows["asof"].notna().to_numpy()
    until = np.where(asof, _days(rows, "asof_begins_earliest"), _days(rows, "published_begins_earliest"))
    return begin, np.maximum(begin, 2 * until)


def _undated(rows: pd.DataFrame) -> tuple[Column, Column]:
    import numpy as np
    import pandas as pd

    first, last = _days(rows, "published_begins_earliest"), _days(rows, "published_ends_latest")
    file = _APART - pd.factorize(rows["file"])[0].astype(np.int64)
    day = np.where((first == last) & (first > NEVER), 2 * first, file)
    return day, day


def when(row: pd.Series) -> str:
    """The time of a relation or an event in words, to stand behind it; empty where none is known."""
    since, date = row.get("since"), row["date"] if row["date"] is not None else row["asof"]
    if since is not None:
        return f" {_spoken(since)}" if since.stretch else f" since {say(since)}"
    if date is not None:
        return f" {_spoken(date)}"
    return f" in an article of {say(row['published'])}" if row["published"] is not None else ""


def _spoken(date: Date) -> str:
    if date.stretch:
        return say(date)
    return f"on {format_day(date.earliest)}" if date.exact else f"in {say(date)}"
