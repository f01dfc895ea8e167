"""Tables of records: a row a record, the columns that its cells fill. pandas is imported only here and later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.corpus.cells import Flag, Text
from factlint.corpus.language import FACT, FACTS, FILE, KIND_OF, REGISTRY
from factlint.corpus.printed import Dated
from factlint.corpus.ties import ends

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus.cell import Cell
    from factlint.corpus.records import Record
    from factlint.corpus.ties import Ties

    Column = Sequence[object] | npt.NDArray[Any]


class Coded(NamedTuple):
    """A column of values that come again and again: for each row the place of its value, -1 where it has none."""

    codes: npt.NDArray[np.intp]
    values: Sequence[object]

    def some(self, rows: npt.NDArray[np.intp] | npt.NDArray[np.bool_]) -> Coded:
        """Some of the rows."""
        return Coded(self.codes[rows], self.values)

    def column(self) -> npt.NDArray[np.object_]:
        """The value of each row, None where it has none."""
        return taken([*self.values, None], self.codes)

    @classmethod
    def of(cls, values: Sequence[object]) -> Coded:
        """A column of so many values, of which some are one and the same object."""
        import numpy as np

        known = {id(value): value for value in values}
        places = dict(zip(known, range(len(known)), strict=True))
        codes = np.fromiter((places[id(value)] for value in values), dtype=np.intp, count=len(values))
        return cls(codes, list(known.values()))


def taken(values: Sequence[object], codes: npt.NDArray[np.intp], dtype: str = "object") -> npt.NDArray[Any]:
    """The value at each of the codes; -1 is the last."""
    import numpy as np

    if dtype in _BLOCKS and dtype != "object":
        return np.array(values, dtype=dtype)[codes]
    return np.fromiter(values, dtype=object, count=len(values))[codes]  # from an iterator, which keeps tuples whole


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


def build(table: str, cells: Mapping[str, Sequence[object] | Coded], rows: int) -> pd.DataFrame:
    """The table of so many rows, with a RangeIndex.

    `cells` are the values behind each key, one a row and None where a row lacks it; a key that no row has may be left
    out, so that most columns cost nothing.
    """
    made: dict[str, Column] = {}
    dtypes = columns(table)
    for key, cell in CELLS[table].items():
        names = cell.columns(key)
        behind = cells.get(key)
        if behind is None:
            nothing = zip(names, cell.spread(None), strict=True)
            made.update({name: _same(value, dtypes[name], rows) for name, value in nothing})
        elif isinstance(behind, Coded) or len(names) > 1:
            coded = behind if isinstance(behind, Coded) else Coded.of(behind)
            known = zip(*map(cell.spread, (*coded.values, None)), strict=True)
            made |= {name: taken(each, coded.codes, dtypes[name]) for name, each in zip(names, known, strict=True)}
        else:
            made |= dict.fromkeys(names, _filled(cell, behind))
    return _framed(made, dtypes, rows)


def _same(value: object, dtype: str, rows: int) -> Column:
    """A column with one value in all rows."""
    import numpy as np

    if dtype not in _BLOCKS:
        return [value] * rows
    only = np.empty((), dtype=dtype)
    only[()] = value  # a tuple, too, is one value here
    return np.broadcast_to(only, rows)


def _framed(made: Mapping[str, Column], dtypes: Mapping[str, str], rows: int) -> pd.DataFrame:
    """The columns as a frame; those of one dtype are one block, which takes a tenth of the time of many."""
    import numpy as np
    import pandas as pd

    parts = []
    for dtype in sorted(set(dtypes.values())):
        names = [name for name in made if dtypes[name] == dtype]
        if dtype in _BLOCKS:
            block = np.empty((len(names), rows), dtype=dtype)
            for number, name in enumerate(names):
                column = made[name]
                if dtype == "object" and not isinstance(column, np.ndarray):
                    column = np.fromiter(column, dtype=object, count=rows)  # from an iterator, which keeps tuples whole
                block[number] = column
            parts.append(pd.DataFrame(block.T, columns=pd.Index(names, dtype=object), dtype=dtype, copy=False))
        else:
            parts.append(pd.DataFrame({name: pd.Series(list(made[name]), dtype=dtype) for name in names}))
    return pd.concat(parts, axis=1)[list(made)]


_BLOCKS = frozenset({"object", "int64", "float64", "bool"})


def _filled(cell: Cell, values: Sequence[object]) -> Sequence[object]:
    """The one column of the values: each fills it as it is."""
    (nothing,) = cell.spread(None)
    return values if nothing is None else [nothing if value is None else value for value in values]


def fact_cells(
    table: str, facts: Sequence[tuple[Record, Record]], superseded: frozenset[str], ties: Ties
) -> dict[str, list[object]]:
    """The cells of facts as rows of a table, each given with the head of its file.

    A fact has its own values, what it takes over from the head, and what other facts make of it: `superseded` are the
    facts that others revise, `ties` what hangs together through facts and the registry.
    """
    known = CELLS[table]
    cells: dict[str, list[object]] = {}
    for row, (fact, _) in enumerate(facts):
        for key, value in fact.values.items():
            if key in cells:
                cells[key][row] = value
            elif key in known:
                cells[key] = [None] * len(facts)
                cells[key][row] = value
    return {
        **{key: [head.values.get(key) for _, head in facts] for key in ("article", "publisher", "published")},
        "origin": [head.values.get("origin") or head.values.get("publisher") for _, head in facts],
        "file": [head.ref for _, head in facts],
        "fact": [fact.ref for fact, _ in facts],
        **_of_kind(table, facts, ties),
        "superseded": [fact.ref in superseded for fact, _ in facts],
        **cells,
    }


def _of_kind(table: str, facts: Sequence[tuple[Record, Record]], ties: Ties) -> dict[str, list[object]]:
    """The cells that follow from what facts say and hang together with."""
    if table == "figures":
        where = [ends(fact.values) for fact, _ in facts]
        return {"pair": [each[0] for each in where], "group": [ties.group(each) for each in where]}
    if table == "events":
        events = [fact.values.get("event") for fact, _ in facts]
        return {"strand": [event and ties.strand(str(event)) for event in events]}
    if table == "facts":
        kinds = [KIND_OF.get(fact.table) for fact, _ in facts]
        about = [fact.values.get(kind) if kind else None for (fact, _), kind in zip(facts, kinds, strict=True)]
        return {"kind": list(kinds), "about": about}
    return {}
