"""What the rest of a component thinks of other statements in place of some of its own: whether a slip repairs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.frame import units
from factlint.figures.joint import Joint
from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.room import Room
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
        self._known = units(statements, measures)
        self._rests: dict[str, tuple[Joint, Room | None]] = {}

    def fits(self, /, *meant: Statement) -> bool:
        """Whether all can be true with these in place of the statements of the same facts."""
        statements = self._with(*meant)
        joint = Joint(statements, self._measures, units(statements, self._measures))
        return impossible(joint.system(dict.fromkeys((each.fact for each in statements), "either"))) is None

    def room(self, statement: Statement, /) -> Interval:
        """An outer bound on the x that all statements of other facts leave (see `Statement`)."""
        joint, left = self._rest(statement.fact)
        unit, base_unit = self._units_of(statement)
        now = joint.terms(statement.now, unit)
        base = joint.terms(statement.base, base_unit) if statement.base else []
        if left is None or now is None or base is None:
            return EVERYTHING
        if statement.form == "level":
            return left.of(now)
        if statement.form == "difference":
            return left.of([*now, *((variable, -factor) for variable, factor in base)])
        return _divided(left.of(now), left.of(base))

    def _units_of(self, statement: Statement) -> tuple[str, str]:
        """The units of what a statement speaks of, in place of that of the same fact."""
        own = next(each for each in self._statements if each.fact == statement.fact)
        if own._replace(said=statement.said) == statement:
            return self._known[statement.fact]
        return units(self._with(statement), self._measures)[statement.fact]

    def _rest(self, fact: str) -> tuple[Joint, Room | None]:
        """The system of the statements of other facts, and what it leaves; None where floats cannot say."""
        if fact not in self._rests:
            others = [each for each in self._statements if each.fact != fact]
            own = next(each for each in self._statements if each.fact == fact)
            also = [
                (cell, unit)
                for cell, unit in zip((own.now, own.base), self._known[fact], strict=True)
                if cell is not None
            ]
            joint = Joint(others, self._measures, self._known, also)
            try:
                left = Room(joint.system(dict.fromkeys((each.fact for each in others), "either")))
            except OverflowError:
                self._rests[fact] = joint, None
            else:
                self._rests[fact] = joint, left
        return self._rests[fact]

    def _with(self, *meant: Statement) -> list[Statement]:
        """The statements with these in place of those of the same facts, in the order of the facts."""
        facts = {each.fact for each in meant}
        return sorted([*(each for each in self._statements if each.fact not in facts), *meant], key=_fact)


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
