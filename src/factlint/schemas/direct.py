"""The failing rows of a small table, as the model's own declarations have them: pandera takes half a second to import.

What `errors.failures` finds by pandera in any table, this finds in one that the readers of the fact language have made:
its columns and their dtypes are right, and are not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.schemas.constraint import Failure, failing
from factlint.schemas.declare import of_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from factlint.schemas.table import Table


def failures(
    name: str, model: type[Table], rows: pd.DataFrame, keys: Mapping[str, str]
) -> tuple[list[Failure], list[str]]:
    """The failing rows of the table `name`, and the faults of the tool, as `errors.failures` gives them."""
    found: list[Failure] = []
    faults: list[str] = []
    for column, declared in model.columns.items():
        cells = rows[column]
        if declared.filled:
            found += failing(of_column(keys[column], declared, missing=True), rows, cells.isna())
        found += failing(of_column(keys[column], declared, missing=False), rows, declared.wrong(cells))
    for check in model.checks:
        try:
            found += failing(check.constraint, rows, ~check.passes(rows))
        except Exception as error:  # noqa: BLE001 - one broken check must not hide what the others find
            said = f'{type(error).__name__}("{error.args[0] if error.args else ""}")'
            faults.append(f"the schema of {name}: the check {check.name!r} of {model.__name__} failed: {said}")
    return found, faults
