"""Facts of tables as records, made when somebody asks for one: few are named by findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from factlint.corpus.cell import Context, at
from factlint.corpus.facts import OF_ANY_KIND, OF_KIND
from factlint.corpus.language import KIND_OF
from factlint.corpus.records import Record, read_record
from factlint.findings import Place
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Scalar, Span
from factlint.tables.rows import FILE_KEYS, HEAD
from factlint.tables.words import node

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Registry, Settings
    from factlint.corpus.cell import Key


class Records(Mapping[str, Record]):
    """The facts and heads of `words`, and the entries of the registry, by their references."""

    def __init__(self, words: pd.DataFrame, registry: Registry, settings: Settings) -> None:
        self._words = words
        self._context = Context(registry.names, settings.about)
        self._entries = {entry.ref: entry for entry in registry.records()}
        files = words["file"].tolist()
        self._heads = dict(zip(reversed(files), range(len(files) - 1, -1, -1), strict=True))
        self._facts = dict(zip(words["ref"].tolist(), range(len(words)), strict=True))
        self._made: dict[str, Record] = {}

    def __getitem__(self, ref: str) -> Record:
        if ref in self._entries:
            return self._entries[ref]
        if ref not in self._made:
            self._made[ref] = self._fact(ref) if ref in self._facts else self._head(ref)
        return self._made[ref]

    def __iter__(self) -> Iterator[str]:
        yield from {**self._heads, **self._facts, **self._entries}

    def __len__(self) -> int:
        return len({**self._heads, **self._facts, **self._entries})

    def _fact(self, ref: str) -> Record:
        row = self._row(self._facts[ref])
        kind = KIND_OF.get(row["table"])
        keys = OF_KIND[kind] if kind else OF_ANY_KIND
        calendar = "julian" if row.get("calendar") == "julian" else "gregorian"
        precision = row.get("precision")
        context = at(
            self._context,
            file=row["file"],
            calendar=calendar,
            precision=precision if isinstance(precision, str) else None,
        )
        return self._record(row, {key: key for key in keys}, keys, context, (ref, row["table"], row["path"]))

    def _head(self, ref: str) -> Record:
        return self.head(self._heads[ref])

    def head(self, number: int) -> Record:
        """The head of a row's file as that row has it; `number` is the row's in the words."""
        row = self._row(number)
        names = {column: key.name for column, key in HEAD.items()}
        return self._record(row, names, FILE_KEYS, self._context, (row["file"], "articles", row["path"]))

    def _row(self, number: int) -> Mapping[str, Any]:
        return dict(zip(self._words.columns, self._words.iloc[number].tolist(), strict=True))

    def _record(
        self,
        row: Mapping[str, Any],
        names: Mapping[str, str],
        keys: Mapping[str, Key],
        context: Context,
        record: tuple[str, str, str],
    ) -> Record:
        line = int(row["row"])
        span = Span(line, 1, line, 1)
        written = [(column, name) for column, name in names.items() if isinstance(row.get(column), str)]
        entries = tuple(
            (Scalar(name, span, quoted=False), node(row[column], keys[name].cell, span)) for column, name in written
        )
        return read_record(YamlMapping(entries, span), keys, at(context, problems=[]), record)[0]


def place(path: str, row: int) -> Place:
    """Where a row stands."""
    return Place(path, row, 1, row, 1)
