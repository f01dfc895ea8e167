"""A time axis: which days it shows, and where its marks are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER, civil, ordinal
from factlint.reading.date.calendar import MONTH_NAMES
from factlint.reports.html.drawing.svg import drawing, element, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from factlint.survey.days import Span

_MARKS = 6
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_DAYS = (1, 2, 7, 14)
_YEAR, _MONTH = 12, 30.44
_MARGIN = 0.04
_LAST_YEAR = 9999


class Axis(NamedTuple):
    """The days from `first` to `last` across the whole width, and those marked, each with its label."""

    first: int
    last: int
    marks: tuple[tuple[int, str], ...]

    def at(self, day: int) -> float:
        """The place of a day across, 0 to 1; open ends are at the edges."""
        return min(max((day - self.first) / (self.last - self.first), 0.0), 1.0)

    def grid(self, height: int) -> Iterator[Markup]:
        """A line at each mark."""
        for day, _ in self.marks:
            at = percent(self.at(day))
            yield element("line", class_="grid", x1=at, x2=at, y1=0, y2=height)


def axis_of(spans: Iterable[Span]) -> Axis | None:
    """The axis on which all known days of the spans fit; None where there is none."""
    ends = [end for span in spans for days in (span.first, span.last) for end in days if NEVER < end < FOREVER]
    if not ends:
        return None
    margin = max(round((max(ends) - min(ends)) * _MARGIN), 2)
    return axis_between(min(ends) - margin, max(ends) + margin)


def axis_between(first: int, last: int) -> Axis:
    """The axis from day to day."""
    return Axis(first, last, tuple(_marks(first, last)))


def labels(axis: Axis) -> Markup:
    """The labels of the marks, to stand above the rows."""
    shapes = [
        element("text", label, class_="label", x=percent(axis.at(day)), y=12, text_anchor="middle")
        for day, label in axis.marks
    ]
    written = ", ".join(label for _, label in axis.marks)
    return drawing("Time axis", f"Marks at {written}", 18, shapes, "axis")


def _marks(first: int, last: int) -> Iterator[tuple[int, str]]:
    """The first days of rounded units, at most six, and none at the very edge."""
    edge = (last - first) / 25
    return (mark for mark in _chosen(first, last) if first + edge <= mark[0] <= last - edge)


def _chosen(first: int, last: int) -> list[tuple[int, str]]:
    for step in _DAYS:
        if (last - first) / step <= _MARKS:
            return [(day, _day(day)) for day in range(first, last + 1) if (day - first) % step == 0]
    for step in _MONTHS:
        found = list(_months(first, last, step)) if (last - first) / (step * _MONTH) <= _MARKS + 1 else None
        if found is not None and len(found) <= _MARKS:
            return [(day, _month(day) if step < _YEAR else str(civil(day)[0])) for day in found]
    return []


def _months(first: int, last: int, step: int) -> Iterator[int]:
    year, month, _ = civil(first)
    index = -(-(year * _YEAR + month - 1) // step) * step
    while index // _YEAR <= _LAST_YEAR and (day := ordinal(index // _YEAR, index % _YEAR + 1, 1)) <= last:
        yield from [day] if day >= first else []
        index += step


def _day(day: int) -> str:
    _, month, number = civil(day)
    return f"{number} {MONTH_NAMES[month - 1][:3]}"


def _month(day: int) -> str:
    year, month, _ = civil(day)
    return f"{MONTH_NAMES[month - 1][:3]} {year}"
