"""An independent judge of figures: the arithmetic of docs/format.md written out once more, and decided by z3.

Facts are plain data and nothing of factlint is used, so that the two can only agree where both are right. Where the
page leaves two readings open, the one that finds less is taken.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

import z3  # type: ignore[import-untyped]  # z3 ships no types

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

Reading = Literal["rounded", "either"]
Verdict = Literal["none", "warning", "error"]
Months = tuple[int, int]
"""The first and the last month of a period, each as 12 · year + month - 1."""

READINGS: tuple[Reading, ...] = ("rounded", "either")


class Ends(NamedTuple):
    """An interval; None is no end."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


class Printed(NamedTuple):
    """A printed number: mantissa · scale / 10^decimals, then `tail` (scale and unit in words).

    `upper` is the second mantissa of a range. `exact` says that the curator wrote `precision: exact`.
    """

    mantissa: int
    decimals: int = 0
    scale: Fraction = Fraction(1)
    tail: str = ""
    signed: bool = False
    hedge: str = ""
    upper: int | None = None
    exact: bool = False

    @property
    def text(self) -> str:
        second = "" if self.upper is None else f" to {self._digits(self.upper)}"
        sign = "+" if self.signed and self.mantissa >= 0 else ""
        return f"{self.hedge} {sign}{self._digits(self.mantissa)}{second}{self.tail}".strip()

    def _digits(self, mantissa: int) -> str:
        digits = str(abs(mantissa)).rjust(self.decimals + 1, "0")
        whole, part = digits[: len(digits) - self.decimals], digits[len(digits) - self.decimals :]
        return f"{'-' if mantissa < 0 else ''}{whole}{f'.{part}' if part else ''}"

    def ends(self, reading: Reading) -> Ends:
        """The table "What a printed number stands for"; what is cut off is cut towards zero."""
        unit = self.scale / 10**self.decimals
        number, half = self.mantissa * unit, unit / 2
        if self.hedge:
            return _hedged(self.hedge, number, unit)
        if self.exact or self.upper is not None:
            return Ends(number, number) if self.upper is None else Ends(number - half, self.upper * unit + half)
        if reading == "rounded":
            return Ends(number - half, number + half)
        below, above = (half if number > 0 else unit), (half if number < 0 else unit)
        return Ends(number - below, number + above, low_open=below == unit, high_open=above == unit)


class Measure(NamedTuple):
    """A measure of the registry. `mean` is the total and the count of an average, `equals` pairs of factor and name."""

    kind: str = "flow"
    equals: tuple[tuple[int, str], ...] = ()
    mean: tuple[str, str] | None = None
    symmetric: bool = False
    minimum: int | None = 0
    maximum: int | None = None
    part_of: str | None = None
    unit: str = ""


class Fact(NamedTuple):
    """A figure. `kind` is value, percent, times, absolute, points or share; `asof` is a day, as text."""

    id: str
    measure: str
    of: str
    partner: str
    kind: str
    said: Printed
    period: Months | None = None
    asof: str = ""
    versus: Months | None = None
    whole: str = ""
    scope: str = ""


class Place(NamedTuple):
    """Between whom, and in which scope."""

    of: str
    partner: str
    scope: str


