"""Check the tables of a corpus with Great Expectations: python with_great_expectations.py TABLES NAMES.

TABLES is a folder of Parquet files, NAMES a JSON file with the names of each kind of registry entry. The same
expectations as with_pandera.py has, in an ephemeral context. Writes a JSON list with the facts of each complaint.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import great_expectations as gx  # type: ignore[import-not-found]
import great_expectations.expectations as gxe  # type: ignore[import-not-found]
import pandas as pd

if TYPE_CHECKING:
    from benchmarks.compared.column_words import EVERY, KINDS, Kind, last_day
else:
    from column_words import EVERY, KINDS, Kind, last_day

FILLED = "how many are filled"


def expectations(kind: Kind, names: dict[str, list[str]]) -> list[Any]:
    """What must hold in the table of one kind."""
    chosen = {**EVERY.words, **kind.words}
    for column, kinds in kind.names.items():
        chosen[column] = tuple(name for each in kinds for name in names.get(each, ()))
    asked: list[Any] = [gxe.ExpectColumnValuesToNotBeNull(column=name) for name in (*EVERY.required, *kind.required)]
    asked += [gxe.ExpectColumnValuesToBeInSet(column=name, value_set=list(words)) for name, words in chosen.items()]
    asked += [
        gxe.ExpectColumnValuesToMatchRegex(column=name, regex=f"^(?:{pattern})$")
        for name, pattern in {**EVERY.patterns, **kind.patterns}.items()
    ]
    asked.append(gxe.ExpectCompoundColumnsToBeUnique(column_list=["file", "id"]))
    if kind.just_one:
        asked.append(gxe.ExpectColumnValuesToBeInSet(column=FILLED, value_set=[1]))
    return asked + [_in_order(first, last) for first, last in kind.in_order]


def _in_order(first: str, last: str) -> Any:  # noqa: ANN401 - the library has no types here
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=_end(last), column_B=first, or_equal=True, ignore_row_if="either_value_is_missing"
    )


def _end(column: str) -> str:
    return f"last day of {column}"


def prepared(rows: pd.DataFrame, kind: Kind) -> pd.DataFrame:
    """The rows with the columns that the expectations need besides."""
    more: dict[str, Any] = {_end(last): rows[last].map(last_day, na_action="ignore") for _, last in kind.in_order}
    if kind.just_one:
        more[FILLED] = rows[[*kind.just_one]].notna().sum(axis=1)
    return rows.assign(**more)


def complaints(facts: pd.DataFrame, names: dict[str, list[str]]) -> list[list[str]]:
    """The facts of each complaint."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    source = context.data_sources.add_pandas("facts")
    found: list[list[str]] = []
    for column, kind in KINDS.items():
        rows = prepared(facts[facts[column].notna()], kind)
        whole = source.add_dataframe_asset(column).add_batch_definition_whole_dataframe("all")
        batch = whole.get_batch(batch_parameters={"dataframe": rows})
        suite = gx.ExpectationSuite(name=column, expectations=expectations(kind, names))
        result = batch.validate(suite, result_format={"result_format": "COMPLETE"})
        found += [fact for each in result.results if not each.success for fact in _rows(rows, each)]
    return found


def _rows(rows: pd.DataFrame, result: Any) -> list[list[str]]:  # noqa: ANN401 - the library has no types here
    """The fact of each unexpected row."""
    if result.exception_info.get("raised_exception"):
        raise RuntimeError(result.exception_info["exception_message"])
    indices = result.result.get("unexpected_index_list") or []
    return [[f"{rows.loc[at, 'file']}#{rows.loc[at, 'id']}"] for at in indices]


def main() -> None:
    """Read, check, write."""
    tables, names = map(Path, sys.argv[1:])
    facts = pd.concat([pd.read_parquet(path) for path in sorted(tables.glob("*.parquet"))], ignore_index=True)
    print(json.dumps(complaints(facts, json.loads(names.read_text(encoding="utf-8")))))


if __name__ == "__main__":
    main()
