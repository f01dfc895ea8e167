"""A corpus whose facts are rows of tables: the rules get the same tables, records are made of facts when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.corpus import Corpus
from factlint.corpus.language import KIND_OF
from factlint.corpus.tables import build
from factlint.tables.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Record
    from factlint.corpus.cell import Key
    from factlint.corpus.tables import Coded
    from factlint.tables.rows import Rows

_HEADS = "articles"


@dataclass(frozen=True)
class RowCorpus(Corpus):
    """Facts as rows of `words`, typed by table in `read` (see `factlint.tables.rows`).

    `revised` are the facts that others revise, in these rows or elsewhere; `known` what they may name (see `stated`).
    """

    words: pd.DataFrame = field(kw_only=True)
    read: Mapping[str, Rows] = field(kw_only=True)
    revised: frozenset[str] = field(kw_only=True)
    known: frozenset[tuple[str, str]] = field(kw_only=True)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every fact, head and registry entry by its reference."""
        return Records(self.words, self.registry, self.settings)

    @cached_property
    def written(self) -> frozenset[str]:
        """The tables that have a row, and with their keys those in which something is written."""
        entries = list(self.registry.records())
        keys = {f"{table}.{key}" for table, rows in self.read.items() for key in rows.cells}
        keys |= {f"{entry.table}.{key}" for entry in entries for key in entry.values}
        return frozenset({*self.read, *(entry.table for entry in entries)} | keys)

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The facts that others revise."""
        return self.revised

    @property
    def stated(self) -> frozenset[tuple[str, str]]:
        """Pairs of a key that names a fact and a reference that it may name, of all rows."""
        return self.known

    @property
    def size(self) -> tuple[int, int]:
        """How many sources there are, and how many facts."""
        return self.words["file"].nunique(), len(self.words)

    def stating(self, key: str) -> Iterator[Record]:
        """The facts in which a key is written, in the order of their references."""
        for table, rows in self.read.items():
            if table != _HEADS and key in rows.cells:
                yield from (self.records[ref] for ref in sorted(rows.stating(key)))

    def files_stating(self, key: str) -> frozenset[str]:
        """The files with a fact in which a key is written."""
        return frozenset(self.words["file"][self.words[key].notna()] if key in self.words else ())

    def said(self, keys: Mapping[str, Mapping[str, Key]]) -> Iterator[tuple[str, Mapping[str, object]]]:
        """The table and the values of each table's `keys`, each value once."""
        for table, rows in self.read.items():
            for name in keys.get(table, ()):
                if column := rows.cells.get(name):
                    yield from ((table, {name: value}) for value in column.values)

    def _tables(self, name: str) -> pd.DataFrame:
        if name.startswith("registry/"):
            return super()._tables(name)
        if name not in self._cache:
            import pandas as pd

            parts = [
                rows for table, rows in self.read.items() if table == name or (name == "facts" and table != _HEADS)
            ]
            frames = [build(name, *self._chosen(name, rows)) for rows in parts]
            whole = frames[0] if len(frames) == 1 else None
            if whole is None:
                whole = pd.concat(frames, ignore_index=True) if frames else build(name, {}, 0)
            self._cache[name] = whole
        return self._cache[name]

    def _chosen(self, name: str, rows: Rows) -> tuple[Mapping[str, Coded | Sequence[object]], int]:
        """The cells of the rows that a table has, and how many these are."""
        out = self.unsound if name in KIND_OF else frozenset()
        kept = self.kept.get(name)
        if out or kept is not None:
            rows = rows.some([ref not in out and (kept is None or ref in kept) for ref in rows.refs])
        return rows.columns(name), len(rows.refs)
