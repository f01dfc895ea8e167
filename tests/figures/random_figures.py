"""Small random projects near consistency: figures printed of one hidden truth, and a few of them spoiled.

A system is the figures of one pair of places; a project holds many, which have nothing to do with each other, so that
one run judges them all.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st
from tests.figures.brute_force import Fact, Months, Printed
from tests.figures.projects import MEASURES, Project

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

_MONEY = (Fraction(10**6), " million USD")
_MASS = (Fraction(1000), " thousand tonnes")
_UNITS: Mapping[str, tuple[Fraction, str]] = {
    **dict.fromkeys(MEASURES, _MONEY),
    **dict.fromkeys(("oil", "gas", "other", "fuel", "energy", "volume"), _MASS),
    "seats": (Fraction(1), ""),
    "jobless": (Fraction(1), " percent"),
    "price": (Fraction(1), " USD per tonne"),
}


def _year(number: int) -> Months:
    return 12 * number, 12 * number + 11


def _part(year: int, first: int, last: int) -> Months:
    return 12 * year + first - 1, 12 * year + last - 1


_CALENDARS: Sequence[Sequence[Months]] = (
    (_year(2020),),
    (_year(2020), _year(2021)),
    (*(_part(2020, first, first + 2) for first in (1, 4, 7, 10)), _year(2020)),
    (_part(2020, 1, 6), _part(2020, 7, 12), _year(2020), _year(2019)),
    (_part(2020, 1, 7), _part(2020, 1, 6), _part(2020, 7, 7), _year(2020)),
    ((12 * 2020 + 6, 12 * 2021 + 5), _part(2020, 7, 12), _part(2021, 1, 6), _year(2020), _year(2021)),
)
_DAYS = ("2020-06-30", "2020-12-31")


class Topic(NamedTuple):
    """Measures that go together, and the pairs of a part and a whole of which shares are printed."""

    measures: tuple[str, ...]
    shares: tuple[tuple[str, str], ...] = ()


TOPICS = (
    Topic(
        ("exports", "imports", "turnover", "turnover", "balance", "deficit", "oil-exports"),
        (("exports", "turnover"), ("imports", "turnover"), ("oil-exports", "exports"), ("balance", "turnover")),
    ),
    Topic(("exports", "imports", "turnover"), (("exports", "turnover"), ("imports", "turnover"))),
    Topic(("oil", "gas", "other", "fuel", "energy"), (("oil", "fuel"), ("fuel", "energy"), ("gas", "energy"))),
    Topic(("gold", "currency", "reserves"), (("gold", "reserves"),)),
    Topic(("seats", "jobless")),
    Topic(("sales", "volume", "price", "price")),
)


class Style(NamedTuple):
    """How somebody prints: with so many decimals, and whether what follows is cut off (one of these)."""

    decimals: int
    cut: tuple[bool, ...]


class System(NamedTuple):
    """Figures of one pair of places, called `left` and `right` until a project gives them their names."""

    facts: tuple[Fact, ...]


class Truth:
    """What really happened, drawn from a seed: amounts that are multiples of `grain`."""

    def __init__(self, seed: int, grain: Fraction) -> None:
        self._seed = seed
        self._grain = grain

    def level(self, measure: str, of: str, scope: str, time: Months | str) -> Fraction:
        """The level over a period, or of anything that does not add up, at a time."""
        known = MEASURES[measure]
        if known.mean:
            total, count = (self.level(name, of, scope, time) for name in known.mean)
            return total / count if count else Fraction(0)
        if known.kind != "flow" or isinstance(time, str):
            return self._at(measure, of, f"{scope}{time}")
        return sum((self._at(measure, of, f"{scope}{month}") for month in range(time[0], time[1] + 1)), Fraction(0))

    def _at(self, measure: str, of: str, time: str) -> Fraction:
        known = MEASURES[measure]
        if known.equals:
            return sum((factor * self._at(name, of, time) for factor, name in known.equals), Fraction(0))
        if of == "right" and measure in {"exports", "imports"}:  # what one side sells the other side buys
            return self._at("imports" if measure == "exports" else "exports", "left", time)
        chance = random.Random(f"{self._seed} {measure} {of} {time}")
        if measure in {"seats", "jobless"}:
            return Fraction(chance.randint(0, 400), 4)
        if known.part_of:
            return self._at(known.part_of, of, time) * chance.randint(0, 4) / 4
        return chance.choice((0, 1, 1, 1)) * chance.randint(1, 60) * self._grain * _UNITS[measure][0]


@st.composite
def systems(draw: DrawFn) -> System:
    """Two to nine figures of one topic and one calendar, of which up to two are spoiled."""
    topic, calendar = draw(st.sampled_from(TOPICS)), draw(st.sampled_from(_CALENDARS))
    truth = Truth(draw(st.integers(0, 999)), draw(st.sampled_from((Fraction(1, 20), Fraction(1, 1000)))))
    decimals, cut = draw(st.integers(0, 2)), draw(st.sampled_from(((False,), (True,), (False, True))))
    size = draw(st.integers(2, 9))
    drawn = (_figure(draw, topic, calendar, truth, Style(decimals, cut)) for _ in range(size))
    facts = [fact._replace(id=f"f{number}") for number, fact in enumerate(drawn) if fact is not None]
    if facts:
        _change_one(draw, facts, _hedged)
    for _ in range(draw(st.integers(0, 2)) if facts else 0):
        _change_one(draw, facts, _spoiled)
    return System(tuple(facts))


def _change_one(draw: DrawFn, facts: list[Fact], change: Callable[[DrawFn, Printed], Printed]) -> None:
    which = draw(st.integers(0, len(facts) - 1))
    said = change(draw, facts[which].said)
    if said.mantissa >= {"share": 0, "times": 1}.get(facts[which].kind, said.mantissa):
        facts[which] = facts[which]._replace(said=said)


def _figure(draw: DrawFn, topic: Topic, calendar: Sequence[Months], truth: Truth, style: Style) -> Fact | None:
    """A figure as printed of the truth; None where the truth has none, such as a growth from nothing."""
    kind = draw(st.sampled_from(("value", "value", "value", "change", "share")))
    measure, whole = draw(st.sampled_from(topic.measures)), ""
    if kind == "share" and topic.shares:
        measure, whole = draw(st.sampled_from(topic.shares))
    elif kind == "change" and MEASURES[measure].mean is None:
        kinds = ("points", "percent") if measure == "jobless" else ("percent", "percent", "times", "absolute")
        kind = draw(st.sampled_from(kinds))
    else:
        kind = "value"
    of = draw(st.sampled_from(("left",) * 9 + ("right",)))
    scope = draw(st.sampled_from(("",) * 11 + ("oil",)))
    fact = Fact("", measure, of, "left" if of == "right" else "right", kind, Printed(0), whole=whole, scope=scope)
    timed = _timed(draw, fact, calendar)
    number = _number(timed, truth)
    return (
        None
        if number is None
        else timed._replace(said=_print(timed, number, style.decimals, cut=draw(st.sampled_from(style.cut))))
    )


def _timed(draw: DrawFn, fact: Fact, calendar: Sequence[Months]) -> Fact:
    if MEASURES[fact.measure].kind == "stock" and fact.kind == "value" and draw(st.booleans()):
        return fact._replace(asof=draw(st.sampled_from(_DAYS)))
    period = draw(st.sampled_from(calendar))
    if fact.kind not in {"percent", "times", "absolute", "points"}:
        return fact._replace(period=period)
    others = [each for each in calendar if each != period] or [_year(2019)]
    return fact._replace(period=period, versus=draw(st.sampled_from(others)))


def _number(fact: Fact, truth: Truth) -> Fraction | None:
    """The true number that a figure prints."""
    now = truth.level(fact.measure, fact.of, fact.scope, fact.period or fact.asof)
    measure = MEASURES[fact.measure]
    if measure.minimum is not None and now < 0:
        return None
    if fact.kind == "value":
        return now
    other = truth.level(fact.whole or fact.measure, fact.of, fact.scope, fact.versus or fact.period or fact.asof)
    if fact.kind in {"absolute", "points"}:
        return None if measure.minimum is not None and other < 0 else now - other
    if other <= 0 or now < 0:
        return None
    return {"percent": now / other - 1, "times": now / other, "share": now / other}[fact.kind]


def _print(fact: Fact, number: Fraction, decimals: int, *, cut: bool) -> Printed:
    scale, tail = _UNITS[fact.measure]
    signed = fact.kind in {"percent", "points", "absolute"}
    if fact.kind in {"percent", "share"}:
        number, scale, tail, decimals = number * 100, Fraction(1), "%", decimals // 2
    elif fact.kind == "times":
        scale, tail, decimals = Fraction(1), " times", 1
    elif fact.kind == "points":
        scale, tail = Fraction(1), " pp"
    return Printed(mantissa_of(number / scale, decimals, cut=cut), decimals, scale, tail, signed)


def mantissa_of(number: Fraction, decimals: int, *, cut: bool) -> int:
    """The digits of a number, the last one rounded half up in size, or what follows it cut off."""
    size = abs(number) * 10**decimals
    digits = int(size if cut else size + Fraction(1, 2))
    return -digits if number < 0 else digits


def _hedged(draw: DrawFn, said: Printed) -> Printed:
    """Mostly as it was; else with a hedge that the truth bears out, as a range or as exact."""
    way = draw(st.sampled_from(("", "", "", "about", "more than", "at least", "less than", "up to", "to", "exact")))
    if said.signed or said.mantissa <= 0:
        return said
    if way == "exact":
        return said if "%" in said.tail or "times" in said.tail else said._replace(exact=True)
    if way == "to":
        return said._replace(upper=said.mantissa + draw(st.integers(1, 3)))
    shift = {"more than": -1, "less than": 1, "up to": 1}.get(way, 0)
    return said._replace(hedge=way, mantissa=max(said.mantissa + shift, 1))


def _spoiled(draw: DrawFn, said: Printed) -> Printed:
    """A last digit too high or too low, another digit, a factor of ten, the other sign."""
    way = draw(st.sampled_from(("up", "down", "up", "down", "digit", "ten", "tenth", "sign")))
    if way in {"up", "down"}:
        mantissa = said.mantissa + (1 if way == "up" else -1)
    elif way == "digit":
        mantissa = said.mantissa + draw(st.integers(1, 4)) * 10 ** draw(st.integers(0, 3))
    elif way == "sign":
        mantissa = said.mantissa if said.hedge or said.upper is not None else -said.mantissa
    else:
        mantissa = said.mantissa * 10 if way == "ten" else said.mantissa // 10
    if said.hedge or said.upper is not None or "times" in said.tail:
        mantissa = max(mantissa, 1)
    return said._replace(mantissa=mantissa, upper=None if said.upper is None else max(said.upper, mantissa + 1))


def projects() -> SearchStrategy[Project]:
    """Projects of some dozen systems: one run costs much more than one system more."""
    return st.lists(systems(), min_size=8, max_size=16).map(project_of)


def project_of(drawn: Sequence[System]) -> Project:
    """The systems between places of their own; the ids of facts begin with the number of their system."""
    return Project(tuple(tuple(_settled(fact, number) for fact in each.facts) for number, each in enumerate(drawn)))


def _settled(fact: Fact, number: int) -> Fact:
    return fact._replace(
        id=f"s{number:02}-{fact.id}", of=f"p{number:02}-{fact.of}", partner=f"p{number:02}-{fact.partner}"
    )
