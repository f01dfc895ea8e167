"""What facts and the registry say about the places of events, and which of it cannot all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.rules.events.lasting import lasting
from factlint.rules.events.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from factlint.corpus import Corpus

_GROUP = ["event", "date_kind", "scope"]
_ENDS = ["date_begins_earliest", "date_ends_latest"]


class Stated(NamedTuple):
    """A statement that an event took place in a place; `fact` is None for the registry's."""

    fact: str | None
    event: str
    place: str


class Differing(NamedTuple):
    """Statements about one event that cannot all be true: a smallest set, which fact alone is to blame, the others.

    `others` has a statement for each further place that contradicts the fact of the pair.
    """

    pair: tuple[Stated, Stated]
    suspects: tuple[str, ...]
    others: tuple[Stated, ...]


def differing(corpus: Corpus) -> Iterator[Differing]:
    """The places that cannot all be true, one item for each event, date kind and scope."""
    places = corpus.of_registry(Places.of)
    for group in _several(_statements(corpus)):
        if not places.nested(each.place for each in group):
            yield _explained(group, places)


def _statements(corpus: Corpus) -> pd.DataFrame:
    """The places of events that are over in a day: the registry's first, then those of facts, by fact id."""
    import pandas as pd

    events, registry = corpus.standing("events"), corpus.table("registry/events")
    held = events["place"].notna() & events["event"].notna() & ~events["postponed"] & (events["status"] != "cancelled")
    said = events[held].sort_values("fact")
    known = registry[registry["place"].notna() & registry["entry"].isin(said["event"])]
    own = known.assign(event=known["entry"], date_kind="held", scope="", fact=None)
    frame = pd.concat([each[["fact", *_GROUP, "place", *_ENDS]] for each in (own, said)], ignore_index=True)
    return frame[~frame["event"].isin(lasting(corpus))]


def _several(frame: pd.DataFrame) -> Iterator[Sequence[Stated]]:
    """The groups with several places, but for those whose days certainly differ: such an event moved about."""
    grouped = frame.groupby(_GROUP)
    several = grouped["place"].transform("nunique") > 1
    first, last = grouped[_ENDS[0]].transform("max"), grouped[_ENDS[1]].transform("min")
    rows = frame[several & (first <= last)]
    for _, group in rows.groupby(_GROUP):
        cells = group[["fact", "event", "place"]].itertuples(index=False, name=None)
        yield [Stated(fact if isinstance(fact, str) else None, event, place) for fact, event, place in cells]


def _explained(group: Sequence[Stated], places: Places) -> Differing:
    """The first statement that contradicts an earlier one, and the first that it contradicts."""
    firsts = {each.place: each for each in reversed(group)}
    distinct = [each for each in group if firsts[each.place] is each]
    pair = next(
        (one, other)
        for position, other in enumerate(distinct)
        for one in distinct[:position]
        if places.apart(one.place, other.place)
    )
    here = pair[0] if pair[0].fact is not None else pair[1]
    others = (each for each in distinct if each not in pair and places.apart(each.place, here.place))
    suspects = (each.fact for each in pair if each.fact is not None and _alone(each, group, places))
    return Differing(pair, tuple(suspects), tuple(others))


def _alone(blamed: Stated, group: Sequence[Stated], places: Places) -> bool:
    """Whether all the other statements can be true together."""
    return places.nested(each.place for each in group if each is not blamed)
