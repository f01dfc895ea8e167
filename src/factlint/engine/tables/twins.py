"""References that come again in tables that are read apart."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from factlint.tables.files import batches, frame
from factlint.tables.keys import Twins, hashed, placed_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.tables.files import Table
    from factlint.tables.keys import Hashes

_REFERENCE = ("id", "file")


class LaterTwins(Twins):
    """References that come again, where tables before have had some of them, each so many times."""

    def __init__(self, twice: Hashes, before: Mapping[str, int]) -> None:
        super().__init__(twice)
        self._seen.update(before)


def twins_in(table: Table, twice: Hashes) -> Counter[str]:
    """How often a table has each reference whose hash is among those that come twice."""
    import numpy as np

    found: Counter[str] = Counter()
    for batch in batches(table, [], _REFERENCE):
        refs = placed_rows(frame(batch), table.name)["ref"]
        found.update(refs[np.isin(hashed(refs), twice)])
    return found


def before_each(found: Sequence[Counter[str]]) -> list[Counter[str]]:
    """For each table, how often the tables before it have each of its references."""
    so_far = accumulate(found, lambda known, more: known + more, initial=Counter[str]())
    return [
        Counter({ref: known[ref] for ref in own if ref in known}) for own, known in zip(found, so_far, strict=False)
    ]
