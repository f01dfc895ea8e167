"""From the rows that fail a schema to the problems of a corpus: the one door to the schemas.

The way of a failure: a line of a model (`declare.py` says how one is written) → an error of pandera → the row and
the constraint that it breaks (`errors.py`; `direct.py` for a small table, without pandera) → a problem at the key where
it is written (`problems.py`). pandas and pandera are imported only when tables are validated.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from factlint.corpus.tables import CELLS
from factlint.figures.cells import least, symmetric
from factlint.schemas.constraint import Beside
from factlint.schemas.problems import Met, problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus, Problem, Record
    from factlint.schemas.table import Table

PANDAS_3 = "PySpark does not yet fully support pandas"
"""How the warning begins that PySpark gives under pandas 3, and pandera wherever PySpark is installed."""

FEW = 1_000
"""Tables of so many rows are validated without pandera, whose import takes longer than that."""

_REFERENCES = frozenset({"fact", "file", "entry"})
_REGISTRY = "registry/"
_ALWAYS = frozenset({"articles", "facts"})
"""The tables that are made of files, or of facts of every kind."""


def validate(corpus: Corpus, only: frozenset[str] | None = None) -> tuple[list[Problem], list[str]]:
    """The problems of every table of a corpus, or of some, and the faults of the tool itself, one sentence each.

    Nothing is raised: where a check fails, that is a fault, and the other checks and tables still speak.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", PANDAS_3, FutureWarning)  # for people who never asked for PySpark
        return _validated(corpus, only)


def _validated(corpus: Corpus, only: frozenset[str] | None) -> tuple[list[Problem], list[str]]:
    from factlint.schemas.models import MODELS

    met = Met.of(corpus)
    problems: list[Problem] = []
    faults: list[str] = []
    for name, model in MODELS.items():
        if name not in corpus.written | _ALWAYS or (only is not None and name not in only):
            continue
        try:
            problems += _of_table(name, model, corpus, met, faults)
        except Exception as error:  # noqa: BLE001 - one broken schema must not hide what the others find
            faults.append(f"the schema of {name} failed: {type(error).__name__}: {error}")
    return problems, faults


def keys_of(table: str) -> dict[str, str]:
    """For each column of a table the key behind which its cells are written; empty for the reference of a row."""
    return {
        column: "" if key in _REFERENCES else key for key, cell in CELLS[table].items() for column in cell.columns(key)
    }


def _of_table(name: str, model: type[Table], corpus: Corpus, met: Met, faults: list[str]) -> Iterator[Problem]:
    rows = corpus.table(name)
    if rows.empty:
        return
    rows.attrs = {"beside": _beside(corpus, met)}
    if len(rows) <= FEW:
        from factlint.schemas.direct import failures
    else:
        from factlint.schemas.errors import failures
    found, failed = failures(name, model, rows, keys_of(name))
    faults += failed
    for failure in found:
        record = _record(name, str(rows.iloc[failure.row, 0]), corpus)
        yield from problems_of(failure.constraint, record, met)


def _beside(corpus: Corpus, met: Met) -> Beside:
    """What the checks may need of the registry; a running total adds up too, but is said as of a day."""
    measures = {entry_id: entry.values for entry_id, entry in corpus.registry.entries["measures"].items()}
    flows = (each for each, said in measures.items() if said.get("kind") == "flow" and not said.get("cumulative"))
    amounts = (each for each, said in measures.items() if (low := least(said)) is not None and low >= 0)
    return Beside(frozenset(flows), frozenset(amounts), symmetric(corpus), met.unread, corpus.stated)


def _record(table: str, reference: str, corpus: Corpus) -> Record:
    if table.startswith(_REGISTRY):
        return corpus.registry.entry(table.removeprefix(_REGISTRY), reference)
    return corpus.records[reference]
