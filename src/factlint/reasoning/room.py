"""The room that the rows of a system leave for a sum: exact outer bounds, where the best ones would take a solver."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.interval import EVERYTHING, Interval

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from factlint.reasoning.rows import Row, System

ROUNDS = 4
"""Rounds over all rows; bounds that go on tightening after that do so by ever less."""

NOTHING = Interval(Fraction(0), Fraction(0), low_open=True, high_open=True)
"""The interval without a member."""


def room(system: System, terms: Sequence[tuple[int, Fraction]], without: Hashable | None = None) -> Interval:
    """Bounds on the sum of factor · variable over `terms`, which hold for every solution of the system.

    Rows that `without` owns are left out; None leaves out no row. The bounds need not be the best ones. An empty
    interval says that the rows have no solution; that they have none may also go unnoticed. Each variable is bounded
    by interval propagation (Davis, Artificial Intelligence 32, 1987), the sum by what these bounds say of it, alone
    and after each row was taken away from it. Raises ValueError where `terms` names a variable that is not there.
    """
    if any(not 0 <= variable < system.size for variable, _ in terms):
        raise ValueError(f"a term names a variable outside 0 … {system.size - 1}")
    statements = [_Statement.of(row) for row in system.rows if without is None or row.owner != without]
    box = _box(statements)
    if box is None:
        return NOTHING
    wanted = _merged(terms)
    found = _values(wanted, box)
    for statement in statements:
        for by in {wanted[each] / factor for each, factor in statement.terms.items() if each in wanted}:
            rest = _less(wanted, statement.terms, by)
            found &= _values(rest, box) + statement.value.times(by)
    return found


class _Statement(NamedTuple):
    """A row: a sum of variables, each once and with a factor that is not zero, and what it may be."""

    terms: Mapping[int, Fraction]
    value: Interval

    @classmethod
    def of(cls, row: Row) -> _Statement:
        return cls(_merged(row.terms), Interval(row.low, row.high, row.low_open, row.high_open))


def _merged(terms: Iterable[tuple[int, Fraction]]) -> dict[int, Fraction]:
    total: dict[int, Fraction] = {}
    for variable, factor in terms:
        total[variable] = total.get(variable, Fraction(0)) + factor
    return {variable: factor for variable, factor in total.items() if factor}


def _less(terms: Mapping[int, Fraction], other: Mapping[int, Fraction], by: Fraction) -> dict[int, Fraction]:
    """One sum minus a multiple of another."""
    return _merged((*terms.items(), *((variable, -by * factor) for variable, factor in other.items())))


def _values(terms: Mapping[int, Fraction], box: Mapping[int, Interval]) -> Interval:
    """What a sum may be while each variable is anywhere in its interval."""
    total = Interval.point(0)
    for variable, factor in terms.items():
        total += box.get(variable, EVERYTHING).times(factor)
    return total


def _box(statements: Sequence[_Statement]) -> dict[int, Interval] | None:
    """An interval for each variable that holds it in every solution; None where some statement leaves nothing."""
    box: dict[int, Interval] = {}
    changed = {variable for statement in statements for variable in statement.terms}
    for _ in range(ROUNDS):
        before, changed = changed, set()
        for statement in statements:
            if not statement.terms:
                if not statement.value.contains(0):
                    return None
            elif not before.isdisjoint(statement.terms) or not changed.isdisjoint(statement.terms):
                for variable, interval in _implied(statement, box):
                    old = box.get(variable, EVERYTHING)
                    new = old & interval
                    if new.is_empty:
                        return None
                    if new != old:
                        box[variable] = new
                        changed.add(variable)
        if not changed:
            break
    return box


def _implied(statement: _Statement, box: Mapping[int, Interval]) -> list[tuple[int, Interval]]:
    """What a statement says of each of its variables while the others are anywhere in their intervals."""
    parts = [box.get(variable, EVERYTHING).times(-factor) for variable, factor in statement.terms.items()]
    before, after = [statement.value], [Interval.point(0)]
    for part in parts[:-1]:
        before.append(before[-1] + part)
    for part in reversed(parts[1:]):
        after.append(after[-1] + part)
    sums = zip(statement.terms.items(), before, reversed(after), strict=True)
    return [(variable, (left + right).times(1 / factor)) for (variable, factor), left, right in sums]
