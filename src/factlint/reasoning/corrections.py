"""Smallest sets of statements to leave out, so that the others are possible.

Items and oracle are those of `factlint.reasoning.minimal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factlint.reasoning.minimal import smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

T = TypeVar("T")

SIZE = 4
"""Up to this size a correction has the fewest members; beyond it, only none too many."""

CORES = 16
"""Up to so many contradictory sets are weighed against each other."""


def correction(items: Sequence[T], possible: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """Items without which the others are possible, in the given order; empty where all are.

    No member could stay: with any one of them back, the rest is impossible. Up to `SIZE` members they are the fewest
    that there can be: a smallest set that meets every contradictory set found so far is left out, and where the rest
    still is impossible, it holds a new one (implicit hitting sets: Reiter 1987; Davies and Bacchus, CP 2011). Of sets
    of one size, those of later items are tried first. Raises ValueError where even nothing is possible.
    """
    cores: list[tuple[int, ...]] = []
    left_out: tuple[int, ...] | None = ()
    while left_out is not None and len(cores) < CORES:
        core = _core(items, possible, left_out)
        if core is None:
            return tuple(items[each] for each in sorted(left_out))
        cores.append(core)
        left_out = _hitting(cores)
    return _irreducible(items, possible)


def _core(
    items: Sequence[T], possible: Callable[[Sequence[T]], bool], left_out: Collection[int]
) -> tuple[int, ...] | None:
    """The positions of a smallest contradictory set among the other items; None where they are possible."""
    rest = [each for each in range(len(items)) if each not in left_out]
    if possible([items[each] for each in rest]):
        return None
    core = smallest(rest, lambda chosen: possible([items[each] for each in chosen]))
    if not core:
        raise ValueError("even without any of these items the rest is impossible")
    return core


def _hitting(cores: Sequence[tuple[int, ...]]) -> tuple[int, ...] | None:
    """A smallest set that meets every core, None where it would have more than `SIZE` members."""
    sizes = (_extended((), cores, size) for size in range(1, SIZE + 1))
    return next((found for found in sizes if found is not None), None)


def _extended(chosen: tuple[int, ...], cores: Sequence[tuple[int, ...]], more: int) -> tuple[int, ...] | None:
    """`chosen` with up to so many more members that it meets every core, or None."""
    missed = next((core for core in cores if not set(core) & set(chosen)), None)
    if missed is None:
        return chosen
    tries = (_extended((*chosen, each), cores, more - 1) for each in reversed(missed)) if more else ()
    return next((found for found in tries if found is not None), None)


def _irreducible(items: Sequence[T], possible: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """The items that are impossible beside the earlier ones that are kept; each is tried once."""
    kept: list[T] = []
    dropped: list[T] = []
    for item in items:
        (kept if possible([*kept, item]) else dropped).append(item)
    return tuple(dropped)
