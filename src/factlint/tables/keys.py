"""Where rows belong: their references, what hangs together across rows, and the key that a rule compares them by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.cell import Context
from factlint.corpus.facts import OF_ANY_KIND, OF_KIND
from factlint.corpus.language import FACTS, KIND_OF
from factlint.corpus.records import Problem
from factlint.corpus.ties import Ties, groups, strands
from factlint.findings import Anchor, Clash
from factlint.reading.article import is_there, shortest
from factlint.tables.buckets import PLACED
from factlint.tables.files import COLUMNS
from factlint.tables.records import place
from factlint.tables.rows import HEAD, REFERRING, Shared, combinations, derived
from factlint.tables.typed import typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import pyarrow as pa

    from factlint.corpus import Registry, Settings

    Hashes = npt.NDArray[np.uint64]

_SHARES = ("of", "with", "scope", "share_of")
_ORDERS = ("event", "part_of", "before", "after", "during")
QUOTE = "quote"
"""The column of the words that say so; of a source it matters whether some fact has any."""

QUOTED = "quoted"
"""The column that says whether a placed row has a quote."""

PLACING = ("row", "id", "file", *FACTS)
"""The columns that tell where a row stands, and of which table it is."""

SLIM = (*PLACING[1:], *_SHARES, *_ORDERS, *REFERRING, "calendar", "precision")
"""The columns that tell what hangs together."""


def placed_rows(rows: pd.DataFrame, path: str) -> pd.DataFrame:
    """The rows with `path`, `file`, `ref`, `table` and their own `id`: where they stand, and where they go.

    A reference `file#id` as id says both; without a file the table's own name stands for it.
    """
    import numpy as np
    import pandas as pd

    none = np.full(len(rows), None, dtype=object)
    own = rows["id"].to_numpy(dtype=object) if "id" in rows else none
    file = rows["file"].to_numpy(dtype=object) if "file" in rows else none
    name = path.rpartition(".")[0]
    files, refs, ids = [], [], []
    for written, said, row in zip(own, file, rows["row"].tolist(), strict=True):
        within, hash_, last = (written or "").rpartition("#")
        files.append(within if hash_ else said or name)
        ids.append(last or None)
        refs.append(f"{files[-1]}#{last or f'@{row}'}")
    kinds = {kind: rows[kind].notna().to_numpy() if kind in rows else np.zeros(len(rows), bool) for kind in FACTS}
    several = np.sum(list(kinds.values()), axis=0) != 1
    table = np.full(len(rows), "facts", dtype=object)
    for kind, there in kinds.items():
        table[there & ~several] = FACTS[kind][0]
    told = {"path": [path] * len(rows), "file": files, "ref": refs, "table": table, "id": ids}
    return rows.assign(**{name: pd.Series(column, rows.index, dtype=object) for name, column in told.items()})


class Scan:
    """What is to be known of all rows before any is checked; `add` is told every batch of them, in order."""

    def __init__(self, registry: Registry, settings: Settings) -> None:
        self._registry = registry
        self._context = Context(registry.names, settings.about)
        self._shares: list[dict[str, object]] = []
        self._orders: list[tuple[object, Mapping[str, object]]] = []
        self._targets: dict[str, set[str]] = {key: set() for key in REFERRING}
        self._refs: list[Hashes] = []
        self._terms: list[Hashes] = []
        self.rows: Counter[str] = Counter()
        self.files: set[str] = set()

    def add(self, rows: pd.DataFrame) -> None:
        """Rows with their places, of which the columns of `SLIM` matter."""
        self.rows.update(rows["table"].tolist())
        self.files.update(rows["file"].tolist())
        self._refs.append(hashed(rows["ref"]))
        self._terms.append(self._refs[-1][(rows["table"] == "roles").to_numpy()])
        if "share_of" in rows:
            shares = rows[rows["share_of"].notna() & (rows["table"] == "figures")]
            self._shares += self._values(shares, "figures", _SHARES)
        tied = rows[[name for name in _ORDERS[1:] if name in rows]].notna().any(axis=1) & (rows["table"] == "events")
        self._orders += [(each.get("event"), each) for each in self._values(rows[tied], "events", _ORDERS)]
        for key in (key for key in REFERRING if key in rows):
            own = rows[rows[key].notna()]
            self._targets[key] |= {str(each[key]) for each in self._values(own, "", (key,))}

    def shared(self) -> Shared:
        """What rows must know of all others."""
        known = [(event, entry.values) for event, entry in self._registry.entries.get("events", {}).items()]
        ties = Ties(groups(self._shares), strands([*self._orders, *known]))
        stated = {("supersedes", ref) for ref in _among(self._targets["supersedes"], self._refs)}
        stated |= {("within", ref) for ref in _among(self._targets["within"], self._terms)}
        return Shared(ties, frozenset(self._targets["supersedes"]), frozenset(stated))

    def twice(self) -> Hashes:
        """The hashes of the references that more than one row has, in order."""
        import numpy as np

        every, counts = np.unique(np.concatenate(self._refs or [np.empty(0, np.uint64)]), return_counts=True)
        return every[counts > 1]

    def _values(self, rows: pd.DataFrame, table: str, names: tuple[str, ...]) -> Iterator[dict[str, object]]:
        rows = rows.reset_index(drop=True)
        kind = KIND_OF.get(table)
        keys = OF_KIND[kind] if kind else OF_ANY_KIND
        cells = typed(rows, {name: keys[name] for name in names}, self._context).cells
        columns = {name: column.column() for name, column in cells.items()}
        for row in range(len(rows)):
            yield {name: column[row] for name, column in columns.items() if column[row] is not None}


def _among(refs: Iterable[str], hashes: list[Hashes]) -> list[str]:
    """Those of the references that some row has; there are few beside all rows, which are not put in order."""
    import numpy as np

    every = sorted(refs)
    if not every:
        return []
    order = np.argsort(wanted := hashed(every))
    there = np.zeros(len(every), dtype=np.bool_)
    for each in hashes:
        places = np.minimum(np.searchsorted(wanted, each, sorter=order), len(every) - 1)
        there[order[places[wanted[order[places]] == each]]] = True
    return [ref for ref, known in zip(every, there, strict=True) if known]


class Twins:
    """References that come again: each later one gets a number, and is a problem."""

    def __init__(self, twice: Hashes) -> None:
        self._twice = twice
        self._seen: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def apart(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows, with every reference only once; to be told all rows in order."""
        import numpy as np
        import pandas as pd

        if not len(self._twice):
            return rows
        refs = rows["ref"].tolist()
        for row in np.flatnonzero(np.isin(hashed(rows["ref"]), self._twice)):
            ref = refs[row]
            self._seen[ref] += 1
            if self._seen[ref] > 1:
                refs[row] = f"{ref}@{self._seen[ref]}"
                message = f"the id {ref.partition('#')[2]!r} already names another fact of this file: write another id"
                clash = Clash(message, place(rows["path"].iloc[row], int(rows["row"].iloc[row])))
                self.problems.append(Problem("duplicate-fact-id", clash, Anchor(refs[row], "id")))
        return rows.assign(ref=pd.Series(refs, rows.index, dtype=object))


