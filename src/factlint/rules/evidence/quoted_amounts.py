"""Does a figure stand in a quote, in digits or words, on whatever scale and in whatever unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading import quantity
from factlint.reading.name import tokens

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.reading.quantity import Change, Quantity
    from factlint.rules.evidence.quoted import Quoted

_TIMES = "times"
_PERCENT = "percent"
_HUNDRED = 100
_SCALES = (10**2, 10**3, 10**5, 10**6, 10**7, 10**9, 10**12)
_ONE = frozenset({"one", "single", "sole"})
_TWO = frozenset({"both", "pair"})


def amount_stands(quote: Quoted, cell: Quantity | Change) -> bool:
    """Whether each printed number of the figure stands in the quote: `13.2 mln` for 13,200,000, `half` for 50 %.

    Hedges, signs and units do not count; `a week` and `week-long` are one week.
    """
    figure = cell if isinstance(cell, quantity.Quantity) else cell.quantity
    # Digits alone may be a day of the month.
    if not figure.text.isdigit() and quote.has(figure.text):
        return True
    said = {end for each in quote.figures for end in _ends(each)}
    upper = figure.number if figure.upper is None else figure.upper
    return (
        (abs(upper) in said and (figure.upper is None or _lower_end_stands(abs(figure.number), said)))
        or any(_says_otherwise(each, figure) for each in quote.figures)
        or _in_a_word(quote, figure)
    )


def other_amount(quote: Quoted, cell: Quantity | Change) -> str:
    """What the quote prints as its figure, where it prints one only (of that unit, if any has it); else nothing."""
    figure = cell if isinstance(cell, quantity.Quantity) else cell.quantity
    alike = [each for each in quote.amounts if each.unit == figure.unit] or quote.amounts
    said = {each.text for each in alike}
    return said.pop() if len(said) == 1 else ""


def _ends(figure: Quantity) -> set[Fraction]:
    """The printed number, or the two of a range, in the canonical unit and without a sign."""
    return {abs(end) for end in (figure.number, figure.upper) if end is not None}


def _lower_end_stands(lower: Fraction, said: set[Fraction]) -> bool:
    """Whether a range's first number stands there, maybe without the scale that `from 10 to 12 million` prints once."""
    return lower in said or any(lower / scale in said for scale in _SCALES)


def _says_otherwise(said: Quantity, figure: Quantity) -> bool:
    """Whether a percentage stands there as a part (`a third`) or a multiple (`doubled`), or a multiple in percent."""
    if figure.unit == _PERCENT and said.unit is None and said.number.denominator > 1:
        return figure.number == said.number * _HUNDRED
    if figure.unit == _PERCENT and said.unit == _TIMES:
        return figure.number == (said.number - 1) * _HUNDRED
    if figure.unit == _TIMES and said.unit == _PERCENT:
        return abs(figure.number - 1) * _HUNDRED == abs(said.number)
    return False


def _in_a_word(quote: Quoted, figure: Quantity) -> bool:
    """Whether a number below three stands there without a numeral: `both`, `a single`, `week-long`."""
    if figure.upper is not None or figure.number not in (1, 2):
        return False
    words = {*_ONE, figure.unit} if figure.number == 1 else _TWO
    return not words.isdisjoint(tokens(quote.text))
