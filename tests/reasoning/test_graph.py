from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning.graph import arcs, leaders, shortest_cycle

Edges = list[tuple[int, int]]
SIZE = 7
GRAPHS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=16)


def columns(edges: Edges) -> tuple[np.ndarray, np.ndarray]:
    source, target = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    return source, target


def reached(edges: Edges, size: int) -> np.ndarray:
    """Which node leads to which, by Warshall's closure; every node leads to itself."""
    leads = np.eye(size, dtype=bool)
    for edge in edges:
        leads[edge] = True
    for middle in range(size):
        leads |= leads[:, [middle]] & leads[[middle], :]
    return leads


def cycles(edges: Edges) -> list[tuple[int, ...]]:
    """Every cycle of the least length, its least node first, in order."""
    known = set(edges)
    nodes = {node for edge in edges for node in edge}
    for length in range(1, len(nodes) + 1):
        ways = permutations(sorted(nodes), length)
        if found := [way for way in ways if way[0] == min(way) and known.issuperset(arcs(way))]:
            return found
    return []


@settings(max_examples=200, deadline=None)
@given(GRAPHS)
def test_components_are_what_leads_to_each_other(edges: Edges) -> None:
    leads = reached(edges, SIZE)
    expected = [int(np.flatnonzero(leads[node] & leads[:, node])[0]) for node in range(SIZE)]
    assert leaders(*columns(edges), SIZE).tolist() == expected


@settings(max_examples=150, deadline=None)
@given(GRAPHS.map(lambda edges: [(a % 6, b % 6) for a, b in edges]))
def test_the_shortest_cycle_is_one_of_the_shortest(edges: Edges) -> None:
    expected = cycles(edges)
    found = shortest_cycle(*columns(edges))
    if not expected:
        assert found == ()
    else:
        assert found in expected
        assert found[0] == expected[0][0]


@settings(max_examples=100, deadline=None)
@given(GRAPHS.flatmap(lambda edges: st.tuples(st.just(edges), st.permutations(edges))))
def test_the_order_of_edges_and_their_repetition_change_nothing(graphs: tuple[Edges, Edges]) -> None:
    edges, shuffled = graphs
    again = columns([*shuffled, *shuffled[:3]])
    assert leaders(*columns(edges), SIZE).tolist() == leaders(*again, SIZE).tolist()
    assert shortest_cycle(*columns(edges)) == shortest_cycle(*again)


@settings(max_examples=100, deadline=None)
@given(GRAPHS, st.integers(0, 12))
def test_with_little_effort_it_is_still_a_cycle(edges: Edges, effort: int) -> None:
    found = shortest_cycle(*columns(edges), effort)
    assert set(arcs(found)) <= set(edges)
    assert bool(found) == bool(cycles(edges))


def test_a_long_chain_needs_no_recursion() -> None:
    nodes = np.arange(50_000, dtype=np.int64)
    assert leaders(nodes[:-1], nodes[1:], len(nodes)).tolist() == nodes.tolist()


def test_a_long_circle_is_one_component_and_one_cycle() -> None:
    nodes = np.arange(20_000, dtype=np.int64)
    assert set(leaders(nodes, np.roll(nodes, 1), len(nodes)).tolist()) == {0}
    cycle = shortest_cycle(nodes, np.roll(nodes, 1))
    assert len(cycle) == 20_000
    assert cycle[:2] == (0, 19_999)


def test_a_short_cut_in_a_long_circle_is_found() -> None:
    nodes = np.arange(500, dtype=np.int64)
    source, target = np.append(nodes, 401), np.append(np.roll(nodes, -1), 400)
    assert shortest_cycle(source, target) == (400, 401)


def test_a_loop_is_a_cycle_of_one() -> None:
    assert shortest_cycle(*columns([(3, 4), (4, 3), (5, 5)])) == (5,)
    assert leaders(*columns([(1, 1)]), 2).tolist() == [0, 1]


def test_no_edges() -> None:
    assert leaders(*columns([]), 3).tolist() == [0, 1, 2]
    assert leaders(*columns([]), 0).tolist() == []
    assert shortest_cycle(*columns([])) == ()


@pytest.mark.parametrize("edge", [(0, 3), (-1, 0)])
def test_a_node_outside_is_refused(edge: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="outside the graph"):
        leaders(*columns([edge]), 3)
