"""What the rest of a component thinks of other statements in place of some of its own: whether a slip repairs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.frame import units
from factlint.figures.joint import Joint
from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.room import room
from factlint.reasoning.system import impossible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement


class Component:
    """Statements that share cells, read as rounded or truncated; those of other contradictions are left out."""

    def __init__(self, statements: Sequence[Statement], measures: Measures) -> None:
        self._statements = statements
        self._measures = measures

    def fits(self, /, *meant: Statement) -> bool:
        """Whether all can be true with these in place of the statements of the same facts."""
        joint = self._with(*meant)
        return impossible(joint.system(dict.fromkeys((each.fact for each in joint.statements), "either"))) is None

    def room(self, statement: Statement, /) -> Interval:
        """An outer bound on the x that all statements of other facts leave (see `Statement`)."""
        joint = self._with(statement)
        facts = (each.fact for each in joint.statements)
        system = joint.system(dict.fromkeys(facts, "either"))
        now, base = joint.sides(statement.fact)
        if statement.form == "level":
            return room(system, now, statement.fact)
        if statement.form == "difference":
            return room(system, [*now, *((variable, -factor) for variable, factor in base)], statement.fact)
        return _divided(room(system, now, statement.fact), room(system, base, statement.fact))

    def _with(self, *meant: Statement) -> Joint:
        facts = {each.fact for each in meant}
        statements = sorted([*(each for each in self._statements if each.fact not in facts), *meant], key=_fact)
        return Joint(statements, self._measures, units(statements, self._measures))


def _divided(part: Interval, whole: Interval) -> Interval:
    """The ratios of a number of one interval and a positive one of the other."""
    if part.is_empty or whole.is_empty:
        return part & whole & Interval.point(0) & Interval.point(1)
    if part.low is None or part.low < 0 or whole.low is None or whole.low < 0:
        return EVERYTHING
    low = None if whole.high is None or not whole.high else part.low / whole.high
    high = None if part.high is None or not whole.low else part.high / whole.low
    return Interval(low or 0 * part.low, high)


def _fact(statement: Statement) -> str:
    return statement.fact
