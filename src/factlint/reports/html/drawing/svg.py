"""SVG elements as text that cannot break out: names of attributes are ours, every value and every text is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from factlint.reports.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterable


def element(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """An element; `class_` and `aria_label` are the attributes `class` and `aria-label`; None leaves one out."""
    given = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _written(value))
        for key, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(child if isinstance(child, Markup) else safe(child) for child in children)
    if not inner:
        return Markup("<{}{}/>").format(Markup(name), given)  # noqa: S704 - names of elements are written in this room
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, inner)  # noqa: S704 - the same


def drawing(title: str, description: str, height: int, shapes: Iterable[Markup], class_: str = "") -> Markup:
    """A picture as wide as its box, so that it fits a phone: places across are percentages, heights are pixels."""
    words = [element("title", title), *([element("desc", description)] if description else [])]
    return element("svg", *words, *shapes, role="img", class_=class_ or None, width="100%", height=height)


def percent(part: float) -> str:
    """A place across, 0 to 1, as a percentage."""
    return f"{100 * min(max(part, 0.0), 1.0):.2f}".rstrip("0").rstrip(".") + "%"


def _written(value: object) -> str:
    return safe(value) if isinstance(value, str) else str(value)
