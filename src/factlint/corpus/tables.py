"""Tables of records: a row a record, the columns that its cells fill. pandas is imported only here and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.cells import Flag, Text
from factlint.corpus.language import FACT, FACTS, FILE, KIND_OF, REGISTRY
from factlint.corpus.printed import Dated
from factlint.corpus.ties import ends, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from factlint.corpus.cell import Cell
    from factlint.corpus.records import Record
    from factlint.corpus.ties import Ties

HEAD: Mapping[str, Cell] = {
    "file": Text(),
    "article": Text(),
    "publisher": Text(),
    "origin": Text(),
    "published": Dated(),
}
"""What every fact takes over from the head of its file."""

_DERIVED: Mapping[str, Mapping[str, Cell]] = {
    "figures": {"pair": Text(), "group": Text()},
    "events": {"strand": Text()},
}
"""Columns made of others, for keys: `pair` is `of` and `with` in alphabetical order, as symmetric measures need it;
`group` names the pairs and scopes that shares of one in another tie together, `strand` the events that before, after,
during and part_of do."""

_KINDS = {table: {key.name: key.cell for key in (*FACT, *keys)} for table, keys in FACTS.values()}

CELLS: Mapping[str, Mapping[str, Cell]] = {
    "articles": {"file": Text(), **{key.name: key.cell for key in FILE}},
    "facts": {"fact": Text(), "kind": Text(), "about": Text(), **HEAD, **{key.name: key.cell for key in FACT}},
    **{
        table: {"fact": Text(), **HEAD, "superseded": Flag(), **cells, **_DERIVED.get(table, {})}
        for table, cells in _KINDS.items()
    },
    **{
        f"registry/{kind}": {"entry": Text(), **{key.name: key.cell for key in keys}} for kind, keys in REGISTRY.items()
    },
}
"""For each table, its cells in the order of their columns."""


def columns(table: str) -> dict[str, str]:
    """The columns of a table in their order, each with its dtype."""
    return {name: dtype for key, cell in CELLS[table].items() for name, dtype in cell.columns(key).items()}


def build(table: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """The table of `rows`, one value a key, with a RangeIndex; keys that a row lacks are filled as not written."""
    import pandas as pd

    dtypes = columns(table)
    cells = [(key, cell) for key, cell in CELLS[table].items() if cell.columns(key)]
    spread = [[value for key, cell in cells for value in cell.spread(row.get(key))] for row in rows]
    by_column = list(zip(*spread, strict=True)) or [()] * len(dtypes)
    series = (pd.Series(list(each), dtype=dtype) for each, dtype in zip(by_column, dtypes.values(), strict=True))
    return pd.DataFrame(dict(zip(dtypes, series, strict=True)))


def fact_row(record: Record, head: Record, superseded: frozenset[str], ties: Ties) -> dict[str, object]:
    """A fact's values, with what it takes over from the head of its file and what other facts make of it.

    `superseded` are the facts that others revise, `ties` what hangs together through facts and the registry.
    """
    where = ends(record.values) if record.table == "figures" else None
    event = record.values.get("event") if record.table == "events" else None
    kind = KIND_OF.get(record.table)
    return {
        **{key: head.values.get(key) for key in ("article", "publisher", "published")},
        "origin": head.values.get("origin") or head.values.get("publisher"),
        "file": head.ref,
        "fact": record.ref,
        "kind": kind,
        "about": record.values.get(kind) if kind else None,
        "superseded": record.ref in superseded,
        "pair": where[0] if where else None,
        "group": ties.groups.get(name := spelled(where), name) if where else None,
        "strand": None if event is None else ties.strands.get(str(event), event),
        **record.values,
    }
