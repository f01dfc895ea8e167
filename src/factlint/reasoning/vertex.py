"""What the end of a float simplex means, exactly: the values at its basis, or the proof in its ray.

Both are sparse equations with one solution, so that most questions take no exact pivot at all (Dhiflaoui et al.,
Certifying and Repairing Solutions to Large LPs, SODA 2003).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reasoning.equations import Equation, solution

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.reasoning.columns import Bounds, Columns, Number, Rational, Terms, Used
    from factlint.reasoning.effort import Effort
    from factlint.reasoning.floating import Basis


def vertex(columns: Columns, basis: Basis, effort: Effort) -> list[Number] | None:
    """The value of each column that fulfils the sums where those not solved for stand as the basis says.

    None where the sums cannot be solved for its columns. Raises Undecided.
    """
    values = [basis.values.get(column, (0, 0)) for column in range(columns.size + len(columns.sums))]
    equations = []
    for column, terms in enumerate(columns.sums, columns.size):
        if column not in basis.solved:
            (exact, inside), known = values[column], _total(terms, values)
            factors = {variable: factor for variable, factor in terms if variable in basis.solved}
            equations.append(Equation(factors, (exact - known[0], inside - known[1])))
    found = solution(equations, effort)
    if found is None:
        return None
    for variable, value in found.items():
        values[variable] = value
    for column, terms in enumerate(columns.sums, columns.size):
        if column in basis.solved:
            values[column] = _total(terms, values)
    return values


def proof(columns: Columns, basis: Basis, lows: Bounds, highs: Bounds, effort: Effort) -> tuple[Used, ...]:
    """Multipliers of bounds that contradict each other, by the ray of the basis; empty where it proves nothing.

    They cancel every column and leave 0 ≤ a negative number. Raises Undecided.
    """
    weights = _weights(columns, basis, effort)
    both = ([(column, (weight > 0) == rising, abs(weight)) for column, weight in weights] for rising in (True, False))
    return next((tuple(used) for used in both if proves(used, lows, highs)), ())


def proves(used: Iterable[Used], lows: Bounds, highs: Bounds) -> bool:
    """Whether multipliers that cancel every column leave 0 ≤ a negative number."""
    exact: Rational = 0
    inside: Rational = 0
    for column, upper, by in used:
        bound = (highs if upper else lows)[column]
        if bound is None:
            return False
        exact += by * bound[0] if upper else -by * bound[0]
        inside += by * bound[1] if upper else -by * bound[1]
    return (exact, inside) < (0, 0)


def _weights(columns: Columns, basis: Basis, effort: Effort) -> list[tuple[int, Rational]]:
    """What the sums of the ray have to be multiplied by for the columns solved for to cancel, and the others' weights.

    The greatest of the ray's numbers is taken as one, for whatever a float simplex says, that is not nought.
    """
    if not basis.ray:
        return []
    first = max(basis.ray, key=lambda column: abs(basis.ray[column]))
    factors: dict[int, dict[int, int]] = {}
    for column in basis.ray:
        for variable, factor in columns.sums[column - columns.size]:
            factors.setdefault(variable, {})[column] = factor
    equations = [
        Equation({column: factor for column, factor in own.items() if column != first}, (-own.get(first, 0), 0))
        for variable, own in factors.items()
        if variable in basis.solved
    ]
    found = solution(equations, effort)
    if found is None or len(found) + 1 < len(basis.ray):
        return []
    weights: dict[int, Rational] = {first: 1, **{column: value[0] for column, value in found.items()}}
    for variable, own in factors.items():
        weights[variable] = -sum(factor * weights[column] for column, factor in own.items())
    return [(column, weight) for column, weight in weights.items() if weight]


def _total(terms: Terms, values: Sequence[Number]) -> Number:
    exact: Rational = 0
    inside: Rational = 0
    for variable, factor in terms:
        value = values[variable]
        exact += factor * value[0]
        inside += factor * value[1]
    return exact, inside
