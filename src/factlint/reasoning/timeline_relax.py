"""Shortest paths over whole columns: some rounds, in each of which every edge is relaxed at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUNDS = 64


def relaxed(
    ends: tuple[Sequence[int], Sequence[int]], length: Sequence[int], there: Sequence[int], size: int, far: int
) -> tuple[list[int], list[int], list[int]]:
    """What some rounds make of the edges `there`: each vertex's value and parent edge, and the vertices to scan still.

    `ends` are the tails and the heads of all edges, among `size` vertices; lengths and `far` fit 62 bits. Vertex 0 has
    the value 0, all others `far` at first, and -1 is no parent. The value of a vertex is never below that of its
    parent's tail and the parent's length, so parents in a circle are a cycle of negative length (Bellman, 1958: of the
    edges of a circle, one at least was relaxed before its tail fell once more).
    """
    import numpy as np

    edges = np.asarray(there, dtype=np.int64)
    tails, heads, lengths = (np.asarray(column, dtype=np.int64)[edges] for column in (*ends, length))
    value, parent = np.full(size, far, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    value[0] = 0
    inner = heads > 0  # the origin stays where it is: an edge that would lower it closes a cycle
    moved = np.ones(size, dtype=np.bool_)
    for _ in range(_ROUNDS):
        rows = np.flatnonzero(moved[tails] & inner)
        reached = value[tails[rows]] + lengths[rows]
        falls = reached < value[heads[rows]]
        rows, reached = rows[falls], reached[falls]
        if not len(rows):
            break
        np.minimum.at(value, heads[rows], reached)
        first = reached == value[heads[rows]]
        parent[heads[rows[first]]] = edges[rows[first]]
        moved[:] = False
        moved[heads[rows]] = True
    left = value[tails] + lengths < value[heads]
    return value.tolist(), parent.tolist(), np.unique(tails[left]).tolist()
