"""What a fact dates, drawn on an axis: bars for times, dots for days, paler where it is not certain, fading if open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.reading.date.days import format_day, say_days
from factlint.reports.html.drawing.svg import drawing, element, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from factlint.reading.date import Days
    from factlint.reports.html.drawing.axis import Axis
    from factlint.survey.days import Span

HEIGHT = 28
_BAR, _TOP, _DOT = 10, 9, 4.5


class Bar(NamedTuple):
    """A span to draw; `look` is a class of the style sheet (`acting`, `former`, `suspect`, …), or nothing."""

    span: Span
    look: str = ""


def row(
    axis: Axis, title: str, description: str, bars: Sequence[Bar], clashes: Sequence[tuple[Days, str]] = ()
) -> Markup:
    """A row of a chart: the bars below the dots, over the days that clash, each of these with its state."""
    shapes = [*axis.grid(HEIGHT)]
    for days, state in clashes:
        shapes.append(_box(axis, days.earliest, days.latest, f"clash {state}", (1, HEIGHT - 2)))
    for bar in sorted(bars, key=lambda each: each.span.kind in {"seen", "moment"}):
        shapes += _shapes(axis, bar)
    return drawing(title, description, HEIGHT, shapes, "row")


def said(span: Span) -> str:
    """The days of a span in words: `from 22 October 2013`, `seen on 3 March 2016`."""
    if span.kind in {"seen", "moment"}:
        return f"{'seen ' if span.kind == 'seen' else ''}{_on(span.first)}"
    begins = "" if span.first.earliest <= NEVER else f"from {say_days(span.first)}"
    ends = "" if span.last.latest >= FOREVER else f"until {say_days(span.last)}"
    if span.last.latest >= FOREVER and span.last.earliest > NEVER and span.kind == "term":
        ends = f"still on {format_day(span.last.earliest)}"
    return ", ".join(filter(None, (begins, ends))) or "at a time that is not said"


def _on(days: Days) -> str:
    return f"{'on' if days.earliest == days.latest else 'in' if _whole(days) else 'at'} {say_days(days)}"


def _whole(days: Days) -> bool:
    return not say_days(days).startswith("between")


def _shapes(axis: Axis, bar: Bar) -> Iterator[Markup]:
    first, last = bar.span.first, bar.span.last
    if bar.span.kind in {"seen", "moment"}:
        if first.earliest < first.latest:
            yield _box(axis, first.earliest, first.latest, f"maybe {bar.look}", (_TOP, _BAR), radius=5)
        middle = (axis.at(first.earliest) + axis.at(first.latest)) / 2
        yield element("circle", class_=f"dot {bar.look}".strip(), cx=percent(middle), cy=HEIGHT / 2, r=_DOT)
        return
    begin, end = first.latest, last.earliest
    yield from _before(axis, bar, first)
    if begin <= end:
        yield _box(axis, begin, end, f"bar {bar.look}", (_TOP, _BAR))
    yield from _after(axis, bar, last)


def _before(axis: Axis, bar: Bar, first: Days) -> Iterator[Markup]:
    """The days on which it may have begun; fading in where that is open."""
    if first.earliest <= NEVER:
        yield _fade(axis, axis.first, first.latest, "fade-in", bar.look)
    elif first.earliest < first.latest:
        yield _box(axis, first.earliest, first.latest, f"maybe {bar.look}", (_TOP, _BAR))


def _after(axis: Axis, bar: Bar, last: Days) -> Iterator[Markup]:
    if last.latest >= FOREVER:
        yield _fade(axis, last.earliest, axis.last, "fade-out", bar.look)
    elif last.earliest < last.latest:
        yield _box(axis, last.earliest, last.latest, f"maybe {bar.look}", (_TOP, _BAR))


def _box(axis: Axis, first: int, last: int, class_: str, place: tuple[int, int], radius: int = 2) -> Markup:
    """A box over whole days, the last one included."""
    left, right = axis.at(first), axis.at(last + 1)
    top, height = place
    width = percent(max(right - left, 0.004))
    return element("rect", class_=class_.strip(), x=percent(left), width=width, y=top, height=height, rx=radius)


def _fade(axis: Axis, first: int, last: int, gradient: str, look: str) -> Markup:
    left, right = axis.at(first), axis.at(last)
    fill = f"url(#{gradient}{'-suspect' if look == 'suspect' else ''})"
    return element(
        "rect", x=percent(left), width=percent(max(right - left, 0.0)), y=_TOP, height=_BAR, fill=fill, class_="fade"
    )
