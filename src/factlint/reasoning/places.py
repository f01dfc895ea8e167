"""Items that each need a place of their own between two others: which of them cannot all have one.

By the theorem of Hall (Journal of the London Mathematical Society 10, 1935) all items find places exactly where no
stretch of places from a to b has to hold more than b - a + 1 of them. Whether they do is found by giving each place in
turn to the item that must be placed soonest (Glover, Naval Research Logistics Quarterly 14, 1967, on convex bipartite
graphs).
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Overfull(NamedTuple):
    """A stretch of places, both ends included, with the positions of the items that cannot all have one in it.

    `items` is a smallest such set, one more than there are places, in rising order: without any one of them the others
    find places. `beyond` are further items that find none for the same reason.
    """

    first: int
    last: int
    items: tuple[int, ...]
    beyond: tuple[int, ...]


def overfull(items: Sequence[tuple[int, int]]) -> list[Overfull]:
    """The stretches that must hold too many of `items`, each the first and the last place that an item may have.

    Earlier items get places first where two are alike. An empty list exactly where every item finds a place of its own.
    Raises ValueError for an item whose last place comes before its first.
    """
    if any(first > last for first, last in items):
        raise ValueError("an item's last place comes before its first")
    taken: dict[int, int] = {}
    homeless: dict[tuple[int, int], list[int]] = {}
    full: dict[tuple[int, int], tuple[int, int, list[int]]] = {}
    for item in _placed(items, taken):
        # What may have the same places overfills the same stretch.
        if items[item] not in full:
            full[items[item]] = _full(items, item, taken)
        homeless.setdefault(full[items[item]][:2], []).append(item)
    takers = {(first, last): holders for first, last, holders in full.values()}
    return [
        Overfull(*stretch, tuple(sorted([*takers[stretch], extra[0]])), tuple(sorted(extra[1:])))
        for stretch, extra in sorted(homeless.items())
    ]


def _placed(items: Sequence[tuple[int, int]], taken: dict[int, int]) -> Iterable[int]:
    """Fills `taken`, place → item; yields each item that finds no place, when every place that it may have is taken."""
    # Of two that must be placed equally soon the one with fewer places goes first: order decides only between alikes.
    waiting: list[tuple[int, int, int]] = []
    coming = sorted(range(len(items)), key=lambda item: (items[item][0], item), reverse=True)
    place = min((first for first, _ in items), default=0)
    while coming or waiting:
        if not waiting:
            place = max(place, items[coming[-1]][0])
        while coming and items[coming[-1]][0] <= place:
            item = coming.pop()
            heappush(waiting, (items[item][1], -items[item][0], item))
        last, _, item = heappop(waiting)
        if last < place:
            yield item
        else:
            taken[place] = item
            place += 1


def _full(items: Sequence[tuple[int, int]], item: int, taken: dict[int, int]) -> tuple[int, int, list[int]]:
    """The places open to the item, to those that took these, to those that took theirs and so on; and who took them.

    What took one of them must be placed no later than the item, or it would have waited: so the stretch grows
    downward only.
    """
    first, last = items[item]
    place, holders = last, []
    while place >= first:
        holders.append(taken[place])
        first = min(first, items[taken[place]][0])
        place -= 1
    return first, last, holders
