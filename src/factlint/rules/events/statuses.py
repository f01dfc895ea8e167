"""What facts say of whether an event took place, and which two of them cannot both be true."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.rules.events.places import Places

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.date import Date

    Truth = npt.NDArray[np.bool_]

_DETAILS = ("duration", "weekday", "number", "count")
_LISTS = ("part_of", "before", "after", "during")


class Verdict(IntEnum):
    """How far two statements contradict each other: not, perhaps, by default, or by what both of them declare."""

    NONE = 0
    POSSIBLE = 1
    BY_DEFAULT = 2
    DECLARED = 3


class Status(NamedTuple):
    """What a fact says of an event; `word` is held, cancelled, postponed or denied, `told` when it was said."""

    fact: str
    event: str
    word: str
    date: Date | None
    told: Date | None


class Clashing(NamedTuple):
    """One event of which two facts say opposite things, first the one by which it took place.

    `suspects` are those of the two without which all the others can be true; `others` has the further facts that
    contradict one of the two.
    """

    pair: tuple[Status, Status]
    verdict: Verdict
    suspects: tuple[str, ...]
    others: tuple[Status, ...]


def clashing(corpus: Corpus) -> Iterator[Clashing]:
    """The events that took place and did not, one item for each event and scope."""
    rows = _statements(corpus)
    held = rows["word"] == "held"
    both = held.groupby([rows["event"], rows["scope"]]).transform("nunique") > 1
    places = corpus.of_registry(Places.of)
    for _, group in rows[both].groupby(["event", "scope"]):
        took, not_ = (group[group["word"] == "held"], group[group["word"] != "held"])
        found = _explained(took, not_, _verdicts(took, not_, places))
        if found is not None:
            yield found


def _statements(corpus: Corpus) -> pd.DataFrame:
    """The facts that say whether an event took place, by fact id, with what they say, as `word`, and since when.

    `earliest` and `latest` are the days that the date leaves open, `told_earliest` and `told_latest` those on which the
    statement was made: its `asof`, else the article's day. Days that are not known are open.
    """
    events = corpus.table("events")
    rows = events[~events["superseded"] & (events["mode"] != "planned") & events["event"].notna()]
    rows = rows.sort_values("fact", ignore_index=True)
    denied, cancelled, off = rows["mode"] == "denied", rows["status"] == "cancelled", rows["postponed"]
    rows["word"] = "held"
    for said, word in ((off & (rows["status"] != "held"), "postponed"), (cancelled, "cancelled"), (denied, "denied")):
        rows["word"] = rows["word"].mask(said, word)
    given = rows["asof"].notna()
    ends = (("told_earliest", "begins_earliest"), ("told_latest", "ends_latest"))
    told = {day: rows[f"asof_{end}"].where(given, rows[f"published_{end}"]) for day, end in ends}
    days = {"earliest": rows["date_begins_earliest"], "latest": rows["date_ends_latest"]}
    # To deny that something was put off or called off, or a detail of it, says nothing against the event; that it took
    # place at all is the matter of denied-and-asserted.
    bare = rows["place"].isna() & ~rows["who"].map(bool).astype(bool)
    beside = denied & (cancelled | off | bare)
    for key in _DETAILS:
        beside |= denied & rows[key].notna()
    for key in _LISTS:
        beside |= denied & rows[key].map(bool).astype(bool)
    return rows.assign(**told, **days, known=given | rows["published"].notna())[~beside]


def _verdicts(took: pd.DataFrame, not_: pd.DataFrame, places: Places) -> npt.NDArray[np.int64]:
    """For each statement that the event did not take place (a row) how far each that it did contradicts it."""
    import numpy as np

    against = {"cancelled": _cancelled, "postponed": _postponed}
    declared = (took["status"] == "held").to_numpy()
    verdicts = np.zeros((len(not_), len(took)), dtype=np.int64)
    for position, other in enumerate(not_.to_dict("records")):
        after, perhaps = _told_after(took, other)
        if other["word"] == "denied":
            sure, open_ = _denied(took, other, places)
        else:
            sure, open_ = against[other["word"]](took, other)
        certain = np.where(declared & (other["word"] != "postponed"), Verdict.DECLARED, Verdict.BY_DEFAULT)
        verdicts[position] = np.where(after & sure, certain, np.where(perhaps & open_, Verdict.POSSIBLE, Verdict.NONE))
    return verdicts


def _told_after(took: pd.DataFrame, other: Mapping[Hashable, Any]) -> tuple[Truth, Truth]:
    """Whether what took place was certainly, or perhaps, told no later than the other, which then is no change."""
    import numpy as np

    one_article = (took["file"] == other["file"]) & took["asof"].isna() & (other["asof"] is None)
    known = took["known"] & bool(other["known"])
    after = one_article | (known & (took["told_latest"] <= other["told_earliest"]))
    perhaps = after | (known & (took["told_earliest"] <= other["told_latest"]))
    return np.asarray(after), np.asarray(perhaps)


def _cancelled(took: pd.DataFrame, other: Mapping[Hashable, Any]) -> tuple[Truth, Truth]:
    """Whether the event was held on the day for which it is cancelled: one and the same, or not said of both."""
    import numpy as np

    said = (took["date_kind"] == "held") & ((took["status"] == "held") | took["date"].notna())
    undated = took["date"].isna() | (other["date"] is None)
    same = _one_day(took) & (took["earliest"] == other["earliest"]) & (took["latest"] == other["latest"])
    meets = (took["earliest"] <= other["latest"]) & (took["latest"] >= other["earliest"])
    return np.asarray(said & (undated | same)), np.asarray(said & (undated | meets))


def _postponed(took: pd.DataFrame, other: Mapping[Hashable, Any]) -> tuple[Truth, Truth]:
    """Whether another article of one and the same day says that the event was held on the day that is put off."""
    import numpy as np

    dated = _one_day(took) & (took["earliest"] == other["earliest"]) & (took["latest"] == other["latest"])
    told = (took["told_earliest"] == other["told_latest"]) & (took["told_latest"] == other["told_earliest"])
    sure = (took["date_kind"] == "held") & dated & told & (took["file"] != other["file"])
    return np.asarray(sure), np.asarray(sure)


def _denied(took: pd.DataFrame, other: Mapping[Hashable, Any], places: Places) -> tuple[Truth, Truth]:
    """Whether what took place is all that is denied: on such a day, in such a place, with these people among others."""
    import numpy as np

    place, who = other["place"], set(_items(other["who"]))
    said = took["date_kind"] == other["date_kind"]
    there = took["place"].map(lambda each: each is not None and place in places.wholes(each)).astype(bool)
    said &= there | (place is None)
    said &= took["who"].map(lambda each: who <= set(_items(each))).astype(bool)
    undated = other["date"] is None
    dated = took["date"].notna()
    within = dated & (took["earliest"] >= other["earliest"]) & (took["latest"] <= other["latest"])
    meets = dated & (took["earliest"] <= other["latest"]) & (took["latest"] >= other["earliest"])
    return np.asarray(said & (within | undated)), np.asarray(said & (meets | undated))


def _items(listed: object) -> Sequence[object]:
    return listed if isinstance(listed, tuple) else ()


def _one_day(rows: pd.DataFrame) -> pd.Series[bool]:
    return rows["earliest"] == rows["latest"]


def _explained(took: pd.DataFrame, not_: pd.DataFrame, verdicts: npt.NDArray[np.int64]) -> Clashing | None:
    """The first statements that contradict each other most, None where none do."""
    import numpy as np

    verdict = Verdict(verdicts.max())
    if verdict is Verdict.NONE:
        return None
    column = int(np.argmax((verdicts == verdict).any(axis=0)))
    row = int(np.argmax(verdicts[:, column] == verdict))
    clash = verdicts >= min(verdict, Verdict.BY_DEFAULT)
    held, others = _stated(took), _stated(not_)
    alone = (not np.delete(clash, column, axis=1).any(), not np.delete(clash, row, axis=0).any())
    pair = held[column], others[row]
    further = [
        *(each for each, also in zip(held, clash[row], strict=True) if also and each not in pair),
        *(each for each, also in zip(others, clash[:, column], strict=True) if also and each not in pair),
    ]
    suspects = tuple(each.fact for each, only in zip(pair, alone, strict=True) if only)
    return Clashing(pair, verdict, suspects, tuple(further))


def _stated(rows: pd.DataFrame) -> list[Status]:
    told = rows.assign(told=rows["asof"].where(rows["asof"].notna(), rows["published"]))
    return [Status._make(cells) for cells in told[[*Status._fields]].itertuples(index=False, name=None)]
