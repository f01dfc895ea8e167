"""Does a figure stand in a quote, in digits or words, on whatever scale and in whatever unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading import quantity
from factlint.reading.name import tokens
from factlint.reading.number_words import numeral_at
from factlint.reading.numerals import QuantityError
from factlint.reading.tokens import tokenise

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.reading.quantity import Change, Quantity
    from factlint.rules.evidence.quoted import Quoted

_TIMES = "times"
_PERCENT = "percent"
_HUNDRED = 100


def amount_stands(quote: Quoted, cell: Quantity | Change) -> bool:
    """Whether each printed number of the figure stands in the quote: `13.2 mln` for 13,200,000, `half` for 50 %.

    Hedges, signs and units do not count; `a week` and `week-long` are one week.
    """
    figure = cell if isinstance(cell, quantity.Quantity) else cell.quantity
    if quote.has(figure.text):
        return True
    printed = set(_numerals(figure.text)) or _ends(figure)
    said = {number for piece in quote.pieces for number in _numerals(piece)}
    return (
        printed <= said
        or _ends(figure) <= {end for each in quote.figures for end in _ends(each)}
        or any(_says_otherwise(each, figure) for each in quote.figures)
        or _is_one_of_unit(quote, figure)
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


def _numerals(text: str) -> list[Fraction]:
    """Every number of a text with its scale, whatever stands around it."""
    phrase = tokenise(text, strict=False)
    numbers = []
    index = 0
    while index < len(phrase.tokens):
        try:
            found = numeral_at(phrase, index)
        except QuantityError:
            found = None
        if found is None:
            index += 1
        else:
            numbers.append(found[0].value)
            index = found[1]
    return numbers


def _says_otherwise(said: Quantity, figure: Quantity) -> bool:
    """Whether a percentage is printed as a part (`a third`) or as a multiple (`doubled`), or a multiple as a percentage."""
    if figure.unit == _PERCENT and said.unit is None and said.number.denominator > 1:
        return said.number * _HUNDRED == abs(figure.number)
    if figure.unit == _PERCENT and said.unit == _TIMES:
        return 1 + figure.number / _HUNDRED == said.number
    if figure.unit == _TIMES and said.unit == _PERCENT:
        return abs(figure.number - 1) * _HUNDRED == abs(said.number)
    return False


def _is_one_of_unit(quote: Quoted, figure: Quantity) -> bool:
    return figure.number == 1 and figure.upper is None and figure.unit in tokens(quote.text)
