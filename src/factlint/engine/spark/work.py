"""What Spark's workers do: scan a table, sort its rows into buckets, sort too large ones again, check a bucket.

Rows travel as compressed Arrow streams, at most `CHUNK` of them in a cell: Java carries them without a look inside.
Functions travel by reference, so that factlint has to be installed where workers run.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.names import Names
from factlint.corpus.registry import Registry
from factlint.engine.spark.rows import answer_rows
from factlint.engine.tables.scanning import TableScan, scan_table
from factlint.engine.tables.skew import sort_again
from factlint.engine.tables.sorting import answer, sort_table
from factlint.engine.tables.twins import LaterTwins, twins_in
from factlint.memory import uncollected
from factlint.tables.buckets import PLACED, Buckets
from factlint.tables.files import COLUMNS, frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd
    import pyarrow as pa
    from pyspark import Broadcast

    from factlint.corpus import Settings
    from factlint.engine.tables.sorting import Sorting
    from factlint.tables.files import Table
    from factlint.tables.keys import Hashes

    Batches = Iterator[pa.RecordBatch]

CHUNK = 1 << 16

SAID = "number long, said binary"
"""The columns of what is said of whole tables, by their numbers, pickled."""

PIECES = "bucket string, number long, piece long, rows long, words binary"
"""The columns of the pieces of buckets: of which table their rows are, and in which order there."""

PROBLEMS = "problems"
"""The bucket of what is wrong with tables and references, pickled."""

_ORDER = ("row", *PLACED, *COLUMNS)


class Source(NamedTuple):
    """What a scan needs to know beside the registry: the tables, and the settings."""

    tables: list[Table]
    settings: Settings


class Job(NamedTuple):
    """What sorting and checking need to know: the tables, how, what comes twice, and how often before each table.

    `how` lacks the registry, which may be large and has a broadcast of its own (see `job_of`).
    """

    tables: list[Table]
    how: Sorting
    twice: Hashes
    before: Sequence[Mapping[str, int]]


def job_of(tables: list[Table], how: Sorting, twice: Hashes, before: Sequence[Mapping[str, int]]) -> Job:
    """The job without the registry."""
    return Job(tables, _under(how, Registry({}, Names.of({}))), twice, before)


def scanned_tables(numbers: Batches, registry: Broadcast[Registry], shared: Broadcast[Source]) -> Batches:
    """What a scan says of each table, by its number, as rows of `SAID`; for `DataFrame.mapInArrow`."""
    for number in _each(numbers):
        with uncollected():
            scan = TableScan(registry.value, shared.value.settings)
            scan_table(shared.value.tables[number], scan)
        yield _said(number, scan.said())


def twins_of_tables(numbers: Batches, shared: Broadcast[tuple[Source, Hashes]]) -> Batches:
    """How often each table has the references that come twice, as rows of `SAID`; for `DataFrame.mapInArrow`."""
    source, twice = shared.value
    for number in _each(numbers):
        yield _said(number, twins_in(source.tables[number], twice))


def sorted_tables(numbers: Batches, registry: Broadcast[Registry], shared: Broadcast[Job]) -> Batches:
    """The rows of tables, by their numbers, as `PIECES` of buckets; for `DataFrame.mapInArrow`."""
    job, how = shared.value, _under(shared.value.how, registry.value)
    for number in _each(numbers):
        twins = LaterTwins(job.twice, job.before[number] if job.before else {})
        with TemporaryDirectory(prefix="factlint-") as scratch:
            with Buckets(Path(scratch)) as buckets, uncollected():
                problems = sort_table(job.tables[number], how, twins, buckets)
            yield from _pieces(buckets.paths, number, 0)
        if problems or twins.problems:
            yield _piece(PROBLEMS, number, 0, 0, pickle.dumps([*problems, *twins.problems]))


def sorted_again(
    pieces: Batches, registry: Broadcast[Registry], shared: Broadcast[Job], sizes: Mapping[str, int]
) -> Batches:
    """The pieces of too large buckets as pieces of the buckets of finer passes; `sizes` are the rows of each bucket."""
    import pyarrow as pa

    how = _under(shared.value.how, registry.value)
    for batch in pieces:
        for each in batch.to_pylist():
            name = each["bucket"]
            with TemporaryDirectory(prefix="factlint-") as scratch:
                with Buckets(Path(scratch)) as buckets, uncollected():
                    rows = pa.ipc.open_stream(each["words"])
                    sort_again(rows, name, sizes[name], how, buckets)
                yield from _pieces(buckets.paths, each["number"], each["piece"])


def checked_bucket(
    key: tuple[str],
    pieces: pd.DataFrame,
    registry: Broadcast[Registry],
    shared: Broadcast[Job],
    unsound: Broadcast[frozenset[str]],
) -> pd.DataFrame:
    """What is found in a bucket, for `GroupedData.applyInPandas`: rows with the columns of `spark.rows.SCHEMA`."""
    (name,) = key
    how = _under(shared.value.how, registry.value)._replace(unsound=unsound.value)
    ordered = pieces.sort_values(["number", "piece"], kind="stable")
    with uncollected():
        return answer_rows(name, answer(words_of(ordered["words"]), name, how))


def words_of(streams: Iterable[bytes]) -> pd.DataFrame:
    """The rows of Arrow streams, without the columns in which nothing is written."""
    import pandas as pd
    import pyarrow as pa

    tables = [pa.ipc.open_stream(stream).read_all() for stream in streams]
    whole = pa.concat_tables(tables, promote_options="default")
    written = [name for name in dict.fromkeys(_ORDER) if name in whole.schema.names]
    frames = [frame(batch) for batch in whole.select(written).combine_chunks().to_batches()]
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def _under(how: Sorting, registry: Registry) -> Sorting:
    """The same sorting, under a registry."""
    return how._replace(project=how.project._replace(registry=registry))


def _each(numbers: Batches) -> Iterator[int]:
    for batch in numbers:
        yield from batch.column(0).to_pylist()


def _said(number: int, said: object) -> pa.RecordBatch:
    import pyarrow as pa

    cells = [pa.array([number], pa.int64()), pa.array([pickle.dumps(said)], pa.binary())]
    return pa.record_batch(cells, names=["number", "said"])


def _pieces(paths: Mapping[str, str], number: int, first: int) -> Batches:
    """The files of buckets as pieces, numbered from `first`."""
    import pyarrow as pa

    for name, path in paths.items():
        with pa.memory_map(path) as source:
            whole = pa.ipc.open_file(source).read_all()
            for place, start in enumerate(range(0, len(whole), CHUNK)):
                rows = whole.slice(start, CHUNK).combine_chunks()
                yield _piece(name, number, first + place, len(rows), _stream(rows))


def _stream(rows: pa.Table) -> bytes:
    """Rows as a compressed stream, without empty columns."""
    import pyarrow as pa

    written = [name for name in rows.schema.names if rows.column(name).null_count < len(rows)]
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(
        sink, rows.select(written).schema, options=pa.ipc.IpcWriteOptions(compression="zstd")
    ) as stream:
        stream.write_table(rows.select(written))
    out: bytes = sink.getvalue().to_pybytes()
    return out


def _piece(name: str, number: int, piece: int, rows: int, words: bytes) -> pa.RecordBatch:
    import pyarrow as pa

    cells = [[name], [number], [piece], [rows], [words]]
    types = [pa.string(), pa.int64(), pa.int64(), pa.int64(), pa.binary()]
    names = ["bucket", "number", "piece", "rows", "words"]
    return pa.record_batch([pa.array(cell, kind) for cell, kind in zip(cells, types, strict=True)], names=names)
