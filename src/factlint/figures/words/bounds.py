"""What the registry lets a measure be, in numbers and in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factlint.figures.measures import measure_of
from factlint.figures.printing import decimal, like
from factlint.figures.words.intervals import between
from factlint.figures.words.naming import name

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.corpus import Corpus
    from factlint.figures.statements import Statement
    from factlint.interval import Interval


def bound(corpus: Corpus, measure: str, interval: Interval) -> str:
    """A domain as bare numbers in the unit that the registry declares: `at least 5`."""
    factor = measure_of(corpus.registry.entry("measures", measure).values).per_unit
    return between(interval, lambda number: decimal(number / factor, grouped=True))


def limits(corpus: Corpus, measure: str, interval: Interval, model: Statement) -> str:
    """What a measure can be: `turnout is at most 100%`, printed like `model` where that is a positive figure of it."""
    plain = model.form in {"level", "mean"} and model.printed.number > 0
    allowed = between(interval, partial(_limit, model)) if plain else bound(corpus, measure, interval)
    return f"{name(corpus, measure)} is {allowed}"


def _limit(model: Statement, number: Fraction) -> str:
    return like(model.printed, number / model.scale) if number else "0"