class Judge:
    """Decides which of some facts can be true together, under what the measures say.

    The formulas are SMT-LIB 2.6 (Barrett, Fontaine, Tinelli: the SMT-LIB standard, 2017) over the reals, one
    assumption for each fact and reading.
    """

    def __init__(self, measures: Mapping[str, Measure], facts: Sequence[Fact]) -> None:
        self._measures = _tied(measures, {name for fact in facts for name in (fact.measure, fact.whole) if name})
        self.facts = tuple(fact.id for fact in facts)
        self._variables: dict[Hashable, str] = {}
        self._kinds_of_months = _alike([each for fact in facts for each in (fact.period, fact.versus) if each])
        self._solver = z3.SimpleSolver()
        self._solver.from_string("".join(self._script(facts)))

    def possible(self, facts: Iterable[str], reading: Reading) -> bool:
        """Whether these can all be true, each number read so."""
        verdict = self._solver.check(*(z3.Bool(f"{reading}/{fact}") for fact in facts))
        assert verdict != z3.unknown
        return bool(verdict == z3.sat)

    def verdict(self, facts: Iterable[str] | None = None) -> Verdict:
        """Of these facts, by default all: an error is impossible however its numbers were made."""
        chosen = self.facts if facts is None else tuple(facts)
        if self.possible(chosen, "rounded"):
            return "none"
        return "warning" if self.possible(chosen, "either") else "error"

    def _script(self, facts: Sequence[Fact]) -> Iterator[str]:
        """The declarations and the assertions."""
        stated = {
            f"{reading}/{fact.id}": _all([*self._stated(fact, reading), *self._within_domain(fact)])
            for fact in facts
            for reading in READINGS
        }
        always = list(self._always(facts))
        yield from (f"(declare-const {name} Real)" for name in self._variables.values())
        yield from (f"(declare-const |{name}| Bool)(assert (=> |{name}| {each}))" for name, each in stated.items())
        yield from (f"(assert {each})" for each in always)

    def _stated(self, fact: Fact, reading: Reading) -> Iterator[str]:
        """What a fact says; nothing where its words have two meanings: a growth or a share of what may be negative."""
        measure, ends = self._measures[fact.measure], fact.said.ends(reading)
        now = self._level(fact.measure, fact, fact.period)
        if measure.mean and fact.kind == "value":
            total, count = (self._level(name, fact, fact.period) for name in measure.mean)
            yield from (f"(> {count} 0)", *_ratio(total, count, ends))
        elif fact.kind == "value":
            yield from _ratio(now, "1", ends)
        elif fact.kind in {"absolute", "points"}:
            yield from _ratio(f"(- {now} {self._level(fact.measure, fact, fact.versus)})", "1", ends)
        elif fact.kind == "share" and None not in {measure.minimum, self._measures[fact.whole].minimum}:
            yield _share(now, self._level(fact.whole, fact, fact.period), _times(ends, Fraction(1, 100)))
        elif fact.kind in {"percent", "times"} and measure.minimum is not None:
            base = self._level(fact.measure, fact, fact.versus)
            ratio = ends if fact.kind == "times" else _times(ends, Fraction(1, 100), plus=1)
            yield from (f"(> {base} 0)", *_ratio(now, base, ratio))

    def _within_domain(self, fact: Fact) -> Iterator[str]:
        """The levels that a fact names lie within the domains of their measures."""
        for name, period in {(fact.measure, fact.period), (fact.measure, fact.versus), (fact.whole, fact.period)}:
            if name and (period or fact.asof) and not self._measures[name].mean:
                yield from _domain(self._level(name, fact, period), self._measures[name])

    def _always(self, facts: Sequence[Fact]) -> Iterator[str]:
        """Sums and parts, at each time and both ways; measures that equal no others are within their domains."""
        places = {Place(*ends, fact.scope) for fact in facts for ends in _both(fact)}
        moments = {_moment(fact, period) for fact in facts for period in (fact.period, fact.versus)}
        for place in sorted(places):
            for name, measure in self._measures.items():
                for time in set(self._kinds_of_months.values()) if measure.kind == "flow" else moments:
                    yield from self._rules_of(name, measure, place, time)

    def _rules_of(self, name: str, measure: Measure, place: Place, time: Hashable) -> Iterator[str]:
        own = self._variable(name, place, time)
        if measure.equals:
            parts = (f"(* {_text(factor)} {self._variable(other, place, time)})" for factor, other in measure.equals)
            yield f"(= {own} {_sum(parts)})"
        elif not measure.mean:
            yield from _domain(own, measure)
        if measure.part_of:
            yield f"(<= {own} {self._variable(measure.part_of, place, time)})"

    def _level(self, name: str, fact: Fact, period: Months | None) -> str:
        place = Place(fact.of, fact.partner, fact.scope)
        if self._measures[name].kind != "flow" or period is None:
            return self._variable(name, place, _moment(fact, period))
        kinds = {self._kinds_of_months[month] for month in range(period[0], period[1] + 1)}
        return _sum(self._variable(name, place, kind) for kind in sorted(kinds))

    def _variable(self, name: str, place: Place, time: Hashable) -> str:
        if self._measures[name].symmetric:
            place = Place(min(place[:2]), max(place[:2]), place.scope)
        return self._variables.setdefault((name, place, time), f"v{len(self._variables)}")


