"""Systems of linear rows with named owners: whether they are possible, why not, and who is to blame.

Everything is decided exactly on rational numbers, open and closed ends respected, whatever the size. Floats only choose
where the exact arithmetic begins, so they cost time where they are wrong and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.reasoning.corrections import correction
from factlint.reasoning.effort import LIMIT, Effort, Undecided
from factlint.reasoning.farkas import Certificate, verify
from factlint.reasoning.minimal import smallest
from factlint.reasoning.oracle import Contradiction, Oracle
from factlint.reasoning.rows import Component, Row, System, components, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    Lenses = Callable[[Hashable | None, Sequence[Hashable]], Iterable[Sequence[Hashable]]]

__all__ = [
    "Certificate",
    "Component",
    "Conflict",
    "Row",
    "System",
    "Undecided",
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
    everything else possible. `culprit` is the one of these without which the others were judged, None where there is
    none. Without owners, the fixed rows are impossible by themselves.
    """

    owners: tuple[Hashable, ...]
    certificate: Certificate
    suspects: tuple[Hashable, ...]
    culprit: Hashable | None = None


def _no_lens(_: Hashable | None, __: Sequence[Hashable]) -> tuple[Sequence[Hashable], ...]:
    return ()


def impossible(system: System, effort: int = LIMIT) -> Certificate | None:
    """Why a system has no solution; None exactly where it has one. Raises Undecided after so many steps."""
    found = _Whole(components(system), system.owners, effort).contradiction(system.owners)
    return None if found is None else found.certificate


def conflict(system: System, effort: int = LIMIT) -> Conflict | None:
    """The smallest set of the deletion filter that tries to delete later owners first; None for a possible system.

    Nobody is suspect where there are clashes that no single owner is part of. Raises Undecided after so many steps.
    """
    whole = _Whole(components(system), system.owners, effort)
    return None if whole.possible(system.owners) else whole.conflict(system.owners)


def conflicts(system: System, lenses: Lenses = _no_lens, effort: int = LIMIT) -> tuple[Conflict, ...]:
    """One conflict for each owner that has to go before the rest is possible; empty for a possible system.

    With the fewest owners left out that have to be (see `corrections.correction`), each of these, put back alone,
    gives a conflict: the suspects are those whose removal settles it once the others are settled. So there are as many
    conflicts as there are wrong statements at the least. Parts that share no owner and no variable are judged apart;
    raises Undecided where one of them takes more than so many steps.

    `lenses` tells where to look first for a small conflict: selections, in order, of some owners around the culprit
    that was put back among them. The conflict is looked for in the first one that is impossible.
    """
    position = {owner: index for index, owner in enumerate(system.owners)}
    parts = components(system)
    found: list[Conflict] = []
    for group in joined(part.system.owners for part in parts):
        present = {owner for each in group for owner in parts[each].system.owners}
        owners = sorted(present, key=lambda owner: position[owner])
        found += _Whole([parts[each] for each in group], owners, effort).conflicts(lenses)
    return tuple(sorted(found, key=lambda each: [position[owner] for owner in each.owners]))


class _Whole:
    """Some parts of a system together, each with its oracle, and everyone who states a row of them."""

    def __init__(self, parts: Iterable[Component], owners: Sequence[Hashable], effort: int) -> None:
        self._effort = Effort(effort)
        self._owners = owners
        self._parts = [(part.rows, frozenset(part.system.owners), Oracle(part.system, self._effort)) for part in parts]

    def contradiction(self, owners: Iterable[Hashable]) -> Contradiction | None:
        """Why the rows of these owners are impossible; the certificate has the row numbers of the whole."""
        chosen = frozenset(owners)
        for rows, present, oracle in self._parts:
            found = oracle.contradiction(chosen & present)
            if found is not None:
                used = ((rows[row], upper, by) for row, upper, by in found.certificate.multipliers)
                return Contradiction(found.owners, Certificate(tuple(used)))
        return None

    def possible(self, owners: Iterable[Hashable]) -> bool:
        chosen = frozenset(owners)
        return not any(oracle.contradiction(chosen & present) for _, present, oracle in self._parts)

    def core(self, owners: Sequence[Hashable]) -> Collection[Hashable]:
        """Those of some impossible owners whom the contradiction needs."""
        found = self.contradiction(owners)
        return owners if found is None else found.owners

    def conflict(
        self, owners: Sequence[Hashable], culprit: Hashable | None = None, lenses: Lenses = _no_lens
    ) -> Conflict:
        """The conflict among owners that are impossible together."""
        seen = next((lens for lens in lenses(culprit, owners) if not self.possible(lens)), owners)
        members = smallest(seen, self.possible, self.core)
        found = self.contradiction(members)
        if found is None:
            raise ArithmeticError("a smallest impossible set turned out to be possible")
        suspects = (each for each in members if self.possible([other for other in owners if other != each]))
        return Conflict(members, found.certificate, tuple(suspects), culprit)

    def conflicts(self, lenses: Lenses) -> list[Conflict]:
        if self.possible(self._owners):
            return []
        if not self.possible(()):
            return [self.conflict(())]
        out = correction(self._owners, self.possible, self.core, self._effort)
        return [
            self.conflict([other for other in self._owners if other == each or other not in out], each, lenses)
            for each in out
        ]
