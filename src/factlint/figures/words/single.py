"""Sentences for one quantity or one fact: two numbers for one, and a number that its measure cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.fixed import span
from factlint.figures.words.bounds import limits
from factlint.figures.words.naming import what
from factlint.figures.words.sums import total

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction


def twice(corpus: Corpus, found: Contradiction) -> str | None:
    """One quantity with two numbers: `exports of Baku in 2020 cannot be both $13.2 million and $14 million`."""
    match found.statements:
        case (first, second) if found.reading == "rounded":
            return f"{what(corpus, second)} is given as {first.text} and as {second.text}"
        case (first, second):
            return f"{what(corpus, second)} cannot be both {first.text} and {second.text}"
    return None


def outside(corpus: Corpus, found: Contradiction) -> str | None:
    """One number outside its measure's bounds: `turnout of Baku in 2020 is 104%, but turnout is at most 100%`."""
    if len(found.statements) != 1 or found.identities:
        return total(corpus, found)
    (only,) = found.statements
    if only.now == only.base:
        own = "a whole is 100% of itself" if only.form == "share" else "nothing changes against itself"
        return f"{what(corpus, only)} is {only.text}, but {own}"
    for cell in filter(None, (only.own, only.now)):
        allowed = span(found.measures, cell.measure, only.unit)
        reach = allowed + allowed.times(-1) if only.form == "difference" else allowed
        if not reach.meets(only.numbers("rounded")):
            return f"{what(corpus, only)} is {only.text}, but {limits(corpus, cell.measure, allowed, only)}"
    return None
