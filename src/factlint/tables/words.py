"""From the words of a row to the nodes that the readers of the fact language take; all stand in one place, the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.cells import ListOf, Nested, Scope
from factlint.reading import yaml
from factlint.reading.yaml import Mapping, Scalar, Sequence, Span

if TYPE_CHECKING:
    from factlint.corpus.cell import Cell
    from factlint.reading.yaml import Node


def node(text: str, cell: Cell, span: Span) -> Node:
    """What is written in one cell of a table: a text, or the list or mapping that begins with a bracket.

    Lists and mappings are written as YAML or JSON on one line, `[a, b]` or `{sector: oil}`. What is none is a text,
    and the reader of the cell says what to write instead.
    """
    if isinstance(cell, ListOf | Nested | Scope) and text.lstrip()[:1] in {"[", "{"}:
        document = yaml.read(text.encode("utf-8", "replace"))
        if document.root is not None and not document.problems:
            return _moved(document.root, span)
    return Scalar(text, span, quoted=True)


def _moved(written: Node, span: Span) -> Node:
    """The node with all its parts in one place."""
    if isinstance(written, Mapping):
        return Mapping(tuple((_at(key, span), _moved(value, span)) for key, value in written.entries), span)
    if isinstance(written, Sequence):
        return Sequence(tuple(_moved(item, span) for item in written.items), span)
    return _at(written, span)


def _at(word: Scalar, span: Span) -> Scalar:
    return Scalar(word.text, span, word.quoted)
