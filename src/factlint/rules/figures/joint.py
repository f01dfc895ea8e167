"""Figures that share variables as one linear system: levels, changes, shares, and the identities between them.

A flow over a period is the sum of its stretches between all the ends of periods that the figures name, so that a year
and its quarters are tied together; anything else has a variable for each time. A change or a share of a level is
linear in the levels: new ≥ old · (1 + least growth).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.corpus.printed import date_columns
from factlint.interval import Interval
from factlint.reading.quantity import Change
from factlint.reasoning.system import Row, System
from factlint.rules.figures.cells import interval

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from factlint.reasoning.linear import Identity
    from factlint.rules.figures.cells import Reading

_HUNDREDTH = Fraction(1, 100)
_POSITIVE = Interval(Fraction(0), None, low_open=True)
_NOUGHT = Interval.point(0)

Terms = list[tuple[int, Fraction]]


class Measure(NamedTuple):
    """What the registry says of a measure: whether it adds up over time, whether its ends may swap, its least value."""

    adds_up: bool
    symmetric: bool
    least: Fraction | None

    @property
    def never_negative(self) -> bool:
        """Whether a change or a share in percent has one meaning: of something that may be negative it has two."""
        return self.least is not None and self.least >= 0


class Joint:
    """The system of some figures of one pair and scope, whose amounts are in one unit.

    `figures` are rows of the frame of `cells.standing`, in the order of their ids; `measures` are those that they and
    the identities name.
    """

    def __init__(
        self, figures: Sequence[Mapping[str, Any]], measures: Mapping[str, Measure], identities: Sequence[Identity]
    ) -> None:
        self._figures = figures
        self._measures = measures
        self._identities = identities
        self._cuts = sorted({day for figure in figures for day in _days(figure)})
        self._variables: dict[tuple[str, tuple[str, str], Hashable], int] = {}

    def system(self, readings: Mapping[str, Reading]) -> System:
        """The system with each fact's number read as `readings` says; the facts own their rows."""
        stated = [row for figure in self._figures for row in self._stated(figure, readings[str(figure["fact"])])]
        named = frozenset(self._variables.values())
        fixed = [*self._sums(), *self._bounds(named)]
        return System(len(self._variables), (*stated, *fixed))

    def _stated(self, figure: Mapping[str, Any], reading: Reading) -> Iterator[Row]:
        owner, measure = str(figure["fact"]), str(figure["figure"])
        now = self._level(measure, figure, "period")
        if figure["value"] is not None:
            yield Row.within(now, interval(figure["value"], reading), owner)
        elif isinstance(change := figure["change"], Change):
            yield from self._changed(change, now, self._level(measure, figure, "versus"), reading, owner)
        elif figure["share"] is not None:
            whole = self._level(str(figure["share_of"]["figure"]), figure, "period")
            part = interval(figure["share"], reading).times(_HUNDREDTH)
            yield from _ratio(now, whole, part, owner)

    def _changed(self, change: Change, new: Terms, old: Terms, reading: Reading, owner: str) -> Iterator[Row]:
        if change.kind in {"percent", "times"}:
            yield Row.within(old, _POSITIVE, owner)
            yield from _ratio(new, old, interval(change, reading), owner, positive=True)
        else:
            yield Row.within(_minus(new, old, Fraction(1)), interval(change, reading), owner)

    def _level(self, measure: str, figure: Mapping[str, Any], date: str) -> Terms:
        """The variables of a measure at the figure's place, over its period or, for `versus`, the period compared."""
        ends = _sorted((str(figure["of"] or ""), str(figure["with"] or "")), self._measures[measure])
        return [(self._variable(measure, ends, time), Fraction(1)) for time in self._times(measure, figure, date)]

    def _times(self, measure: str, figure: Mapping[str, Any], date: str) -> list[Hashable]:
        columns = [figure[column] for column in date_columns(date)]
        if not self._measures[measure].adds_up:
            return [(*columns, *(figure[column] for column in date_columns("asof")))]
        first, last = _stretch(figure, date)
        return [day for day in self._cuts if first <= day <= last]

    def _variable(self, measure: str, ends: tuple[str, str], time: Hashable) -> int:
        return self._variables.setdefault((measure, ends, time), len(self._variables))

    def _sums(self) -> Iterator[Row]:
        """Each identity wherever something is stated of one of its measures, until no identity leads to another."""
        done: set[Hashable] = set()
        before = -1
        while before != len(self._variables):
            before = len(self._variables)
            for number, identity in enumerate(self._identities):
                for ends, time in self._places(identity):
                    if (number, ends, time) not in done:
                        done.add((number, ends, time))
                        yield self._sum(identity, ends, time)

    def _places(self, identity: Identity) -> list[tuple[tuple[str, str], Hashable]]:
        """Between whom and when an identity holds; both ways where one of its measures may swap its ends."""
        names = {measure for measure, _ in identity.factors}
        seen = {(ends, time) for measure, ends, time in self._variables if measure in names}
        if any(self._measures[name].symmetric for name in names):
            seen |= {(ends[::-1], time) for ends, time in seen}
        return sorted(seen, key=repr)

    def _sum(self, identity: Identity, ends: tuple[str, str], time: Hashable) -> Row:
        terms = [
            (self._variable(measure, _sorted(ends, self._measures[measure]), time), factor)
            for measure, factor in identity.factors
        ]
        return Row.within(terms, _NOUGHT)

    def _bounds(self, named: frozenset[int]) -> Iterator[Row]:
        """No variable is below the least value of its measure; of a flow, only nought holds for every stretch.

        A measure that equals others is bounded only where figures speak of it: a trade deficit that nobody states may
        as well be a surplus.
        """
        totals = {identity.factors[0][0] for identity in self._identities}
        for (measure, _, _), variable in self._variables.items():
            known = self._measures[measure]
            spoken_of = variable in named or measure not in totals
            if spoken_of and known.least is not None and (known.least == 0 or not known.adds_up):
                yield Row.within([(variable, Fraction(1))], Interval(known.least, None))


def _ratio(part: Terms, whole: Terms, ratio: Interval, owner: str, *, positive: bool = False) -> Iterator[Row]:
    """Part = r · whole for some r of the ratio, where the whole is not negative.

    An end of the ratio that is open excludes something only of a whole that is positive.
    """
    nought = Fraction(0)
    if ratio.low is not None:
        least = Interval(nought, None, low_open=positive and ratio.low_open)
        yield Row.within(_minus(part, whole, ratio.low), least, owner)
    if ratio.high is not None:
        most = Interval(None, nought, high_open=positive and ratio.high_open)
        yield Row.within(_minus(part, whole, ratio.high), most, owner)


def _minus(left: Terms, right: Terms, factor: Fraction) -> Terms:
    return [*left, *((variable, -factor * each) for variable, each in right)]


def _stretch(figure: Mapping[str, Any], date: str) -> tuple[int, int]:
    first, _, _, last = (int(figure[column]) for column in date_columns(date))
    return first, last


def _days(figure: Mapping[str, Any]) -> Iterator[int]:
    """The days on which a stretch may begin: the first day of each period, and the day after its last."""
    for date in ("period", "versus"):
        if figure[date] is not None:
            first, last = _stretch(figure, date)
            yield from (first, last + 1)


def _sorted(ends: tuple[str, str], measure: Measure) -> tuple[str, str]:
    return (min(ends), max(ends)) if measure.symmetric else ends
