"""Small components of figures, decided by `factlint.reasoning.system`: what may stand in the place of a statement."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.figures.measures import Measure, Measures
from factlint.figures.slips import Context, hint
from factlint.figures.statements import Cell, Statement, Stretch
from factlint.interval import EVERYTHING, Interval
from factlint.reading.date import civil, ordinal
from factlint.reading.quantity import read, read_change, read_share
from factlint.reasoning.linear import Identity
from factlint.reasoning.system import Row, System, impossible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.figures.statements import Time

POSITIVE = Interval(Fraction(0), None, low_open=True)
AMOUNT = Measure(adds_up=True, least=Fraction(0))
MEASURES = Measures(
    known={
        "exports": AMOUNT,
        "imports": AMOUNT,
        "turnover": AMOUNT._replace(symmetric=True),
        "balance": Measure(adds_up=True),
        "turnout": Measure(least=Fraction(0), unit="percent"),
    },
    identities=(),
    parts=(),
    means={},
    kin=dict.fromkeys(("exports", "imports", "turnover", "balance"), 0) | {"turnout": 1},
).tied_by(
    (
        Identity.of("turnover", ((Fraction(1), "exports"), (Fraction(1), "imports"))),
        Identity.of("balance", ((Fraction(1), "exports"), (Fraction(-1), "imports"))),
    ),
    (),
)


class Words:
    """Measures are called by their ids, times by their years."""

    def measure(self, measure: str, /) -> str:
        return measure

    def time(self, time: Time, /) -> str:
        return str(civil(time[0])[0])


def year(number: int) -> Stretch:
    return Stretch(ordinal(number, 1, 1), ordinal(number, 12, 31))


def cell(measure: str, number: int = 2020) -> Cell:
    return Cell(measure, "Azerbaijan", "Pakistan", "", year(number))


def level(fact: str, measure: str, said: str, number: int = 2020) -> Statement:
    quantity = read(said)
    return Statement(fact, "level", quantity, cell(measure, number), unit=quantity.unit or "number")


def change(fact: str, measure: str, said: str, number: int = 2020, versus: int = 2019) -> Statement:
    found = read_change(said)
    now, base = cell(measure, number), cell(measure, versus)
    if found.kind in {"percent", "times"}:
        return Statement(fact, "ratio", found, now, base)
    unit = "percent" if found.kind == "points" else found.quantity.unit or "number"
    return Statement(fact, "difference", found, now, base, unit=unit)


def share(fact: str, part: str, whole: str, said: str) -> Statement:
    return Statement(fact, "share", read_share(said), cell(part), cell(whole), scale=Fraction(1, 100))


class Component:
    """The statements of a component, by fact; `loose` has no cheap bounds. Counts the exact answers that it gives."""

    def __init__(self, statements: Sequence[Statement], measures: Measures = MEASURES, *, loose: bool = False) -> None:
        self.statements = {each.fact: each for each in statements}
        self.answers = 0
        self._measures = measures
        self._loose = loose

    def room(self, statement: Statement, /) -> Interval:
        others = [each for each in self.statements.values() if each.fact != statement.fact]
        spans = {} if self._loose else self._spans(others)
        now = spans.get(statement.now, EVERYTHING)
        base = spans.get(statement.base or statement.now, EVERYTHING)
        match statement.form:
            case "level":
                return now
            case "difference":
                return now + base.times(-1)
            case _:
                return _divided(now, base)

    def fits(self, /, *statements: Statement) -> bool:
        self.answers += 1
        return impossible(self._system({**self.statements, **{each.fact: each for each in statements}})) is None

    @property
    def suspects(self) -> list[Statement]:
        """The statements without which alone the others are possible."""
        everything = self.statements
        without = {fact: {other: everything[other] for other in everything if other != fact} for fact in everything}
        return [everything[fact] for fact, others in without.items() if impossible(self._system(others)) is None]

    def hint(self) -> str | None:
        assert not self.fits()
        statements = list(self.statements.values())
        return hint(self.suspects, self, Context(self._measures, statements, statements, Words()))

    def _spans(self, statements: Sequence[Statement]) -> dict[Cell, Interval]:
        spans: dict[Cell, Interval] = {}
        for each in statements:
            if each.form == "level":
                spans[each.now] = spans.get(each.now, EVERYTHING) & each.numbers("either")
        for place in {each._replace(measure="") for each in spans}:
            for identity in self._measures.identities:
                values = {
                    name: spans.get(place._replace(measure=name), self._least(name)) for name, _ in identity.factors
                }
                if not any(value.is_empty for value in values.values()):
                    spans |= {
                        place._replace(measure=name): values[name] & identity.implied(name, values) for name in values
                    }
        return spans

    def _least(self, measure: str) -> Interval:
        return Interval(self._measures.known[measure].least, None)

    def _system(self, statements: Mapping[str, Statement]) -> System:
        cells: dict[Cell, int] = {}
        rows = [row for each in statements.values() for row in _rows(each, cells)]
        for place in sorted({each._replace(measure="") for each in cells}, key=repr):
            for identity in self._measures.identities:
                names = [name for name, _ in identity.factors]
                if sum(place._replace(measure=name) in cells for name in names) > 1:
                    terms = [
                        (cells.setdefault(place._replace(measure=name), len(cells)), factor)
                        for name, factor in identity.factors
                    ]
                    rows.append(Row.within(terms, Interval.point(0)))
        bounds = (Row.within([(index, 1)], self._least(each.measure)) for each, index in cells.items())
        return System(len(cells), (*rows, *(row for row in bounds if row.low is not None)))


def _rows(each: Statement, cells: dict[Cell, int]) -> Iterator[Row]:
    now = cells.setdefault(each.now, len(cells))
    numbers = each.numbers("either")
    if each.base is None:
        yield Row.within([(now, 1)], numbers, each.fact)
        return
    base = cells.setdefault(each.base, len(cells))
    if each.form == "difference":
        yield Row.within([(now, 1), (base, -1)], numbers, each.fact)
        return
    yield Row.within([(base, 1)], POSITIVE, each.fact)
    if numbers.low is not None:
        yield Row.within([(now, 1), (base, -numbers.low)], Interval(Fraction(0), None), each.fact)
    if numbers.high is not None:
        least = Interval(None, Fraction(0), high_open=numbers.high_open)
        yield Row.within([(now, 1), (base, -numbers.high)], least, each.fact)


def _divided(now: Interval, base: Interval) -> Interval:
    """An outer bound on now / base."""
    if now.low is None or now.high is None or base.low is None or base.high is None or now.low < 0 or base.low <= 0:
        return EVERYTHING
    return Interval(now.low / base.high, now.high / base.low)
