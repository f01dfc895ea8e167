"""Which places lie in which: the graph that `in` draws in the registry, where a place may have several parents."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Places:
    """The parents of each place; a circle of places lies in itself and is never followed twice."""

    parents: Mapping[str, tuple[str, ...]]
    containers: frozenset[str]
    around: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus) -> Places:
        """The places of the registry."""
        table = corpus.table("registry/places")
        parents = {str(entry): tuple(map(str, above)) for entry, above in zip(table["entry"], table["in"], strict=True)}
        return cls(parents, frozenset(parent for above in parents.values() for parent in above))

    def wholes(self, place: str) -> frozenset[str]:
        """All that a place lies in, at however many removes, and the place itself."""
        if place not in self.around:
            found = {place}
            waiting = deque(found)
            while waiting:
                new = [each for each in self.parents.get(waiting.popleft(), ()) if each not in found]
                found.update(new)
                waiting.extend(new)
            self.around[place] = frozenset(found)
        return self.around[place]

    def apart(self, one: str, other: str) -> bool:
        """Whether neither place lies in the other."""
        return other not in self.wholes(one) and one not in self.wholes(other)

    def nested(self, places: Iterable[str]) -> bool:
        """Whether of any two of the places one lies in the other.

        Sorted by how much each lies in, it is enough to look at neighbours.
        """
        inward = sorted(set(places), key=lambda place: (len(self.wholes(place)), place))
        return not any(self.apart(*pair) for pair in pairwise(inward))

    def tops(self, place: str) -> frozenset[str]:
        """The countries, or what else is outermost, that a place lies in or is.

        A place that lies in nothing is one where another lies in it; of any other it is not known whether it is a
        country, or a town of which nobody has written down the country.
        """
        return frozenset(each for each in self.wholes(place) & self.containers if not self.parents.get(each))
