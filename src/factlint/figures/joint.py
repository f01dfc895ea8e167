"""Statements that share cells as one linear system: levels, changes, shares and means, and what ties measures.

A flow over a period is the sum of its stretches between all the ends of periods that the statements name, so that a
year and its quarters are tied together; anything else has a variable for each time. A change, a share or a mean is
linear in the levels: new ≥ old · (1 + least growth).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.figures.fixed import Atom, Ties, span, stretch_span
from factlint.figures.statements import Stretch
from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.system import Row, System

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.figures.called import Called
    from factlint.figures.cells import Reading
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Cell, Statement, Time
    from factlint.reasoning.linear import Identity
    from factlint.reasoning.system import Certificate

_POSITIVE = Interval(Fraction(0), None, low_open=True)
_NOUGHT = Interval.point(0)

Terms = list[tuple[int, Fraction]]


class Joint:
    """The system of some statements.

    `units` gives for each fact the unit of the cell that it speaks of and that of its base. `fixed` lists what the
    fixed rows say; they follow the rows of the statements.
    """

    def __init__(
        self,
        statements: Sequence[Statement],
        measures: Measures,
        units: Mapping[str, tuple[str, str]],
    ) -> None:
        self.statements = statements
        self._measures = measures
        self.units = units
        self._cuts = sorted({day for each in statements for cell in each.cells for day in _days(cell.time)})
        self._variables: dict[Atom, int] = {}
        self._forms = [self._form(each) for each in statements]
        self._bounds = [list(self._limits(each, form)) for each, form in zip(statements, self._forms, strict=True)]
        self._rows: dict[tuple[int, Reading], list[Row]] = {}
        ties = Ties(list(self._variables), measures, self._reports)
        self.fixed = ties.fixed()
        self._variables = ties.variables

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """What each variable is."""
        return tuple(self._variables)

    def terms(self, cell: Cell, unit: str) -> Terms | None:
        """The variables that a cell is the sum of; None where nothing here speaks of some of it."""
        time = cell.time
        if isinstance(time, Stretch) and not {time.first, time.last + 1} <= set(self._cuts):
            return None
        found = [self._variables.get(Atom(*cell[:4], part, unit)) for part in self._times(time)]
        known = [(variable, Fraction(1)) for variable in found if variable is not None]
        return known if len(known) == len(found) else None

    def because(self, readings: Mapping[str, Reading], called: Called) -> Iterator[str]:
        """For each row of the system why it holds, in words."""
        for statement, form, limits in zip(self.statements, self._forms, self._bounds, strict=True):
            if reading := readings.get(statement.fact):
                for _ in _rows_of(statement, form, reading):
                    yield f"{statement.text}, rounded" if reading == "rounded" else statement.text
                for _ in limits:
                    yield f"what {called.measure(statement.now.measure)} may be"
        for tie in self.fixed:
            yield tie.words(called)

    def system(self, readings: Mapping[str, Reading], meant: Mapping[str, Statement] = MappingProxyType({})) -> System:
        """The system with each fact's number read as `readings` says, without the facts that it leaves out.

        The facts own their rows; then come the fixed ones. `meant` gives for some facts statements of other numbers.
        """
        return System(len(self._variables), (*self._stated(readings, meant), *(tie.row for tie in self.fixed)))

    def used(
        self, certificate: Certificate, readings: Mapping[str, Reading]
    ) -> tuple[tuple[Identity, ...], tuple[tuple[str, str], ...]]:
        """The identities, and the parts in their wholes, that a certificate of this system rests on."""
        before = sum(1 for _ in self._stated(readings))
        ties = [self.fixed[row - before] for row, _, _ in certificate.multipliers if row >= before]
        identities = dict.fromkeys(tie.identity for tie in ties if tie.identity)
        return tuple(identities), tuple(dict.fromkeys(tie.part for tie in ties if tie.part))

    def _stated(
        self, readings: Mapping[str, Reading], meant: Mapping[str, Statement] = MappingProxyType({})
    ) -> Iterator[Row]:
        for index, (statement, limits) in enumerate(zip(self.statements, self._bounds, strict=True)):
            if reading := readings.get(statement.fact):
                if statement.fact in meant:
                    yield from _rows_of(meant[statement.fact], self._forms[index], reading)
                else:
                    yield from self._rows_read(index, reading)
                yield from limits

    def _rows_read(self, index: int, reading: Reading) -> list[Row]:
        """The rows of a statement under a reading, made once."""
        if (index, reading) not in self._rows:
            self._rows[index, reading] = list(_rows_of(self.statements[index], self._forms[index], reading))
        return self._rows[index, reading]

    def _form(self, statement: Statement) -> tuple[Terms, Terms, Terms]:
        """The variables of the cell, of the base, and of the mean itself."""
        unit, base_unit = self.units[statement.fact]
        return (
            self._level(statement.now, unit),
            self._level(statement.base, base_unit) if statement.base else [],
            self._level(statement.own, statement.unit) if statement.own else [],
        )

    def _level(self, cell: Cell, unit: str) -> Terms:
        return [(self._variable(Atom(*cell[:4], time, unit)), Fraction(1)) for time in self._times(cell.time)]

    def _times(self, time: Time) -> list[Time]:
        if not isinstance(time, Stretch):
            return [time]
        inside = [day for day in self._cuts if time.first <= day <= time.last + 1]
        return [Stretch(first, after - 1) for first, after in pairwise(inside)]

    def _variable(self, atom: Atom) -> int:
        return self._variables.setdefault(atom, len(self._variables))

    def _limits(self, statement: Statement, form: tuple[Terms, Terms, Terms]) -> Iterator[Row]:
        """The bounds of measures that hold because a statement speaks of them.

        A measure that equals others is bounded only over the times that figures speak of: a trade deficit that nobody
        states, or that of one month of a year, may as well be a surplus. The bounds of a flow, but for nought, hold for
        a period of which a level is stated.
        """
        unit, base_unit = self.units[statement.fact]
        cells = zip((statement.now, statement.base, statement.own), form, (unit, base_unit, ""), strict=True)
        for cell, terms, own in cells:
            if cell is not None and cell.measure in self._measures.totals:
                limits = stretch_span(self._measures, Atom(*cell[:4], cell.time, own))
                if limits != EVERYTHING:
                    yield Row.within(terms, limits, statement.fact)
        if statement.form == "level" and isinstance(statement.now.time, Stretch):
            whole = span(self._measures, statement.now.measure, unit)
            if whole.low or whole.high is not None:
                yield Row.within(form[0], whole, statement.fact)

    def _reports(self, place: Atom, swapping: set[str]) -> bool:
        """Whether somebody states a measure that may swap its ends as that of this place."""
        ends = {place.of, place.partner}
        return not swapping or any(
            each.reporter == place.of and cell.measure in swapping and {cell.of, cell.partner} == ends
            for each in self.statements
            for cell in each.cells
        )


def _rows_of(statement: Statement, form: tuple[Terms, Terms, Terms], reading: Reading) -> Iterator[Row]:
    """What a statement says of its variables."""
    now, base, own = form
    owner, numbers = statement.fact, statement.numbers(reading)
    match statement.form:
        case "level":
            yield Row.within(now, numbers, owner)
        case "difference":
            yield Row.within(_minus(now, base, Fraction(1)), numbers, owner)
        case _:
            positive = statement.form != "share" or not numbers.contains(0)
            if own:
                yield Row.within(own, numbers, owner)
            if positive:
                yield Row.within(base, _POSITIVE, owner)
            yield from _ratio(now, base, numbers, owner, positive=positive)


def _ratio(part: Terms, whole: Terms, ratio: Interval, owner: str, *, positive: bool) -> Iterator[Row]:
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


def _days(time: Time) -> Iterator[int]:
    """The days on which a stretch may begin: the first day of a period, and the day after its last."""
    return iter((time.first, time.last + 1)) if isinstance(time, Stretch) else iter(())
