"""Slips of what a number is about: the measure, the time, the time compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.statements import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.figures.measures import Measures
    from factlint.figures.slips.context import Context, Slip
    from factlint.figures.statements import Cell, Statement, Time

_MOST_TIMES = 6
_LEAP = 3  # days by which months, quarters and years differ in length
_SHORTEST_MONTH = 28


def exchanged_facts(statement: Statement, context: Context) -> Iterator[Slip]:
    """Another member of the smallest set that says the same of a fellow measure: each is what the other should be."""
    for other in context.members:
        if other.fact <= statement.fact or other.now.measure not in _fellows(statement.now.measure, context.measures):
            continue
        meant = _as(statement, other.now.measure, context.measures), _as(other, statement.now.measure, context.measures)
        if meant[0] and meant[1] and _where(meant[0]) == _where(other) and _where(meant[1]) == _where(statement):
            yield meant[0], meant[1]


def other_measure(statement: Statement, context: Context) -> Iterator[Statement]:
    """The same said of a fellow term of an identity: imports in place of exports."""
    for measure in _fellows(statement.now.measure, context.measures):
        if meant := _as(statement, measure, context.measures):
            yield meant


def other_base(statement: Statement, context: Context) -> Iterator[Statement]:
    """The same change against another earlier time."""
    base = statement.base
    if base is not None and statement.form in {"difference", "ratio"}:
        for time in other_times(statement._replace(now=base), context):
            if time < statement.now.time:
                yield statement._replace(base=base._replace(time=time))


def other_time(statement: Statement, context: Context) -> Iterator[Statement]:
    """The same said of another time; a change only of times after the one that it is against."""
    now, base = statement.now, statement.base
    if statement.form == "mean":
        return
    for time in other_times(statement, context):
        if base is not None and base.time == now.time:
            yield statement._replace(now=now._replace(time=time), base=base._replace(time=time))
        elif base is None or base.time < time:
            yield statement._replace(now=now._replace(time=time))


def other_times(statement: Statement, context: Context) -> list[Time]:
    """The other times of the same length of which the component says something at this place, the nearest first."""
    now = statement.now
    times = {
        cell.time
        for each in context.statements
        if each.fact != statement.fact
        for cell in each.cells
        if {cell.of, cell.partner} == {now.of, now.partner} and cell.scope == now.scope
    }
    alike = [time for time in times - {now.time} if _alike(time, now.time)]
    return sorted(alike, key=lambda time: (_distance(time, now.time), time))[:_MOST_TIMES]


def _fellows(measure: str, measures: Measures) -> list[str]:
    """The measures that stand beside this one in a sum."""
    found: dict[str, None] = {}
    for identity in measures.identities:
        terms = [name for name, _ in identity.factors[1:]]
        if measure in terms:
            found |= dict.fromkeys(name for name in terms if name != measure)
    return list(found)


def _as(statement: Statement, measure: str, measures: Measures) -> Statement | None:
    """The statement of another measure; None where that leaves open who exports to whom."""
    own = statement.now.measure
    known, other = measures.known.get(own), measures.known.get(measure)
    if statement.form == "mean" or known is None or other is None or (known.symmetric and not other.symmetric):
        return None

    def moved(cell: Cell) -> Cell:
        if cell.measure != own:
            return cell
        of, partner = sorted((cell.of, cell.partner)) if other.symmetric else (cell.of, cell.partner)
        return cell._replace(measure=measure, of=of, partner=partner)

    return statement._replace(now=moved(statement.now), base=statement.base and moved(statement.base))


def _where(statement: Statement) -> tuple[object, ...]:
    return statement.form, statement.now, statement.base, statement.unit


def _alike(time: Time, other: Time) -> bool:
    """Whether two times are as long: both days, months, quarters or years."""
    if type(time) is not type(other) or len(time) != len(other):
        return False
    lengths = zip(_lengths(time), _lengths(other), strict=True)
    return all(abs(one - two) <= (_LEAP if min(one, two) >= _SHORTEST_MONTH else 0) for one, two in lengths)


def _lengths(time: Time) -> list[int]:
    """The days of a stretch, or of each date whose four ends a time has."""
    if isinstance(time, Stretch):
        return [time.last - time.first + 1]
    return [time[at + 3] - time[at] + 1 for at in range(0, len(time), 4)]


def _distance(time: Time, other: Time) -> int:
    return sum(abs(one - two) for one, two in zip(time, other, strict=True))
