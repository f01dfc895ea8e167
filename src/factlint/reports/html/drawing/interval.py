"""A printed figure against what the others imply: two intervals on a number line of their own."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.reports.html.drawing.svg import drawing, element, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from factlint.interval import Interval
    from factlint.survey.estimates import Estimate

HEIGHT = 30
_MARGIN = Fraction(18, 100)
_LEAST = 0.006  # of the width: what a single number is drawn as
_PRINTED, _IMPLIED = (10, 10), (4, 22)


class _Line(NamedTuple):
    """The numbers shown, from `low` to `high`."""

    low: Fraction
    high: Fraction

    def at(self, number: Fraction) -> float:
        return float((number - self.low) / (self.high - self.low))


def interval_chart(estimate: Estimate) -> Markup:
    """The two intervals: the implied one as a band, the printed one as a bar on it."""
    state = "" if estimate.possible else " clash"
    line = _line(estimate)
    shapes = [element("line", class_="base", x1="0%", x2="100%", y1=HEIGHT / 2, y2=HEIGHT / 2)]
    if not estimate.implied.is_empty:
        shapes += _span(line, estimate.implied, f"implied{state}", _IMPLIED)
    shapes += _span(line, estimate.printed, f"printed{state}", _PRINTED)
    printed, implied = estimate.said
    return drawing(
        f"{estimate.quantity}: {estimate.text}",
        f"Printed: {printed}. The other figures imply: {implied}.",
        HEIGHT,
        shapes,
        "interval",
    )


def _line(estimate: Estimate) -> _Line:
    intervals = [estimate.printed, *([] if estimate.implied.is_empty else [estimate.implied])]
    ends = [end for each in intervals for end in (each.low, each.high) if end is not None]
    low, high = min(ends, default=Fraction(0)), max(ends, default=Fraction(0))
    margin = (high - low or abs(high) or Fraction(1)) * _MARGIN
    return _Line(low - margin, high + margin)


def _span(line: _Line, numbers: Interval, class_: str, place: tuple[int, int]) -> Iterator[Markup]:
    """A box from end to end, to the edge where an end is open; a stroke at each end that there is."""
    top, height = place
    left = 0.0 if numbers.low is None else line.at(numbers.low)
    right = 1.0 if numbers.high is None else line.at(numbers.high)
    width = percent(max(right - left, _LEAST))
    yield element("rect", class_=class_, x=percent(left), width=width, y=top, height=height)
    for end, place_of in ((numbers.low, left), (numbers.high, right)):
        if end is not None:
            at = percent(place_of)
            yield element("line", class_=f"end {class_}", x1=at, x2=at, y1=top, y2=top + height)
