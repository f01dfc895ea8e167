"""What measures say of each other: sentences for those whose entries cannot all be meant so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.printed import Mean
from factlint.figures.cells import least, number
from factlint.figures.printing import decimal
from factlint.reasoning.effort import Undecided
from factlint.reasoning.linear import Identity
from factlint.schemas.identities import zeros

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    import pandas as pd

    from factlint.schemas.identities import Zero

_SHOWN, _LISTED = 60, 4
_KINDS = {"flow": "a flow", "stock": "a stock", "rate": "a rate"}


class _Measure(NamedTuple):
    """A row of the table: its number, and what its entry says."""

    row: int
    kind: str
    cumulative: bool
    least: Fraction | None
    bounded: bool
    equals: object
    part_of: tuple[str, ...]
    mirror: str | None


def own_name(measures: pd.DataFrame) -> dict[int, str]:
    """Identities that name the measure that they are of."""
    return {
        each.row: f"this says what {_short(name)} is by {_short(name)} itself: write the other measures that it equals"
        for name, each in _read(measures).items()
        if name in _named(each.equals)
    }


def mixed_kinds(measures: pd.DataFrame) -> dict[int, str]:
    """Sums of measures of which some add up over time, or are rates, and others not."""
    known = _read(measures)
    said = {}
    for name, each in known.items():
        if isinstance(each.equals, tuple):
            sorts = [other for other in (name, *_named(each.equals)) if other in known and known[other].kind]
            odd = next((other for other in sorts if _adding(known[other]) != _adding(known[sorts[0]])), None)
            if odd is not None:
                first, second = (f"{_short(other)} is {_called(known[other])}" for other in (sorts[0], odd))
                said[each.row] = f"{first} and {second}: write a sum of one kind, or correct the kind of one of them"
    return said


def means(measures: pd.DataFrame) -> dict[int, str]:
    """Averages of what is no amount."""
    known = _read(measures)
    said = {}
    for each in known.values():
        if isinstance(each.equals, Mean):
            wrong = next(filter(None, (_no_amount(name, known.get(name)) for name in _named(each.equals))), None)
            if each.equals.total == each.equals.count:
                wrong = f"{_short(each.equals.total)} over itself is always 1"
            if wrong:
                said[each.row] = f"{wrong}: write the quotient of two amounts that are never below zero"
    return said


def forced_to_zero(measures: pd.DataFrame) -> dict[int, str]:
    """Identities that together leave nothing but zero for measures; each set of them is said at its last."""
    known = _read(measures)
    identities = {
        name: Identity.of(name, each.equals)
        for name, each in known.items()
        if isinstance(each.equals, tuple) and name not in _named(each.equals)
    }
    amounts = {name for name, each in known.items() if each.least is not None and each.least >= 0}
    try:
        found = zeros(identities, amounts)
    except Undecided:
        return {}
    return {known[zero.identities[-1]].row: _zero(zero, known, amounts) for zero in found}


def part_of_itself(measures: pd.DataFrame) -> dict[int, str]:
    """Circles of parts and wholes, each said at one of its measures, and only once there."""
    known = _read(measures)
    wholes = {name: [whole for whole in sorted(set(each.part_of)) if whole in known] for name, each in known.items()}
    said: dict[int, str] = {}
    for circle in _circles(wholes):
        steps = [_short(name) for name in circle[:_LISTED]] + ["…"] * (len(circle) > _LISTED) + [_short(circle[0])]
        sentence = f"{' is part of '.join(steps[:2])}{''.join(f', which is part of {step}' for step in steps[2:])}"
        said.setdefault(known[circle[0]].row, f"{sentence}: remove one, for no part contains its whole")
    return said


def mirrored_kinds(measures: pd.DataFrame) -> dict[int, str]:
    """Mirrors of another kind."""
    known = _read(measures)
    said = {}
    for name, each in known.items():
        other = known.get(each.mirror or "")
        if other and "" not in {each.kind, other.kind} and _adding(each) != _adding(other):
            kinds = f"{_short(name)} is {_called(each)} and its mirror {_short(each.mirror or '')} {_called(other)}"
            said[each.row] = f"{kinds}: write what the partner reports of the same goods, or correct a kind"
    return said


def _read(measures: pd.DataFrame) -> dict[str, _Measure]:
    """The rows by the id of their measure; a kind that is none is empty, a bound that is none is not there."""
    keys = ("entry", "kind", "cumulative", "minimum", "equals", "part_of", "mirror")
    rows = zip(measures.index, *(measures[key] for key in keys), strict=True)
    return {
        name: _Measure(
            row,
            kind if kind in _KINDS else "",
            cumulative,
            least({"kind": kind} if minimum is None else {"kind": kind, "minimum": minimum}),
            minimum is None or minimum == "none" or number(minimum) is not None,
            equals,
            part_of,
            mirror,
        )
        for row, name, kind, cumulative, minimum, equals, part_of, mirror in rows
    }


def _named(equals: object) -> tuple[str, ...]:
    """The measures that an identity names, in the order in which they are written."""
    if isinstance(equals, Mean):
        return (equals.total, equals.count)
    return tuple(name for _, name in equals) if isinstance(equals, tuple) else ()


def _adding(measure: _Measure) -> str:
    """What measures must share to be added up; a running total is as of a day, like a stock."""
    return "stock" if measure.kind == "flow" and measure.cumulative else measure.kind


def _called(measure: _Measure) -> str:
    return "a running total" if measure.kind == "flow" and measure.cumulative else _KINDS[measure.kind]


def _no_amount(name: str, measure: _Measure | None) -> str | None:
    """Why a measure is no amount, None where it may be one."""
    if measure is None:
        return None
    if measure.kind == "rate":
        return f"{_short(name)} is a rate"
    negative = measure.bounded and (measure.least is None or measure.least < 0)
    return f"{_short(name)} may fall below zero" if negative else None


def _zero(zero: Zero, known: Mapping[str, _Measure], amounts: set[str]) -> str:
    together = [f"{_short(name)} = {_short(_sum(known[name].equals))}" for name in zero.identities]
    verb, fix = ("leaves", "correct it") if len(together) == 1 else ("leave", "correct one")
    below = ", or write minimum: none for what may be negative" if amounts.issuperset(zero.measures) else ""
    return f"{_listed(together)} {verb} only zero for {_listed([_short(name) for name in zero.measures])}: {fix}{below}"


def _sum(equals: object) -> str:
    """A sum as it may be written."""
    terms = [_term(factor, name) for factor, name in equals] if isinstance(equals, tuple) else []
    return " ".join(terms).removeprefix("+ ")


def _term(factor: Fraction, name: str) -> str:
    times = "" if abs(factor) == 1 else f"{decimal(abs(factor))} * "
    return f"{'-' if factor < 0 else '+'} {times}{name}"


def _circles(wholes: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Circles of measures, each a part of the next and the last one of the first: one for each first.

    They are those that a depth-first search closes at the first; without these steps there is no circle left.
    """
    done: set[str] = set()
    told: set[str] = set()
    for start in sorted(wholes):
        path, waiting, depth = [start], [iter(wholes[start])], {start: 0}
        while path and start not in done:
            whole = next(waiting[-1], None)
            if whole is None:
                waiting.pop()
                done.add(last := path.pop())
                del depth[last]
            elif whole in depth:
                if path[-1] not in told:
                    yield [path[-1], *path[depth[whole] : -1]]
                told.add(path[-1])
            elif whole not in done:
                depth[whole] = len(path)
                path.append(whole)
                waiting.append(iter(wholes[whole]))


def _listed(words: list[str]) -> str:
    """The words as a list, cut after a few: `a, b and c`."""
    if len(words) > _LISTED:
        return f"{', '.join(words[: _LISTED - 1])} and {len(words) - _LISTED + 1} more"
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
