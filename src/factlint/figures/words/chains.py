"""What statements imply for another one that closes a circle with them: levels, changes, shares and means in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.words.intervals import POSITIVE, product, reciprocal
from factlint.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.figures.statements import Statement

_ONE = Interval.point(1)
_RATIOS = frozenset({"level", "ratio", "share", "mean"})
_DIFFERENCES = frozenset({"level", "difference"})


class _Step(NamedTuple):
    """A statement, and whether it leads from its base to what it speaks of or back."""

    statement: Statement
    forward: bool


def ratio(chosen: Statement, others: Sequence[Statement]) -> Interval | None:
    """The now / base that the others leave for a ratio, a share or a mean, all of them read as rounded.

    None where they do not form one chain from its base to what it speaks of. Each number is used once, so that the
    interval is exact.
    """
    steps = _chain(chosen, others) if all(each.form in _RATIOS for each in others) else None
    if steps is None:
        return None
    found = _ONE
    for statement, forward in steps:
        numbers = statement.numbers("rounded")
        if not forward:
            numbers &= POSITIVE
            if numbers.is_empty:
                return None
            numbers = reciprocal(numbers)
        found = product(found, numbers)
    return found


def difference(chosen: Statement, others: Sequence[Statement]) -> Interval | None:
    """The now - base that the others leave for an absolute change, as `ratio` does for a relative one."""
    steps = _chain(chosen, others) if all(each.form in _DIFFERENCES for each in others) else None
    if steps is None:
        return None
    found = Interval.point(0)
    for statement, forward in steps:
        found += statement.numbers("rounded").times(1 if forward else -1)
    return found


def _chain(chosen: Statement, others: Sequence[Statement]) -> list[_Step] | None:
    """The way from the base of a statement to what it speaks of through all the others, each once.

    A level leads from None, the unit of everything, to what it speaks of.
    """
    at, left, steps = chosen.base, list(others), []
    while left:
        touching = [each for each in left if at in {each.now, each.base}]
        if len(touching) != 1:
            return None
        (each,) = touching
        left.remove(each)
        steps.append(_Step(each, each.base == at))
        at = each.now if steps[-1].forward else each.base
    return steps if at == chosen.now else None
