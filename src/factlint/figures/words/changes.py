"""Sentences for changes: against the levels of their two times, against other changes, and from nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.figures.fixed import span
from factlint.figures.printing import subject
from factlint.figures.words import chains
from factlint.figures.words.bounds import limits
from factlint.figures.words.intervals import POSITIVE, between, product, reciprocal, shortened
from factlint.figures.words.naming import item, listed, versus, what, when
from factlint.figures.words.numbers import printer, relative
from factlint.figures.words.single import twice
from factlint.figures.words.sums import spanned
from factlint.interval import Interval

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Cell, Statement

_ONE = Interval.point(1)


def growth(corpus: Corpus, found: Contradiction) -> str | None:
    """What the others make of a change: `exports in 2021 … and in 2020 … give a change of …, but the change … is …`."""
    changes = sorted((each for each in found.statements if each.field == "change"), key=_reach, reverse=True)
    if len(changes) == len(found.statements) and len({(each.now, each.base) for each in changes}) == 1:
        return twice(corpus, found)
    for chosen in changes:
        others = [each for each in found.statements if each is not chosen]
        if words := _against(corpus, found, chosen, others) or _from_nothing(corpus, chosen, others):
            return words
    return _beyond(corpus, found, changes[0]) if len(changes) == 1 else None


def _reach(change: Statement) -> int:
    """How far a change reaches: of several in a row the one that spans them comes last in the sentence."""
    return abs(change.now.time[0] - change.base.time[0]) if change.base else 0


def _against(corpus: Corpus, found: Contradiction, chosen: Statement, others: list[Statement]) -> str | None:
    """A change that is another than the one that the other statements leave."""
    said = chosen.numbers("rounded")
    if chosen.form == "ratio":
        implied = chains.ratio(chosen, others) or _of_difference(chosen, others)
        short = implied and shortened(relative(chosen, implied), chosen.printed, relative(chosen, said))
    else:
        short = implied = chains.difference(chosen, others)
    if implied is None or short is None or implied.meets(said):
        return None
    given = f"{_listed(corpus, found, chosen, others)} {'gives' if len(others) == 1 else 'give'} a change of"
    return f"{given} {between(short, printer(chosen, others))}, but {what(corpus, chosen)} is given as {chosen.text}"


def _listed(corpus: Corpus, found: Contradiction, chosen: Statement, others: list[Statement]) -> str:
    """The other statements: `exports in 2021 $20.0 million and in 2020 $10.0 million` where they are the two levels."""
    level = {each.now: each for each in others if each.form == "level"}
    if len(level) == len(others) and level.keys() == {chosen.now, chosen.base}:
        now, base = level[chosen.now], next(each for cell, each in level.items() if cell == chosen.base)
        return f"{item(corpus, found, now)} and {when(corpus, base.fact)} {base.text}"
    return listed(item(corpus, found, each) for each in others)


def _of_difference(chosen: Statement, others: list[Statement]) -> Interval | None:
    """The growth that an absolute change makes of one of its two levels: 1 + d / base, or 1 / (1 - d / now)."""
    form = {each.form: each for each in others}
    if len(others) > len(form) or form.keys() != {"level", "difference"}:
        return None
    level, change = form["level"], form["difference"]
    amount = level.numbers("rounded")
    if (change.now, change.base) != (chosen.now, chosen.base) or amount.meets(Interval(None, Fraction(0))):
        return None
    part = product(change.numbers("rounded"), reciprocal(amount))
    if level.now == chosen.base:
        return _ONE + part
    left = (_ONE + part.times(-1)) & POSITIVE
    return None if level.now != chosen.now or left.is_empty else reciprocal(left)


def _from_nothing(corpus: Corpus, chosen: Statement, others: list[Statement]) -> str | None:
    """Growth from zero, of which no percentage can be."""
    if chosen.form != "ratio" or len(others) != 1 or others[0].form != "level" or others[0].now != chosen.base:
        return None
    (base,) = others
    if base.numbers("rounded").meets(POSITIVE):
        return None
    given = f"{subject(corpus, base.fact)} is {base.text}, which nothing can grow from"
    return f"{given}, but {what(corpus, chosen)} is {chosen.text}"


def _beyond(corpus: Corpus, found: Contradiction, change: Statement) -> str | None:
    """A level and a change that leave for the other time what the measure cannot be."""
    others = [each for each in found.statements if each is not change]
    if len(others) != 1 or others[0].form != "level" or change.base is None:
        return None
    (level,) = others
    left = _left(level, change, change.base)
    allowed = span(found.measures, level.now.measure, level.unit)
    if left is None or left.meets(allowed):
        return None
    time = f"in {versus(corpus, change.fact)}" if level.now == change.now else when(corpus, change.fact)
    given = f"{subject(corpus, level.fact)} {level.text} and a change of {change.text}"
    return f"{given} give {spanned(left, level)} {time}, but {limits(corpus, level.now.measure, allowed, level)}"


def _left(level: Statement, change: Statement, base: Cell) -> Interval | None:
    """What a level and a change leave for the other one of the two times."""
    amount, by = level.numbers("rounded"), change.numbers("rounded")
    if level.now not in {change.now, base}:
        return None
    if change.form == "difference":
        return amount + by.times(1 if level.now == base else -1)
    if level.now == base:
        return product(amount, by)
    by &= POSITIVE
    return None if by.is_empty else product(amount, reciprocal(by))
