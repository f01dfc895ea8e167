"""Dates in words, written as ISO 8601 where that says exactly the same."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from factlint.corpus.printed import Dated
from factlint.editing.edits import Cut, Edit, Kind, Put
from factlint.editing.walk import cells
from factlint.reading import date as dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.editing.source import Source
    from factlint.editing.walk import Found
    from factlint.reading.date import Date, Days

_IN_FIGURES = re.compile(r"(?:[0-9X~?%./,\[\]-]|-(?:[QH][0-9]|spring|summer|autumn|fall|winter))*")


def canonical(text: str, calendar: str = "gregorian") -> str | None:
    """The text of a date in figures that stands for the same days; None where it is written so, or none does.

    `10 November 2020` is `2020-11-10`, `about 2014` is `2014~`; `the 2010s`, a decade as a whole, has no such form.
    What the reader refuses stays as it is: of `2021-6-3` a curator must say what is meant.
    """
    if _IN_FIGURES.fullmatch(text):
        return None
    meant = _read(text, calendar)
    # The days of a Julian date are Gregorian ones; read as Gregorian, its text gives the figures as they are written.
    shape = _read(text, "gregorian") if meant is not None else None
    for form in _forms(shape) if shape is not None else ():
        if _same(_read(form, calendar), meant):
            return form
    return None


def date_edits(source: Source, ref: str) -> Iterator[Edit]:
    """An edit for each date of a file that is not written in figures and can be."""
    for found in cells(source.document.root, ref):
        if isinstance(found.cell, Dated):
            form = canonical(found.node.text, found.calendar)
            cut = _cut(source, found, form) if form else None
            if form and cut:
                yield Edit(Kind.DATE, (cut,), (Put(found.path, form),))


def _cut(source: Source, found: Found, form: str) -> Cut | None:
    """The text of the date between its quotation marks, None where it is not written out on one line."""
    start, end = source.range(found.node.span)
    inset = 1 if found.node.quoted else 0
    start, end = start + inset, end - inset
    return Cut(start, end, form) if source.text[start:end] == found.node.text else None


def _read(text: str, calendar: str) -> Date | None:
    try:
        return dates.read(text, calendar=calendar)
    except dates.DateError:
        return None


def _same(left: Date | None, right: Date | None) -> bool:
    if left is None or right is None:
        return False
    return (left.begins, left.ends, left.stretch, left.period) == (
        right.begins,
        right.ends,
        right.stretch,
        right.period,
    )


def _forms(shape: Date) -> Iterator[str]:
    """What may say the same, the most precise first."""
    if not shape.stretch:
        yield from _units(shape.as_moment())
        return
    for begin, end in product(_units(shape.begins), list(_units(shape.ends))):
        yield f"{begin}/{end}"


def _units(some: Days) -> Iterator[str]:
    """The units that the middle of an interval lies in."""
    if some.earliest == dates.NEVER or some.latest == dates.FOREVER:
        yield ".."
        return
    year, month, day = dates.civil((some.earliest + some.latest) // 2)
    units = (
        f"{year:04d}-{month:02d}-{day:02d}",
        f"{year:04d}-{month:02d}",
        f"{year:04d}",
        f"{year:04d}-Q{(month + 2) // 3}",
        f"{year:04d}-H{(month + 5) // 6}",
        *(f"{year:04d}-{season}" for season in ("spring", "summer", "autumn", "winter")),
    )
    for unit in units:
        yield from (unit, f"{unit}~")
