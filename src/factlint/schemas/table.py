"""What all models have in common."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pandera.pandas as pa

from factlint.corpus.tables import columns

if TYPE_CHECKING:
    from pandera.api.pandas.container import DataFrameSchema


class Table(pa.DataFrameModel):
    """The model of a table; a subclass names its table and declares only what must hold there.

    The other columns and all their dtypes are those of the fact language (`corpus.tables.columns`), so that a new key
    of the language needs no line here; a column that the language does not have is an error of the tool.
    """

    class Config:
        """No column too many, no column of another dtype; nothing is converted."""

        strict = True
        coerce = False

    _table = ""

    def __init_subclass__(cls, *, table: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - what pandera's own takes
        super().__init_subclass__(**kwargs)  # type: ignore[no-untyped-call]  # pandera's own has no types
        cls._table = table

    @classmethod
    @cache
    def to_schema(cls) -> DataFrameSchema:
        """The schema with every column of the table."""
        declared = super().to_schema()
        others = {
            name: pa.Column(dtype, nullable=True)
            for name, dtype in columns(cls._table).items()
            if name not in declared.columns
        }
        return declared.add_columns(others)
