"""Groups that have two things at once, where they have one at a time.

Whole columns are swept for the half days on which a group has two things; what lies in one another counts as one, for
at each depth of nesting only things of that depth are compared. Only the groups that have two are looked at by rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.minimal import smallest
from factlint.reasoning.overlap import Intervals, crowds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    from factlint.rules.relations.times import Times

    Column = npt.NDArray[np.int64]
    Span = tuple[int, int]

_MOST_RELATED = 50


class Held(NamedTuple):
    """One statement: its row, the half days on which it holds, and its thing with what that lies in, outermost first.

    `declared` is whether the fact itself says when.
    """

    row: int
    begin: int
    end: int
    line: tuple[str, ...]
    declared: bool


class Double(NamedTuple):
    """Statements that give a group two things at once: the smallest set, its suspects, others that clash with it."""

    pair: tuple[Held, ...]
    suspects: tuple[Held, ...]
    others: tuple[Held, ...]


def doubles(group: Column, lines: Sequence[tuple[str, ...]], held: Times) -> Iterator[Double]:
    """The groups that have two things at once, one item for each run of half days.

    Row i belongs to `group[i]`, a number from 0, and has the thing `lines[i][-1]`, which lies in those before it.
    """
    import numpy as np

    spans = _crowded(group, lines, held)
    if not spans:
        return
    wanted = np.flatnonzero(np.isin(group, list(spans)))
    members: dict[int, list[Held]] = {}
    for row in wanted.tolist():
        statement = Held(row, int(held.begin[row]), int(held.end[row]), lines[row], bool(held.declared[row]))
        members.setdefault(int(group[row]), []).append(statement)
    for number, statements in members.items():
        for run in _runs(statements, spans[number]):
            yield _double(run)


def _crowded(group: Column, lines: Sequence[tuple[str, ...]], held: Times) -> dict[int, list[Span]]:
    """For each group that has two things at once, the stretches of half days, in order and without a common one."""
    import numpy as np
    import pandas as pd

    found: dict[int, list[Span]] = {}
    for depth in range(max(map(len, lines))):
        deep = np.array([len(line) > depth for line in lines], dtype=np.bool_)
        code, things = pd.factorize(np.array([line[depth] for line in lines if len(line) > depth], dtype=object))
        keys, holder = np.unique(group[deep] * len(things) + code, return_inverse=True)
        key = keys // len(things)
        seats = np.ones(int(group.max()) + 1, dtype=np.int64)
        over = crowds(Intervals(holder, held.begin[deep], held.end[deep]), key, seats, -seats)
        for number, begin, end, _ in zip(*(column.tolist() for column in over), strict=True):
            found.setdefault(number, []).append((begin, end))
    return {number: _joined(sorted(stretches)) for number, stretches in sorted(found.items())}


def _joined(stretches: list[Span]) -> list[Span]:
    joined = stretches[:1]
    for begin, end in stretches[1:]:
        if begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _runs(statements: list[Held], spans: list[Span]) -> list[list[Held]]:
    """The statements that touch the stretches, those together which touch one stretch, directly or over others."""
    touched = {each: _touched(each, spans) for each in statements}
    step = [0] * (len(spans) + 1)
    for first, last in touched.values():
        if first <= last:
            step[first] += 1
            step[last] -= 1
    bridged, number = 0, [0]
    for change in step[: len(spans) - 1]:
        bridged += change
        number.append(number[-1] + (bridged == 0))
    runs: dict[int, list[Held]] = {}
    for each, (first, last) in touched.items():
        if first <= last:
            runs.setdefault(number[first], []).append(each)
    return [run for _, run in sorted(runs.items())]


def _touched(each: Held, spans: list[Span]) -> tuple[int, int]:
    first = bisect_left(spans, each.begin, key=lambda span: span[1])
    return first, bisect_right(spans, each.end, key=lambda span: span[0]) - 1


def _double(run: list[Held]) -> Double:
    declared = [each for each in run if each.declared]
    pair = smallest(declared if not single(declared) else run, single)
    suspects = tuple(each for each in pair if single([other for other in run if other is not each]))
    others = [each for each in run if each not in pair and any(not single([each, other]) for other in pair)]
    return Double(pair, suspects, tuple(others[:_MOST_RELATED]))


def single(statements: Sequence[Held]) -> bool:
    """Whether on no half day the statements have two things that do not lie in one another."""
    ordered = sorted(statements, key=lambda each: each.begin)
    deepest = max((len(each.line) for each in ordered), default=0)
    return all(_single_at(depth, ordered) for depth in range(deepest))


def _single_at(depth: int, ordered: list[Held]) -> bool:
    """The sweep: of the statements before, the last end of all and of those with another thing than that one's."""
    thing, last, other = "", -(2**62), -(2**62)
    for each in ordered:
        if len(each.line) <= depth or each.begin > each.end:
            continue
        own = each.line[depth]
        if (other if own == thing else last) >= each.begin:
            return False
        if own == thing:
            last = max(last, each.end)
        elif each.end > last:
            thing, last, other = own, each.end, last
        else:
            other = max(other, each.end)
    return True
