"""What dates leave open on the timeline: constraints that some of their days keep and others break.

Only what is said of the two ends of a constraint counts: the dates of the events themselves, in facts and in the
registry. An event without a date says nothing, and what certainly cannot be is left to `contradictions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Severity
from factlint.timeline.build import columns
from factlint.timeline.columns import ORDER, Kind
from factlint.timeline.explain import Explainer
from factlint.timeline.lives import End
from factlint.timeline.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from factlint.corpus import Corpus
    from factlint.timeline.columns import Columns
    from factlint.timeline.explain import Contradiction

    Column = npt.NDArray[np.int64]

_FAR = 2**40
_DATED = (Kind.BEGIN, Kind.END, Kind.DAY)
_TYING = (*ORDER, Kind.DURATION, Kind.WHO, Kind.PLACE)


def possible(corpus: Corpus) -> tuple[Contradiction, ...]:
    """A contradiction, as a note, for each order, duration and existence that the days of dates leave open."""
    every = told(corpus)
    if every.facts.empty:
        return ()
    every = every._replace(facts=every.facts.sort_values("fact", ignore_index=True))  # the same words in any order
    known = columns(every)
    explain = Explainer(corpus, every, known)
    found = (explain.cycle(rows, facts, facts) for rows, facts in _open(known, explain, len(every.facts)))
    return tuple(each._replace(severity=Severity.NOTE) for each in found)


class _Ends(NamedTuple):
    """For each variable its first and last day by dates alone, and which constraint says so; -1 where none does."""

    low: Column
    high: Column
    says_low: Column
    says_high: Column


def _open(known: Columns, explain: Explainer, facts: int) -> Iterator[tuple[Column, tuple[int, ...]]]:
    """The constraints of each open matter, as of a cycle, and those of so many facts that state them, by their rows."""
    import numpy as np

    ends = _ends(known)
    tail, head = known.tail, known.head
    bound = _certain(known, explain)
    apart = ends.high[head] - ends.low[tail] > bound
    violated = ends.low[head] - ends.high[tail] > known.bound
    said = ((tail == 0) | (ends.says_high[tail] >= 0)) & ((head == 0) | (ends.says_low[head] >= 0))
    finite = (ends.low[tail] > -_FAR) & (ends.high[head] < _FAR)
    sound = (ends.low <= ends.high)[tail] & (ends.low <= ends.high)[head]
    rows = np.flatnonzero(np.isin(known.kind, _TYING) & apart & ~violated & said & finite & sound)
    _, first = np.unique(np.array([known.source[rows], known.kind[rows], known.item[rows]]), axis=1, return_index=True)
    for row in rows[np.sort(first)]:
        before = [ends.says_high[tail[row]]] if tail[row] else []
        after = [ends.says_low[head[row]]] if head[row] else []
        cycle = np.array([*before, row, *after], dtype=np.int64)
        stating = {int(source) for source in known.source[cycle] if 0 <= source < facts}
        if stating:
            yield cycle, tuple(sorted(stating))


def _ends(known: Columns) -> _Ends:
    import numpy as np

    size, (tail, head, bound) = known.size, known[:3]
    dated = np.isin(known.kind, _DATED)
    low, says_low = _extreme(size, np.flatnonzero(dated & (head == 0)), tail, -bound)
    high, says_high = _extreme(size, np.flatnonzero(dated & (tail == 0)), head, -bound)
    ends = _Ends(low, -high, says_low, says_high)
    ends.low[0] = ends.high[0] = 0
    single = tail[known.kind == Kind.ONE_DAY]  # its first day is its last
    for begin, end in ((single, single + 1), (single + 1, single)):
        later, sooner = ends.low[end] > ends.low[begin], ends.high[end] < ends.high[begin]
        for column in (ends.low, ends.says_low):
            column[begin[later]] = column[end[later]]
        for column in (ends.high, ends.says_high):
            column[begin[sooner]] = column[end[sooner]]
    return ends


def _extreme(size: int, rows: Column, variable: Column, value: Column) -> tuple[Column, Column]:
    """The greatest value of each variable, and the first row that has it."""
    import numpy as np

    greatest, says = np.full(size, -_FAR, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    np.maximum.at(greatest, variable[rows], value[rows])
    most = rows[value[rows] == greatest[variable[rows]]][::-1]
    says[variable[most]] = most
    return greatest, says


def _certain(known: Columns, explain: Explainer) -> Column:
    """The bounds that hold on every day that is left open: whoever died in 2020 may have died on its first day."""
    import numpy as np

    bound = known.bound.copy()
    for row in np.flatnonzero(np.isin(known.kind, (Kind.WHO, Kind.PLACE))):
        end = explain.step(int(row)).said
        if isinstance(end, End):
            bound[row] = end.date.ends.earliest if known.tail[row] == 0 else -end.date.begins.latest
    return bound
