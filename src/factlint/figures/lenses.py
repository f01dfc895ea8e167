"""Where to look first for a small and familiar contradiction around one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.figures.measures import Measures
    from factlint.figures.statements import Cell, Statement


def lenses(culprit: Statement, pool: Sequence[Statement], measures: Measures) -> Iterator[list[Statement]]:
    """Selections of `pool` around a culprit in it, the most specific first; each one is what a rule of its own judges.

    The statement alone; all of one cell; the sums, periods, wholes, changes, shares and means that it takes part in.
    """
    yield [culprit]
    yield [each for each in pool if (each.form, each.now, each.base) == (culprit.form, culprit.now, culprit.base)]
    if culprit.form == "level":
        levels = [each for each in pool if each.form == "level"]
        yield from _sums(culprit, levels, measures)
        yield [each for each in levels if _series(each.now) == _series(culprit.now)]
        yield from _parts(culprit, levels, measures)
    tied = [each for each in pool if each.base is not None and culprit.now in each.cells]
    for each in [culprit] if culprit.base is not None else tied:
        yield _pair(each, pool)
    for base in {each.base: None for each in tied if each.form == "share"}:
        yield [each for each in pool if each.form == "share" and each.base == base]
    yield from _growth(culprit, pool)


def _sums(culprit: Statement, levels: Sequence[Statement], measures: Measures) -> Iterator[list[Statement]]:
    of, partner = culprit.now.of, culprit.now.partner
    turning = measures.known[culprit.now.measure].symmetric
    for identity in measures.identities:
        names = {name for name, _ in identity.factors}
        near = [each for each in levels if each.now.measure in names and _where(each.now) == _where(culprit.now)]
        for ends in dict.fromkeys([(of, partner), *([(partner, of)] if turning else [])]):
            if culprit.now.measure in names:
                yield [each for each in near if each.now[1:3] == ends or measures.known[each.now.measure].symmetric]


def _parts(culprit: Statement, levels: Sequence[Statement], measures: Measures) -> Iterator[list[Statement]]:
    for pair in measures.parts:
        if culprit.now.measure in pair:
            yield [each for each in levels if each.now.measure in pair and _where(each.now) == _where(culprit.now)]


def _pair(tie: Statement, pool: Sequence[Statement]) -> list[Statement]:
    """What compares the same two cells, and the levels of these."""
    cells = (tie.now, tie.base)
    return [
        each
        for each in pool
        if (each.now, each.base) == cells or (each.form in {"level", "mean"} and each.now in cells and not each.base)
    ]


def _growth(culprit: Statement, pool: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Levels and changes of one measure, of whatever times."""
    series = _series(culprit.now)
    if culprit.form in {"level", "ratio", "difference"}:
        yield [each for each in pool if each.form in {"level", "ratio", "difference"} and _series(each.now) == series]


def _where(cell: Cell) -> tuple[object, ...]:
    """The place and time of a cell, whichever way round its ends are."""
    return frozenset((cell.of, cell.partner)), cell.scope, cell.time


def _series(cell: Cell) -> tuple[str, ...]:
    return cell[:4]
