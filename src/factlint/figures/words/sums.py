"""The sentence for a total and its terms at one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.fixed import span
from factlint.figures.printing import decimal, like, numeral_scale, subject
from factlint.figures.words.bounds import bound
from factlint.figures.words.intervals import between
from factlint.figures.words.naming import listed, name, named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Statement
    from factlint.interval import Interval
    from factlint.reasoning.linear import Identity

    Of = Mapping[str, Statement]


def total(corpus: Corpus, found: Contradiction) -> str | None:
    """What the terms give and what the total is: `exports $1.6 million and imports $12.6 million give …, but …`."""
    of = {each.now.measure: each for each in found.statements}
    if len(of) < len(found.statements) or any(each.form != "level" for each in found.statements):
        return None
    fitting = (each for each in found.identities if each.factors[0][0] in of and of.keys() <= dict(each.factors).keys())
    return next(filter(None, (_total(corpus, found, each, of) for each in fitting)), None)


def spanned(interval: Interval, like_this: Statement) -> str:
    """An interval in base units, its ends printed like the figure of a statement."""
    return between(interval, lambda number: like(like_this.printed, number / like_this.scale))


def model(statements: Sequence[Statement]) -> Statement:
    """The statement in whose manner a result is printed: the first with one numeral and no hedge."""
    return next((each for each in statements if numeral_scale(each.printed) is not None), statements[0])


def added(terms: Sequence[tuple[Fraction, str]]) -> str:
    """The terms as they are added up: `a, b and c`, `a less b`, `2 × a`; those that are added come first."""
    plus = [_times(factor, words) for factor, words in terms if factor > 0]
    less = [_times(-factor, words) for factor, words in terms if factor < 0]
    return " less ".join([listed(plus) if plus else "zero", *less])


def weights(identity: Identity) -> dict[str, Fraction]:
    """The terms of an identity, each with its factor in the total, which comes first."""
    (_, own), *terms = identity.factors
    return {term: -factor / own for term, factor in terms}


def _total(corpus: Corpus, found: Contradiction, identity: Identity, of: Of) -> str | None:
    """The sentence for one identity, where it is broken by these statements alone."""
    (whole, _), *others = identity.factors
    unit = found.statements[0].unit
    values = {term: _within(span(found.measures, term, unit), of.get(term)) for term, _ in others}
    stated, implied = of[whole], identity.implied(whole, values)
    if implied.meets(stated.numbers("rounded")):
        return None
    terms = [(factor, _term(corpus, of.get(term), term, values[term])) for term, factor in weights(identity).items()]
    given = spanned(implied, model([stated, *found.statements]))
    verb = "gives" if len(terms) == 1 else "give"
    return f"{added(terms)} {verb} {given}, but the {subject(corpus, stated.fact)} is {stated.text}"


def _within(allowed: Interval, stated: Statement | None) -> Interval:
    """What a term can be: what is stated of it within its bounds, where that leaves something."""
    if stated is None:
        return allowed
    numbers = stated.numbers("rounded")
    return numbers & allowed if numbers.meets(allowed) else numbers


def _term(corpus: Corpus, stated: Statement | None, measure: str, allowed: Interval) -> str:
    """A term with its value, or with its bounds where that is all it takes."""
    return named(corpus, stated) if stated else f"{name(corpus, measure)} ({bound(corpus, measure, allowed)})"


def _times(factor: Fraction, words: str) -> str:
    return words if factor == 1 else f"{decimal(factor)} × {words}"
