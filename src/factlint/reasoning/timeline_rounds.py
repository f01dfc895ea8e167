"""In which order the vertices of a graph are scanned for shorter paths: round by round, each along a fixed order."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE, _NEXT = 1, 2


class Rounds:
    """The vertices that are to be scanned; `place` is each one's own place in the order of a round."""

    def __init__(self, place: Sequence[int]) -> None:
        self._place = place
        self._vertex = [0] * len(place)
        for vertex, at in enumerate(place):
            self._vertex[at] = vertex
        self._here: list[int] = []
        self._next: list[int] = []
        self._waiting = bytearray(len(place))

    def wait(self, vertex: int, behind: int | None = None) -> None:
        """The vertex is to be scanned: in this round where its place comes after that of `behind`, else in the next."""
        here = behind is None or self._place[vertex] > self._place[behind]
        if self._waiting[vertex] == _HERE or (self._waiting[vertex] == _NEXT and not here):
            return
        if here:
            heappush(self._here, self._place[vertex])
        elif not self._waiting[vertex]:
            self._next.append(vertex)
        self._waiting[vertex] = _HERE if here else _NEXT

    def taken(self) -> int | None:
        """The next vertex to scan, None where none is left."""
        while self._here or self._next:
            if not self._here:
                self._begin()
                continue
            vertex = self._vertex[heappop(self._here)]
            if self._waiting[vertex] == _HERE:
                self._waiting[vertex] = 0
                return vertex
        return None

    def rest(self) -> None:
        """No vertex is to be scanned."""
        for vertex in (*(self._vertex[place] for place in self._here), *self._next):
            self._waiting[vertex] = 0
        self._here, self._next = [], []

    def _begin(self) -> None:
        """The next round becomes this one."""
        self._here = sorted(self._place[each] for each in self._next if self._waiting[each] == _NEXT)
        for place in self._here:
            self._waiting[self._vertex[place]] = _HERE
        self._next = []


def places(out: list[list[int]], head: Sequence[int], length: Sequence[int]) -> list[int]:
    """Each vertex's place in an order in which most edges that shorten a path run forward; the origin is first.

    It is the reverse of the order in which a search in depth along such edges leaves the vertices: topological where
    they make no cycle.
    """
    place, free = [-1] * len(out), len(out)
    entered = bytearray(len(out))
    entered[0] = 1
    for start in range(1, len(out)):
        if entered[start]:
            continue
        entered[start] = 1
        stack = [(start, iter(out[start]))]
        while stack:
            vertex, edges = stack[-1]
            for edge in edges:
                if length[edge] <= 0 and not entered[to := head[edge]]:
                    entered[to] = 1
                    stack.append((to, iter(out[to])))
                    break
            else:
                stack.pop()
                free -= 1
                place[vertex] = free
    place[0] = 0
    return place
