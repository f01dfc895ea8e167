"""A sum that does not add up, as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.quantity import Hedge
from factlint.rules.figures.printing import decimal, span, subject

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.corpus import Corpus
    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity
    from factlint.rules.figures.sums import Sum


def sentence(corpus: Corpus, whole: Sum, facts: tuple[str, ...]) -> str:
    """What the terms give and what the total is: `exports $1.6 million and imports $12.6 million give …, but …`."""
    of_measure = {whole.stated[fact].measure: fact for fact in facts}
    factors = dict(whole.identity.factors)
    own = factors.pop(whole.total)
    terms = [(-factor / own, _term(corpus, whole, of_measure, measure)) for measure, factor in factors.items()]
    total = whole.stated[of_measure[whole.total]].said
    given = span(whole.implied(facts), _model([total, *(whole.stated[fact].said for fact in facts)]))
    verb = "gives" if len(terms) == 1 else "give"
    return f"{_added(terms)} {verb} {given}, but the {subject(corpus, of_measure[whole.total])} is {total.text.strip()}"


def _added(terms: list[tuple[Fraction, str]]) -> str:
    """The terms as they are added up: `a, b and c`, `a less b`, `2 × a`; those that are added come first."""
    plus = [_times(factor, words) for factor, words in terms if factor > 0]
    less = [_times(-factor, words) for factor, words in terms if factor < 0]
    return " less ".join([_listed(plus) or "zero", *less])


def _times(factor: Fraction, words: str) -> str:
    return words if factor == 1 else f"{decimal(factor)} × {words}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _term(corpus: Corpus, whole: Sum, of_measure: dict[str, str], measure: str) -> str:
    """A term with its value, or with its bound where that is all it takes."""
    name = corpus.registry.name("measures", measure)
    if measure in of_measure:
        return f"{name} {whole.stated[of_measure[measure]].said.text.strip()}"
    return f"{name} ({_bound(whole.bounds[measure])})"


def _bound(interval: Interval) -> str:
    return "any amount" if interval.low is None else f"at least {decimal(interval.low, grouped=True)}"


def _model(figures: list[Quantity]) -> Quantity:
    """The figure in whose manner the sum is printed: the first without a hedge."""
    return next((each for each in figures if each.hedge is Hedge.NONE), figures[0])
