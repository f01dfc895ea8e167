"""Check the tables of a corpus with pandera: python with_pandera.py TABLES NAMES.

TABLES is a folder of Parquet files, NAMES a JSON file with the names of each kind of registry entry. Writes a JSON
list with the facts of each complaint.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

if TYPE_CHECKING:
    from benchmarks.compared.column_words import EVERY, KINDS, Kind, last_day
else:
    from column_words import EVERY, KINDS, Kind, last_day


def schema(kind: Kind, names: dict[str, list[str]]) -> pa.DataFrameSchema:
    """What must hold in the table of one kind."""
    checks: dict[str, list[pa.Check]] = {}
    for column, words in {**EVERY.words, **kind.words}.items():
        checks.setdefault(column, []).append(pa.Check.isin(words))
    for column, kinds in kind.names.items():
        checks.setdefault(column, []).append(pa.Check.isin([name for each in kinds for name in names.get(each, ())]))
    for column, pattern in {**EVERY.patterns, **kind.patterns}.items():
        checks.setdefault(column, []).append(pa.Check.str_matches(f"^(?:{pattern})$"))
    required = {*EVERY.required, *kind.required}
    columns = {name: pa.Column(checks=checks.get(name), nullable=name not in required) for name in (*required, *checks)}
    return pa.DataFrameSchema(columns, checks=_of_rows(kind), unique=["file", "id"])


def _of_rows(kind: Kind) -> list[pa.Check]:
    """What one row must satisfy."""
    checks = []
    if kind.just_one:
        checks.append(pa.Check(lambda rows: rows[[*kind.just_one]].notna().sum(axis=1) == 1, name="just one"))
    for first, last in kind.in_order:
        checks.append(pa.Check(lambda rows, a=first, b=last: _ordered(rows, a, b), name=f"{first} before {last}"))
    return checks


def _ordered(rows: pd.DataFrame, first: str, last: str) -> pd.Series[bool]:
    either_missing = rows[first].isna() | rows[last].isna()
    return either_missing | (rows[first] <= rows[last].map(last_day, na_action="ignore"))


def complaints(facts: pd.DataFrame, names: dict[str, list[str]]) -> list[list[str]]:
    """The facts of each complaint."""
    found: list[list[str]] = []
    for column, kind in KINDS.items():
        rows = facts[facts[column].notna()]
        try:
            schema(kind, names).validate(rows, lazy=True)
        except SchemaErrors as errors:
            found += _rows(rows, errors.failure_cases)
    return found


def _rows(rows: pd.DataFrame, cases: pd.DataFrame) -> list[list[str]]:
    """The fact of each failure case, each once a check; of a failure of no row, all facts."""
    told: set[tuple[Any, ...]] = set(zip(cases["check"], cases["index"], strict=True))
    return [[f"{rows.loc[at, 'file']}#{rows.loc[at, 'id']}"] for _, at in sorted(told, key=str) if at in rows.index]


def main() -> None:
    """Read, check, write."""
    tables, names = map(Path, sys.argv[1:])
    facts = pd.concat([pd.read_parquet(path) for path in sorted(tables.glob("*.parquet"))], ignore_index=True)
    print(json.dumps(complaints(facts, json.loads(names.read_text(encoding="utf-8")))))


if __name__ == "__main__":
    main()
