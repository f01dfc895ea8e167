"""Keys that many facts share: their rows are sorted again, by what single rules tell facts apart by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.engine.tables.plan import Pass
from factlint.tables.buckets import Sent
from factlint.tables.files import frame
from factlint.tables.keys import ROWS, Keyed, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import pyarrow as pa

    from factlint.engine.tables.sorting import Sorting
    from factlint.rules.base import Rule
    from factlint.tables.buckets import Buckets

_WRITTEN = {"group": ("of", "with", "scope"), "pair": ("of", "with"), "strand": ("event",)}
"""For the columns that are made of others, those that people write."""


def finer(each: Pass) -> tuple[Pass, ...]:
    """The same rules in passes of their own: for rows that stand alone, for finer keys, and for the key of the pass."""
    table, own = each.keyed
    if table == ROWS:
        return (each,)
    by_columns: dict[tuple[str, ...], list[type[Rule]]] = {(): []} if each.first else {}
    for rule in sorted(each.rules, key=lambda rule: len(_columns(rule, table))):
        columns = _columns(rule, table)
        served = [known for known in by_columns if known not in {(), own} and set(known) <= set(columns)]
        by_columns.setdefault(own if columns == own else (served or [columns])[0], []).append(rule)
    return tuple(
        Pass(Keyed(table, columns), tuple(rules), first=each.first and not columns)
        for columns, rules in by_columns.items()
    )


def sort_again(batches: Iterable[pa.RecordBatch], name: str, rows: int, how: Sorting, buckets: Buckets) -> None:
    """The rows of a bucket with too many of them, as batches, into the buckets of finer passes.

    `name` is the bucket's, `rows` how many rows it has in all batches together.
    """
    import numpy as np

    number, _, bucket = name.partition("-")
    project, each = how.project, how.project.plan.passes[int(number)]
    count = -(-rows // how.bucket)
    parts = finer(each)
    for batch in batches:
        own = frame(batch)
        for place, part in enumerate(parts):
            hashes = part.keyed.hashes(own, project.registry, project.settings, project.shared)
            if part.keyed == each.keyed:
                hashes = hashes // np.uint64(how.counts[int(number)])  # the remainder is what made this bucket
            name = f"{number}.{place}-{bucket}"
            buckets.write(batch, Sent(name, columns_of({each.keyed.table}), own.index.to_numpy(), hashes, count))


def heaviest(words: pd.DataFrame, keyed: Keyed, how: Sorting) -> str:
    """In words, the key that most of some rows share, where that is more than a bucket should have; else empty."""
    import numpy as np

    if len(words) <= how.bucket or keyed.table == "articles" or not keyed.columns:
        return ""
    project = how.project
    hashes = keyed.hashes(words, project.registry, project.settings, project.shared)
    _, first, counts = np.unique(hashes, return_index=True, return_counts=True)
    most = int(np.argmax(counts))
    if counts[most] <= how.bucket:
        return ""
    row = words.iloc[int(first[most])]
    columns = dict.fromkeys(name for column in keyed.columns for name in _WRITTEN.get(column, (column,)))
    key = ", ".join(f"{name} {row[name]!r}" if isinstance(row.get(name), str) else f"no {name}" for name in columns)
    return f"{counts[most]:,} {keyed.table} share one key ({key}) and are checked in one process"


def _columns(rule: type[Rule], table: str) -> tuple[str, ...]:
    return rule.key[table] if table in rule.key else rule.key.get("facts", ())
