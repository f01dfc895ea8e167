"""What pandera found: the rows that fail, each with what it breaks, and the failures of the tool itself.

pandera's own summary (`SchemaErrors.failure_cases`) leaves nulls out and repeats a failure of the whole table for each
of its columns, and the name of a check is lost where a model inherits it. So each error is read by its reason code, its
check's `statistics` and its `check_output`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaErrorReason, SchemaErrors

from factlint.schemas.constraint import Constraint, failing
from factlint.schemas.declare import of_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandera.errors import SchemaError

    from factlint.schemas.constraint import Failure
    from factlint.schemas.table import Table


def failures(
    name: str, model: type[Table], rows: pd.DataFrame, keys: Mapping[str, str]
) -> tuple[list[Failure], list[str]]:
    """The failing rows of the table `name`, and the faults of the tool, one sentence each.

    `rows` has a RangeIndex; `keys` says for each column behind which key its cells are written.
    """
    try:
        # Without this, PANDERA_VALIDATION_ENABLED and PANDERA_VALIDATION_DEPTH turn checks off, and nobody is told.
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            model.to_schema().validate(rows, lazy=True, inplace=True)  # no check writes, and a copy takes long
    except SchemaErrors as errors:
        found: list[Failure] = []
        faults: list[str] = []
        for error in errors.schema_errors:
            failed = _failed(error, rows)
            constraint = _constraint(error, model, keys)
            if failed is None or constraint is None:
                faults.append(f"the schema of {name}: {_fault(error)}")
            else:
                found += failing(constraint, rows, failed)
        return found, faults
    return [], []


def _failed(error: SchemaError, rows: pd.DataFrame) -> pd.Series[bool] | None:
    """Which rows fail, None where the error is not about rows."""
    if error.reason_code is SchemaErrorReason.SERIES_CONTAINS_NULLS:
        nulls: pd.Series[bool] = rows[error.schema.name].isna()
        return nulls
    if error.reason_code is SchemaErrorReason.DATAFRAME_CHECK and isinstance(error.check_output, pd.Series):
        # A check of a column is not asked about nulls: those rows are missing from its answer, and they pass.
        return ~error.check_output.astype(bool).reindex(rows.index, fill_value=True)
    return None


def _constraint(error: SchemaError, model: type[Table], keys: Mapping[str, str]) -> Constraint | None:
    """What the failing rows break, None where the schema does not say what should be written instead."""
    statistics = getattr(error.check, "statistics", None)
    if statistics and isinstance(own := statistics.get("constraint"), Constraint):
        return own
    column = model.columns.get(error.schema.name)
    if column is None or error.schema.name not in keys:
        return None
    return of_column(keys[error.schema.name], column, missing=isinstance(error.check, str))


def _fault(error: SchemaError) -> str:
    reason = error.reason_code.value if error.reason_code else "an error without a reason"
    check = getattr(error.check, "name", error.check)
    if error.reason_code is SchemaErrorReason.CHECK_ERROR:
        return f"the check {check!r} of {error.schema.name} failed: {error.failure_cases}"
    return f"{reason} in {error.schema.name}: {str(error).partition(chr(10))[0]} ({check})"
