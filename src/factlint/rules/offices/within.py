"""Terms that lie in others: which of them begin before the other one or outlast it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.offices.stated import days, given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column

    Mask = npt.NDArray[np.bool_]


class Beyond(NamedTuple):
    """Terms that begin before the one named by `within` (`early`) or outlast it, by rows of `stated`.

    `by_default` says that the first one's day is only that of its article; `certain` that no choice of days saves it.
    """

    outer: int
    inner: tuple[int, ...]
    early: bool
    by_default: bool
    certain: bool


def beyond(corpus: Corpus) -> Iterator[Beyond]:
    """One item for each outer term and side of it; where certain ones are among the inner terms, only these."""
    import numpy as np
    import pandas as pd

    rows = stated(corpus).rows
    inner = np.flatnonzero(given(rows, "within"))
    once = np.flatnonzero(~rows["fact"].duplicated())
    position = pd.Index(rows["fact"].iloc[once]).get_indexer(rows["within"].iloc[inner])
    inner, outer = inner[position >= 0], once[position[position >= 0]]
    if not len(inner):
        return
    ours, theirs = rows.iloc[inner], rows.iloc[outer]
    for early, (certain, possible) in ((True, _before(ours, theirs)), (False, _after(ours, theirs))):
        sure = _grouped(inner, outer, certain)
        open_ = _grouped(inner, outer, possible & ~certain) if corpus.settings.pedantic else {}
        for found, is_certain in ((sure, True), ({k: v for k, v in open_.items() if k not in sure}, False)):
            for term, mine in found.items():
                role = rows.iloc[mine[0]]
                default = not role["termed"] and role["at"] is None and role["asof"] is None
                yield Beyond(term, tuple(mine), early, default, is_certain)


def _grouped(inner: Column, outer: Column, chosen: Mask) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for term, mine in zip(outer[chosen].tolist(), inner[chosen].tolist(), strict=True):
        groups.setdefault(term, []).append(mine)
    return groups


def _before(ours: pd.DataFrame, theirs: pd.DataFrame) -> tuple[Mask, Mask]:
    """Whether each inner term certainly, and whether it possibly, begins before the outer one."""
    import numpy as np

    first, last = _day(ours, "from", 0, 1)
    begins, _, _, begun = days(theirs, "from")
    slack = theirs["handover"].to_numpy()
    said = given(theirs, "from") & (first > NEVER)
    return np.asarray(said & (last + slack < begins)), np.asarray(said & (first + slack < begun))


def _after(ours: pd.DataFrame, theirs: pd.DataFrame) -> tuple[Mask, Mask]:
    """Whether each inner term certainly, and whether it possibly, ends after the outer one.

    That a term without an end lasts until the article's day is no more than a default, and `within` ends it.
    """
    import numpy as np

    first, last = _day(ours, "until", 2, 3)
    begins, _, _, begun = days(ours, "from")
    only_from = given(ours, "from") & ~given(ours, "until")
    first, last = np.where(only_from, begins, first), np.where(only_from, begun, last)
    ends, _, _, ended = days(theirs, "until")
    slack = theirs["handover"].to_numpy()
    said = given(theirs, "until") & (last < FOREVER)
    return np.asarray(said & (first - slack > ended)), np.asarray(said & (last - slack > ends))


def _day(ours: pd.DataFrame, key: str, low: int, high: int) -> tuple[Column, Column]:
    """The days on which each inner term begins, or ends, by the date of a key, or by the day of a sight."""
    import numpy as np

    dated, seen = days(ours, key), days(ours, "seen")
    sight = ~(ours["termed"] | ours["former"]).to_numpy()
    has = given(ours, key)
    # From its own end a term of unknown beginning is known to have begun before.
    least = np.where(has, dated[0], np.where(sight, seen[low], NEVER))
    return least, np.where(has, dated[3], np.where(sight, seen[high], FOREVER))
