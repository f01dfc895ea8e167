"""Scalars whose place the parser does not give as it stands: empty ones, blocks, and those after an anchor or tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading.yaml.forbidden import after_blank
from factlint.reading.yaml.nodes import Problem, Scalar, Span
from factlint.reading.yaml.text import split_lines

if TYPE_CHECKING:
    from factlint.reading.yaml.events import Event
    from factlint.reading.yaml.text import Places

QUOTED = {None: False, "": False, "'": True, '"': True}
"""Whether a scalar of an event's style is quoted; a block scalar's style is missing."""

_PROPERTY = re.compile(r"!<[^>]*>|[&!][^\s,\[\]{}]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_PROPERTY_PROBLEMS = {
    "&": ("yaml-alias", "an anchor (&) is not read; remove it, and write the value out wherever it is meant"),
    "!": ("yaml-syntax", "a tag (!) is not read; remove it, or put the value in quotation marks"),
}
_COLON = re.compile(r":(?=[\s,\[\]{}]|\Z)")
_SPACE = " \t\r\n\x85\u2028\u2029"


def unusual_scalar(event: Event, text: str, places: Places, key: Span | None) -> Scalar:
    """The scalar of `event`, which is empty, a block, or begins with an anchor or a tag.

    A block ends with its last line that is not empty. A value that is absent has no width, and stands after the
    colon of its `key`, if it has one: the parsers do not agree on the place.
    """
    start, end = content_start(event, text), event.end_mark.index
    quoted = QUOTED.get(event.style)
    if quoted is None:
        end = _block_end(text, start, end)
    elif not quoted and not event.value:
        start = end = _absent(text, places.end_offset(key)) if key else _rstrip(text, end)
    return Scalar(event.value, places.span(start, end), bool(quoted))


def _absent(text: str, key_end: int) -> int:
    """Where the value is missing after a key that ends at `key_end`: after its colon, if it has one."""
    colon = _COLON.match(text, after_blank(text, key_end))
    return colon.end() if colon else key_end


def _rstrip(text: str, end: int) -> int:
    while end and text[end - 1] in _SPACE:
        end -= 1
    return end


def _block_end(text: str, start: int, end: int) -> int:
    """Where the lines of the block scalar from `start` to `end` end, or its header where all are empty."""
    header_line, *lines = split_lines(text[start:end])
    if any(line.strip(_SPACE) for line in lines):
        return start + len(text[start:end].rstrip(_SPACE))
    header = _BLOCK_HEADER.match(header_line)
    return start + (header.end() if header else len(header_line))


def content_start(event: Event, text: str) -> int:
    """The offset of what the anchor and the tag at the beginning of `event` belong to, if it has any."""
    properties = _properties(event, text)
    return min(after_blank(text, properties[-1].end()), event.end_mark.index) if properties else event.start_mark.index


def property_problems(event: Event, text: str, places: Places) -> list[Problem]:
    """The anchor and the tag at the beginning of `event`."""
    return [Problem(*_PROPERTY_PROBLEMS[match[0][0]], places.span(*match.span())) for match in _properties(event, text)]


def _properties(event: Event, text: str) -> list[re.Match[str]]:
    found, at = [], event.start_mark.index
    for _ in range(bool(event.anchor) + bool(event.tag)):
        match = _PROPERTY.match(text, at)
        if match:
            found.append(match)
            at = after_blank(text, match.end())
    return found
