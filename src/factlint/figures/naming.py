"""Which rule a contradiction belongs to: the most specific one that fits its smallest set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.statements import Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.figures.statements import Form, Statement
    from factlint.reasoning.linear import Identity

JOINT = "figures-jointly-impossible"
_CHANGES: frozenset[Form] = frozenset({"ratio", "difference"})


def rule_of(statements: Sequence[Statement], identities: Sequence[Identity], parts: Sequence[tuple[str, str]]) -> str:
    """The name of the rule, from the statements of the smallest set and the ties between measures that it needs."""
    forms = {each.form for each in statements}
    if parts:
        return JOINT if identities or not forms <= {"level", "share"} else "part-exceeds-whole"
    if identities:
        return _with_identity(statements, forms, identities)
    if len(statements) == 1:
        return "outside-domain"
    if len({(each.form, each.now, each.base) for each in statements}) == 1:
        return "figure-differs"
    return _of_levels(statements) if forms == {"level"} else _of_ratios(statements, forms)


def _with_identity(statements: Sequence[Statement], forms: set[Form], identities: Sequence[Identity]) -> str:
    if len(identities) > 1:
        return JOINT
    if forms == {"share"} and len({each.base for each in statements}) == 1:
        return "shares-exceed-whole"
    same_time = len({each.now.time for each in statements}) == 1
    if forms == {"level"} and same_time:
        return "sum-mismatch" if len(statements) > 1 else "outside-domain"
    return JOINT


def _of_levels(statements: Sequence[Statement]) -> str:
    one_flow = len({each.now[:4] for each in statements}) == 1
    return "period-sum-mismatch" if one_flow and isinstance(statements[0].now.time, Stretch) else JOINT


def _of_ratios(statements: Sequence[Statement], forms: set[Form]) -> str:
    ties = [each for each in statements if each.base is not None]
    one_pair = len({(each.now, each.base) for each in ties}) == 1
    cells = {cell for each in ties for cell in each.cells}
    if not one_pair or not all(each.now in cells for each in statements):
        return JOINT
    of_ties = {each.form for each in ties}
    if forms - {"level"} <= _CHANGES:
        return "growth-mismatch"
    return {frozenset({"share"}): "share-mismatch", frozenset({"mean"}): "mean-mismatch"}.get(
        frozenset[str](of_ties), JOINT
    )
