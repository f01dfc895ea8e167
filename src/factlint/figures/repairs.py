"""What the rest of a component thinks of other statements in place of some of its own: whether a slip repairs it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.figures.frame import units
from factlint.figures.joint import Joint
from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.room import Room
from factlint.reasoning.system import impossible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement
    from factlint.reasoning.system import System


class Component:
    """Statements that share cells, read as rounded or truncated; those of other contradictions are left out."""

    def __init__(self, statements: Sequence[Statement], measures: Measures, joint: Joint | None = None) -> None:
        """`joint` is their system, where it is known."""
        self._statements = {each.fact: each for each in statements}
        self._measures = measures
        self._joint = joint or Joint(statements, measures, units(statements, measures))
        self._rooms: dict[str, Room | None] = {}

    def fits(self, /, *meant: Statement) -> bool:
        """Whether all can be true with these in place of the statements of the same facts."""
        if not all(self._is_of_its_cells(each) for each in meant):
            return Component(self._with(*meant), self._measures).fits()
        return impossible(self._system(self._statements, {each.fact: each for each in meant})) is None

    def room(self, statement: Statement, /) -> Interval:
        """An outer bound on the x that all statements of other facts leave (see `Statement`)."""
        left = self._left_by_others(statement.fact)
        unit, base_unit = self._units_of(statement)
        now = self._joint.terms(statement.now, unit)
        base = self._joint.terms(statement.base, base_unit) if statement.base else []
        if left is None or now is None or base is None:
            return EVERYTHING
        if statement.form == "level":
            return left.of(now)
        if statement.form == "difference":
            return left.of([*now, *((variable, -factor) for variable, factor in base)])
        return _divided(left.of(now), left.of(base))

    def _units_of(self, statement: Statement) -> tuple[str, str]:
        """The units of what a statement speaks of, in place of that of the same fact."""
        if self._is_of_its_cells(statement):
            return self._joint.units[statement.fact]
        return units(self._with(statement), self._measures)[statement.fact]

    def _is_of_its_cells(self, statement: Statement) -> bool:
        """Whether a statement differs from that of the same fact in its number alone."""
        return self._statements[statement.fact]._replace(said=statement.said) == statement

    def _left_by_others(self, fact: str) -> Room | None:
        """What the statements of other facts leave; None where floats cannot say."""
        if fact not in self._rooms:
            others = self._system([each for each in self._statements if each != fact])
            try:
                self._rooms[fact] = Room(others)
            except OverflowError:
                self._rooms[fact] = None
        return self._rooms[fact]

    def _system(self, facts: Iterable[str], meant: Mapping[str, Statement] = MappingProxyType({})) -> System:
        return self._joint.system(dict.fromkeys(facts, "either"), meant)

    def _with(self, *meant: Statement) -> list[Statement]:
        """The statements with these in place of those of the same facts, in the order of the facts."""
        changed = {**self._statements, **{each.fact: each for each in meant}}
        return [changed[fact] for fact in sorted(changed)]


def _divided(part: Interval, whole: Interval) -> Interval:
    """The ratios of a number of one interval and a positive one of the other."""
    if part.is_empty or whole.is_empty:
        return part & whole & Interval.point(0) & Interval.point(1)
    if part.low is None or part.low < 0 or whole.low is None or whole.low < 0:
        return EVERYTHING
    low = None if whole.high is None or not whole.high else part.low / whole.high
    high = None if part.high is None or not whole.low else part.high / whole.low
    return Interval(low or 0 * part.low, high)
