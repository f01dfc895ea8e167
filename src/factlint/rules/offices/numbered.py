"""Which holder of an office somebody is said to be: two numbers in one tenure, numbers that do not rise in time.

Who has several terms may be counted by person or by term, so that nothing follows from the numbers of such people.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.reasoning.overlap import Intervals
from factlint.rules.offices.holdings import holdings, holds
from factlint.rules.offices.replaced import presence
from factlint.rules.offices.rising import falls
from factlint.rules.offices.stated import given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column
    from factlint.rules.offices.rising import Fall

    Mask = npt.NDArray[np.bool_]

_LOOKED_AT = 100


class Numbers(NamedTuple):
    """Statements that number one tenure, or two holders, so that both cannot be; by rows of `stated`.

    `pair` are the two, `term` a further one that shows that they speak of one tenure; `certain` says that no second
    term that the corpus does not know could save them.
    """

    pair: tuple[int, int]
    term: int | None
    others: tuple[int, ...]
    suspects: tuple[int, ...]
    certain: bool


def two_numbers(corpus: Corpus) -> Iterator[Numbers]:
    """One item for each holder with one known tenure and two numbers."""
    rows = stated(corpus).rows
    numbered = _numbered(rows)
    doubled = _holders_with_two(numbered)
    if not len(doubled):
        return
    certain = _certain(corpus)
    own: dict[int, list[int]] = {}
    for row in rows.index[rows["holder"].isin(doubled) & holds(rows)].tolist():
        own.setdefault(int(rows["holder"].iloc[row]), []).append(row)
    orders = _orders(rows, rows["office"].isin(rows.loc[rows["holder"].isin(doubled), "office"]).to_numpy())
    for holder, told in numbered[numbered["holder"].isin(doubled)].groupby("holder"):
        by_number: dict[int, list[int]] = {}
        for row, number in zip(told.index.tolist(), told["number"].tolist(), strict=True):
            by_number.setdefault(int(number), []).append(row)
        found = _one_tenure(rows, list(by_number.values()), own[int(str(holder))], certain, orders)
        if found:
            yield found


def not_rising(corpus: Corpus) -> Iterator[tuple[Fall, bool]]:
    """Each fall among the numbers of different holders; whether both beginnings are known."""
    import numpy as np

    rows = stated(corpus).rows
    numbered = _single(_numbered(rows))
    begun = given(numbered, "from")
    # With more seats than one who is seen later may have come earlier.
    numbered = numbered[begun | (numbered["seats"] == 1).to_numpy()]
    by, first = presence(numbered)
    number = numbered["number"].to_numpy("int64")
    at = numbered.index.to_numpy()
    for fall in falls(at, Intervals(numbered["office"].to_numpy(), first, by), (number, number)):
        yield fall, bool(np.all(given(rows.iloc[[fall.before, fall.after]], "from")))


def one_number(corpus: Corpus) -> Iterator[Numbers]:
    """One item for each number of an office with one seat that two people have."""
    rows = stated(corpus).rows
    numbered = _single(_numbered(rows))
    numbered = numbered[numbered["seats"] == 1]
    holders = numbered.groupby(["office", "number"])["holder"].transform("nunique")
    for _, told in numbered[holders > 1].groupby(["office", "number"]):
        first_of: dict[int, list[int]] = {}
        for row, holder in zip(told.index.tolist(), told["holder"].tolist(), strict=True):
            first_of.setdefault(int(holder), []).append(row)
        yield _pair(list(first_of.values()), None, certain=True)


def _numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """The statements with a number, but those about people with several known terms in the office."""
    held = rows[holds(rows)]
    begun = held[given(held, "from")]
    latest = begun.groupby("holder")["from_begins_earliest"].max()
    earliest = begun.groupby("holder")["from_ends_latest"].min()
    several = latest.index[latest > earliest]
    return held[held["number"].notna() & ~held["holder"].isin(several)]


def _holders_with_two(numbered: pd.DataFrame) -> Column:
    import numpy as np

    counts = numbered.groupby("holder")["number"].nunique()
    return np.asarray(counts.index[counts > 1], dtype=np.int64)


def _single(numbered: pd.DataFrame) -> pd.DataFrame:
    return numbered[~numbered["holder"].isin(_holders_with_two(numbered))]


def _certain(corpus: Corpus) -> dict[int, tuple[int, int]]:
    """For each row with days on which somebody certainly held an office, the first and the last of them."""
    held = holdings(corpus)
    columns = (held.row.tolist(), held.certain.begin.tolist(), held.certain.end.tolist())
    return {row: (begin, end) for row, begin, end in zip(*columns, strict=True) if begin <= end}


def _orders(rows: pd.DataFrame, chosen: Mask) -> dict[int, list[tuple[int, int, int]]]:
    """For each office its statements in the order of their first days: these, their last days, the holders."""
    import numpy as np

    by, first = presence(rows)
    at = np.flatnonzero(chosen & holds(rows) & (first > NEVER) & (by < FOREVER))
    at = at[np.lexsort((at, by[at], first[at]))]
    found: dict[int, list[tuple[int, int, int]]] = {}
    columns = (rows["office"].to_numpy()[at], first[at], by[at], rows["holder"].to_numpy()[at])
    for office, *each in zip(*(column.tolist() for column in columns), strict=True):
        found.setdefault(office, []).append((each[0], each[1], each[2]))
    return found


def _one_tenure(
    rows: pd.DataFrame,
    by_number: list[list[int]],
    own: Sequence[int],
    certain: dict[int, tuple[int, int]],
    orders: dict[int, list[tuple[int, int, int]]],
) -> Numbers | None:
    """The first statements of two numbers of one holder, unless another may have held the office in between."""
    one, other = by_number[0][0], by_number[1][0]
    both_begun = all(rows["from"].iloc[row] is not None for row in (one, other))
    if both_begun or _meet(certain, one, other):
        return _pair(by_number, None, certain=True)
    term = next((row for row in own if _meet(certain, row, one) and _meet(certain, row, other)), None)
    if term is not None:
        return _pair(by_number, term, certain=True)
    if _interrupted(rows, (one, other), orders[int(rows["office"].iloc[one])]):
        return None
    return _pair(by_number, None, certain=False)


def _meet(certain: dict[int, tuple[int, int]], one: int, other: int) -> bool:
    if one not in certain or other not in certain:
        return False
    return max(certain[one][0], certain[other][0]) <= min(certain[one][1], certain[other][1])


def _interrupted(rows: pd.DataFrame, pair: tuple[int, int], order: list[tuple[int, int, int]]) -> bool:
    """Whether somebody else may have held the office between two statements, or has more seats anyway."""
    by, first = presence(rows.iloc[list(pair)])
    begin, end = int(by.min()), int(first.max())
    start = bisect_right(order, begin, key=lambda each: each[0])
    between = order[start : start + _LOOKED_AT]
    holder = int(rows["holder"].iloc[pair[0]])
    return len(between) == _LOOKED_AT or any(each[2] != holder and each[1] < end for each in between)


def _pair(groups: list[list[int]], term: int | None, *, certain: bool) -> Numbers:
    """The first of each of two groups; they are suspects where they are the whole of one of two."""
    one, other = groups[0][0], groups[1][0]
    suspects = tuple(group[0] for group in groups[:2] if len(group) == 1 and len(groups) == 2)  # noqa: PLR2004 - a pair
    others = tuple(group[0] for group in groups[2:])
    return Numbers((one, other), term, others, suspects, certain)
