"""Taking `accept` entries out of a fact: those that accept nothing any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.editing.edits import Cut, Drop, Edit, Kind
from factlint.editing.layout import long_scalars
from factlint.editing.walk import facts
from factlint.reading.yaml import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.editing.edits import Path
    from factlint.editing.source import Source
    from factlint.reading.yaml import Node, Span

_DASH = re.compile(r" *- +")
_REST = re.compile(r"[ \t]*(?:[ \t]#.*)?")
_KEY = "accept"


def accept_edits(source: Source, unused: frozenset[tuple[int, int]]) -> Iterator[Edit]:
    """An edit for each fact of which an entry begins at one of the places (line and column) `unused`.

    A comment on a line of such an entry goes with it, all others stay. An entry that is not written so that it can
    be taken out without touching a neighbour or a comment of its own line is left.
    """
    for position, fact in facts(source.document.root):
        node = fact.get(_KEY)
        items = node.items if isinstance(node, Sequence) else (node,) if isinstance(node, Mapping) else ()
        gone = [number for number, item in enumerate(items) if item.span[:2] in unused]
        if gone:
            path: Path = ("facts", position, _KEY)
            edit = _whole(source, fact, path, len(gone)) if len(gone) == len(items) else None
            if isinstance(node, Sequence) and len(gone) < len(items):
                edit = _some(source, node, path, gone)
            if edit:
                yield edit


def _whole(source: Source, fact: Mapping, path: Path, number: int) -> Edit | None:
    cuts = _entry(source, fact)
    return Edit(Kind.ACCEPT, cuts, (Drop(path),), number) if cuts else None


def _some(source: Source, node: Sequence, path: Path, gone: list[int]) -> Edit | None:
    made = {number: cut for number in gone if (cut := _item(source, node, number, gone))}
    changes = tuple(Drop((*path, number)) for number in made)
    return Edit(Kind.ACCEPT, tuple(made.values()), changes, len(made)) if made else None


def _entry(source: Source, fact: Mapping) -> tuple[Cut, ...]:
    """The key with all that is under it: its lines but for those that are comments, or the stretch to its neighbour."""
    at = list(fact.keys()).index(_KEY)
    key, value = fact.entries[at]
    remarks = _remarks(source, key.span.line, value)
    if not _lead(source, key.span).strip(" "):
        cut = _lines(source, key.span, value.span)
        return tuple(_around(source, cut, remarks)) if cut else ()
    after = fact.entries[at + 1][0].span if at + 1 < len(fact.entries) else None
    stretch = (
        None if remarks else _stretch(source, (fact.entries[at - 1][1] if at else None, key.span, value.span, after))
    )
    return (stretch,) if stretch else ()


def _remarks(source: Source, first: int, value: Node) -> list[int]:
    """The lines from `first` to the end of a value that hold a comment and nothing else."""
    text = {line for begin, end in long_scalars(value) for line in range(begin, end + 1)}
    lines = range(first, value.span.end_line + 1)
    return [line for line in lines if line not in text and source.document.lines[line - 1].lstrip().startswith("#")]


def _around(source: Source, cut: Cut, remarks: list[int]) -> Iterator[Cut]:
    """The cut without those lines."""
    start = cut.start
    for line in remarks:
        yield Cut(start, source.offset(line, 1))
        start = source.offset(line + 1, 1)
    yield Cut(start, cut.end)


def _item(source: Source, node: Sequence, number: int, gone: list[int]) -> Cut | None:
    """An item of a list: its lines behind a dash, or the stretch to its neighbour between commas."""
    span = node.items[number].span
    if source.text[source.range(node.span)[0]] != "[":
        return _lines(source, span, span) if _DASH.fullmatch(_lead(source, span)) else None
    after = node.items[number + 1].span if number + 1 < len(node.items) else None
    kept = [item for at, item in enumerate(node.items[:number]) if at not in gone]
    return _stretch(source, (kept[-1] if kept else None, span, span, after))


def _lead(source: Source, span: Span) -> str:
    """What stands before a node on its line."""
    return source.text[source.offset(span.line, 1) : source.offset(span.line, span.column)]


def _lines(source: Source, first: Span, last: Span) -> Cut | None:
    """The whole lines from the first node to the last one, None where something else stands behind it."""
    start, end = source.offset(first.line, 1), source.places.end_offset(last)
    lines = source.document.lines
    if not _REST.fullmatch(lines[last.end_line - 1][last.end_column - 1 :]):
        return None
    if last.end_line < len(lines):
        return Cut(start, source.offset(last.end_line + 1, 1))
    return Cut(start, end + len(lines[last.end_line - 1]) - last.end_column + 1)


def _stretch(source: Source, around: tuple[Node | None, Span, Span, Span | None]) -> Cut | None:
    """From the node up to the next one, or from the end of the one before; None where a comment lies between."""
    before, first, last, after = around
    if after is not None:
        cut, gap = Cut(source.range(first)[0], source.range(after)[0]), (source.range(last)[1], source.range(after)[0])
    elif before is not None:
        start = source.range(before.span)[1]
        cut, gap = Cut(start, source.range(last)[1]), (start, source.range(first)[0])
    else:
        return None
    return None if "#" in source.text[slice(*gap)] else cut