def _tied(measures: Mapping[str, Measure], stated: set[str]) -> dict[str, Measure]:
    """The measures that sums, means or parts tie to those stated."""
    ties = []
    for name, measure in measures.items():
        parts = [other for _, other in measure.equals]
        ties.append({name, *parts, *(measure.mean or ()), *([measure.part_of] if measure.part_of else [])})
    while more := {name for tie in ties if tie & stated for name in tie} - stated:
        stated |= more
    return {name: measure for name, measure in measures.items() if name in stated}


def _hedged(hedge: str, number: Fraction, unit: Fraction) -> Ends:
    if hedge == "about":
        width = max(unit, abs(number) / 20)
        return Ends(number - width, number + width)
    if hedge in {"more than", "at least"}:
        return Ends(number, None, low_open=hedge == "more than")
    return Ends(None, number, high_open=hedge == "less than")


def _alike(periods: Sequence[Months]) -> dict[int, int]:
    """For each month the first month that lies in the same periods: of a flow, only their sum is ever spoken of."""
    first: dict[tuple[bool, ...], int] = {}
    months = sorted({month for low, high in periods for month in range(low, high + 1)})
    return {month: first.setdefault(tuple(low <= month <= high for low, high in periods), month) for month in months}


def _both(fact: Fact) -> tuple[tuple[str, str], tuple[str, str]]:
    return (fact.of, fact.partner), (fact.partner, fact.of)


def _moment(fact: Fact, period: Months | None) -> Hashable:
    return (period, fact.asof)


def _text(number: Fraction | int) -> str:
    exact = Fraction(number)
    size = f"(/ {abs(exact.numerator)}.0 {exact.denominator}.0)"
    return f"(- {size})" if exact < 0 else size


def _sum(terms: Iterable[str]) -> str:
    return f"(+ 0.0 {' '.join(terms)})"


def _all(formulas: Iterable[str]) -> str:
    return f"(and true {' '.join(formulas)})"


def _domain(level: str, measure: Measure) -> Iterator[str]:
    if measure.minimum is not None:
        yield f"(>= {level} {_text(measure.minimum)})"
    if measure.maximum is not None:
        yield f"(<= {level} {_text(measure.maximum)})"


def _ratio(now: str, base: str, ends: Ends) -> Iterator[str]:
    """That now / base lies within the ends, of a base above zero."""
    if ends.low is not None:
        yield f"({'>' if ends.low_open else '>='} {now} (* {_text(ends.low)} {base}))"
    if ends.high is not None:
        yield f"({'<' if ends.high_open else '<='} {now} (* {_text(ends.high)} {base}))"


def _share(part: str, whole: str, ends: Ends) -> str:
    """A share of nothing is said of nothing: where it may be 0 %, the whole may be as well."""
    some = _all([f"(> {whole} 0)", *_ratio(part, whole, ends)])
    return f"(or {some} (and (= {whole} 0) (= {part} 0)))" if _holds_nought(ends) else some


def _times(ends: Ends, factor: Fraction, plus: int = 0) -> Ends:
    low, high = (None if end is None else end * factor + plus for end in (ends.low, ends.high))
    return Ends(low, high, ends.low_open, ends.high_open)


def _holds_nought(ends: Ends) -> bool:
    above = ends.low is None or ends.low < 0 or (ends.low == 0 and not ends.low_open)
    below = ends.high is None or ends.high > 0 or (ends.high == 0 and not ends.high_open)
    return above and below
