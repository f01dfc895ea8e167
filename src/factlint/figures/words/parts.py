"""Sentences for parts and their whole: a part above it, and shares that are not all of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.figures.printing import decimal, quantity, subject
from factlint.figures.words.intervals import between
from factlint.figures.words.naming import name, named, what, whole_subject
from factlint.figures.words.sums import added, weights
from factlint.interval import Interval
from factlint.reasoning.linear import combination

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Statement

_WHOLE = Interval.point(1)


def part(corpus: Corpus, found: Contradiction) -> str | None:
    """A part above its whole: `oil exports of Baku in 2020 is $15 billion, but exports, of which it is a part, is …`.

    Or a share of such a whole that is more than all of it.
    """
    match found.statements:
        case (only,):
            return _share_of_whole(corpus, only, found.parts)
        case (first, second):
            return _pair(corpus, found, first, second) or _pair(corpus, found, second, first)
    return None


def shares(corpus: Corpus, found: Contradiction) -> str | None:
    """What shares of one whole make: `exports 60% and imports 55% make between 114% and 116%, but all parts …`."""
    of = {each.now.measure: each for each in found.statements}
    wholes = {each.base.measure for each in found.statements if each.form == "share" and each.base}
    if len(of) < len(found.statements):
        return None
    for identity in found.identities:
        factors = weights(identity)
        made = combination((factor, _part(found, of, each)) for each, factor in factors.items())
        if wholes == {identity.factors[0][0]} and of.keys() <= factors.keys() and not made.meets(_WHOLE):
            terms = [(factor, named(corpus, of[each])) for each, factor in factors.items() if each in of]
            verb = "makes" if len(terms) == 1 else "make"
            all_parts = f"all parts of {whole_subject(corpus, found.facts[0])} make 100%"
            return f"{added(terms)} {verb} {between(made.times(100), _percent)}, but {all_parts}"
    if len(found.statements) == 1:
        pairs = {(term, each.factors[0][0]) for each in found.identities for term in weights(each)}
        return _share_of_whole(corpus, found.statements[0], pairs)
    return None


def _pair(corpus: Corpus, found: Contradiction, each: Statement, other: Statement) -> str | None:
    declared = (each.now.measure, other.now.measure) in found.parts
    if not (declared and each.form == other.form == "level" and _above(each, other)):
        return None
    is_said = f"{subject(corpus, each.fact)} is {each.text}"
    return f"{is_said}, but {quantity(corpus, other.fact)}, of which it is a part, is {other.text}"


def _share_of_whole(corpus: Corpus, share: Statement, pairs: Collection[tuple[str, str]]) -> str | None:
    """A share of more than all of a whole, or of less than all of one of its own parts; `pairs` of part and whole."""
    if share.base is None:
        return None
    own, of = share.now.measure, share.base.measure
    for part_of_it, whole in ((own, of), (of, own)):
        if (part_of_it, whole) in pairs:
            is_part = f"{name(corpus, part_of_it)} is a part of {name(corpus, whole)}"
            return f"{what(corpus, share)} is {share.text}, but {is_part}"
    return None


def _above(each: Statement, other: Statement) -> bool:
    """Whether all numbers of a statement are above all of another."""
    below = each.numbers("rounded") + other.numbers("rounded").times(-1)
    return not below.meets(Interval(None, Fraction(0)))


def _part(found: Contradiction, of: Mapping[str, Statement], measure: str) -> Interval:
    """The share of a part; of one that is not stated it is known only whether it can be negative."""
    if measure in of:
        return of[measure].numbers("rounded")
    return Interval(Fraction(0) if found.measures.known[measure].never_negative else None, None)


def _percent(number: Fraction) -> str:
    return f"{decimal(number)}%"
