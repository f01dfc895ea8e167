"""The figures and the dates that stand in an article, as an editor would count them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading import quantity
from factlint.reading.date import in_text as date_in_text
from factlint.reading.date.days import Days
from factlint.survey.words import begins_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.reading.date.in_text import FoundDate
    from factlint.reading.quantity.in_text import Found

_ANY_YEAR = Days(18262, 18262)
"""1 January 2020: without a day, dates that have no year are not found at all."""
_DETERMINERS = """
the these those both all our their his her its your my said same other such
"""
# After these a number in words says no more than the words around it already did: `the two countries`.
_KNOWN_ALREADY = re.compile(rf"(?i)\b(?:{'|'.join(_DETERMINERS.split())})\s+\Z")
_NUMBERED = """
resolution resolutions number nos article articles page pages chapter section paragraph clause room flight model boeing
airbus route highway channel formula protocol version windows decree order case level appendix annex figure table
"""
_IS_NUMBERED = re.compile(rf"(?i)(?:\b(?:{'|'.join(_NUMBERED.split())})|\bno\.?|№|#)\s*\Z")
_LINE_BEGINS = re.compile(r"(?:\A|[\r\n])[ \t]*[(\[]?\Z")
_ENDS_NUMBER = re.compile(r"[.)\]](?:\s|\Z)")
_LOOK_BACK = 24


def dates_in(text: str, published: Days | None) -> list[FoundDate]:
    """The dates of a text, in order; one without a year is the one nearest to `published`."""
    return list(date_in_text.find(text, published=published or _ANY_YEAR))


def figures_in(text: str, dates: Sequence[FoundDate]) -> Iterator[Found]:
    """The figures of a text that are no part of its `dates`, in order.

    No figure is what numbers something (`resolution 822`, `1.` before a line, `[3]` behind a word), a capitalised word
    within a name (`Three Brothers`), nor a number in words that refers back (`the two countries`): it tells nothing
    that the text has not told before. Units, scales and hedges make a figure of any number.
    """
    upcoming = 0
    for found in quantity.find(text):
        while upcoming < len(dates) and dates[upcoming].end <= found.start:
            upcoming += 1
        dated = upcoming < len(dates) and dates[upcoming].start < found.end
        if not dated and not (found.quantity.unit is None and _only_names(text, found)):
            yield found


def _only_names(text: str, found: Found) -> bool:
    """Whether a number without a unit numbers, names or refers back instead of counting."""
    printed = text[found.start : found.end]
    before = text[max(found.start - _LOOK_BACK, 0) : found.start]
    if printed.isdigit():
        return _numbers(text, before, found)
    if not printed.isalpha():
        return False
    if printed[0].isupper():
        return not begins_sentence(text, found.start)
    return _KNOWN_ALREADY.search(before) is not None


def _numbers(text: str, before: str, found: Found) -> bool:
    """Whether digits number a thing, a line or a note."""
    behind = text[found.end : found.end + 2]
    if _ENDS_NUMBER.match(behind) and (_LINE_BEGINS.search(before) or (before.endswith("[") and behind[:1] == "]")):
        return True
    return _IS_NUMBERED.search(before) is not None
