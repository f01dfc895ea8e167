"""Sentences for a share with its part and whole, and for a mean with its total and count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factlint.figures.printing import like, subject
from factlint.figures.words import chains
from factlint.figures.words.intervals import between, shortened
from factlint.figures.words.naming import item, listed, name, what

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Form, Statement


def share(corpus: Corpus, found: Contradiction) -> str | None:
    """A share that is another than part / whole: `exports … and turnover … give a share of …, but the … is 50%`."""
    for chosen in _of_form(found, "share"):
        if implied := _implied(corpus, found, chosen):
            given, numbers = implied
            return f"{given} a share of {numbers}, but {what(corpus, chosen)} is {chosen.text}"
    return None


def mean(corpus: Corpus, found: Contradiction) -> str | None:
    """A mean that is another than total / count: `value … and volume … give a mean price of …, but the … is …`."""
    for chosen in _of_form(found, "mean"):
        if implied := _implied(corpus, found, chosen):
            given, numbers = implied
            measure = name(corpus, str(corpus.records[chosen.fact].values["figure"]))
            return f"{given} a mean {measure} of {numbers}, but the {subject(corpus, chosen.fact)} is {chosen.text}"
    return None


def _of_form(found: Contradiction, form: Form) -> list[Statement]:
    """The statements of a form, the last fact first."""
    return [each for each in reversed(found.statements) if each.form == form]


def _implied(corpus: Corpus, found: Contradiction, chosen: Statement) -> tuple[str, str] | None:
    """The other statements as the subject of a sentence, and what they leave for the chosen one, printed like it."""
    others = [each for each in found.statements if each is not chosen]
    implied, said = chains.ratio(chosen, others), chosen.numbers("rounded")
    if not others or implied is None or implied.meets(said):
        return None
    printed = chosen.printed
    short = shortened(implied.times(1 / chosen.scale), printed, said.times(1 / chosen.scale))
    verb = "gives" if len(others) == 1 else "give"
    return f"{listed(item(corpus, found, each) for each in others)} {verb}", between(short, partial(like, printed))
