"""Sorting the rows of tables into buckets, each with every fact of its keys: rows are read twice, and none is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.tables.buckets import Buckets
from factlint.tables.files import COLUMNS, batches, frame
from factlint.tables.keys import SLIM, Scan, Twins, hashed, placed_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import pandas as pd

    from factlint.corpus import Corpus, Problem
    from factlint.engine.part import Project
    from factlint.engine.plan import Pass
    from factlint.tables.files import Table

BUCKET = 200_000
"""About so many rows are checked at once."""

_EVERY = "every"


class Task(NamedTuple):
    """A bucket: the file of its rows, and the number of its pass; None for the rules that need all rows."""

    path: str
    number: int | None


def scanned(tables: Iterable[Table], registry: Corpus) -> Scan:
    """What all rows together say that one alone does not know."""
    scan = Scan(registry.registry, registry.settings)
    for table in tables:
        for batch in batches(table, [], SLIM):
            scan.add(placed_rows(frame(batch), table.name))
    return scan


class Sorted(NamedTuple):
    """The buckets to check, what is wrong with references and files, and the rows that accept a contradiction."""

    tasks: list[Task]
    problems: list[Problem]
    accepting: pd.DataFrame


def distributed(tables: Sequence[Table], project: Project, scan: Scan, folder: Path) -> Sorted:
    """Every row in the bucket of its key, for each pass; buckets are about `BUCKET` rows."""
    import pandas as pd

    twins = Twins(scan.twice())
    problems: list[Problem] = []
    accepting = []
    split = project.plan
    counts = [-(-_rows(each, scan) // BUCKET) for each in split.passes]
    apart = frozenset(table for rule in split.whole for table in rule.key)
    with Buckets(folder, COLUMNS) as buckets:
        for table in tables:
            for batch in batches(table, problems):
                rows = twins.apart(placed_rows(frame(batch), table.name))
                for number, each in enumerate(split.passes):
                    own = rows if each.keyed.table == "articles" else rows[rows["table"] == each.keyed.table]
                    if len(own):
                        hashes = each.keyed.hashes(own, project.registry, project.settings, project.shared)
                        buckets.write(f"{number:02}", batch, own, hashes, counts[number])
                needed = rows[rows["table"].isin(apart)]
                if len(needed):
                    buckets.write(_EVERY, batch, needed, hashed(needed["ref"]), 1)
                if "accept" in rows and rows["accept"].notna().any():
                    accepting.append(rows[rows["accept"].notna()])
    tasks = [_task(name, path) for name, path in sorted(buckets.paths.items(), reverse=True)]
    nobody = placed_rows(pd.DataFrame({"row": []}), "")
    return Sorted(tasks, [*problems, *twins.problems], pd.concat([nobody, *accepting], ignore_index=True))


def _rows(each: Pass, scan: Scan) -> int:
    return len(scan.files) if each.keyed.table == "articles" else scan.rows[each.keyed.table]


def _task(name: str, path: str) -> Task:
    number = name.partition("-")[0]
    return Task(path, None if number == _EVERY else int(number))
