"""Smallest sets of statements that cannot all be true, and the statements that each of those sets needs.

The statements are given in a fixed order, together with an oracle that says whether a selection of them is possible.
The oracle must be monotone: what is possible stays possible when a statement is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def smallest(items: Sequence[T], possible: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """A set of `items` that is impossible, while without any one of its members it is possible; in the given order.

    The result is that of the deletion filter (Chinneck and Dravnieks, ORSA Journal on Computing 3, 1991) that tries
    to delete the last item first: so an item that comes later never changes an explanation found without it. What
    the filter would delete between two items that it keeps is found by bisection, as in dichotomic search for minimal
    unsatisfiable cores (Hemery et al., ECAI 2006): k members of n items take k·log2(n) questions instead of n.

    Empty where even nothing is impossible. Raises ValueError where all items together are possible.
    """
    if possible(items):
        raise ValueError("these items are possible together, so no set of them is contradictory")
    kept: list[T] = []
    end = len(items)
    while possible(kept):
        last = _last_needed(items[:end], kept, possible)
        kept.insert(0, items[last])
        end = last
    return tuple(kept)


def suspects(
    items: Sequence[T], possible: Callable[[Sequence[T]], bool], members: Sequence[T] | None = None
) -> tuple[T, ...]:
    """The items whose removal alone makes the rest possible, in the given order; equals stand as equals.

    Such an item is a member of every contradictory set (a correction set of one, Liffiton and Sakallah 2008), so only
    the members of a smallest one are tried: `members` where it is known. No two items may be equal. Raises ValueError
    where all items together are possible and `members` is not given.
    """
    tried = smallest(items, possible) if members is None else members
    return tuple(each for each in tried if possible([item for item in items if item != each]))


def _last_needed(items: Sequence[T], kept: list[T], possible: Callable[[Sequence[T]], bool]) -> int:
    """The index of the last item of the shortest beginning of `items` that is impossible beside `kept`."""
    low, high = 0, len(items) - 1
    while low < high:
        middle = (low + high) // 2
        if possible([*items[: middle + 1], *kept]):
            low = middle + 1
        else:
            high = middle
    return low
