"""Systems of linear rows with rational coefficients, and the parts of one that share no variable."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from factlint.interval import Interval


class Row(NamedTuple):
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
        exact = tuple(
            (variable, factor if isinstance(factor, Fraction) else Fraction(factor)) for variable, factor in terms
        )
        return cls(exact, interval.low, interval.high, interval.low_open, interval.high_open, owner)


@dataclass(frozen=True, slots=True)
class System:
    """Rows over the variables 0 … size - 1, which may take any rational number that the rows allow.

    Raises ValueError where a row names a variable that is not there.
    """

    size: int
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        named = {variable for row in self.rows for variable, _ in row.terms}
        if named and not 0 <= min(named) <= max(named) < self.size:
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
    groups = joined([[variable for variable, _ in row.terms] for row in system.rows])
    return [_part(system, rows) for rows in groups]


def joined(sets: Iterable[Iterable[Hashable]]) -> list[list[int]]:
    """The numbers of the sets that hang together by shared members, each group and the groups in rising order."""
    leader: list[int] = []
    home: dict[Hashable, int] = {}
    for number, members in enumerate(sets):
        leader.append(number)
        for member in members:
            other, own = _root(leader, home.setdefault(member, number)), _root(leader, number)
            leader[max(other, own)] = min(other, own)
    groups: dict[int, list[int]] = {}
    for number in range(len(leader)):
        groups.setdefault(_root(leader, number), []).append(number)
    return list(groups.values())


def _part(system: System, rows: list[int]) -> Component:
    """The given rows of a system as a system of their own."""
    variables = tuple(sorted({variable for row in rows for variable, _ in system.rows[row].terms}))
    if len(rows) == len(system.rows) and len(variables) == system.size:
        return Component(system, tuple(rows), variables)
    number = {variable: new for new, variable in enumerate(variables)}
    renamed = (_renamed(system.rows[row], number) for row in rows)
    return Component(System(len(variables), tuple(renamed)), tuple(rows), variables)


def _renamed(row: Row, number: dict[int, int]) -> Row:
    terms = tuple((number[variable], factor) for variable, factor in row.terms)
    return Row(terms, row.low, row.high, row.low_open, row.high_open, row.owner)


def _root(leader: list[int], number: int) -> int:
    """The representative of the number's group; halves the paths that it walks (Tarjan and van Leeuwen, 1984)."""
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number
