"""All contradictions on the timeline of a corpus, found once for all rules that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.timeline import conflicts as conflicts_of
from factlint.reasoning.timeline import connected, suspicious
from factlint.timeline.build import columns
from factlint.timeline.columns import Kind
from factlint.timeline.explain import Explainer
from factlint.timeline.told import near, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from factlint.corpus import Corpus
    from factlint.reasoning.timeline_component import Conflict
    from factlint.timeline.columns import Columns
    from factlint.timeline.explain import Contradiction
    from factlint.timeline.told import Told

    Column = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]


class Judged(NamedTuple):
    """The contradictions of a corpus, and the facts of each component that was too large to decide."""

    contradictions: tuple[Contradiction, ...]
    undecided: tuple[tuple[str, ...], ...]


def judged(corpus: Corpus) -> Judged:
    """One contradiction for each fact at the least that has to be wrong, in every component of events."""
    if corpus.standing("events").empty:
        return Judged((), ())
    all_told = near(told(corpus))
    if all_told.facts.empty:
        return Judged((), ())
    some, known = _suspicious(all_told)
    passes = _Passes(known, len(some.facts))
    explain = Explainer(corpus, some, known)
    found = [explain(rows, conflict) for rows, conflict in passes.conflicts()]
    facts = some.facts["fact"].tolist()
    return Judged(tuple(found), tuple(tuple(facts[each] for each in owners) for owners in passes.undecided))


def _suspicious(every: Told) -> tuple[Told, Columns]:
    """What is told in the components that may be impossible and have a fact, and its constraints."""
    import numpy as np

    known = columns(every)
    facts, entries = len(every.facts), len(every.registry)
    sources = np.zeros(facts + entries + len(known.names), dtype=np.bool_)
    chosen = known.source[_may_be_wrong(known, every.facts["name"].nunique())]
    sources[chosen[chosen >= 0]] = True
    some = every.some(sources[:facts], sources[facts : facts + entries])
    return some, columns(some)


def _may_be_wrong(known: Columns, told: int) -> Mask:
    """The constraints of components that do not certainly hold, whether by days or by order alone.

    Only components with one of the first `told` events count, those that facts are about: so each part of a corpus
    says of the registry what only that part has to say.
    """
    wrong = suspicious(known.days(), known.size)
    moments, order = known.moments()
    wrong[order] |= suspicious(moments, known.size)
    if not wrong.any():
        return wrong
    label = connected(known.days(), known.size).row
    return _labelled(label, wrong) & _labelled(label, known.event < told)


def _labelled(label: Column, chosen: Mask) -> Mask:
    """The rows that have the label of one that is chosen."""
    import numpy as np

    hit = np.zeros(int(label.max(initial=-1)) + 1, dtype=np.bool_)
    hit[label[chosen]] = True
    return hit[label]


class _Passes:
    """The conflicts of some constraints, those first that rest on the least.

    First the registry is asked alone, then the facts beside it, at last with every event that nobody says to last taken
    to be of one day. Whoever is to blame for a conflict is left out of all that follows; from the second pass on the
    registry is fixed.
    """

    def __init__(self, known: Columns, facts: int) -> None:
        self._known = known
        self._facts = facts
        self._gone: list[int] = []
        self.undecided: list[tuple[int, ...]] = []

    def conflicts(self) -> Iterator[tuple[Column, Conflict]]:
        """Each conflict with the rows of `known` that the constraints of its cycle are."""
        import numpy as np

        source, kind = self._known.source, self._known.kind
        by_fact, assumed = self._known.by_fact(self._facts), kind == Kind.ONE_DAY
        fixed = np.where(by_fact | assumed, source, -1)
        yield from self._found(~by_fact, source)
        yield from self._found(~assumed, fixed)
        yield from self._found(np.ones(len(kind), dtype=np.bool_), fixed)

    def _found(self, chosen: Mask, owner: Column) -> Iterator[tuple[Column, Conflict]]:
        import numpy as np

        rows = np.flatnonzero(chosen & ~np.isin(self._known.source, self._gone))
        constraints, origin = self._known.some(rows).together(owner[rows])
        result = conflicts_of(constraints, 2 * self._known.size)
        for conflict in result.found:
            self._gone += conflict.removed
            if conflict.owners:
                yield rows[origin[list(conflict.cycle)]], conflict
        self.undecided += [facts for each in result.undecided if (facts := self._stating(each))]

    def _stating(self, owners: tuple[int, ...]) -> tuple[int, ...]:
        """The facts among owners."""
        return tuple(each for each in owners if each < self._facts)
