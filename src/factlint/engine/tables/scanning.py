"""What is to be known of all rows before any is checked, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.tables.files import batches, frame
from factlint.tables.keys import SLIM, Scan, placed_rows

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    import pandas as pd

    from factlint.corpus import Registry, Settings
    from factlint.tables.files import Table
    from factlint.tables.keys import Hashes

_REFERRING = ("supersedes", "within")
READ = tuple(dict.fromkeys((*SLIM, *_REFERRING)))
"""The columns that a scan reads."""


class Said(NamedTuple):
    """What a scan knows of the rows of one table."""

    shares: list[dict[str, object]]
    orders: list[tuple[object, Mapping[str, object]]]
    revised: set[str]
    refs: Hashes
    rows: Counter[str]
    files: set[str]
    referring: set[str]


class TableScan(Scan):
    """A scan that tells what it knows, and hears what others do, to be told in the order of the tables.

    `referring` are the tables of facts that name others by their references: a schema looks for these beside them.
    """

    def __init__(self, registry: Registry, settings: Settings) -> None:
        super().__init__(registry, settings)
        self.referring: set[str] = set()

    def add(self, rows: pd.DataFrame) -> None:
        """Rows with their places, of which the columns of `READ` matter."""
        super().add(rows)
        for key in (key for key in _REFERRING if key in rows):
            self.referring.update(rows["table"][rows[key].notna()])

    def said(self) -> Said:
        """What is known so far."""
        import numpy as np

        refs = np.concatenate(self._refs or [np.empty(0, np.uint64)])
        return Said(self._shares, self._orders, self._revised, refs, self.rows, self.files, self.referring)

    def hear(self, said: Said) -> None:
        """What another scan knows."""
        self._shares += said.shares
        self._orders += said.orders
        self._revised |= said.revised
        self._refs.append(said.refs)
        self.rows.update(said.rows)
        self.files |= said.files
        self.referring |= said.referring


def scan_table(table: Table, scan: TableScan) -> None:
    """Tell a scan every row of a table."""
    for batch in batches(table, [], READ):
        scan.add(placed_rows(frame(batch), table.name))
