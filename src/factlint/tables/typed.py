"""Columns of words to columns of typed values: each word is read once, however many rows have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.cell import at, read_cell
from factlint.corpus.cells import FactRef, Text
from factlint.corpus.tables import Coded
from factlint.reading.yaml import Span
from factlint.tables.words import node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus.cell import Context, Key, Unreadable

    Mask = npt.NDArray[np.bool_]
    Rows = npt.NDArray[np.intp]

_HERE = Span(1, 1, 1, 1)
_CONTEXT = ("calendar", "precision")


class Bad(NamedTuple):
    """A cell that cannot be read: the key behind which it stands, the rows, and what is wrong."""

    key: str
    rows: Rows
    problem: Unreadable


class Typed(NamedTuple):
    """The values behind each key that some row has, one code a row, and the cells that cannot be read."""

    cells: Mapping[str, Coded]
    bad: tuple[Bad, ...]


def typed(words: pd.DataFrame, keys: Mapping[str, Key], context: Context) -> Typed:
    """The values of the columns of `words` for which there are `keys`; other columns are passed over.

    `words` has a RangeIndex, texts, and null where nothing is written; a column `file` is the file of a row's own ids.
    """
    cells: dict[str, Coded] = {}
    bad: list[Bad] = []
    groups = list(_contexts(words, context))
    for name, key in keys.items():
        if name in words and words[name].notna().any():
            texts = _whole_references(words, name) if isinstance(key.cell, FactRef) else words[name]
            cells[name] = _column(texts, key, groups, bad)
    return Typed(cells, tuple(bad))


def _contexts(words: pd.DataFrame, context: Context) -> Iterator[tuple[Context, Mask | None]]:
    """How rows are read: their calendar and precision; None stands for all rows."""
    import numpy as np

    given = [name for name in _CONTEXT if name in words and words[name].notna().any()]
    if not given:
        yield context, None
        return
    said = words[given].fillna("")
    number = said.groupby(given, sort=True).ngroup().to_numpy()
    for group in np.unique(number):
        row = said.iloc[int(np.flatnonzero(number == group)[0])]
        calendar = "julian" if row.get("calendar", "") == "julian" else "gregorian"
        yield at(context, calendar=calendar, precision=row.get("precision") or None), number == group


def _whole_references(words: pd.DataFrame, name: str) -> pd.Series[str]:
    """The references in a column; an id alone is one of the row's own file."""
    texts = words[name]
    own = ~texts.str.contains("#", regex=False, na=True).astype(bool)
    return texts.where(~own, words["file"].astype(object) + "#" + texts.astype(object))


def _column(texts: pd.Series[str], key: Key, groups: list[tuple[Context, Mask | None]], bad: list[Bad]) -> Coded:
    import numpy as np
    import pandas as pd

    written = texts.notna().to_numpy()
    plain = type(key.cell) is Text
    codes = np.full(len(texts), -1, dtype=np.intp)
    values: list[object] = []
    for context, rows in groups if not isinstance(key.cell, FactRef) else [(groups[0][0], None)]:
        chosen = np.flatnonzero(written if rows is None else written & rows)
        own_codes, distinct = pd.factorize(texts.to_numpy(dtype=object)[chosen])
        codes[chosen] = own_codes + len(values)
        met: list[Unreadable] = []
        within = at(context, problems=met)
        for number, text in enumerate(distinct):
            values.append(text if plain and not text.isspace() else read_cell(key, node(text, key.cell, _HERE), within))
            if met:
                rows_of_text = chosen[own_codes == number]
                bad += [Bad(key.name, rows_of_text, problem) for problem in met]
                met.clear()
    empty = [number for number, value in enumerate(values) if value is None]
    if empty:
        codes[np.isin(codes, empty)] = -1
    return Coded(codes, values)
