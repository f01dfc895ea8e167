"""The nodes of a text of simple lines, several times as fast as from a parser's events.

Nearly every line of a fact file is `key: words`, which one pattern takes apart. What it does not know is left to the
parser, with the whole text: this reading knows no problems, only texts that it does not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.yaml.nodes import Scalar
from factlint.reading.yaml.plain.blocks import Blocks
from factlint.reading.yaml.plain.inline import inline
from factlint.reading.yaml.plain.opened import NotPlainError, OpenMapping
from factlint.reading.yaml.plain.words import LINE, REFUSED

if TYPE_CHECKING:
    from factlint.reading.yaml.nodes import Node

_NO_WORDS = frozenset("[{'\"")


def plain(text: str) -> Node | None:
    """The root of `text`, which came from UTF-8, the same that a parser gives; None unless all its lines are simple.

    Simple are comments, block mappings and sequences, one-line quoted scalars without escapes, one-line flow
    collections, plain scalars, and block scalars without indentation indicators. A text that holds a problem, a
    tab or a control character is not simple, and neither is one without content.
    """
    if not text.isascii() and any(character in text for character in REFUSED):
        return None
    text = text.replace("\r\n", "\n")
    if not text.endswith("\n"):
        # A block scalar ends with a line break only if there is one.
        if "|\n" in text or ">\n" in text:
            return None
        text += "\n"
    try:
        return _grow(text)
    except NotPlainError:
        return None


def _grow(text: str) -> Node:
    # One loop over all lines, for a call a line would take as long as the rest.
    make, blocks, no_words, line = tuple.__new__, Blocks(), _NO_WORDS, -1
    mapping = OpenMapping(0)
    next_head = item_head = None
    for head, key, value, rest in LINE.findall(text):
        line += 1
        if head != next_head or not key:
            if not key:
                if blocks.read(line, head, rest):
                    next_head = item_head = None
                continue
            if head == item_head:
                blocks.next_item(mapping)
            else:
                mapping = blocks.mapping(line, head)
                next_head, item_head = mapping.head, mapping.item_head
            column, entries = mapping.column, mapping.entries
        if key in entries:
            raise NotPlainError
        end = column + len(key)
        name = make(Scalar, (key, False, line, column, line, end))
        if value:
            start = end + 2
            entries[key] = (
                name,
                inline(value, line, start)
                if value[0] in no_words
                else make(Scalar, (value, False, line, start, line, start + len(value))),
            )
            continue
        mapping.key = name
        line = blocks.value(mapping, line, end + 1, rest)
        if mapping.key is not None:
            next_head = item_head = None
    return blocks.finish()
