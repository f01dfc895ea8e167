"""The hint for a contradiction: slips of the first kind that repairs it, where they tell something."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from factlint.figures.slips.judge import Judge, OutOfQuestionsError
from factlint.figures.slips.kinds import KINDS
from factlint.figures.slips.numbers import ANYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.figures.slips.context import Context, Repairs, Slip
    from factlint.figures.slips.kinds import Kind
    from factlint.figures.statements import Statement

_MOST_REPAIRS = 3
_TELLING_DIGITS = 3


def hint(suspects: Sequence[Statement], repairs: Repairs, context: Context) -> str | None:
    """The slips that repair a component of figures, each by itself, all of the first kind of which one does.

    None where nothing so simple does, and where so much does that it tells nothing: more than one repair of one figure,
    or of more than three figures; or a number twice as large or half as large would repair it as well.

    Args:
        suspects: the statements without which alone the rest is possible, in the order of their facts.
        repairs: judges what may stand in their places; asked for at most `judge.MOST_QUESTIONS` exact answers.
        context: the component, its smallest set, and how messages call things.
    """
    judge = Judge(repairs)
    try:
        for kind in KINDS:
            chosen = context.members if kind.of == "pair" else suspects
            found = list(islice(_repaired(kind, chosen, judge, context), _MOST_REPAIRS + 1))
            if found:
                return _say(kind, found, context)
    except OutOfQuestionsError:
        return None
    return None


def _repaired(
    kind: Kind, statements: Sequence[Statement], judge: Judge, context: Context
) -> Iterator[tuple[Statement, list[Slip]]]:
    """Each statement that slips of a kind repair, with at most two of these."""
    for statement in statements:
        span = judge.span(statement) if kind.of == "number" else ANYWHERE
        slips = _likely(kind, list(kind.slips(statement, context, span)), judge, context)
        fitting = list(islice(filter(judge.repairs, slips), 2))
        if fitting and judge.is_telling(fitting[0]):
            yield statement, fitting


def _likely(kind: Kind, slips: list[Slip], judge: Judge, context: Context) -> list[Slip]:
    """The slips that are worth an exact question; a place of which next to nothing is known confirms no number."""
    if kind.of == "number":
        return [(each,) for each in judge.narrowed([slip[0] for slip in slips])]
    if kind.of == "place":
        return [slip for slip in slips if judge.is_bounded(slip[0]) and not _is_told(slip[0], context)]
    return slips


def _is_told(moved: Statement, context: Context) -> bool:
    """Whether somebody else says just that, in so few digits that it may be chance: then a move only clears the way."""
    digits = "".join(filter(str.isdigit, moved.text)).strip("0")
    return len(digits) < _TELLING_DIGITS and any(
        (each.form, each.now, each.base, each.said) == (moved.form, moved.now, moved.base, moved.said)
        for each in context.statements
        if each.fact != moved.fact
    )


def _say(kind: Kind, found: Sequence[tuple[Statement, list[Slip]]], context: Context) -> str | None:
    if len(found) > _MOST_REPAIRS or any(len(slips) > 1 for _, slips in found):
        return None
    reads = dict.fromkeys(kind.reads(statement, slips[0], context.words) for statement, slips in found)
    (said, meant), *others = reads
    words = [f"{said} reads as {meant}", *(f"{each} as {other}" for each, other in others)]
    return f"{' or '.join(filter(None, (', '.join(words[:-1]), words[-1])))} if {kind.why}"
