"""People who hold two offices at once that no one may hold together: such a pair is one office with one seat.

The holders are then the two offices, so that whoever crowds an office by the same sweep holds what excludes each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reasoning.overlap import Intervals, crowds
from factlint.rules.offices.holdings import Holdings
from factlint.rules.offices.stated import stated
from factlint.rules.offices.untimely import timely

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column


def declared(corpus: Corpus) -> dict[tuple[str, str], str]:
    """The pairs of offices that exclude each other, in the order of their ids, each with one that declares it."""
    found: dict[tuple[str, str], str] = {}
    offices = corpus.table("registry/offices")
    for entry, excluded in zip(offices["entry"], offices["incompatible"], strict=True):
        for other in excluded:
            if other != entry:
                found.setdefault((min(entry, other), max(entry, other)), entry)
    return found


def exclusive(corpus: Corpus) -> Holdings:
    """Who holds what among offices that exclude each other; `row` as in `stated`."""
    import numpy as np

    rows, held = stated(corpus).rows, timely(corpus)
    pairs = _pairs(declared(corpus), rows)
    people, _ = _people(rows)
    holder_office = held.office_of
    listed = np.isin(holder_office[held.certain.group], np.unique(pairs))
    held = held.some(listed & _busy(held, people[held.row]))
    if not len(held.row) or not len(pairs):
        return held.some(np.zeros(len(held.row), dtype=np.bool_))
    return _paired(held, people[held.row], pairs)


def _pairs(declared: dict[tuple[str, str], str], rows: pd.DataFrame) -> Column:
    """The declared pairs of which both offices have holders, as numbers of offices, in two columns."""
    import numpy as np

    number = dict(zip(rows["role"].tolist(), rows["office"].tolist(), strict=True))
    found = [(number[one], number[other]) for one, other in sorted(declared) if one in number and other in number]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def _people(rows: pd.DataFrame) -> tuple[Column, pd.Index[str]]:
    import numpy as np
    import pandas as pd

    codes, names = pd.factorize(rows["person"], sort=True)
    return codes.astype(np.int64), pd.Index(names)


def _busy(held: Holdings, people: Column) -> npt.NDArray[np.bool_]:
    """Which rows are of people who hold more than one office on some day."""
    import numpy as np

    if not len(people):
        return np.zeros(0, dtype=np.bool_)
    person_of = np.zeros(len(held.office_of), dtype=np.int64)
    person_of[held.certain.group] = people
    one, never = np.ones(int(people.max()) + 1, dtype=np.int64), np.full(int(people.max()) + 1, -1, dtype=np.int64)
    return np.asarray(np.isin(people, crowds(held.certain, person_of, one, never).group))


def _paired(held: Holdings, people: Column, pairs: Column) -> Holdings:
    """Each row once for each pair that its office is in and of which its person holds the other office, too."""
    import numpy as np
    import pandas as pd

    office = held.office_of[held.certain.group]
    holds = pd.DataFrame({"at": np.arange(len(office)), "office": office, "person": people})
    both = _both(holds[["person", "office"]].drop_duplicates(), pairs)
    each = both.merge(holds, on=["person", "office"]).sort_values(["at", "pair"])
    at = each["at"].to_numpy()
    key = np.asarray(each.groupby(["person", "pair"]).ngroup(), dtype=np.int64)
    holder = np.asarray(each.groupby(["person", "pair", "office"]).ngroup(), dtype=np.int64)
    size = int(key.max()) + 1 if len(key) else 0
    office_of = np.zeros(int(holder.max()) + 1 if len(holder) else 0, dtype=np.int64)
    office_of[holder] = key
    handover = np.zeros(size, dtype=np.int64)
    np.maximum.at(handover, key, held.handover[office[at]])
    certain, comes, goes = (
        Intervals(holder, part.begin[at], part.end[at]) for part in (held.certain, held.comes, held.goes)
    )
    seats = np.ones(size, dtype=np.int64)
    return Holdings(held.row[at], certain, comes, goes, office_of, seats, handover)


def _both(holds: pd.DataFrame, pairs: Column) -> pd.DataFrame:
    """The pairs of which somebody holds both offices: person, pair and office, a row for each of the two.

    Each pair is looked for from that of its offices which is in fewer pairs: so no office leads to more than √2p of p
    pairs, even where one office excludes all others (the orientation by degree of Chiba and Nishizeki, SIAM Journal on
    Computing 14, 1985).
    """
    import numpy as np
    import pandas as pd

    degree = np.bincount(pairs.ravel())
    swapped = degree[pairs[:, 0]] > degree[pairs[:, 1]]
    rare, often = (np.where(swapped, pairs[:, 1 - side], pairs[:, side]) for side in (0, 1))
    ways = pd.DataFrame({"office": rare, "other": often, "pair": np.arange(len(pairs))})
    found = holds.merge(ways, on="office").merge(holds.rename(columns={"office": "other"}), on=["person", "other"])
    sides = (found[["person", "pair", side]].rename(columns={side: "office"}) for side in ("office", "other"))
    return pd.concat(list(sides), ignore_index=True)
