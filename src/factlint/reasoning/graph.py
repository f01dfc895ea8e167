"""Directed graphs in columns of codes: strongly connected components, and the shortest cycle within one.

Nothing recurses, so a chain of a million nodes is as good as any. Equal graphs give equal answers, whatever the order
of their edges.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.int64]

EFFORT = 1_000_000
"""Edges that a search for the shortest cycle looks at before it is content with the shortest that it found."""

_PEELED = 0.01  # of the edges a round must take away at least, or a search does the rest faster


class _Adjacency(NamedTuple):
    """The distinct edges in order: those of node v lead to `target[start[v]:start[v + 1]]`, each once, rising."""

    start: list[int]
    target: list[int]

    @property
    def size(self) -> int:
        return len(self.start) - 1


def leaders(source: Column, target: Column, size: int) -> Column:
    """For each node the least node of its strongly connected component, an int64 column of length `size`.

    Edge i leads from node `source[i]` to node `target[i]`, nodes are numbered 0 … size - 1; IndexError where one is
    outside. Nodes on no way in or no way out are peeled off, the rest is searched depth first (Tarjan, SIAM Journal on
    Computing 1, 1972), so the time is linear in nodes and edges.
    """
    import numpy as np

    if len(source) and (min(source.min(), target.min()) < 0 or max(source.max(), target.max()) >= size):
        raise IndexError("an edge leads from or to a node outside the graph")
    leader = np.arange(size, dtype=np.int64)
    source, target = _peeled(source, target, size)
    nodes, codes = np.unique(np.concatenate([source, target]), return_inverse=True)
    found = _Search(_adjacency(codes[: len(source)], codes[len(source) :], len(nodes))).leaders()
    leader[nodes] = nodes[np.array(found, dtype=np.int64)]
    return leader


def shortest_cycle(source: Column, target: Column, effort: int = EFFORT) -> tuple[int, ...]:
    """The nodes of a shortest cycle in their order, the least first, empty where no way leads back; codes are any ≥ 0.

    Of cycles of one length it is the one whose least node is the smallest. Where looking at `effort` edges does not
    prove a cycle the shortest, it is the shortest found so far.
    """
    import numpy as np

    nodes, codes = np.unique(np.concatenate([source, target]), return_inverse=True)
    edges = _adjacency(codes[: len(source)], codes[len(source) :], len(nodes))
    best: list[int] = []
    for first in range(edges.size):
        if best and (len(best) == 1 or effort <= 0):
            break
        found, looked = _back_to(first, edges, len(best) - 1 if best else edges.size)
        effort -= looked
        best = found or best
    return tuple(int(nodes[node]) for node in best)


def _peeled(source: Column, target: Column, size: int) -> tuple[Column, Column]:
    """The edges without those from a node that none leads to, or to a node that none leads from, round by round."""
    import numpy as np

    while len(source):
        entered, left = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
        entered[target] = left[source] = True
        kept = entered[source] & left[target]
        gone = len(kept) - np.count_nonzero(kept)
        source, target = source[kept], target[kept]
        if gone <= _PEELED * len(kept):
            break
    return source, target


def _adjacency(source: Column, target: Column, size: int) -> _Adjacency:
    import numpy as np

    edges = np.unique(source * np.int64(max(size, 1)) + target)
    begins = np.searchsorted(edges, np.arange(size + 1, dtype=np.int64) * size)
    return _Adjacency(begins.tolist(), (edges % max(size, 1)).tolist())


class _Search:
    """Tarjan's depth-first search, its call stack kept as the list `path`."""

    def __init__(self, edges: _Adjacency) -> None:
        self.edges = edges
        self.following = edges.start[:-1]
        self.order = [0] * edges.size
        self.low = [0] * edges.size
        self.leader = [-1] * edges.size
        self.open: list[int] = []
        self.count = 0

    def leaders(self) -> list[int]:
        for node in range(self.edges.size):
            if not self.order[node]:
                self._search(node)
        return self.leader

    def _search(self, root: int) -> None:
        path = [root]
        self._enter(root)
        while path:
            node = path[-1]
            onward = self._onward(node)
            if onward >= 0:
                path.append(onward)
                self._enter(onward)
                continue
            path.pop()
            if path:
                self.low[path[-1]] = min(self.low[path[-1]], self.low[node])
            if self.low[node] == self.order[node]:
                self._close(node)

    def _enter(self, node: int) -> None:
        self.count += 1
        self.order[node] = self.low[node] = self.count
        self.open.append(node)

    def _onward(self, node: int) -> int:
        """The next node that was not seen yet; -1 after the last edge."""
        target, order, end = self.edges.target, self.order, self.edges.start[node + 1]
        at = self.following[node]
        while at < end:
            other = target[at]
            at += 1
            if not order[other]:
                self.following[node] = at
                return other
            if self.leader[other] < 0 and order[other] < self.low[node]:
                self.low[node] = order[other]
        self.following[node] = at
        return -1

    def _close(self, node: int) -> None:
        """The component of which `node` was seen first: all that was entered since and is still open."""
        at = len(self.open) - 1
        while self.open[at] != node:
            at -= 1
        members = self.open[at:]
        del self.open[at:]
        least = min(members)
        for member in members:
            self.leader[member] = least


def _back_to(first: int, edges: _Adjacency, longest: int) -> tuple[list[int], int]:
    """A shortest cycle through `first` and greater nodes, of `longest` nodes at most; and the edges looked at."""
    came_from = {first: -1}
    layer, looked = [first], 0
    for _ in range(longest):
        beyond = []
        for node in layer:
            begin, end = edges.start[node], edges.start[node + 1]
            looked += end - begin
            for other in edges.target[begin:end]:
                if other == first:
                    return _trace(node, came_from), looked
                if other > first and other not in came_from:
                    came_from[other] = node
                    beyond.append(other)
        if not beyond:
            break
        layer = beyond
    return [], looked


def _trace(node: int, came_from: dict[int, int]) -> list[int]:
    way = [node]
    while came_from[way[-1]] >= 0:
        way.append(came_from[way[-1]])
    return way[::-1]


def arcs(cycle: tuple[int, ...]) -> list[tuple[int, int]]:
    """The edges of a cycle in their order, as pairs of nodes."""
    return list(pairwise((*cycle, *cycle[:1])))
