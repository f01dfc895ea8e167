"""Systems of linear rows with rational coefficients, and the parts of one that share no variable."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from factlint.interval import Interval


@dataclass(frozen=True, slots=True)
class Row:
    """The statement low ≤ Σ factor · variable ≤ high; an end that is open is itself excluded, None is no end.

    `owner` is who states it; None where it is fixed: an identity, or a bound that a variable has by its nature. An end
    that is None counts as open whatever its flag says. Factors of a variable that comes twice are added up.
    """

    terms: tuple[tuple[int, Fraction], ...]
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    owner: Hashable | None = None

    @classmethod
    def within(
        cls, terms: Iterable[tuple[int, Fraction | int]], interval: Interval, owner: Hashable | None = None
    ) -> Row:
        """The statement that the sum over `terms`, pairs of variable and factor, is a member of `interval`."""
        exact = tuple((variable, Fraction(factor)) for variable, factor in terms)
        return cls(exact, interval.low, interval.high, interval.low_open, interval.high_open, owner)


@dataclass(frozen=True, slots=True)
class System:
    """Rows over the variables 0 … size - 1, which may take any rational number that the rows allow.

    Raises ValueError where a row names a variable that is not there.
    """

    size: int
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if any(not 0 <= variable < self.size for variable, _ in row.terms):
                raise ValueError(f"a row names a variable outside 0 … {self.size - 1}")

    @property
    def owners(self) -> tuple[Hashable, ...]:
        """Everyone who states a row, in the order of their first rows."""
        return tuple(dict.fromkeys(row.owner for row in self.rows if row.owner is not None))


class Component(NamedTuple):
    """A part of a system that shares no variable with the rest, its variables numbered anew.

    `rows[i]` is the index in the whole of row i of `system`, and `variables[j]` that of its variable j; both rise.
    """

    system: System
    rows: tuple[int, ...]
    variables: tuple[int, ...]


def components(system: System) -> list[Component]:
    """The parts of a system that are connected by shared variables, by their first rows.

    The whole is possible exactly where every part is. A row without variables is a part of its own; a variable that
    no row names is in none.
    """
    leader = list(range(system.size))
    for row in system.rows:
        for variable, _ in row.terms[1:]:
            leader[_root(leader, variable)] = _root(leader, row.terms[0][0])
    parts: dict[int, list[int]] = {}
    for index, row in enumerate(system.rows):
        parts.setdefault(_root(leader, row.terms[0][0]) if row.terms else -1 - index, []).append(index)
    return [_part(system, rows) for rows in parts.values()]


def _part(system: System, rows: list[int]) -> Component:
    """The given rows of a system as a system of their own."""
    variables = tuple(sorted({variable for row in rows for variable, _ in system.rows[row].terms}))
    number = {variable: new for new, variable in enumerate(variables)}
    renamed = (_renamed(system.rows[row], number) for row in rows)
    return Component(System(len(variables), tuple(renamed)), tuple(rows), variables)


def _renamed(row: Row, number: dict[int, int]) -> Row:
    terms = tuple((number[variable], factor) for variable, factor in row.terms)
    return Row(terms, row.low, row.high, row.low_open, row.high_open, row.owner)


def _root(leader: list[int], variable: int) -> int:
    """The representative of the variable's part; halves the paths that it walks (Tarjan and van Leeuwen, 1984)."""
    while leader[variable] != variable:
        leader[variable] = leader[leader[variable]]
        variable = leader[variable]
    return variable
