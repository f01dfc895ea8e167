"""Cells of dates, figures and sums: the text as written, the exact value, and columns for comparing whole tables."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.corpus.cell import Context, Single, Unreadable, scalar, within
from factlint.reading import date as dates
from factlint.reading import quantity as quantities
from factlint.reading.quantity.alike import read_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.interval import Interval
    from factlint.reading.yaml import Node, Scalar

_REMEMBERED = 1 << 16
"""So many dates and figures are not read again: articles write the same ones again and again."""

_SLACK = 2.0**-48
"""More than the error of the few floats that are added up, relative to the greatest of them."""

OPEN = (dates.NEVER, dates.FOREVER, dates.NEVER, dates.FOREVER)
"""The four ends of a date that is not given: it may begin and end on any day."""


@dataclass(frozen=True, slots=True)
class Dated(Single):
    """A date of any precision: the text as written and the days that it may begin and end on.

    Fills `NAME`, the `Date`, and four columns of day numbers (1970-01-01 = 0, open ends ±(2^31 - 1)). With `period`
    the date is a whole stretch (`2020` runs from its first day to its last), otherwise some day inside it.
    """

    once = True
    period: bool = False

    def read(self, node: Node, context: Context) -> dates.Date:
        word = scalar(node, "a date such as 2020-11-10")
        try:
            return _date(word.text, context.calendar)
        except dates.DateError as error:
            raise Unreadable(error.rule, str(error), within(word, error.start, error.end)) from error

    def columns(self, name: str) -> dict[str, str]:
        return {name: "object", **dict.fromkeys(date_columns(name), "int64")}

    def spread(self, value: dates.Date | None) -> tuple[object, ...]:
        if value is None:
            return (None, *OPEN)
        if self.period:
            begins, ends = value.as_period()
            return (value, *begins, *ends)
        return (value, *value.begins, *value.ends)


@lru_cache(_REMEMBERED)
def _date(text: str, calendar: str) -> dates.Date:
    return dates.read(text, calendar=calendar)


@lru_cache(_REMEMBERED)
def _figure(
    reader: Callable[..., Any], text: str, precision: str | None, about: tuple[int, int]
) -> quantities.Quantity | quantities.Change:
    return read_alike(reader, text, precision, Fraction(*about))  # a ratio is hashed in a tenth of a Fraction's time


def date_columns(name: str) -> tuple[str, str, str, str]:
    """The four columns of day numbers for the date `name`."""
    return (
        f"{name}_begins_earliest",
        f"{name}_begins_latest",
        f"{name}_ends_earliest",
        f"{name}_ends_latest",
    )


@dataclass(frozen=True, slots=True)
class Printed(Single):
    """A printed figure, read by one of the readers of `reading.quantity`.

    Fills `NAME`, the exact quantity, `NAME_low` and `NAME_high`, floats that never cut off an exact end (for finding
    candidates only), and `NAME_unit`.
    """

    once = True
    reader: Callable[..., Any]

    def read(self, node: Node, context: Context) -> quantities.Quantity | quantities.Change:
        word = scalar(node, "a figure as printed, such as $13.2 million")
        try:
            return _figure(self.reader, word.text, context.precision, context.about.as_integer_ratio())
        except quantities.QuantityError as error:
            raise Unreadable("bad-value", str(error), within(word, error.start, error.end)) from error

    def columns(self, name: str) -> dict[str, str]:
        return {name: "object", f"{name}_low": "float64", f"{name}_high": "float64", f"{name}_unit": "object"}

    def spread(self, value: quantities.Quantity | quantities.Change | None) -> tuple[object, ...]:
        if value is None:
            return (None, float("-inf"), float("inf"), None)
        amount = value if isinstance(value, quantities.Quantity) else value.quantity
        return (value, *_around(amount), amount.unit)


def _around(amount: quantities.Quantity) -> tuple[float, float]:
    """Floats around all that a figure may stand for: most are plain, and need no exact ends to be kept clear of."""
    if not amount.is_plain:
        return outward(amount.either)
    number, ulp = amount.number, amount.ulp
    value, place = number.numerator / number.denominator, ulp.numerator / ulp.denominator
    slack = (abs(value) + place) * _SLACK
    below, above = (place / 2 if value > 0 else place), (place / 2 if value < 0 else place)
    return value - below - slack, value + above + slack


def outward(interval: Interval) -> tuple[float, float]:
    """Floats around an exact interval, rounded outward so that they never cut off a member."""
    low = -math.inf if interval.low is None else math.nextafter(float(interval.low), -math.inf)
    high = math.inf if interval.high is None else math.nextafter(float(interval.high), math.inf)
    return low, high


@dataclass(frozen=True, slots=True)
class Mean:
    """A measure that is `total` / `count`, both measures: a price, an average, so much a head."""

    total: str
    count: str


@dataclass(frozen=True, slots=True)
class Equation(Single):
    """What a measure equals: a sum of measures (`exports + 2 * imports`) or the quotient of two (`value / volume`).

    The value of a sum is pairs of an exact factor and a measure's id, that of a quotient a `Mean`.
    """

    def read(self, node: Node, context: Context) -> tuple[tuple[Fraction, str], ...] | Mean:
        word = scalar(node, "a sum of measures such as exports + imports")
        if len(word.text) > _LONGEST:
            raise Unreadable("bad-value", f"an identity has at most {_LONGEST:,} characters: write less", word.span)
        return _mean(word, context) if "/" in word.text else tuple(_terms(word, context))


def _mean(word: Scalar, context: Context) -> Mean:
    """The quotient of two measures; raises Unreadable for any other text."""
    match = _QUOTIENT.fullmatch(word.text)
    if not match:
        message = "this is no quotient of two measures: write it as export-value / export-volume, and nothing else"
        raise Unreadable("bad-value", message, word.span)
    return Mean(_measure(word, match, "total", context), _measure(word, match, "count", context))


def _terms(word: Scalar, context: Context) -> Iterator[tuple[Fraction, str]]:
    """The terms of a sum of measures; raises Unreadable from the place on where it is none."""
    position = 0
    while position < len(word.text):
        match = _TERM.match(word.text, position)
        if not match or (position and not match["sign"]):
            rest = within(word, position, len(word.text))
            raise Unreadable("bad-value", "this is no sum of measures: write it as exports + imports", rest)
        factor = Fraction(match["factor"] or 1) * (-1 if match["sign"] in {"-", "−"} else 1)
        yield factor, _measure(word, match, "name", context)
        position = match.end()


def _measure(word: Scalar, match: re.Match[str], group: str, context: Context) -> str:
    """The id of the measure that a group of the match names; raises Unreadable."""
    return context.names.resolve(match[group], ("measures",), within(word, match.start(group), match.end(group)))


_LONGEST = 10_000
_NAME = r"[^\W\d_][\w.]*(?:[ -](?=\w)[\w.]+)*"
_TERM = re.compile(rf"\s*(?P<sign>[+−-]?)\s*(?:(?P<factor>\d{{1,9}}(?:\.\d{{1,9}})?)\s*\*\s*)?(?P<name>{_NAME})\s*")
_QUOTIENT = re.compile(rf"\s*(?P<total>{_NAME})\s*/\s*(?P<count>{_NAME})\s*")
