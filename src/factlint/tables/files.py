"""Parquet and CSV files as streams of rows, every cell a text as a curator writes it, null where nothing is written."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.corpus.language import EVENT, FACT, FIGURE, RELATION, ROLE
from factlint.corpus.records import Problem
from factlint.corpus.settings import SettingsError
from factlint.corpus.tables import taken
from factlint.findings import Clash, Place
from factlint.reading.name import nearest
from factlint.tables.rows import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd
    import pyarrow as pa

BATCH = 1 << 16
"""So many rows are in memory at once while files are read."""

_LANGUAGE = (key.name for keys in (FACT, FIGURE, EVENT, ROLE, RELATION) for key in keys)
COLUMNS = tuple(dict.fromkeys(("id", "file", *HEAD, *_LANGUAGE)))
"""The columns that are read: a fact's reference or its id and file, its source, and the keys of the fact language."""

BESIDE = ("kind", "path", "line", "earliest", "latest", "low", "high", "unit")
"""What `factlint export` writes beside these; it follows from them and is not read."""

_BROKEN = (OSError, ValueError, TypeError, NotImplementedError, csv.Error)
"""What Arrow and csv raise for a file that is not what its name says, or that ends too early."""

_ENDINGS = (".parquet", ".csv")


class Table(NamedTuple):
    """A file of rows: where it lies, and how findings call it."""

    path: Path
    name: str


def tables_in(folder: Path, root: Path) -> list[Table]:
    """The tables below a folder, in the order of their paths; raises SettingsError where there is none."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise SettingsError("facts in tables need pyarrow: pip install 'factlint[parquet]'") from error
    del pa
    if not folder.is_dir():
        raise SettingsError(f"{folder} is no folder: name one with Parquet or CSV files")
    found = _below(folder)
    if not found:
        raise SettingsError(f"{folder} has no .parquet or .csv file")
    return [Table(path, _called(path, folder, root)) for path in found]


def size_of(folder: Path) -> int:
    """How many bytes the tables below a folder have together."""
    return sum(path.stat().st_size for path in _below(folder))


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS and path.is_file())


def _called(path: Path, folder: Path, root: Path) -> str:
    path, inside = path.resolve(), root.resolve()
    if inside in path.parents:
        return path.relative_to(inside).as_posix()
    return f"{folder.name}/{path.relative_to(folder.resolve()).as_posix()}"


def unknown_columns(table: Table) -> list[Problem]:
    """The columns that mean nothing here, and a table that cannot be opened at all."""
    try:
        names = _names(table)
    except _BROKEN as error:
        return [_unreadable(table, error)]
    known = (*COLUMNS, *BESIDE)
    problems = []
    for number, name in enumerate(names, start=1):
        if name not in known:
            near = nearest(name, known, limit=1)
            meant = f"did you mean {near[0]}?" if near else f"known: {', '.join(COLUMNS)}"
            at = Place(table.name, 1, number, 1, number)
            problems.append(Problem("unknown-key", Clash(f"there is no column {name!r} of facts; {meant}", at)))
    for twice in sorted({name for name in names if names.count(name) > 1}):
        message = f"the column {twice!r} is there twice: keep one of the two"
        problems.append(Problem("duplicate-key", Clash(message, Place(table.name))))
    return problems


def batches(table: Table, problems: list[Problem], columns: tuple[str, ...] = COLUMNS) -> Iterator[pa.RecordBatch]:
    """The rows of a table in order: those of `columns` that it has, as texts, and `row`, from 1.

    Where it cannot be read on, it ends, and the problem goes to `problems`.
    """
    import pyarrow as pa

    row = 1
    try:
        for batch in _arrow_batches(table, frozenset(columns)):
            texts = [_texts(batch.column(name)) for name in batch.schema.names]
            numbers = pa.array(range(row, row + batch.num_rows), pa.int64())
            yield pa.record_batch([*texts, numbers], names=[*batch.schema.names, "row"])
            row += batch.num_rows
    except _BROKEN as error:
        problems.append(_unreadable(table, error))


def frame(batch: pa.RecordBatch, columns: Collection[str] | None = None) -> pd.DataFrame:
    """Rows as a frame of objects; texts that come again are one object."""
    import pandas as pd
    import pyarrow as pa

    made: dict[str, npt.NDArray[Any]] = {}
    for name in batch.schema.names:
        if columns is None or name in columns:
            column = batch.column(name)
            if pa.types.is_string(column.type):
                coded = column.dictionary_encode()
                known = [*coded.dictionary.to_pylist(), None]
                made[name] = taken(known, coded.indices.fill_null(len(known) - 1).to_numpy(zero_copy_only=False))
            else:
                made[name] = column.to_numpy(zero_copy_only=False)
    return pd.DataFrame({name: pd.Series(column, dtype=column.dtype) for name, column in made.items()}, copy=False)


def _unreadable(table: Table, error: Exception) -> Problem:
    said = str(error).strip().splitlines() or [type(error).__name__]
    return Problem("bad-value", Clash(f"the table cannot be read: {said[0]}", Place(table.name)))


def _names(table: Table) -> list[str]:
    if table.path.suffix == ".csv":
        with table.path.open(encoding="utf-8-sig", newline="") as stream:
            return next(csv.reader(stream), [])
    import pyarrow.parquet as pq

    names: list[str] = pq.read_schema(table.path).names
    return names


def _arrow_batches(table: Table, columns: frozenset[str]) -> Iterator[pa.RecordBatch]:
    names = _names(table)
    chosen = [name for name in dict.fromkeys(names) if name in columns and names.count(name) == 1]
    if table.path.suffix == ".csv":
        import pyarrow as pa
        from pyarrow import csv as arrow_csv

        convert = arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(chosen, pa.string()),
            include_columns=chosen,
            strings_can_be_null=True,
            null_values=[""],
            quoted_strings_can_be_null=True,
        )
        parse = arrow_csv.ParseOptions(newlines_in_values=True)
        yield from arrow_csv.open_csv(table.path, parse_options=parse, convert_options=convert)
        return
    import pyarrow.parquet as pq

    with pq.ParquetFile(table.path) as file:
        yield from file.iter_batches(BATCH, columns=chosen)


def _texts(column: pa.Array) -> pa.Array:
    """The cells as texts; null and the empty text are not written."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.dictionary_decode(), kind.value_type
    if pa.types.is_nested(kind):
        column = _each(column, lambda value: json.dumps(value, ensure_ascii=False, default=str))
    elif pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        column = _each(column, _number)
    elif not pa.types.is_string(kind):
        column = pc.cast(column, pa.string())
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)


def _number(value: object) -> str:
    """A number as digits: 2020.0 is 2020."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _each(column: pa.Array, say: Callable[[object], str]) -> pa.Array:
    import pyarrow as pa

    return pa.array([None if value is None else say(value) for value in column.to_pylist()], pa.string())
