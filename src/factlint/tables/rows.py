"""Rows of words as typed columns, with the columns that come of other rows and of others of the same row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.cell import Context, Key, by_name
from factlint.corpus.cells import Nested
from factlint.corpus.facts import OF_ANY_KIND, OF_KIND
from factlint.corpus.language import FILE, KIND_OF
from factlint.corpus.tables import Coded
from factlint.corpus.ties import ends
from factlint.tables.typed import typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Registry, Settings
    from factlint.corpus.ties import Ties
    from factlint.tables.typed import Bad

REFERRING = ("supersedes", "within")
"""The keys that name another fact."""

HEADLINE = "headline"
"""The column of a head's `title`, since a role has a title of its own."""


def _titled(key: Key) -> Key:
    """The key; a source may be its title alone, which in a column is what people write."""
    return replace(key, cell=replace(key.cell, short="title")) if isinstance(key.cell, Nested) else key


FILE_KEYS = by_name(*(_titled(key) for key in FILE))
HEAD = {HEADLINE if name == "title" else name: key for name, key in FILE_KEYS.items()}
"""For each column that says something of a row's source, the key."""

_FROM_HEAD = {name: FILE_KEYS[name] for name in ("article", "publisher", "published", "origin")}


class Rows(NamedTuple):
    """Rows of one table: their references, the typed columns of the language, and further columns of lists."""

    refs: Sequence[str]
    cells: Mapping[str, Coded]
    more: Mapping[str, Coded | Sequence[object]]
    bad: tuple[Bad, ...] = ()

    def some(self, chosen: Sequence[bool]) -> Rows:
        """Some of the rows."""
        import numpy as np

        mask = np.asarray(chosen, dtype=np.bool_)
        places = np.flatnonzero(mask).tolist()
        more = {
            key: each.some(mask) if isinstance(each, Coded) else [each[place] for place in places]
            for key, each in self.more.items()
        }
        cells = {key: each.some(mask) for key, each in self.cells.items()}
        return Rows([self.refs[place] for place in places], cells, more)

    def stating(self, key: str) -> list[str]:
        """The references of the rows in which a key is written."""
        column = self.cells.get(key)
        return [] if column is None else [ref for ref, code in zip(self.refs, column.codes, strict=True) if code >= 0]

    def columns(self, table: str) -> dict[str, Coded | Sequence[object]]:
        """The cells by their keys, as `corpus.tables.build` takes them for a table."""
        reference = "file" if table == "articles" else "fact"
        return {**self.cells, **self.more, reference: self.refs}


def heads(words: pd.DataFrame, registry: Registry, settings: Settings) -> Rows:
    """The heads of the files: what the first row of each says of its source."""
    first = words.drop_duplicates("file", ignore_index=True)
    read = typed(first, HEAD, Context(registry.names, settings.about))
    cells = {"title" if key == HEADLINE else key: column for key, column in read.cells.items()}
    return Rows(first["file"].tolist(), cells, {}, read.bad)


def rows_of(table: str, words: pd.DataFrame, registry: Registry, settings: Settings, shared: Shared) -> Rows:
    """The rows of a table of facts; `words` are theirs alone."""
    context = Context(registry.names, settings.about)
    kind = KIND_OF.get(table)
    read = typed(words, OF_KIND[kind] if kind else OF_ANY_KIND, context)
    head = typed(words, _FROM_HEAD, context).cells
    refs = words["ref"].tolist()
    more: dict[str, Coded | Sequence[object]] = {
        **head,
        "file": words["file"].tolist(),
        "kind": [kind] * len(words),
        "superseded": [ref in shared.superseded for ref in refs],
        **derived(table, read.cells, shared.ties, len(words)),
    }
    if kind and kind in read.cells:
        more["about"] = read.cells[kind]
    if origin := _origin(head):
        more["origin"] = origin
    return Rows(refs, read.cells, more, read.bad)


class Shared(NamedTuple):
    """What rows must know of all others: what is tied together, which facts others revise, which that they name exist.

    `stated` are pairs of a key that names facts (`REFERRING`) and a reference that it may name.
    """

    ties: Ties
    superseded: frozenset[str]
    stated: frozenset[tuple[str, str]]


def _origin(head: Mapping[str, Coded]) -> Coded | None:
    """Whose words they are; the publisher's where nobody else is named."""
    import numpy as np

    own, publisher = head.get("origin"), head.get("publisher")
    if own is None or publisher is None:
        return own or publisher
    codes = np.where(own.codes >= 0, own.codes, np.where(publisher.codes >= 0, publisher.codes + len(own.values), -1))
    return Coded(codes, [*own.values, *publisher.values])


def derived(table: str, cells: Mapping[str, Coded], ties: Ties, rows: int) -> dict[str, Coded]:
    """The keys made of others (see `corpus.tables`)."""
    if table == "events" and "event" in cells:
        event = cells["event"]
        return {"strand": Coded(event.codes, [ties.strand(str(each)) for each in event.values])}
    if table == "figures":
        known = {key: cells[key] for key in ("of", "with", "scope") if key in cells}
        codes, combined = combinations(known, rows)
        where = [ends({key: value for key, value in each.items() if value is not None}) for each in combined]
        return {
            "pair": Coded(codes, [pair for pair, _ in where]),
            "group": Coded(codes, [ties.group(each) for each in where]),
        }
    return {}


def combinations(cells: Mapping[str, Coded], rows: int) -> tuple[npt.NDArray[np.intp], list[dict[str, object]]]:
    """For each row the number of its combination of values, and the combinations, each with None where it has none."""
    import numpy as np

    number = np.zeros(rows, dtype=np.int64)
    for column in cells.values():
        number = number * (len(column.values) + 1) + column.codes + 1
        number = np.unique(number, return_inverse=True)[1]
    _, first, codes = np.unique(number, return_index=True, return_inverse=True)
    combined = [
        {key: column.values[code] if (code := column.codes[row]) >= 0 else None for key, column in cells.items()}
        for row in first
    ]
    return codes.astype(np.intp), combined
