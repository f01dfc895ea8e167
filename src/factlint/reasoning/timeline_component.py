"""One component of difference constraints: its independent conflicts, each with a smallest set of owners."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.cycles import Edges, Graph
from factlint.reasoning.effort import Effort
from factlint.reasoning.minimal import smallest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LEAST_EFFORT = 5_000_000
_EFFORT = 20
_MOST = 200  # owners: of a longer cycle nobody wants to know who alone is to blame, and each would be tried


class Conflict(NamedTuple):
    """Owners whose constraints cannot all hold, while without any one of them the others can.

    `cycle` are the constraints of a cycle of negative length, in order, those of fixed knowledge among them; it
    begins at the origin where it passes it. `owners` are theirs, in the order of the cycle, and none where fixed
    knowledge alone cannot hold. `suspects` are those owners, in rising order, without whom the component can hold,
    other conflicts apart. `removed` have been left out for the conflicts that follow. A cycle of more than 200 owners
    is told as it is found, without a trial of each of them, and without suspects.
    """

    owners: tuple[int, ...]
    cycle: tuple[int, ...]
    suspects: tuple[int, ...]
    removed: tuple[int, ...]

    def renamed(self, names: Sequence[int]) -> Conflict:
        """The same with constraint i called `names[i]`."""
        return self._replace(cycle=tuple(names[each] for each in self.cycle))


class Component:
    """Constraints x[head] - x[tail] <= bound, each with its owner (below 0: fixed), in lists of one length."""

    def __init__(self, tail: Sequence[int], head: Sequence[int], bound: Sequence[int], owner: Sequence[int]) -> None:
        self._owner = owner
        self._edges: dict[int, list[int]] = {}
        for edge, each in enumerate(owner):
            self._edges.setdefault(each, []).append(edge)
        self._effort = Effort(_LEAST_EFFORT + _EFFORT * len(owner))
        self._all = Edges(tail, head, bound)

    def conflicts(self) -> Iterator[Conflict]:
        """One conflict for each independent contradiction.

        First one smallest set after another is put aside until the rest can hold; then, set by set, its members are
        tried beside the rest. What is to blame stays aside: the first suspect, or the whole set where nobody in it is
        alone to blame; the others come back. Where fixed knowledge alone cannot hold, that is the only conflict.
        Raises `factlint.reasoning.effort.Undecided`.
        """
        if (cycle := self._fixed.settle()) is not None:
            yield Conflict((), tuple(cycle), (), ())
            return
        aside = sorted(self._put_aside(), key=lambda cycle: sorted(self._owners(cycle)))
        for cycle in aside:
            owners = self._owners(cycle)
            tried = sorted(owners) if len(owners) <= _MOST else []
            suspects = tuple(each for each in tried if self._holds(set(owners) - {each}))
            removed = suspects[:1] or tuple(sorted(owners))
            self._graph.add(self._of(set(owners) - set(removed)))
            if self._graph.settle() is not None:
                raise ArithmeticError("what could hold beside the rest turned out not to")
            yield Conflict(owners, tuple(cycle), suspects, removed)

    @cached_property
    def _fixed(self) -> Graph:
        """The constraints of fixed knowledge."""
        return Graph(self._all, [edge for edge, owner in enumerate(self._owner) if owner < 0], self._effort)

    @cached_property
    def _graph(self) -> Graph:
        """All constraints that are not put aside."""
        return Graph(self._all, range(len(self._owner)), self._effort)

    def _put_aside(self) -> Iterator[list[int]]:
        """Cycles of smallest sets of owners, which leave the graph one after another until it has no such cycle."""
        while (found := self._graph.settle()) is not None:
            cycle = found if len(self._owners(found)) > _MOST else self._least(found)
            self._graph.drop(self._of(self._owners(cycle)))
            yield cycle

    def _least(self, found: Iterable[int]) -> list[int]:
        """A cycle of a smallest set of the owners of a cycle."""
        least = smallest(sorted(self._owners(found)), lambda owners: self._cycle(owners) is None)
        cycle = self._cycle(least)
        if cycle is None:
            raise ArithmeticError("a smallest contradictory set turned out to be none")
        return cycle

    def _cycle(self, owners: Iterable[int]) -> list[int] | None:
        """A cycle among the constraints of these owners and fixed knowledge."""
        return self._fixed.cycle_with(self._of(owners))

    def _holds(self, owners: Iterable[int]) -> bool:
        """Whether these owners' constraints can hold beside the rest."""
        return self._graph.cycle_with(self._of(owners)) is None

    def _of(self, owners: Iterable[int]) -> list[int]:
        return [edge for owner in sorted(owners) for edge in self._edges[owner]]

    def _owners(self, cycle: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(owner for edge in cycle if (owner := self._owner[edge]) >= 0))
