"""From rows of the frame of figures to statements, and the units that they are in."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from factlint.corpus.printed import OPEN, date_columns
from factlint.figures.statements import Cell, Statement, Stretch
from factlint.reading.date import FOREVER, NEVER, Date
from factlint.reading.quantity import Change, Quantity
from factlint.reading.quantity.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.figures.measures import Measure, Measures
    from factlint.figures.statements import Form, Time

Days = tuple[int, ...]
Cells = tuple[Cell, Cell | None, Cell | None]

_HUNDREDTH = Fraction(1, 100)


def statement(row: Mapping[str, Any], measures: Measures) -> Statement | None:
    """What a row of `cells.counting` states; None where that is not linear or has no one meaning.

    A ratio of what may be negative has two meanings. A time that is not certain is a time of its own.
    """
    own = _Speaker(row, measures)
    measure = str(row["figure"])
    if isinstance(said := row["value"], Quantity):
        return own.mean(said) if measure in measures.means else own.level(said)
    if isinstance(said := row["change"], Change):
        return own.change(said)
    if isinstance(said := row["share"], Quantity) and isinstance(row["share_of"], dict):
        return own.share(said, row["share_of"])
    return None


class _Speaker:
    """One row: who says it, of which cell."""

    def __init__(self, row: Mapping[str, Any], measures: Measures) -> None:
        self._row = row
        self._measures = measures
        self._fact = str(row["fact"])
        self._ends = (str(row["of"] or ""), str(row["with"] or ""))
        self._period = _days(row, "period")
        self._asof = _days(row, "asof")

    def level(self, said: Quantity) -> Statement:
        unit, scale = base_unit(said.unit, self._measure)
        return self._statement("level", said, (self._cell(), None, None), unit, scale)

    def mean(self, said: Quantity) -> Statement:
        """A mean of `total` / `count`; in percent it is a hundredth of their ratio."""
        mean = self._measures.means[self._name]
        unit, scale = base_unit(said.unit, self._measure)
        if unit == "percent":
            unit, scale = "number/number", scale * _HUNDREDTH
        elif "/" not in unit:
            unit = f"{unit}/{self._measures.known[mean.count].unit or 'number'}"
        now, base = self._cell(mean.total), self._cell(mean.count)
        return self._statement("mean", said, (now, base, self._cell()), unit, scale)

    def change(self, said: Change) -> Statement | None:
        base = self._base()
        if said.kind in {"percent", "times"}:
            return self._statement("ratio", said, (self._cell(), base, None)) if self._measure.never_negative else None
        unit = "percent" if said.kind == "points" else said.quantity.unit
        name, scale = base_unit(unit, self._measure)
        return self._statement("difference", said, (self._cell(), base, None), name, scale)

    def share(self, said: Quantity, whole: Mapping[str, Any]) -> Statement | None:
        name = str(whole.get("figure", self._name))
        known = self._measures.known[name]
        if not (known.never_negative and self._measure.never_negative and known.adds_up == self._measure.adds_up):
            return None
        ends = (str(whole.get("of", self._ends[0])), str(whole.get("with", self._ends[1])))
        period, asof = (_given(whole.get(key), own) for key, own in (("period", self._period), ("asof", self._asof)))
        scope = str(whole.get("scope", self._row["scope"] or ""))
        base = self._cell(name, ends, scope, (period, asof))
        return self._statement("share", said, (self._cell(), base, None), scale=_HUNDREDTH)

    @property
    def _name(self) -> str:
        return str(self._row["figure"])

    @property
    def _measure(self) -> Measure:
        return self._measures.known[self._name]

    def _statement(
        self, form: Form, said: Quantity | Change, cells: Cells, unit: str = "", scale: Fraction = Fraction(1)
    ) -> Statement:
        now, base, own = cells
        certain = bool(self._row["certain"]) and all(_certain(cell.time) for cell in (now, base or now))
        return Statement(self._fact, form, said, now, base, own, unit, scale, certain, self._ends[0])

    def _cell(
        self,
        measure: str | None = None,
        ends: tuple[str, str] | None = None,
        scope: str | None = None,
        dates: tuple[Days, Days] | None = None,
    ) -> Cell:
        name = measure or self._name
        known = self._measures.known[name]
        of, partner = ends or self._ends
        if known.symmetric:
            of, partner = sorted((of, partner))
        where = str(self._row["scope"] or "") if scope is None else scope
        return Cell(name, of, partner, where, _time(*(dates or (self._period, self._asof)), adds_up=known.adds_up))

    def _base(self) -> Cell:
        """The cell that a change is against: a stock as of a day may be compared with one of another day."""
        versus = _days(self._row, "versus")
        days = len(set(versus)) == 1
        if self._period == OPEN and days:
            return self._cell(dates=(OPEN, versus))
        return self._cell(dates=(versus, OPEN if self._period == OPEN else self._asof))


Spoken = Mapping[tuple[str, int], AbstractSet[str]]
"""The units in which a file, or anybody (``), states what belongs to some kin of measures (see `Measures.kin`)."""


def units(statements: Sequence[Statement], measures: Measures) -> dict[str, tuple[str, str]]:
    """For each fact the units of the cell that it speaks of and of its base."""
    spoken: dict[tuple[str, int], set[str]] = {}
    for each in statements:
        for measure, unit in told(each):
            for file in (file_of(each.fact), ""):
                spoken.setdefault((file, measures.kin[measure]), set()).add(unit)
    return {each.fact: units_of(each, spoken, measures) for each in statements}


def told(each: Statement) -> Iterator[tuple[str, str]]:
    """The measures whose unit a statement tells, each with that unit: a mean tells those of its total and its count."""
    if each.form in {"level", "difference"}:
        yield each.now.measure, each.unit
    elif each.form == "mean" and each.base is not None:
        upper, _, lower = each.unit.partition("/")
        yield from ((each.now.measure, upper), (each.base.measure, lower))


def units_of(each: Statement, spoken: Spoken, measures: Measures) -> tuple[str, str]:
    """The units of the cell that a statement speaks of and of its base.

    A ratio is in the unit in which its own file states levels of what adds up with it, else in the one unit in which
    anybody does. Where that leaves a choice, growth in one currency is not growth in another: it ties only what its own
    file says in ratios.
    """
    if each.form == "mean":
        upper, _, lower = each.unit.partition("/")
        return upper, lower
    unit = each.unit or _unit_of_ratio(each, spoken, measures)
    return unit, unit


def _unit_of_ratio(each: Statement, spoken: Spoken, measures: Measures) -> str:
    kin = {measures.kin[cell.measure] for cell in each.cells}
    for file in (file_of(each.fact), ""):
        known = {unit for number in kin for unit in spoken.get((file, number), ())}
        if known:
            return known.pop() if len(known) == 1 else f"as {file_of(each.fact)} reckons"
    return ""


def base_unit(unit: str | None, measure: Measure) -> tuple[str, Fraction]:
    """The base unit of a printed one and how many of it make one; a bare number is in the declared unit."""
    return dimension(unit) if unit else (measure.unit or "number", measure.per_unit)


def file_of(fact: str) -> str:
    """The file that a fact stands in."""
    return fact.rpartition("#")[0]


def _days(row: Mapping[str, Any], date: str) -> Days:
    return tuple(int(row[column]) for column in date_columns(date))


def _given(date: object, own: Days) -> Days:
    if not isinstance(date, Date):
        return own
    begins, ends = date.as_period()
    return (*begins, *ends)


def _time(period: Days, asof: Days, *, adds_up: bool) -> Time:
    if adds_up and period != OPEN and asof == OPEN and _certain(period):
        return Stretch(period[0], period[3])
    return (*period, *asof)


def _certain(time: Time) -> bool:
    """Whether a time leaves no choice: both ends of a period are known, and the day of `asof` is."""
    if isinstance(time, Stretch):
        return True
    first, begins, ends, last = time[:4]
    known = first == begins > NEVER and ends == last < FOREVER
    asof = time[4:]
    return (time[:4] == OPEN or known) and (not asof or asof == OPEN or asof[0] == asof[3])
