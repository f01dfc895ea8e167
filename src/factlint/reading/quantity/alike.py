"""Phrases that differ in their digits only are read once: `$13.2 million` says how `$58.7 million` is to be read.

A phrase with one number in digits is read by its shape, in which every digit is an 8. The reading of a shape is kept
only where it is proportional to the digits, which two more numbers of that shape have to show; all others are read one
by one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.reading.quantity import Change, Quantity, QuantityError

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[..., Quantity | Change]
    Figure = Quantity | Change

_NUMBER = re.compile(r"[1-9](?:[0-9.,]*[0-9])?")
_DIGIT = re.compile(r"\d")
_EIGHTS = str.maketrans("123456790", "888888888")
_PROBES = (str.maketrans("8", "1"), str.maketrans("8", "9"))
_MARKS = str.maketrans("", "", ".,")
_SHAPES = 1 << 12
_MOST_DIGITS = 20
"""A longer number may pass a limit that its shape does not."""


class _Shape(NamedTuple):
    """How a shape is read: the number is `times`, a ratio, · its digits as one whole number; all else as in `like`."""

    times: tuple[int, int]
    like: Quantity
    kind: str | None


def read_alike(reader: Reader, phrase: str, precision: str | None, about: Fraction) -> Figure:
    """What `reader` (one of `reading.quantity`) makes of a phrase; raises QuantityError as it does."""
    match = _NUMBER.search(phrase)
    if match is None or match.end() - match.start() > _MOST_DIGITS:
        return reader(phrase, precision=precision, about=about)
    start, end = match.span()
    digits, before, behind = match[0], phrase[:start], phrase[end:]
    shape = _shape(reader, before, digits.translate(_EIGHTS), behind, precision, about.as_integer_ratio())
    if shape is None:
        return reader(phrase, precision=precision, about=about)
    like = shape.like
    times, over = shape.times
    number = Fraction(times * int(digits.translate(_MARKS)), over)
    figure = Quantity(phrase, number, like.unit, like.ulp, like.hedge, like.about, None, like.upper_ulp, like.declared)
    return figure if shape.kind is None else Change(shape.kind, figure)  # type: ignore[arg-type]  # one of its words


@lru_cache(_SHAPES)
def _shape(
    reader: Reader, before: str, eights: str, behind: str, precision: str | None, about: tuple[int, int]
) -> _Shape | None:
    """How all phrases of a shape are read; None where one has to look at each.

    `about` is a ratio, which is hashed in a tenth of the time of a Fraction.
    """
    if _DIGIT.search(before) or _DIGIT.search(behind):
        return None

    def read(digits: str) -> tuple[Any, ...]:
        figure = reader(f"{before}{digits}{behind}", precision=precision, about=Fraction(*about))
        quantity = figure.quantity if isinstance(figure, Change) else figure
        kind = figure.kind if isinstance(figure, Change) else None
        return quantity.number / int(digits.translate(_MARKS)), quantity, kind

    try:
        times, like, kind = read(eights)
        others = [read(eights.translate(probe)) for probe in _PROBES]
    except QuantityError:
        return None
    same = {(times, kind, replace(like, text="", number=times))}
    same |= {(factor, word, replace(other, text="", number=factor)) for factor, other, word in others}
    return _Shape(times.as_integer_ratio(), like, kind) if len(same) == 1 and like.upper is None else None
