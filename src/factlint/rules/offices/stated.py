"""What roles say, prepared once for all rules on offices: who, which office, and on which days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.printed import date_columns

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column

_WRITTEN = ("fact", "file", "origin", "scope", "role", "person", "replaces", "within", "title", "rank", "number")
_ASKED = ("from", "until", "at", "asof", "replaces", "served", "within")
_TIMES = ("at", "asof", "published", "from", "until")
_ENDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")


class Stated(NamedTuple):
    """The roles that count against each other, with an office and a person.

    `rows` are sorted by fact id, numbered from 0. Beside columns of the table `roles` they have `office` and `holder`
    (a person in an office), numbered from 0 in the order of their ids; `seats` and `handover` of the office; `termed`,
    whether a term is given, by its beginning or its end; `seen` with four ends as of a date, the days on which the
    statement sees its person: `at`, else `asof`, else `published`; and `exact`, whether each date that is written is
    made of known days. `office_of` maps holders to offices, `people` are the ids of people in order.
    """

    rows: pd.DataFrame
    office_of: Column
    people: pd.Index[str]

    def holder(self, office: Column, person: pd.Series[str]) -> Column:
        """The numbers of holders by office and id of the person; -1 for who is said to hold nothing."""
        import numpy as np
        import pandas as pd

        number = self.people.get_indexer(pd.Index(person))
        wanted = office * len(self.people) + number
        own = self.people.get_indexer(pd.Index(self.rows["person"]))
        first = np.full(len(self.office_of), 0, dtype=np.int64)
        first[self.rows["holder"]] = self.rows["office"].to_numpy() * len(self.people) + own
        found = np.minimum(np.searchsorted(first, wanted), max(len(first) - 1, 0))
        if not len(first):
            return found - 1
        return np.where((number >= 0) & (first[found] == wanted), found, -1)


def stated(corpus: Corpus) -> Stated:
    """What roles say, made the first time and kept; the frame must not be changed."""
    return corpus.once(_stated)


def days(rows: pd.DataFrame, name: str) -> tuple[Column, Column, Column, Column]:
    """The four ends of the date `name`: the first day at the earliest and the latest, then the last day."""
    first, second, third, fourth = (rows[column].to_numpy("int64") for column in date_columns(name))
    return first, second, third, fourth


def given(rows: pd.DataFrame, name: str) -> npt.NDArray[np.bool_]:
    """Which rows have the key `name`, one of those that are asked for often."""
    return rows[f"has_{name}"].to_numpy()


def _stated(corpus: Corpus) -> Stated:
    import numpy as np
    import pandas as pd

    roles = corpus.standing("roles")
    counts = roles["role"].notna() & roles["person"].notna()
    served = [column for column in roles.columns if column.startswith("served")]
    times = [column for name in _TIMES for column in (name, *date_columns(name))]
    wanted = [*_WRITTEN, "acting", "former", *served, *times]
    rows = roles.loc[counts, wanted].sort_values("fact", kind="stable", ignore_index=True)
    office, names = pd.factorize(rows["role"], sort=True)
    person, people = pd.factorize(rows["person"], sort=True)
    pairs, holder = np.unique(office.astype(np.int64) * max(len(people), 1) + person, return_inverse=True)
    entries = corpus.table("registry/offices").set_index("entry").reindex(names)
    seats, handover = (entries[key].fillna(1).to_numpy("int64") for key in ("seats", "handover_days"))
    rows["office"], rows["holder"] = office.astype(np.int64), holder.astype(np.int64)
    rows["seats"], rows["handover"] = seats[office], handover[office]
    for key in _ASKED:
        rows[f"has_{key}"] = rows[key].notna()
    rows["termed"] = given(rows, "from") | given(rows, "until")
    for end, seen in zip(_ENDS, _seen(rows), strict=True):
        rows[f"seen_{end}"] = seen
    rows["exact"] = _exact(rows, "from") & _exact(rows, "until") & _exact(rows, "at")
    return Stated(rows, pairs // max(len(people), 1), pd.Index(people))


def _seen(rows: pd.DataFrame) -> tuple[Column, ...]:
    import numpy as np

    at, asof = given(rows, "at"), given(rows, "asof")
    each = zip(days(rows, "at"), days(rows, "asof"), days(rows, "published"), strict=True)
    return tuple(np.where(at, first, np.where(asof, second, third)) for first, second, third in each)


def _exact(rows: pd.DataFrame, name: str) -> npt.NDArray[np.bool_]:
    """Whether each end of the date is one known day, or no date is written."""
    begins, begun, ends, ended = days(rows, name)
    known: npt.NDArray[np.bool_] = (begins == begun) & (ends == ended)
    return known | ~given(rows, name)
