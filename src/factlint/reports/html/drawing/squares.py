"""A source at a glance: one square a fact, coloured by what the findings say of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.reports.html.drawing.svg import element
from factlint.reports.html.facts import STATES
from factlint.reports.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from factlint.reports.html.facts import Fact

_SIDE, _STEP, _ACROSS = 9, 12, 20
_MOST = 400
"""With more facts than this, a source is one bar of the states' parts: nobody counts squares."""


def squares(facts: Sequence[Fact]) -> Markup:
    """The drawing of a source's facts, in their order, twenty a row."""
    counts = Counter(fact.state for fact in facts)
    said = ", ".join(f"{count(counts[state], 'fact')}: {words}" for state, words in STATES.items() if counts[state])
    shapes = _parts(facts, counts) if len(facts) > _MOST else _each(facts)
    rows = 1 if len(facts) > _MOST else max(-(-len(facts) // _ACROSS), 1)
    return element(
        "svg",
        element("title", said or "no facts"),
        *shapes,
        role="img",
        class_="squares",
        width=_ACROSS * _STEP,
        height=rows * _STEP,
        viewBox=f"0 0 {_ACROSS * _STEP} {rows * _STEP}",
    )


def _each(facts: Sequence[Fact]) -> list[Markup]:
    return [
        element(
            "rect",
            class_=f"state-{fact.state}",
            x=place % _ACROSS * _STEP + 1,
            y=place // _ACROSS * _STEP + 1,
            width=_SIDE,
            height=_SIDE,
            rx=1.5,
        )
        for place, fact in enumerate(facts)
    ]


def _parts(facts: Sequence[Fact], counts: Counter[str]) -> list[Markup]:
    shapes, left = [], 0.0
    for state in STATES:
        width = _ACROSS * _STEP * counts[state] / len(facts)
        if width:
            shapes.append(
                element("rect", class_=f"state-{state}", x=round(left, 1), y=1, width=round(width, 1), height=_SIDE)
            )
        left += width
    return shapes
