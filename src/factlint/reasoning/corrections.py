"""Smallest sets of statements to leave out, so that the others are possible.

Items and oracle are those of `factlint.reasoning.minimal`; no two items are equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factlint.reasoning.effort import Effort
from factlint.reasoning.minimal import shortest, smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Sequence

T = TypeVar("T", bound="Hashable")

SIZE = 4
"""Up to this size a correction has the fewest members; beyond it, only none too many."""

CORES = 16
"""Up to so many contradictory sets are weighed against each other."""


def correction(
    items: Sequence[T],
    possible: Callable[[Sequence[T]], bool],
    core: Callable[[Sequence[T]], Container[T]] | None = None,
    effort: Effort | None = None,
) -> tuple[T, ...]:
    """Items without which the others are possible, in the given order; empty where all are.

    No member could stay: with any one of them back, the rest is impossible. Up to `SIZE` members they are the fewest
    that there can be: a smallest set that meets every contradictory set found so far is left out, and where the rest
    still is impossible, it holds a new one (implicit hitting sets: Reiter 1987; Davies and Bacchus, CP 2011). Of sets
    of one size, those of later items are tried first. Raises ValueError where even nothing is possible, and Undecided
    where so many sets could meet all those found that there is no end to trying them.
    """
    steps = effort or Effort()
    cores: list[dict[T, None]] = []
    left_out: frozenset[T] | None = frozenset()
    while left_out is not None and len(cores) < CORES:
        rest = [each for each in items if each not in left_out]
        if possible(rest):
            return tuple(each for each in items if each in left_out)
        cores.append(dict.fromkeys(smallest(rest, possible, core)))
        if not cores[-1]:
            raise ValueError("even without any of these items the rest is impossible")
        left_out = _hitting(cores, steps)
    return _irreducible(items, possible, core)


def _hitting(cores: Sequence[dict[T, None]], effort: Effort) -> frozenset[T] | None:
    """A smallest set that meets every core, None where it would have more than `SIZE` members."""
    sizes = (_extended(frozenset(), cores, size, effort) for size in range(1, SIZE + 1))
    return next((found for found in sizes if found is not None), None)


def _extended(chosen: frozenset[T], cores: Sequence[dict[T, None]], more: int, effort: Effort) -> frozenset[T] | None:
    """`chosen` with up to so many more members that it meets every one of the cores, or None."""
    effort.spend(sum(map(len, cores)))
    missed = [core for core in cores if not any(each in core for each in chosen)]
    if not missed:
        return chosen
    if _apart(missed) > more:
        return None
    tries = (_extended(chosen | {each}, missed, more - 1, effort) for each in reversed(missed[0]))
    return next((found for found in tries if found is not None), None)


def _apart(cores: Sequence[dict[T, None]]) -> int:
    """How many cores are found that share no member: each takes a member of its own to meet it."""
    seen: set[T] = set()
    count = 0
    for core in cores:
        if seen.isdisjoint(core):
            seen.update(core)
            count += 1
    return count


def _irreducible(
    items: Sequence[T], possible: Callable[[Sequence[T]], bool], core: Callable[[Sequence[T]], Container[T]] | None
) -> tuple[T, ...]:
    """The items that are impossible beside the earlier ones that are kept."""
    kept: list[T] = []
    dropped: list[T] = []
    rest = list(items)
    while not possible([*kept, *rest]):
        end = shortest(rest, kept, possible, core)
        kept += rest[: end - 1]
        dropped.append(rest[end - 1])
        rest = rest[end:]
    return tuple(dropped)
