"""Who is said to replace whom, against the order in which people held an office with one seat."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.offices.holdings import holds
from factlint.rules.offices.replaced import presence
from factlint.rules.offices.stated import days, given, stated
from factlint.rules.offices.untimely import contested

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column
    from factlint.rules.offices.stated import Stated

    Mask = npt.NDArray[np.bool_]

_MOST_BETWEEN = 100


class Broken(NamedTuple):
    """A succession that cannot be one, by rows of `stated`.

    `said` names the predecessor and says when the successor began; `predecessor` has the predecessor in office.
    `between` are statements of others who held the office in between; without any, the predecessor's term begins after
    the successor's. `again` are further statements of the same succession.
    """

    said: int
    predecessor: int
    between: tuple[int, ...]
    suspects: tuple[int, ...]
    again: tuple[int, ...]


class _Named(NamedTuple):
    """Rows that name a predecessor, with the holder that it is, and whether its term begins after theirs."""

    row: Column
    before: Column
    later: Mask


def broken(corpus: Corpus) -> Iterator[Broken]:
    """Every broken succession, one for each successor and predecessor."""
    known = stated(corpus)
    named = _suspicious(known)
    if not len(named.row):
        return
    own = _own(known.rows, named.before)
    orders = _orders(known.rows, known.rows["office"].isin(known.rows["office"].iloc[named.row]).to_numpy())
    crowded = contested(corpus)
    pairs: dict[tuple[int, int], list[tuple[int, bool]]] = {}
    for row, before, later in zip(*(column.tolist() for column in named), strict=True):
        pairs.setdefault((int(known.rows["holder"].iloc[row]), before), []).append((row, later))
    for (_, before), said in pairs.items():
        found = [each for row, later in said if (each := _judged(known.rows, row, own[before], orders, later=later))]
        # Who is in office together with another is told of as such.
        if found and not crowded[[found[0].said, found[0].predecessor]].all():
            again = tuple(each.said for each in found[1:])
            suspects = tuple(each for each in found[0].suspects if not again or each != found[0].said)
            yield found[0]._replace(again=again, suspects=suspects)


def _suspicious(known: Stated) -> _Named:
    """The rows whose predecessor may be none, for what whole columns tell."""
    import numpy as np

    rows = known.rows
    row = np.flatnonzero(holds(rows) & (rows["seats"] == 1).to_numpy() & given(rows, "replaces") & given(rows, "from"))
    before = known.holder(rows["office"].to_numpy()[row], rows["replaces"].iloc[row])
    real = (before >= 0) & (before != rows["holder"].to_numpy()[row])
    row, before = row[real], before[real]
    first, begun, last = _spans(rows, len(known.office_of))
    by, _ = presence(rows)
    there = np.full(len(known.office_of), FOREVER, dtype=np.int64)
    np.minimum.at(there, rows["holder"].to_numpy(), by)
    slack = rows["handover"].to_numpy()[row]
    starts, _, _, started = days(rows.iloc[row], "from")
    later = (first[before] > started + slack) & begun[before]
    apart = (last[before] + slack < starts - slack) & (there[rows["holder"].to_numpy()[row]] >= starts - slack)
    chosen = later | apart
    return _Named(row[chosen], before[chosen], later[chosen])


def _spans(rows: pd.DataFrame, size: int) -> tuple[Column, Mask, Column]:
    """For each holder the first day on which it may have been there, whether a beginning is said, and the last day.

    Acting and former holders count too: what they leave open leaves the order open.
    """
    import numpy as np

    held, has_from = rows["holder"].to_numpy(), given(rows, "from")
    first, last = np.full(size, FOREVER, dtype=np.int64), np.full(size, NEVER, dtype=np.int64)
    begun = np.zeros(size, dtype=np.bool_)
    opening = np.where(has_from, days(rows, "from")[0], days(rows, "seen")[0])
    unknown = (given(rows, "until") | rows["former"].to_numpy()) & ~has_from
    np.minimum.at(first, held, np.where(unknown, NEVER, opening))
    np.maximum.at(last, held, closing(rows))
    begun[held[has_from]] = True
    return first, begun, last


def closing(rows: pd.DataFrame) -> Column:
    """For each row the last day on which it may have its person in office, for what it says."""
    import numpy as np

    return np.where(given(rows, "until"), days(rows, "until")[3], days(rows, "seen")[3])


def _own(rows: pd.DataFrame, holders: Column) -> dict[int, list[int]]:
    """The rows of each of the holders, in the order of their last days."""
    import numpy as np

    mine = np.flatnonzero(rows["holder"].isin(holders))
    order = mine[np.argsort(closing(rows)[mine], kind="stable")]
    found: dict[int, list[int]] = {}
    for row, holder in zip(order.tolist(), rows["holder"].to_numpy()[order].tolist(), strict=True):
        found.setdefault(holder, []).append(row)
    return found


class _Order(NamedTuple):
    """The statements about an office in the order of the days from which on they speak of a holder."""

    starts: list[int]
    ends: list[int]
    rows: list[int]


def _orders(rows: pd.DataFrame, offices: Mask) -> dict[int, _Order]:
    import numpy as np

    has_from, has_until = given(rows, "from"), given(rows, "until")
    start = np.where(
        has_from, days(rows, "from")[3], np.where(has_until, days(rows, "until")[0], days(rows, "seen")[0])
    )
    certain = np.where(has_until, days(rows, "until")[0], days(rows, "seen")[0])
    moment = np.where(has_until, days(rows, "until")[3], days(rows, "seen")[3])
    end = np.where(has_from, np.maximum(certain, start), moment)
    at = np.flatnonzero(offices & holds(rows))
    at = at[np.argsort(start[at], kind="stable")]
    found: dict[int, _Order] = {}
    for row, office, *ends in zip(
        at.tolist(), rows["office"].to_numpy()[at].tolist(), start[at].tolist(), end[at].tolist(), strict=True
    ):
        order = found.setdefault(office, _Order([], [], []))
        for column, each in zip(order, (*ends, row), strict=True):
            column.append(each)
    return found


def _judged(rows: pd.DataFrame, row: int, own: list[int], orders: dict[int, _Order], *, later: bool) -> Broken | None:
    """The broken succession that a row tells of, where it is one; `own` are the predecessor's rows."""
    alone = own if len(own) == 1 else []
    if later:
        begun = next(each for each in own if rows["from"].iloc[each] is not None)
        return Broken(row, begun, (), tuple(sorted((row, *alone))), ())
    slack = int(rows["handover"].iloc[row])
    closes = int(rows["from_begins_earliest"].iloc[row]) - slack
    gap = (*_left(rows.iloc[own]), closes)
    between = _between(rows, orders[int(rows["office"].iloc[row])], gap, slack)
    mine = {int(rows["holder"].iloc[each]) for each in (row, own[-1])}
    between = [each for each in between if int(rows["holder"].iloc[each]) not in mine]
    if not between:
        return None
    middle = between if len(between) == 1 else []
    return Broken(row, own[-1], tuple(between), tuple(sorted((row, *alone, *middle))), ())


def _left(own: pd.DataFrame) -> tuple[int, int]:
    """The last day on which somebody certainly, and the last on which it possibly held the office."""
    import numpy as np

    surely = np.where(given(own, "until"), days(own, "until")[0], days(own, "seen")[0])
    return int(surely.max()), int(closing(own).max())


def _between(rows: pd.DataFrame, order: _Order, gap: tuple[int, int, int], slack: int) -> list[int]:
    """The statements that have somebody in office in a gap; who began before it was there beside the one before.

    A term must last in the gap for longer than a handover, the whole of a sight's days must lie in it.
    """
    surely, opens, closes = gap
    first, last = (bisect_left(order.starts, day) for day in (surely - slack, closes))
    found = []
    for start, end, row in list(zip(*(column[first:last] for column in order), strict=True))[:_MOST_BETWEEN]:
        term = rows["from"].iloc[row] is not None
        if end > opens + slack if term else (start > opens + slack and end < closes):
            found.append(row)
    return found