_TYPED_WITH = (*_SHARES[:3], "event")
"""What the columns that are made of others are made of (see `rows.derived`)."""

TELLING = (*PLACED, *_TYPED_WITH, "calendar", "precision")
"""The columns that the hashes of a key need beside those of the key."""


def columns_of(tables: Collection[str]) -> tuple[str, ...]:
    """The columns that are read of rows of some tables; of rows of no one kind (`facts`), all."""
    if "facts" in tables:
        return COLUMNS
    own = {name for table in tables if table in KIND_OF for name in OF_KIND[KIND_OF[table]]}
    return tuple(name for name in COLUMNS if name in {"id", "file", QUOTE, *HEAD, *own})


def with_places(batch: pa.RecordBatch, rows: pd.DataFrame) -> pa.RecordBatch:
    """A batch with what `PLACED` names, of its rows with their places."""
    import pyarrow as pa

    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    columns |= {name: pa.array(rows[name].to_numpy(dtype=object), pa.string()) for name in PLACED}
    return pa.record_batch(list(columns.values()), names=list(columns))


ROWS = "rows"
"""In place of a table: the rows of all tables that name an article under seeds/, told apart by that article."""


class Keyed(NamedTuple):
    """The columns of a table by which facts are told apart: facts that differ there never meet."""

    table: str
    columns: tuple[str, ...]

    def own(self, rows: pd.DataFrame, settings: Settings) -> pd.DataFrame:
        """Those of some rows that are the table's; of a source the first, for it tells all but whether it is quoted."""
        if self.table == ROWS:
            return _naming(rows, settings.root / "seeds")
        if self.table == "articles":
            return rows.drop_duplicates(["file", QUOTED])
        return rows[rows["table"] == self.table]

    def hashes(self, rows: pd.DataFrame, registry: Registry, settings: Settings, shared: Shared) -> Hashes:
        """A number for each row of the table, the same for one key; without columns, that of the reference."""
        import numpy as np

        rows = rows.reset_index(drop=True)
        if self.table == "articles" or not self.columns:
            return hashed(rows["file" if self.table == "articles" else "ref"])
        if self.table == ROWS:
            return hashed(map(shortest, rows["article"]))
        kind = KIND_OF[self.table]
        needed = {name: key for name, key in OF_KIND[kind].items() if name in {*self.columns, *_TYPED_WITH}}
        cells = typed(rows, needed, Context(registry.names, settings.about)).cells
        cells = {**cells, **derived(self.table, cells, shared.ties, len(rows))}
        codes, combined = combinations({name: cells[name] for name in self.columns if name in cells}, len(rows))
        texts = ["\x1f".join(str(each.get(name)) for name in self.columns) for each in combined]
        return hashed(texts)[codes] if texts else np.empty(0, np.uint64)


def _naming(rows: pd.DataFrame, seeds: Path) -> pd.DataFrame:
    """The rows that name an article which is a file in `seeds`."""
    if "article" not in rows:
        return rows[:0]
    names = rows["article"]
    return rows[names.isin([name for name in names.dropna().unique() if is_there(seeds, name)])]


def hashed(texts: Iterable[str]) -> Hashes:
    """A number for each text, the same on every machine."""
    import numpy as np
    from pandas.util import hash_array

    return hash_array(np.asarray(list(texts), dtype=object), categorize=False)
