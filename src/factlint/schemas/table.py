"""What all models have in common."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from factlint.corpus.tables import columns
from factlint.schemas.declare import Check, Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandera.pandas as pa


class Table:
    """The model of a table; a subclass names its table and declares only what must hold there.

    The other columns and all their dtypes are those of the fact language (`corpus.tables.columns`), so that a new key
    of the language needs no line here; a column that the language does not have is an error of the tool.
    """

    table: ClassVar[str] = ""
    columns: ClassVar[Mapping[str, Column]] = {}
    checks: ClassVar[tuple[Check, ...]] = ()

    def __init_subclass__(cls, *, table: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - whatever a class takes
        super().__init_subclass__(**kwargs)
        declared = {name: each for base in reversed(cls.__mro__) for name, each in vars(base).items()}
        cls.table = table or cls.table
        cls.columns = {each.name or name: each for name, each in declared.items() if isinstance(each, Column)}
        cls.checks = tuple(each for each in declared.values() if isinstance(each, Check))

    @classmethod
    def dtypes(cls) -> dict[str, str]:
        """Every column of the table in order, each with its dtype."""
        return columns(cls.table)

    @classmethod
    @cache
    def to_schema(cls) -> pa.DataFrameSchema:
        """The schema for pandera: no column too many, none of another dtype; nothing is converted.

        One failure case is enough for pandera's own report: it copies every column of each, and nobody reads it.
        """
        import pandera.pandas as pa

        return pa.DataFrameSchema(
            {name: _column(dtype, cls.columns.get(name)) for name, dtype in cls.dtypes().items()},
            checks=[_check(each) for each in cls.checks],
            name=cls.__name__,
            strict=True,
            coerce=False,
        )


def _column(dtype: str, declared: Column | None) -> pa.Column:
    import pandera.pandas as pa

    if declared is None:
        return pa.Column(dtype, nullable=True)
    checks = []
    if declared.words:
        checks.append(pa.Check.isin(list(declared.words), n_failure_cases=1))
    if declared.least is not None:
        checks.append(pa.Check.ge(declared.least, n_failure_cases=1))
    if declared.greatest is not None:
        checks.append(pa.Check.le(declared.greatest, n_failure_cases=1))
    return pa.Column(dtype, checks, nullable=not declared.filled, description=declared.what)


def _check(declared: Check) -> pa.Check:
    """A check of the whole table that carries its constraint."""
    import pandera.pandas as pa

    statistics = {"constraint": declared.constraint}
    return pa.Check(declared.passes, name=declared.name, statistics=statistics, ignore_na=False, n_failure_cases=1)
