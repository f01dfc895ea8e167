"""Figures as intervals: what each prints, against what the other figures of its component imply."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.measures import measures
from factlint.figures.printing import span, subject
from factlint.figures.repairs import Component
from factlint.interval import Interval
from factlint.reading.quantity import Change
from factlint.survey.stated import stated

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.figures.statements import Statement

LARGEST = 40
"""A component with more figures is not estimated: each figure is bounded by all others, so work grows as the square."""

_FINER = 20
"""Implied ends are rounded outward to this part of a figure's last place: finer says nothing to a reader."""

_NOISE = Fraction(1, 10**6)

MOST = 400
"""How many figures are estimated at the most, smaller components first."""


class Estimate(NamedTuple):
    """A figure: the quantity in words, what is printed, and the interval that this stands for, rounded or truncated.

    `implied` is an outer bound on what all other figures of the component leave; it is empty where these cannot all be
    true even without this one. Both intervals are in the unit of the printed figure; a change in percent is in percent.
    `said` has the two in words.
    """

    fact: str
    quantity: str
    text: str
    printed: Interval
    implied: Interval
    said: tuple[str, str]

    @property
    def possible(self) -> bool:
        """Whether the printed interval meets the implied one."""
        return self.printed.meets(self.implied)


class Estimates(NamedTuple):
    """The components with more than one figure, in the order of their first facts; how many figures were left out."""

    components: tuple[tuple[Estimate, ...], ...]
    left_out: int


def estimates(corpus: Corpus) -> Estimates:
    """Every figure that others speak of too, with what these imply."""
    by_component = sorted(stated(corpus), key=lambda each: (each.component, each.statement.fact))
    groups = [[each.statement for each in group] for _, group in groupby(by_component, lambda each: each.component)]
    related = sorted((group for group in groups if len(group) > 1), key=lambda group: (len(group), group[0].fact))
    chosen: list[list[Statement]] = []
    for group in related:
        if len(group) <= LARGEST and sum(map(len, chosen)) + len(group) <= MOST:
            chosen.append(group)
    left_out = sum(map(len, related)) - sum(map(len, chosen))
    return Estimates(
        tuple(_estimated(corpus, group) for group in sorted(chosen, key=lambda each: each[0].fact)), left_out
    )


def _estimated(corpus: Corpus, group: list[Statement]) -> tuple[Estimate, ...]:
    component = Component(group, measures(corpus))
    return tuple(_estimate(corpus, each, component.room(each)) for each in group)


def _estimate(corpus: Corpus, figure: Statement, room: Interval) -> Estimate:
    printed, left = (_as_printed(figure, each) for each in (figure.numbers("either"), room))
    implied = left if left.is_empty else _coarser(left, figure.printed.ulp / _FINER)
    empty = "nothing: they cannot all be true even without this one"
    words = (span(printed, figure.printed), empty if implied.is_empty else span(implied, figure.printed))
    return Estimate(figure.fact, subject(corpus, figure.fact), figure.text, printed, implied, words)


def _as_printed(figure: Statement, numbers: Interval) -> Interval:
    """What a statement says, from base units and ratios back to the unit of the printed figure."""
    if isinstance(figure.said, Change) and figure.said.kind == "percent":
        return (numbers + Interval.point(-1)).times(100)
    return numbers.times(Fraction(1) / figure.scale)


def _coarser(numbers: Interval, step: Fraction) -> Interval:
    """The interval with its ends moved outward to multiples of `step`, closed; as it is where that is 0.

    An end a millionth of a step outside a multiple is that multiple: so far the room was widened for its floats.
    """
    if not step:
        return numbers
    low = None if numbers.low is None else floor(numbers.low / step + _NOISE) * step
    high = None if numbers.high is None else ceil(numbers.high / step - _NOISE) * step
    return Interval(low, high)
