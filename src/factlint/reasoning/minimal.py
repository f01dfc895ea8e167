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
    end = shortest(items, kept, possible, core)
    while end:
        kept.insert(0, items[end - 1])
        end = shortest(items[: end - 1], kept, possible, core)
    return tuple(kept)


def shortest(
    items: Sequence[T],
    beside: Sequence[T],
    possible: Callable[[Sequence[T]], bool],
    core: Callable[[Sequence[T]], Container[T]] | None = None,
) -> int:
    """How many of the first `items` are enough to be impossible beside others, where all of them are.

    `core` is that of `smallest`.
    """

    def needed(count: int) -> int:
        """How many of the first `count` items there are up to the last one that contradicts the others."""
        used = core([*items[:count], *beside]) if core else items
        return next((index for index in range(count, 0, -1) if items[index - 1] in used), 0)

    low, high = 0, needed(len(items))
    middle = high - 1 if core else 0
    ask_for_last = False
    while low < high:
        if possible([*items[:middle], *beside]):
            low = middle + 1
        else:
            high = needed(middle)
        # The last item of a core is mostly needed, so where cores are known every other question is whether it is.
        middle = high - 1 if core and ask_for_last else (low + high) // 2
        ask_for_last = not ask_for_last
    return high


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
