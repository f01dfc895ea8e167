"""White space that says nothing: at the ends of lines and of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.editing.edits import Cut, Edit, Kind
from factlint.reading.yaml import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.editing.source import Source
    from factlint.reading.yaml import Node

_BLANKS = " \t"


def layout_edits(source: Source) -> Iterator[Edit]:
    """Edits that take blanks from the ends of lines, and leave one line break at the end of the file.

    Lines in a scalar that goes over several are left as they are.
    """
    inside = {line for first, last in long_scalars(source.document.root) for line in range(first, last)}
    end = len(source.text.rstrip(f"{_BLANKS}\r\n"))
    cuts = [
        Cut(source.offset(number, len(line.rstrip(_BLANKS)) + 1), source.offset(number, len(line) + 1))
        for number, line in enumerate(source.document.lines, start=1)
        if number not in inside and line.endswith((" ", "\t")) and source.offset(number, len(line) + 1) < end
    ]
    if cuts:
        yield Edit(Kind.LAYOUT, tuple(cuts), number=len(cuts))
    if end and source.text[end:] != source.eol:
        yield Edit(Kind.LAYOUT, (Cut(end, len(source.text), source.eol),))


def long_scalars(node: Node | None) -> Iterator[tuple[int, int]]:
    """The first and the last line of each scalar that goes over several lines."""
    if isinstance(node, Scalar):
        if node.span.end_line > node.span.line:
            yield node.span.line, node.span.end_line
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from long_scalars(entry[0])
            yield from long_scalars(entry[1])
    elif node is not None:
        for item in node.items:
            yield from long_scalars(item)
