"""The quote of a fact, and what is read from it once for all of the fact's fields."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.reading import quantity
from factlint.reading.article.word import inside_word
from factlint.reading.date import in_text as date_in_text
from factlint.reading.date.days import Days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.reading.date import Date
    from factlint.reading.date.in_text import FoundDate
    from factlint.reading.quantity import Quantity

_LEFT_OUT = re.compile(r"\[\s?(?:\.\s?\.\s?\.|…)\s?\]")
_HALF_A_YEAR = 183


@dataclass(frozen=True)
class Quoted:
    """A quote, the day on which it was published (None where it is not known), and what they say."""

    text: str
    published: Days | None

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The stretches between `[...]`."""
        return tuple(_LEFT_OUT.split(self.text))

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Every figure but the days and years of whole dates (`June 22, 2021`); a year alone may be a figure."""
        return tuple(self._figures(years=True))

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        """Every figure that is no part of a date."""
        return tuple(self._figures(years=False))

    def dates(self, fact: Date) -> list[Date]:
        """The dates that are printed; one without a year is near publication, else near the fact's own date."""
        near = self.published or fact.as_moment()
        shifts = (Days(near.earliest + shift, near.latest + shift) for shift in (0, -_HALF_A_YEAR, _HALF_A_YEAR))
        first, *others = ([*self._dates(published)] for published in shifts)
        return [found.date for found in (*first, *(each for other in others for each in other if each.year_supplied))]

    def has(self, words: str) -> bool:
        """Whether the quote has exactly these words, as words of their own."""
        at = self.text.find(words) if words else -1
        return at >= 0 and not inside_word(self.text, at) and not inside_word(self.text, at + len(words))

    def _dates_in(self, piece: str) -> Iterator[FoundDate]:
        return date_in_text.find(piece, published=self.published or _ANY_YEAR)

    def _dates(self, published: Days | None) -> list[FoundDate]:
        return [found for piece in self.pieces for found in date_in_text.find(piece, published=published)]

    def _figures(self, *, years: bool) -> list[Quantity]:
        figures = []
        for piece in self.pieces:
            dates = [(found.start, found.end) for found in self._dates_in(piece)]
            for found in quantity.find(piece):
                start, end = _last_before(dates, found.start)
                inside = start <= found.start and found.end <= end
                if not inside or (years and (found.start, found.end) == (start, end)):
                    figures.append(found.quantity)
        return figures


_ANY_YEAR = Days(18262, 18262)
"""1 January 2020: without a day, dates that have no year are not found at all."""


def _last_before(spans: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """The last of the spans, which are in order, that begins at `at` or before; an empty one where none does."""
    index = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return spans[index] if index >= 0 else (0, 0)
