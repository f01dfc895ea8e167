"""`factlint export`: every fact with its article, quote, place and typed values."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from factlint.commands.project import emit, open_project, write_file
from factlint.corpus.settings import SettingsError
from factlint.corpus.typed import typed_values
from factlint.tables.files import BESIDE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

VERSION = 1
_COMMON = ("id", "kind", "article", "published", "path", "line", "quote")


def run(path: Path | None, form: str, output: Path | None) -> int:
    """Write the facts; status 0. Raises SettingsError where the format cannot be written."""
    from factlint.engine.check import read

    if form == "parquet" and output is None:
        raise SettingsError("a Parquet file is no text for a terminal: name a file with --output facts.parquet")
    corpus, _ = read(open_project(path))
    facts = [typed_values(fact, file.head, corpus) for file in corpus.files for fact in file.facts]
    if form == "json":
        emit(_json(facts), output)
        return 0
    from factlint.tables.export import row_of

    words = (row_of(fact, file.head) for file in corpus.files for fact in file.facts)
    rows = [_beside(typed) | said for typed, said in zip(facts, words, strict=True)]
    if form == "parquet" and output is not None:
        write_file(output, _parquet(rows))
    else:
        emit(_csv(rows), output)
    return 0


def _beside(typed: Mapping[str, object]) -> dict[str, object]:
    """What a row has beside the words of its fact: where it stands, and what follows from the words."""
    return {name: typed[name] for name in BESIDE if name in typed}


def _json(facts: list[dict[str, object]]) -> str:
    return f"{json.dumps({'version': VERSION, 'facts': facts}, ensure_ascii=False, indent=2)}\n"


def _csv(facts: list[dict[str, object]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _columns(facts), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _flat(value) for key, value in fact.items()} for fact in facts)
    return stream.getvalue()


def _parquet(facts: list[dict[str, object]]) -> bytes:
    """The same table in Parquet."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SettingsError("Parquet needs pyarrow: pip install 'factlint[parquet]'") from error
    columns = {name: pa.array(_typed([fact.get(name) for fact in facts])) for name in _columns(facts)}
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _columns(facts: list[dict[str, object]]) -> list[str]:
    seen = {name: None for fact in facts for name in fact}
    return [*_COMMON, *(name for name in seen if name not in _COMMON)]


def _typed(column: Sequence[object]) -> list[object]:
    """A column of one type: numbers stay numbers, everything else is text."""
    kinds = {type(value) for value in column if value is not None}
    if kinds <= {int} and all(abs(value) < 2**63 for value in column if isinstance(value, int)):
        return list(column)
    if kinds <= {int, float}:
        return [None if value is None else float(value) for value in column]  # type: ignore[arg-type]  # int or float
    if kinds == {bool}:
        return list(column)
    return [None if value is None else str(_flat(value)) for value in column]


def _flat(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
