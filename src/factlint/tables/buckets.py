"""Rows sorted into files, one a bucket: each holds every row of its keys, and none is in memory before it is read."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.tables.files import frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    import numpy as np
    import pandas as pd
    import pyarrow as pa

    from factlint.tables.keys import Hashes

PLACED = ("path", "file", "ref", "table", "id")
"""What is known of a row beside its words and its number."""


class Buckets:
    """Files of rows in a folder, written batch by batch; by their names `paths` of those with some `rows`."""

    def __init__(self, folder: Path, columns: tuple[str, ...]) -> None:
        self._folder = folder
        self._columns = columns
        self._open: dict[str, pa.RecordBatchFileWriter] = {}
        self.paths: dict[str, str] = {}
        self.rows: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for writer in self._open.values():
            writer.close()

    def write(self, name: str, batch: pa.RecordBatch, rows: pd.DataFrame, hashes: Hashes, count: int) -> None:
        """Rows of a batch to the `count` buckets of a name, each by its hash.

        `rows` are those that go there, by their places in the batch as index, with what `PLACED` names.
        """
        import numpy as np

        bucket = (hashes % np.uint64(count)).astype(np.int64)
        order = np.argsort(bucket, kind="stable")
        ends = np.searchsorted(bucket[order], np.arange(count + 1))
        places = rows.index.to_numpy()
        placed = {column: rows[column].to_numpy(dtype=object) for column in PLACED}
        for number, (start, end) in enumerate(pairwise(ends)):
            if end > start:
                own = order[start:end]
                told = {column: words[own] for column, words in placed.items()}
                self._write(f"{name}-{number}", batch, places[own], told)

    def _write(self, name: str, batch: pa.RecordBatch, rows: np.ndarray, told: Mapping[str, np.ndarray]) -> None:
        """Rows of a batch, by their places in it, with what is told of them."""
        import pyarrow as pa

        taken = batch.take(pa.array(rows))
        known = {column: taken.column(column) for column in taken.schema.names}
        known |= {column: pa.array(words, pa.string()) for column, words in told.items()}
        empty = pa.nulls(len(rows), pa.string())
        names = ["row", *PLACED, *(column for column in self._columns if column not in PLACED)]
        written = pa.record_batch([known.get(column, empty) for column in names], names=names)
        if name not in self._open:
            path = str(self._folder / f"{name}.arrow")
            self._open[name] = pa.ipc.new_file(path, written.schema)
            self.paths[name] = path
        self._open[name].write_batch(written)
        self.rows[name] += len(rows)


def bucket_words(paths: Sequence[str]) -> pd.DataFrame:
    """The rows of a bucket, which has some files, without the columns in which nothing is written."""
    import pyarrow as pa

    whole = pa.Table.from_batches(batches_of(paths)).combine_chunks()
    written = [name for name in whole.schema.names if whole.column(name).null_count < len(whole)]
    batches = whole.select(written).to_batches()
    return frame(batches[0])


def batches_of(paths: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """The rows of a bucket, as they lie on the disk."""
    import pyarrow as pa

    for path in paths:
        with pa.memory_map(path) as source:
            file = pa.ipc.open_file(source)
            yield from (file.get_batch(number) for number in range(file.num_record_batches))
