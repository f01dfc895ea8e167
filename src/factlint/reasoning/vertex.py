"""What the end of a float simplex means, exactly: the values at its basis, or the proof in its ray.

Both are sparse equations with one solution, so that most questions take no exact pivot at all (Dhiflaoui et al.,
Certifying and Repairing Solutions to Large LPs, SODA 2003).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reasoning.effort import width
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
            effort.spend(len(terms), width(values[column][0]))
    return values


def proof(columns: Columns, basis: Basis, lows: Bounds, highs: Bounds, effort: Effort) -> tuple[Used, ...]:
    """Multipliers of bounds that contradict each other, by the ray of the basis; empty where it proves nothing.

    They cancel every column and leave 0 ≤ a negative number. Raises Undecided.
    """
    weights = _weights(columns, basis, effort)
    falling = tuple((column, weight < 0, weight if weight > 0 else -weight) for column, weight in weights)
    rising = tuple((column, not upper, by) for column, upper, by in falling)
    return next((used for used in (rising, falling) if used and proves(used, lows, highs)), ())


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
    """The weight of each column in the combination of sums in which, of all columns solved for, one alone is left."""
    factors: dict[int, dict[int, int]] = {}
    for column in basis.ray:
        for variable, factor in columns.sums[column - columns.size]:
            factors.setdefault(variable, {})[column] = factor
    equations = [
        Equation(own, (int(variable == basis.stuck), 0))
        for variable, own in factors.items()
        if variable in basis.solved
    ]
    if basis.stuck in basis.ray:
        equations.append(Equation({basis.stuck: 1}, (1, 0)))
    found = solution(equations, effort)
    if found is None or len(found) < len(basis.ray):
        return []
    weights: dict[int, Rational] = {column: value[0] for column, value in found.items()}
    for variable, own in factors.items():
        weights[variable] = -sum(factor * weights[column] for column, factor in own.items())
    return [(column, weight) for column, weight in weights.items() if weight]


def _total(terms: Terms, values: Sequence[Number]) -> Number:
    return (
        sum([factor * values[variable][0] for variable, factor in terms]),
        sum([factor * values[variable][1] for variable, factor in terms]),
    )
