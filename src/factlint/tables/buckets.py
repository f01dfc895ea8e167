"""Rows sorted into files, one a bucket: each holds every row of its keys, and none is in memory before it is read."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.tables.files import frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import pyarrow as pa

    from factlint.tables.keys import Hashes

PLACED = ("path", "file", "ref", "table", "id")
"""What is known of a row beside its words and its number."""


class Buckets:
    """Files of rows in a folder, written batch by batch; by their names `paths` of those with some `rows`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
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

    def write(self, batch: pa.RecordBatch, sent: Sent) -> None:
        """Rows of a batch, which has the columns that `PLACED` names, to the buckets of a name."""
        import numpy as np
        import pyarrow as pa

        bucket = (sent.hashes % np.uint64(sent.buckets)).astype(np.int64)
        order = np.argsort(bucket, kind="stable")
        ends = np.searchsorted(bucket[order], np.arange(sent.buckets + 1))
        names = ["row", *PLACED, *(column for column in sent.columns if column not in PLACED)]
        known = [name for name in names if name in batch.schema.names]
        taken = batch.select(known).take(pa.array(sent.rows[order]))
        empty = pa.nulls(len(order), pa.string())
        columns = {**dict.fromkeys(names, empty), **dict(zip(known, taken.columns, strict=True))}
        written = pa.record_batch(list(columns.values()), names=names)
        for number, (start, end) in enumerate(pairwise(ends.tolist())):
            if end > start:
                self._write(f"{sent.name}-{number}", written.slice(start, end - start))

    def _write(self, name: str, rows: pa.RecordBatch) -> None:
        import pyarrow as pa

        if name not in self._open:
            path = str(self._folder / f"{name}.arrow")
            self._open[name] = pa.ipc.new_file(path, rows.schema)
            self.paths[name] = path
        self._open[name].write_batch(rows)
        self.rows[name] += rows.num_rows


class Sent(NamedTuple):
    """Rows of a batch, by their places in it, that go to so many `buckets` of a name, each by its hash.

    Of each row are written where it stands and some `columns`.
    """

    name: str
    columns: Sequence[str]
    rows: npt.NDArray[np.intp]
    hashes: Hashes
    buckets: int


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
