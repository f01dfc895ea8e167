"""Systems of linear rows with named owners: whether they are possible, why not, and who is to blame.

Everything is decided exactly on rational numbers, open and closed ends respected, whatever the size. Floats only choose
where the exact arithmetic begins, so they cost time where they are wrong and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.reasoning.corrections import correction
from factlint.reasoning.farkas import Certificate, verify
from factlint.reasoning.minimal import smallest
from factlint.reasoning.oracle import Oracle
from factlint.reasoning.rows import Component, Row, System, components

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

__all__ = [
    "Certificate",
    "Component",
    "Conflict",
    "Row",
    "System",
    "components",
    "conflict",
    "conflicts",
    "impossible",
    "verify",
]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Owners who cannot all be right, while without any one of them the others can; in the order of their first rows.

    `certificate` proves it with their rows and fixed ones. `suspects` are the members whose removal alone makes
    everything else possible. Without owners, the fixed rows are impossible by themselves.
    """

    owners: tuple[Hashable, ...]
    certificate: Certificate
    suspects: tuple[Hashable, ...]


def impossible(system: System) -> Certificate | None:
    """Why a system has no solution; None exactly where it has one."""
    return _Whole(system).certificate(system.owners)


def conflict(system: System) -> Conflict | None:
    """The smallest set of the deletion filter that tries to delete later owners first; None for a possible system.

    Nobody is suspect where there are clashes that no single owner is part of.
    """
    whole = _Whole(system)
    return None if whole.possible(system.owners) else whole.conflict(system.owners)


def conflicts(system: System) -> tuple[Conflict, ...]:
    """One conflict for each owner that has to go before the rest is possible; empty for a possible system.

    With the fewest owners left out that have to be (see `corrections.correction`), each of these, put back alone,
    gives a conflict: the suspects are those whose removal settles it once the others are settled. So there are as many
    conflicts as there are wrong statements at the least. Parts that share no owner and no variable are judged apart.
    """
    found = [each for group in _groups(system) for each in _Whole(system, group).conflicts()]
    position = {owner: index for index, owner in enumerate(system.owners)}
    return tuple(sorted(found, key=lambda each: [position[owner] for owner in each.owners]))


class _Whole:
    """Some parts of a system together, each with its oracle."""

    def __init__(self, system: System, parts: Sequence[Component] | None = None) -> None:
        self._system = system
        self._parts = components(system) if parts is None else parts
        self._oracles = [Oracle(part.system) for part in self._parts]
        self._owners = [frozenset(part.system.owners) for part in self._parts]

    def certificate(self, owners: Iterable[Hashable]) -> Certificate | None:
        chosen = frozenset(owners)
        for part, oracle, present in zip(self._parts, self._oracles, self._owners, strict=True):
            found = oracle.certificate(chosen & present)
            if found is not None:
                return Certificate(tuple((part.rows[row], upper, by) for row, upper, by in found.multipliers))
        return None

    def possible(self, owners: Iterable[Hashable]) -> bool:
        return self.certificate(owners) is None

    def conflict(self, owners: Sequence[Hashable]) -> Conflict:
        """The conflict among owners that are impossible together."""
        members = smallest(owners, self.possible)
        certificate = self.certificate(members)
        if certificate is None:
            raise ArithmeticError("a smallest impossible set turned out to be possible")
        suspects = (each for each in members if self.possible([other for other in owners if other != each]))
        return Conflict(members, certificate, tuple(suspects))

    def conflicts(self) -> list[Conflict]:
        present = frozenset(owner for each in self._owners for owner in each)
        owners = [owner for owner in self._system.owners if owner in present]
        if self.possible(owners):
            return []
        if not self.possible(()):
            return [self.conflict(())]
        out = correction(owners, self.possible)
        return [self.conflict([other for other in owners if other == each or other not in out]) for each in out]


def _groups(system: System) -> list[list[Component]]:
    """The components, those together that some owner speaks of both."""
    groups: list[tuple[set[Hashable], list[Component]]] = []
    for part in components(system):
        owners, parts = set(part.system.owners), [part]
        apart = []
        for each in groups:
            if owners.isdisjoint(each[0]):
                apart.append(each)
            else:
                owners |= each[0]
                parts = [*each[1], *parts]
        groups = [*apart, (owners, parts)]
    return [parts for _, parts in groups]
