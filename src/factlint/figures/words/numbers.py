"""Changes in words: `+50%`, `2.1 times`, `-3 pp`, `+$1.3 million`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.printing import decimal, like
from factlint.interval import Interval
from factlint.reading.quantity import Change, Hedge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from factlint.figures.statements import Statement


def relative(change: Statement, ratio: Interval) -> Interval:
    """A ratio new / old in the numbers that the change itself prints: percent, or times."""
    if isinstance(change.said, Change) and change.said.kind == "percent":
        return (ratio + Interval.point(-1)).times(100)
    return ratio


def printer(change: Statement, others: Sequence[Statement]) -> Callable[[Fraction], str]:
    """How a change prints its numbers: relative ones as `relative` gives them, others in base units.

    An amount is printed like one of the levels among the others, else in full.
    """
    kind = change.said.kind if isinstance(change.said, Change) else "absolute"
    if kind == "percent":
        return lambda number: f"{_sign(number)}{decimal(abs(number))}%"
    if kind == "times":
        return lambda number: f"{decimal(number)} times"
    if kind == "points":
        return lambda number: f"{_sign(number)}{decimal(abs(number) / change.scale)} pp"
    levels = (each for each in others if each.form == "level" and each.printed.number > 0)
    model = next((each for each in levels if each.printed.hedge is Hedge.NONE), None)
    return lambda number: f"{_sign(number)}{_amount(abs(number), model, change)}"


def _amount(number: Fraction, model: Statement | None, change: Statement) -> str:
    if model:
        return like(model.printed, number / model.scale)
    unit = change.printed.unit
    return " ".join(filter(None, (decimal(number / change.scale, grouped=True), unit)))


def _sign(number: Fraction) -> str:
    return "+" if number > 0 else "-" if number else ""
