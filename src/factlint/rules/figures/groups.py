"""Which figures are judged together: those of one pair and scope whose measures are tied, in one unit."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.corpus.printed import date_columns
from factlint.reading.quantity import Change, Quantity
from factlint.reasoning.linear import Identity
from factlint.rules.figures import cells
from factlint.rules.figures.joint import Joint, Measure

_FEWEST = 2
_MOST = 500  # a clash among so many takes seconds to explain, and the time grows faster than their number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.corpus import Corpus

_READ = (
    "fact",
    "figure",
    "of",
    "with",
    "pair",
    "scope",
    "value",
    "value_unit",
    "change",
    "change_unit",
    "share",
    "share_of",
    "period",
    "versus",
    *cells.TIME,
    *date_columns("versus"),
)


_UNREAD = Measure(adds_up=False, symmetric=False, least=None)
"""A measure whose entry cannot be read whole: nothing is taken for granted of it."""


class Group(NamedTuple):
    """Some figures, in the order of their ids, with what is needed to judge any part of them."""

    figures: tuple[Mapping[str, Any], ...]
    measures: Mapping[str, Measure]
    identities: tuple[Identity, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Their facts."""
        return tuple(str(figure["fact"]) for figure in self.figures)

    @property
    def texts(self) -> dict[str, str]:
        """What each prints."""
        return {str(figure["fact"]): cells.amount(_said(figure)).text.strip() for figure in self.figures}

    @property
    def joint(self) -> Joint:
        """Their linear systems."""
        return Joint(self.figures, self.measures, self.identities)

    def only(self, facts: Sequence[str]) -> Group:
        """The group of these facts alone."""
        return self._replace(figures=tuple(figure for figure in self.figures if figure["fact"] in facts))


def groups(corpus: Corpus) -> Iterator[Group]:
    """The groups of two or more figures that only a joint look can judge, in a fixed order."""
    measures = _measures(corpus)
    identities = _identities(corpus, measures)
    tied = _tied(measures, identities)
    figures = cells.standing(corpus)
    figures = figures[figures["certain"]].sort_values("fact")
    by_key: dict[tuple[str, str, int], list[Mapping[str, Any]]] = {}
    for values in zip(*(figures[column] for column in _READ), strict=True):
        row = dict(zip(_READ, values, strict=True))
        if _usable(row, measures):
            by_key.setdefault((row["pair"], row["scope"], tied[row["figure"]]), []).append(row)
    for key in sorted(by_key):
        own = tuple(each for each in identities if tied[each.factors[0][0]] == key[2])
        for unit in sorted({_unit(row) for row in by_key[key]} - {""}) or [""]:
            chosen = tuple(row for row in by_key[key] if _unit(row) in {unit, ""})
            if _worth_a_look(chosen, own, measures):
                yield Group(chosen, measures, own)


def _worth_a_look(
    figures: Sequence[Mapping[str, Any]], identities: Sequence[Identity], measures: Mapping[str, Measure]
) -> bool:
    """Whether more than one sum or time is involved: what is not, other rules decide alone and faster."""
    if not _FEWEST <= len(figures) <= _MOST:
        return False
    return len(identities) > 1 or any(row["value"] is None for row in figures) or _overlap(figures, measures)


def _overlap(figures: Sequence[Mapping[str, Any]], measures: Mapping[str, Measure]) -> bool:
    """Whether two different periods of figures that add up over time have a day in common."""
    flows = (row for row in figures if measures[str(row["figure"])].adds_up)
    periods = sorted({(row["period_begins_earliest"], row["period_ends_latest"]) for row in flows})
    return any(later[0] <= earlier[1] for earlier, later in itertools.pairwise(periods))


def _usable(row: Mapping[str, Any], measures: Mapping[str, Measure]) -> bool:
    """Whether a statement is linear and certain: no ratio of what may be negative, no whole elsewhere."""
    measure = measures[str(row["figure"])]
    if measure.adds_up and row["period"] is None:
        return False
    if isinstance(row["value"], Quantity):
        return True
    if isinstance(change := row["change"], Change):
        return _known(row) and (change.kind not in {"percent", "times"} or measure.never_negative)
    whole = row["share_of"]
    if not isinstance(whole, dict) or set(whole) != {"figure"}:
        return False
    of = measures[str(whole["figure"])]
    return of.never_negative and of.adds_up == measure.adds_up


def _known(row: Mapping[str, Any]) -> bool:
    first, begins, ends, last = (row[column] for column in date_columns("versus"))
    return row["versus"] is not None and first == begins and ends == last and row["period"] is not None


def _said(row: Mapping[str, Any]) -> Quantity | Change:
    return next(said for said in (row["value"], row["change"], row["share"]) if isinstance(said, Quantity | Change))


def _unit(row: Mapping[str, Any]) -> str:
    """The unit of a value or an absolute change, empty for a ratio; points of a rate are in percent."""
    said = _said(row)
    if isinstance(row["value"], Quantity):
        return row["value"].unit or "number"
    if isinstance(said, Change) and said.kind in {"absolute", "points"}:
        return "percent" if said.kind == "points" else said.quantity.unit or "number"
    return ""


def _measures(corpus: Corpus) -> dict[str, Measure]:
    found = {}
    for entry_id, entry in corpus.registry.entries["measures"].items():
        if entry.ref in corpus.unsound:
            found[entry_id] = _UNREAD
            continue
        values = entry.values
        adds_up = values.get("kind") == "flow" and not values.get("cumulative")
        found[entry_id] = Measure(adds_up, bool(values.get("symmetric")), cells.least(values))
    return found


def _identities(corpus: Corpus, measures: Mapping[str, Measure]) -> tuple[Identity, ...]:
    """What measures equal, where all the measures of an identity add up over time or none does."""
    found = []
    for entry_id, entry in sorted(corpus.registry.entries["measures"].items()):
        equals = None if entry.ref in corpus.unsound else entry.values.get("equals")
        if isinstance(equals, tuple):
            identity = Identity.of(entry_id, equals)
            alike = len({measures[name].adds_up for name, _ in identity.factors}) == 1
            if alike and entry_id in dict(identity.factors) and len(identity.factors) > 1:
                found.append(identity)
    return tuple(found)


def _tied(measures: Mapping[str, Measure], identities: Sequence[Identity]) -> dict[str, int]:
    """A number for each measure, the same for those that identities tie together."""
    number = {measure: index for index, measure in enumerate(sorted(measures))}
    for identity in identities:
        names = [name for name, _ in identity.factors]
        least = min(number[name] for name in names)
        joined = {number[name] for name in names}
        number = {name: least if each in joined else each for name, each in number.items()}
    return number
