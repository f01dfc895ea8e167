"""Which slips repair a component, and which of these tell anything, with few exact questions."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING

from factlint.figures.slips.context import saying
from factlint.interval import Interval
from factlint.reading.quantity import Change, Hedge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.figures.slips.context import Repairs, Slip
    from factlint.figures.statements import Statement

MOST_QUESTIONS = 60
"""Exact questions for one contradiction: each decides a whole component."""

_FEW = 5
_TWICE = 2
_HUNDRED = 100


class OutOfQuestionsError(Exception):
    """So many slips are near a repair that none of them would be believed."""


class Judge:
    """Asks the component; remembers what it learns of the room of each number."""

    def __init__(self, repairs: Repairs) -> None:
        self._repairs = repairs
        self._rooms: dict[object, Interval] = {}
        self._questions = 0

    def repairs(self, slip: Slip) -> bool:
        """Whether a slip repairs the component. Raises OutOfQuestionsError."""
        if len(slip) == 1 and not self._meets(slip[0]):
            return False
        self._questions += 1
        if self._questions > MOST_QUESTIONS:
            raise OutOfQuestionsError
        return self._repairs.fits(*slip)

    def is_bounded(self, statement: Statement) -> bool:
        """Whether the outer bound on the number of a statement has two ends."""
        room = self._room(statement)
        return room.low is not None and room.high is not None

    def span(self, statement: Statement) -> tuple[float, float]:
        """About where the printed number of a statement may lie, low and high in its unit."""
        room, said = self._room(statement).times(1 / statement.scale), statement.said
        if isinstance(said, Change) and said.kind == "percent":
            room = (room + Interval.point(-1)).times(_HUNDRED)
        return _float(room.low, -inf), _float(room.high, inf)

    def narrowed(self, statements: Sequence[Statement]) -> list[Statement]:
        """Without those statements of one number that surely do not fit, so that few are left to ask for.

        No fewer than a bisection of them needs: where a number at least so large does not fit, no larger one does.
        """
        left = [each for each in statements if self._meets(each)]
        if len(left) > _FEW:
            lows = sorted(low for each in left if (low := each.printed.either.low) is not None)
            highs = sorted((high for each in left if (high := each.printed.either.high) is not None), reverse=True)
            bisect_left(lows, 1, key=lambda low: self._rules_out(_bounded(left[0], Hedge.AT_LEAST, low)))
            bisect_left(highs, 1, key=lambda high: self._rules_out(_bounded(left[0], Hedge.AT_MOST, high)))
        return [each for each in left if self._meets(each)]

    def is_telling(self, slip: Slip) -> bool:
        """Whether only numbers near the meant ones fit in their places: none from twice as much on, nor up to half.

        A room without an end, or down to nought, tells nothing: some slip always reaches it.
        """
        return not any(
            self.repairs((*slip[:at], far, *slip[at + 1 :])) for at, each in enumerate(slip) for far in _far(each)
        )

    def _rules_out(self, bound: Statement) -> bool:
        """Whether a bound does not fit; then nothing that is within it needs to be asked for."""
        if self.repairs((bound,)):
            return False
        numbers = bound.numbers("either")
        beyond = (
            Interval(None, numbers.low, high_open=True)
            if numbers.high is None
            else Interval(numbers.high, None, low_open=True)
        )
        self._rooms[_number_of(bound)] = self._room(bound) & beyond
        return True

    def _meets(self, statement: Statement) -> bool:
        return statement.numbers("either").meets(self._room(statement))

    def _room(self, statement: Statement) -> Interval:
        key = _number_of(statement)
        if key not in self._rooms:
            self._rooms[key] = self._repairs.room(statement)
        return self._rooms[key]


def _float(end: Fraction | None, unbounded: float) -> float:
    """The nearest float, or an infinity: chained growth has no largest number."""
    if end is None:
        return unbounded
    try:
        return float(end)
    except OverflowError:
        return inf if end > 0 else -inf


def _number_of(statement: Statement) -> object:
    """What the x of a statement is: the same for all that differ only in what they say."""
    return statement.fact, statement.form, statement.now, statement.base, statement.own, statement.unit


def _far(statement: Statement) -> Iterator[Statement]:
    """Twice the number of a statement or more, half of it or less."""
    printed = statement.printed
    ends = sorted((printed.number, printed.number if printed.upper is None else printed.upper), key=abs)
    more, less = (Hedge.AT_LEAST, Hedge.AT_MOST) if printed.number >= 0 else (Hedge.AT_MOST, Hedge.AT_LEAST)
    yield _bounded(statement, more, ends[1] * _TWICE)
    yield _bounded(statement, less, ends[0] / _TWICE)


def _bounded(statement: Statement, hedge: Hedge, number: Fraction) -> Statement:
    """The statement with a bound in place of its number."""
    bound = replace(statement.printed, number=number, hedge=hedge, about=Fraction(0), upper=None, upper_ulp=Fraction(0))
    return saying(statement, replace(bound, declared=False))
