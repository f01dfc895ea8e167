"""Exact numbers in the words of a message, printed in the manner of a figure that the reports print."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from factlint.corpus.describe import written
from factlint.reading.quantity import Hedge, Quantity
from factlint.reading.quantity.numerals import QuantityError, read_digits

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.corpus import Corpus
    from factlint.interval import Interval

_NUMERAL = re.compile(r"[0-9]+(?:[.,'’][0-9]+)*")
_EXACT = Context(prec=100)
_PLACES = 9


def like(model: Quantity, number: Fraction) -> str:
    """A number printed as `model` prints its own, in its unit: 14100000 like `$13.2 million` is `$14.1 million`.

    Where that has no single numeral, or a hedge, the number is printed in full with its canonical unit.
    """
    scale = numeral_scale(model)
    if scale is None or (model.number < 0 and number >= 0):
        return " ".join(filter(None, (decimal(number, grouped=True), model.unit)))
    grouped = any(mark in model.text for mark in ",'’")
    printed = _NUMERAL.sub(decimal(abs(number) / scale, grouped=grouped), model.text.strip())
    return f"-{printed}" if number < 0 < model.number else printed


def span(interval: Interval, model: Quantity) -> str:
    """An interval in words, its ends printed like `model`: `between $14.1 million and $14.3 million`."""
    low = None if interval.low is None else like(model, interval.low)
    high = None if interval.high is None else like(model, interval.high)
    if low is None and high is None:
        return "any amount"
    if low is None:
        return f"{'less than' if interval.high_open else 'at most'} {high}"
    if high is None:
        return f"{'more than' if interval.low_open else 'at least'} {low}"
    return low if interval.low == interval.high else f"between {low} and {high}"


def numeral_scale(model: Quantity) -> Fraction | None:
    """What the one numeral of a plain figure is multiplied by; None where there is no such numeral."""
    numerals = _NUMERAL.findall(model.text)
    if len(numerals) != 1 or model.hedge is not Hedge.NONE or not model.number:
        return None
    try:
        mantissa = read_digits(numerals[0]).mantissa
    except QuantityError:
        return None
    return abs(model.number) / mantissa if mantissa else None


def subject(corpus: Corpus, ref: str) -> str:
    """The quantity that a figure speaks of: `trade turnover of Azerbaijan with Pakistan in 2020 (sector: oil)`."""
    values = corpus.records[ref].values
    measure = corpus.registry.name("measures", str(values["figure"]))
    scope = f" ({values['scope']})" if values.get("scope") else ""
    return f"{' '.join([measure, *_partners(corpus, ref), *_times(corpus, ref)])}{scope}"


def place(corpus: Corpus, ref: str) -> str:
    """Whose figure it is, and of what: `of Azerbaijan with Pakistan (sector: oil)`."""
    scope = corpus.records[ref].values.get("scope")
    return " ".join([*_partners(corpus, ref), *([f"({scope})"] if scope else [])])


def quantity(corpus: Corpus, ref: str) -> str:
    """The measure and the time of a figure: `trade turnover in 2020`."""
    measure = corpus.registry.name("measures", str(corpus.records[ref].values["figure"]))
    return " ".join([measure, *_times(corpus, ref)])


def _partners(corpus: Corpus, ref: str) -> list[str]:
    values = corpus.records[ref].values
    return [f"{key} {corpus.registry.called(str(values[key]))}" for key in ("of", "with") if key in values]


def _times(corpus: Corpus, ref: str) -> list[str]:
    record = corpus.records[ref]
    words = (("period", "in"), ("asof", "as of"))
    return [f"{word} {written(record, key)}" for key, word in words if key in record.values]


def decimal(number: Fraction, *, grouped: bool = False) -> str:
    """A number in decimals, exact up to nine of them."""
    rounded = round(number, _PLACES)
    exact = _EXACT.divide(Decimal(rounded.numerator), Decimal(rounded.denominator))
    printed = f"{exact:,f}" if grouped else f"{exact:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed
