"""What is to be known of all rows before any is checked, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.tables.files import batches, frame
from factlint.tables.keys import SLIM, Scan, placed_rows

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from factlint.tables.files import Table
    from factlint.tables.keys import Hashes


class Said(NamedTuple):
    """What a scan knows of the rows of one table."""

    shares: list[dict[str, object]]
    orders: list[tuple[object, Mapping[str, object]]]
    targets: dict[str, set[str]]
    refs: Hashes
    terms: Hashes
    rows: Counter[str]
    files: set[str]


class TableScan(Scan):
    """A scan that tells what it knows, and hears what others do, to be told in the order of the tables."""

    def said(self) -> Said:
        """What is known so far."""
        import numpy as np

        none = np.empty(0, np.uint64)
        refs, terms = np.concatenate([none, *self._refs]), np.concatenate([none, *self._terms])
        return Said(self._shares, self._orders, self._targets, refs, terms, self.rows, self.files)

    def hear(self, said: Said) -> None:
        """What another scan knows."""
        self._shares += said.shares
        self._orders += said.orders
        for key, refs in said.targets.items():
            self._targets[key] |= refs
        self._refs.append(said.refs)
        self._terms.append(said.terms)
        self.rows.update(said.rows)
        self.files |= said.files


def scan_table(table: Table, scan: TableScan) -> None:
    """Tell a scan every row of a table."""
    for batch in batches(table, [], SLIM):
        scan.add(placed_rows(frame(batch), table.name))
