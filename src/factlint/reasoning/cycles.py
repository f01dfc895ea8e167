"""Cycles of negative length in a graph whose edges come and go.

Shortest paths from vertex 0 are kept up to date while edges are added and dropped: by rounds of label correction in an
order in which paths mostly run, with a search for a cycle among the parents after every so many relaxations (Cherkassky
and Goldberg, Negative-cycle detection algorithms, Mathematical Programming 85, 1999).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.reasoning.timeline_relax import relaxed
from factlint.reasoning.timeline_rounds import Rounds, places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factlint.reasoning.effort import Effort

_NONE = -1
_FEW = 64
_MANY = 2_000  # edges: from so many on, whole columns are relaxed first
_LARGEST = 2**61


class Edges:
    """The edges that a graph may have, from `tail` to `head` with an exact `length`; several graphs may share them."""

    def __init__(self, tail: Sequence[int], head: Sequence[int], length: Sequence[int]) -> None:
        self.tail, self.head, self.length = tail, head, length
        self.out: list[list[int]] = [[] for _ in range(max((*tail, *head), default=0) + 1)]
        for edge, vertex in enumerate(tail):
            self.out[vertex].append(edge)
        self.far = sum(map(abs, length)) + 1

    @cached_property
    def places(self) -> list[int]:
        """See `factlint.reasoning.timeline_rounds.places`."""
        return places(self.out, self.head, self.length)


class Graph:
    """Vertices 0 … n - 1 and edges that are there or not, at first those `there`: e runs from `tail[e]` to `head[e]`.

    Vertex 0 is the origin. Vertices that no path from it reaches are taken to lie so far away that no path from them
    comes below one from it; so every cycle of negative length is found, wherever it lies. What takes more than
    `effort` raises `factlint.reasoning.effort.Undecided`.
    """

    def __init__(self, edges: Edges, there: Sequence[int], effort: Effort) -> None:
        self._edges = edges
        self._tail, self._head, self._length, self._out = edges.tail, edges.head, edges.length, edges.out
        self._there = bytearray(len(edges.tail))
        self._in: list[list[int]] = []
        self._value = [edges.far] * len(edges.out)
        self._value[0] = 0
        self._parent = [_NONE] * len(edges.out)
        self._effort = effort
        waiting = None
        if len(there) >= _MANY and edges.far < _LARGEST:
            self._value, self._parent, waiting = relaxed(
                (edges.tail, edges.head), edges.length, there, len(edges.out), edges.far
            )
        few = waiting is not None and len(waiting) <= _FEW
        self._rounds = Rounds(range(len(edges.out)) if few else edges.places)
        if waiting is None:
            self.add(there)
        else:
            for edge in there:
                self._there[edge] = 1
            for vertex in waiting:
                self._rounds.wait(vertex)

    def add(self, edges: Iterable[int]) -> None:
        """The edges are there now; `settle` finds what follows."""
        value, tail, head, length = self._value, self._tail, self._head, self._length
        for edge in edges:
            self._there[edge] = 1
            if value[tail[edge]] + length[edge] < value[head[edge]]:
                self._rounds.wait(tail[edge])

    def settle(self) -> list[int] | None:
        """A cycle of negative length, its edges in order, or None where there is none.

        A cycle through the origin begins there, any other one with its least edge. Where there is one, drop an edge of
        it and ask again.
        """
        return self._settled(None)

    def cycle_with(self, edges: Collection[int]) -> list[int] | None:
        """What `settle` would find with these edges too, in a graph that is settled and stays as it is."""
        before: dict[int, tuple[int, int]] = {}
        added = [edge for edge in edges if not self._there[edge]]
        self.add(added)
        try:
            return self._settled(before)
        finally:
            for vertex, (value, parent) in before.items():
                self._value[vertex], self._parent[vertex] = value, parent
            for edge in added:
                self._there[edge] = 0
            self._rounds.rest()

    def drop(self, edges: Iterable[int]) -> None:
        """The edges are no longer there; every vertex that was reached through one of them is reached anew."""
        for edge in edges:
            self._there[edge] = 0
        lost = self._lost()
        for vertex in lost:
            self._value[vertex], self._parent[vertex] = self._edges.far, _NONE
        if not self._in:
            self._in = [[] for _ in self._value]
            for edge, vertex in enumerate(self._head):
                self._in[vertex].append(edge)
        for vertex in lost:
            for edge in self._in[vertex]:
                reached = self._value[self._tail[edge]] + self._length[edge]
                if self._there[edge] and reached < self._value[vertex]:
                    self._value[vertex], self._parent[vertex] = reached, edge
            self._rounds.wait(vertex)

    def _settled(self, before: dict[int, tuple[int, int]] | None) -> list[int] | None:
        """As `settle`; `before` takes up what the vertices were before they changed."""
        done, allowed = 0, max(_FEW, len(self._value) // 8)
        while (vertex := self._rounds.taken()) is not None:
            cycle, changed = self._scan(vertex, before)
            if cycle is not None:
                self._rounds.wait(vertex)
                return cycle
            done += changed
            self._effort.spend(1 + changed)
            if done >= allowed:
                if (cycle := self._parents_cycle()) is not None:
                    return cycle
                done, allowed = 0, min(2 * allowed, len(self._value))
        return None

    def _scan(self, vertex: int, before: dict[int, tuple[int, int]] | None) -> tuple[list[int] | None, int]:
        """Relaxes the edges out of a vertex: the cycle that one of them closes at the origin, and how many changed."""
        value, parent, head, length, there = self._value, self._parent, self._head, self._length, self._there
        own, changed = value[vertex], 0
        for edge in self._out[vertex]:
            if not there[edge] or (reached := own + length[edge]) >= value[to := head[edge]]:
                continue
            if to == 0:
                if (cycle := self._closed(vertex, edge)) is not None:
                    return cycle, changed
                continue
            if before is not None and to not in before:
                before[to] = value[to], parent[to]
            value[to], parent[to] = reached, edge
            changed += 1
            if to == vertex:
                return [edge], changed
            self._rounds.wait(to, vertex)
        return None, changed

    def _closed(self, vertex: int, edge: int) -> list[int] | None:
        """The cycle that an edge from a vertex to the origin closes, or the one that its path has run into.

        None where neither is left to see: a cycle far from the origin has lowered the path, and is found there.
        """
        path: list[int] = []
        seen = set()
        while vertex and vertex not in seen and self._parent[vertex] != _NONE:
            seen.add(vertex)
            path.append(self._parent[vertex])
            vertex = self._tail[path[-1]]
        if vertex == 0:
            return [*path[::-1], edge]
        return self._around(vertex) if vertex in seen else None

    def _parents_cycle(self) -> list[int] | None:
        """A cycle among the parents, which is of negative length."""
        parent, tail = self._parent, self._tail
        seen = [0] * len(parent)
        for start in range(1, len(parent)):
            vertex = start
            while not seen[vertex] and parent[vertex] != _NONE:
                seen[vertex] = start
                vertex = tail[parent[vertex]]
            if seen[vertex] == start:
                return self._around(vertex)
            seen[vertex] = seen[vertex] or start
        return None

    def _around(self, vertex: int) -> list[int]:
        edges = [self._parent[vertex]]
        while (before := self._tail[edges[-1]]) != vertex:
            edges.append(self._parent[before])
        first = edges.index(min(edges))
        return [edges[first], *edges[:first][::-1], *edges[first + 1 :][::-1]]

    def _lost(self) -> list[int]:
        """The vertices whose parents lead to an edge that is not there, or in a circle."""
        known = [0] * len(self._parent)
        kept, lost, open_ = 1, 2, 3
        known[0] = kept
        for start in range(1, len(known)):
            path, vertex, verdict = [], start, 0
            while not verdict:
                edge = self._parent[vertex]
                if known[vertex]:
                    verdict = lost if known[vertex] == open_ else known[vertex]
                elif edge == _NONE or not self._there[edge]:
                    path.append(vertex)
                    verdict = kept if edge == _NONE else lost
                else:
                    known[vertex] = open_
                    path.append(vertex)
                    vertex = self._tail[edge]
            for each in path:
                known[each] = verdict
        return [vertex for vertex, verdict in enumerate(known) if verdict == lost]
