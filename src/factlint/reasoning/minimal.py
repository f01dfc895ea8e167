"""Smallest sets of statements that cannot all be true, and the statements that each of those sets needs.

The statements are given in a fixed order, together with an oracle that says whether a selection of them is possible.
The oracle must be monotone: what is possible stays possible when a statement is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

T = TypeVar("T")


def smallest(
    items: Sequence[T],
    possible: Callable[[Sequence[T]], bool],
    core: Callable[[Sequence[T]], Container[T]] | None = None,
) -> tuple[T, ...]:
    """A set of `items` that is impossible, while without any one of its members it is possible; in the given order.

    The result is that of the deletion filter (Chinneck and Dravnieks, ORSA Journal on Computing 3, 1991) that tries
    to delete the last item first: so an item that comes later never changes an explanation found without it. What
    the filter would delete between two items that it keeps is found by bisection, as in dichotomic search for minimal
    unsatisfiable cores (Hemery et al., ECAI 2006): k members of n items take k·log2(n) questions instead of n. Where
    the oracle can tell which of some impossible items contradict each other, `core` saves most of these questions.

    Empty where even nothing is impossible. Raises ValueError where all items together are possible.
    """
    if possible(items):
        raise ValueError("these items are possible together, so no set of them is contradictory")
    kept: list[T] = []
    end = len(items)
    while possible(kept):
        last = last_needed(items[:end], kept, possible, core)
        kept.insert(0, items[last])
        end = last
    return tuple(kept)


def last_needed(
    items: Sequence[T],
    kept: list[T],
    possible: Callable[[Sequence[T]], bool],
    core: Callable[[Sequence[T]], Container[T]] | None = None,
) -> int:
    """The index of the last item of the shortest beginning of `items` that is impossible beside `kept`.

    All `items` are, and `kept` alone is possible; `core` is that of `smallest`.
    """

    def last(end: int) -> int:
        """That of the last item before `end` that contradicts the others."""
        used = core([*items[:end], *kept]) if core else items
        return next(index for index in range(end - 1, -1, -1) if items[index] in used)

    low, high = 0, last(len(items))
    # The last item of a core is mostly needed, so every other question is whether it is.
    at_once = core is not None
    while low < high:
        middle = high - 1 if at_once else (low + high) // 2
        if possible([*items[: middle + 1], *kept]):
            low = middle + 1
        else:
            high = last(middle + 1)
        at_once = core is not None and not at_once
    return low


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
