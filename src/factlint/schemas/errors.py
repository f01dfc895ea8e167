"""What pandera found: the rows that fail, each with what it breaks, and the failures of the tool itself.

pandera's own summary (`SchemaErrors.failure_cases`) leaves nulls out and repeats a failure of the whole table for each
of its columns, and the name of a check is lost where a model inherits it. So each error is read by its reason code, its
check's `statistics` and its `check_output`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from pandera.errors import SchemaErrorReason, SchemaErrors

from factlint.schemas.constraint import Constraint
from factlint.schemas.declare import of_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandera.pandas as pa
    from pandera.errors import SchemaError


class Failure(NamedTuple):
    """A row, by its number in the table, and what it breaks."""

    row: int
    constraint: Constraint


def failures(
    name: str, model: type[pa.DataFrameModel], rows: pd.DataFrame, keys: Mapping[str, str]
) -> tuple[list[Failure], list[str]]:
    """The failing rows of the table `name`, and the faults of the tool, one sentence each.

    `rows` has a RangeIndex; `keys` says for each column behind which key its cells are written.
    """
    try:
        model.validate(rows, lazy=True)
    except SchemaErrors as found:
        failing: list[Failure] = []
        faults: list[str] = []
        for error in found.schema_errors:
            failed = _failed(error, rows)
            constraint = _constraint(error, keys)
            if failed is None or constraint is None:
                faults.append(f"the schema of {name}: {_fault(error)}")
            else:
                failing += _of_rows(constraint, rows, failed)
        return failing, faults
    return [], []


def _of_rows(constraint: Constraint, rows: pd.DataFrame, failed: pd.Series[bool]) -> Iterator[Failure]:
    """A failure for each failing row, with the sentence that is its own where the constraint has one for each."""
    sentences = constraint.explain(rows) if constraint.explain else {}
    for row in rows.index[failed]:
        own = constraint.saying(sentences[row]) if row in sentences else constraint
        yield Failure(int(row), own)


def _failed(error: SchemaError, rows: pd.DataFrame) -> pd.Series[bool] | None:
    """Which rows fail, None where the error is not about rows."""
    if error.reason_code is SchemaErrorReason.SERIES_CONTAINS_NULLS:
        nulls: pd.Series[bool] = rows[error.schema.name].isna()
        return nulls
    if error.reason_code is SchemaErrorReason.DATAFRAME_CHECK and isinstance(error.check_output, pd.Series):
        # A check of a column is not asked about nulls: those rows are missing from its answer, and they pass.
        return ~error.check_output.astype(bool).reindex(rows.index, fill_value=True)
    return None


def _constraint(error: SchemaError, keys: Mapping[str, str]) -> Constraint | None:
    """What the failing rows break, None where the schema does not say what should be written instead."""
    statistics = getattr(error.check, "statistics", None)
    if statistics and isinstance(own := statistics.get("constraint"), Constraint):
        return own
    column, what = error.schema.name, error.schema.description
    if column not in keys or not what:
        return None
    return of_column(keys[column], what, None if isinstance(error.check, str) else error.check)


def _fault(error: SchemaError) -> str:
    reason = error.reason_code.value if error.reason_code else "an error without a reason"
    check = getattr(error.check, "name", error.check)
    if error.reason_code is SchemaErrorReason.CHECK_ERROR:
        return f"the check {check!r} of {error.schema.name} failed: {error.failure_cases}"
    return f"{reason} in {error.schema.name}: {str(error).partition(chr(10))[0]} ({check})"
