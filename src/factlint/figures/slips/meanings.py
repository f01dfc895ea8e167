"""Slips of the meaning of a number: its sign, `by` or `to`, percent, percentage points or times."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.figures.printing import numeral_scale
from factlint.figures.slips.context import saying
from factlint.figures.slips.places import other_times
from factlint.reading.quantity import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.figures.slips.context import Context
    from factlint.figures.statements import Cell, Statement

_HUNDREDTH = Fraction(1, 100)


def other_sign(statement: Statement, context: Context) -> Iterator[Statement]:
    """A rise for a fall, or the other way; also of a level that may be negative."""
    said, known = statement.said, context.measures.known.get(statement.now.measure)
    if isinstance(said, Change):
        signed = said.kind != "times"
    else:
        signed = statement.form == "level" and known is not None and not known.never_negative
    if signed and _plain(statement):
        yield saying(statement, statement.printed.negated())


def by_or_to(statement: Statement, context: Context) -> Iterator[Statement]:
    """What was meant if `by` stands for `to`, or the other way, with the number as printed."""
    if not _plain(statement):
        return
    if isinstance(statement.said, Change):
        yield _to(statement) if statement.said.kind != "times" else _by(statement)
    elif statement.form == "level" and statement.unit != "percent":
        for base in _bases(statement, context):
            change = Change("absolute", statement.said)
            yield statement._replace(form="difference", said=change, base=base)


def other_unit(statement: Statement, context: Context) -> Iterator[Statement]:
    """A change in percent for one in percentage points or in times, or the other way."""
    said = statement.said
    if not isinstance(said, Change) or not _plain(statement):
        return
    number, level = said.quantity.number, _percent_level(statement, context)
    if said.kind == "percent":
        if level is not None:
            points = Change("points", replace(said.quantity, unit="percentage-point"))
            yield statement._replace(form="difference", said=points, unit=level.unit, scale=level.scale)
        if number > 0:
            yield statement._replace(said=Change("times", replace(said.quantity, unit="times")))
    elif said.kind == "times":
        yield statement._replace(said=_percent(statement))
    elif said.kind == "points" and _never_negative(statement, context):
        yield statement._replace(form="ratio", said=_percent(statement), unit="", scale=Fraction(1))


def _plain(statement: Statement) -> bool:
    return numeral_scale(statement.printed) is not None


def _to(statement: Statement) -> Statement:
    """The new level, or the new level in percent of the old one."""
    kind = statement.said.kind if isinstance(statement.said, Change) else ""
    printed = statement.printed
    level = replace(printed, number=abs(printed.number))
    if kind == "percent":
        ratio = replace(level, number=level.number * _HUNDREDTH, ulp=level.ulp * _HUNDREDTH, unit="times")
        return statement._replace(said=Change("times", ratio))
    unit = "percent" if kind == "points" else level.unit
    return statement._replace(form="level", said=replace(level, unit=unit), base=None)


def _by(statement: Statement) -> Statement:
    """By so many times the old level: as many times as that and once more."""
    return saying(statement, replace(statement.printed, number=statement.printed.number + 1))


def _percent(statement: Statement) -> Change:
    return Change("percent", replace(statement.printed, unit="percent"))


def _percent_level(statement: Statement, context: Context) -> Statement | None:
    """A level in percent of the measure, where there is one: only then it changes by percentage points."""
    same = (each for each in context.statements if each.now.measure == statement.now.measure)
    return next((each for each in same if each.form == "level" and each.unit == "percent"), None)


def _never_negative(statement: Statement, context: Context) -> bool:
    known = context.measures.known.get(statement.now.measure)
    return known is not None and known.never_negative


def _bases(statement: Statement, context: Context) -> Iterator[Cell]:
    """What a change may be against: what others of the same cell are, else the last time before of its length."""
    named = [
        each.base for each in context.statements if each.now == statement.now and each.form in {"difference", "ratio"}
    ]
    times = [time for time in other_times(statement, context) if time < statement.now.time]
    nearest = [statement.now._replace(time=times[0])] if times else []
    yield from dict.fromkeys([base for base in named if base is not None] or nearest)
