"""Identities of measures that leave nothing but zero, decided exactly.

With a = b + c and b = a + d, c + d is 0, so that two amounts that are not negative are both 0: whatever the figures
say, one identity must be wrong. Amounts that the identities allow to be positive one by one can all be positive at
once (their sum does it), so one system decides for all of them; a measure that may have either sign is zero exactly
where the identities combine to say so.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.interval import Interval
from factlint.reasoning.rows import Row, System, components
from factlint.reasoning.system import conflict, impossible

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from factlint.reasoning.linear import Identity
    from factlint.reasoning.system import Certificate

    Identities = Mapping[str, Identity]
    Users = Mapping[str, set[str]]
    Leaves = Callable[[Identity, Users, Container[str]], bool]
    Sums = dict[str, Fraction]

_POSITIVE = Interval(Fraction(0), None, low_open=True)
_AMOUNT = Interval(Fraction(0), None)
_NOUGHT = Interval.point(0)
_READABLE = 25
"""The most identities of which a smallest set is looked for: of more, those that the first proof uses are shown."""


class Zero(NamedTuple):
    """Identities, by the measures that have them, which together leave nothing but zero for `measures`; both sorted."""

    identities: tuple[str, ...]
    measures: tuple[str, ...]


def zeros(identities: Identities, amounts: Container[str]) -> list[Zero]:
    """The sets of identities that force measures to zero, none the same, until without the last of each none is left.

    `identities` are by the measure that each is of, `amounts` the measures that are never negative. Raises Undecided
    where that takes more exact arithmetic than is allowed.
    """
    found = []
    for names in _connected(identities):
        rest = {name: identities[name] for name in names}
        while zero := _of_amounts(rest, amounts) or _of_any_sign(rest, amounts):
            found.append(_completed(zero, rest, amounts))
            del rest[zero.identities[-1]]
    return found


def _connected(identities: Identities) -> list[list[str]]:
    """The identities in groups that share no measure, sorted."""
    names = sorted(identities)
    system = _system({name: identities[name] for name in names}, ())[0]
    return [[names[row] for row in part.rows] for part in components(system)]


def _system(identities: Identities, positive: Iterable[str]) -> tuple[System, list[str]]:
    """The identities as rows that their names own, then the measures that are to be positive; and the variables."""
    measures = sorted({measure for identity in identities.values() for measure, _ in identity.factors})
    number = {measure: index for index, measure in enumerate(measures)}
    rows = [
        Row.within([(number[measure], factor) for measure, factor in identity.factors], _NOUGHT, owner)
        for owner, identity in identities.items()
    ]
    bounds = [Row.within([(number[measure], 1)], _POSITIVE) for measure in positive]
    return System(len(measures), (*rows, *bounds)), measures


def _of_amounts(identities: Identities, amounts: Container[str]) -> Zero | None:
    """Identities that cannot hold with all amounts positive."""
    core = _peeled(identities, amounts, _adapts)
    while core:
        named = sorted({measure for each in core.values() for measure, _ in each.factors if measure in amounts})
        system, measures = _system(core, named)
        certificate = impossible(system)
        if certificate is None:
            return None
        owners = sorted(map(str, certificate.owners(system)))
        if len(owners) > _READABLE or len(owners) == len(core):
            found = conflict(system) if len(owners) <= _READABLE else None
            if found is None:
                return Zero(tuple(owners), _made_zero(system, certificate, measures))
            return Zero(tuple(sorted(map(str, found.owners))), _made_zero(system, found.certificate, measures))
        core = {name: core[name] for name in owners}
    return None


def _completed(zero: Zero, identities: Identities, amounts: Container[str]) -> Zero:
    """With every measure that the identities force to zero, where they are few."""
    if len(zero.identities) > _READABLE:
        return zero
    system, measures = _system({name: identities[name] for name in zero.identities}, ())
    bounds = [Row.within([(index, 1)], _AMOUNT) for index, each in enumerate(measures) if each in amounts]

    def may_be(index: int, sign: int) -> bool:
        positive = Row.within([(index, sign)], _POSITIVE)
        return impossible(System(system.size, (*system.rows, *bounds, positive))) is None

    nought = (each for index, each in enumerate(measures) if not (may_be(index, 1) or may_be(index, -1)))
    return Zero(zero.identities, tuple(nought))


def _made_zero(system: System, certificate: Certificate, measures: list[str]) -> tuple[str, ...]:
    """The amounts of which the certificate says that some of each, added up, are zero."""
    bounds = (system.rows[row] for row, _, by in certificate.multipliers if by and system.rows[row].owner is None)
    return tuple(sorted({measures[row.terms[0][0]] for row in bounds}))


def _adapts(identity: Identity, users: Users, amounts: Container[str]) -> bool:
    """Whether one measure, of which no other identity speaks, can be what the others make it if these are positive."""
    signs = Counter(factor > 0 if measure in amounts else None for measure, factor in identity.factors)
    for measure, factor in identity.factors:
        if len(users[measure]) == 1:
            if measure not in amounts:
                return True
            if not signs[None] and signs[factor > 0] == 1 < len(identity.factors):
                return True
    return False


def _has_own_amount(identity: Identity, users: Users, amounts: Container[str]) -> bool:
    """Whether no other identity speaks of one of the amounts: nothing can cancel it."""
    return any(len(users[measure]) == 1 and measure in amounts for measure, _ in identity.factors)


def _peeled(identities: Identities, amounts: Container[str], leaves: Leaves) -> dict[str, Identity]:
    """The identities that stay when those that `leaves` says of are taken away, again and again."""
    rest = dict(identities)
    users: dict[str, set[str]] = {}
    for name, identity in identities.items():
        for measure, _ in identity.factors:
            users.setdefault(measure, set()).add(name)
    waiting = sorted(rest, reverse=True)
    while waiting:
        name = waiting.pop()
        if name in rest and leaves(rest[name], users, amounts):
            for measure, _ in rest.pop(name).factors:
                users[measure].discard(name)
                waiting += users[measure] if len(users[measure]) == 1 else ()
    return rest


def _of_any_sign(identities: Identities, amounts: Container[str]) -> Zero | None:
    """Identities that combine to say that a measure of any sign is zero."""
    free = sorted({m for identity in identities.values() for m, _ in identity.factors if m not in amounts})
    pivots = _reduced(_peeled(identities, amounts, _has_own_amount), amounts) if free else {}
    for measure in free:
        row = pivots.get(measure)
        if row is not None and row[0].keys() == {measure}:
            return Zero(tuple(sorted(row[1])), (measure,))
    return None


def _reduced(identities: Identities, amounts: Container[str]) -> dict[str, tuple[Sums, Sums]]:
    """The reduced row echelon form: by pivot, a sum of measures that is zero, and of which identities it is made."""
    pivots: dict[str, tuple[Sums, Sums]] = {}
    for name, identity in identities.items():
        row: tuple[Sums, Sums] = (dict(identity.factors), {name: Fraction(1)})
        for measure in [each for each in row[0] if each in pivots]:
            _subtract(row, pivots[measure], row[0].get(measure, Fraction(0)))
        if not row[0]:
            continue
        pivot = min(row[0], key=lambda each: (each not in amounts, each))
        by = row[0][pivot]
        scaled = tuple({key: value / by for key, value in part.items()} for part in row)
        row = (scaled[0], scaled[1])
        for other in pivots.values():
            _subtract(other, row, other[0].get(pivot, Fraction(0)))
        pivots[pivot] = row
    return pivots


def _subtract(row: tuple[Sums, Sums], other: tuple[Sums, Sums], times: Fraction) -> None:
    """Takes a multiple of another row from a row, in both its parts; what becomes zero is left out."""
    if not times:
        return
    for part, taken in zip(row, other, strict=True):
        for key, value in taken.items():
            left = part.get(key, Fraction(0)) - times * value
            if left:
                part[key] = left
            else:
                part.pop(key, None)
