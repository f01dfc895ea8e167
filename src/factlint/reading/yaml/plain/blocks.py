"""Lines to nodes by their indentation: the stack of block collections that simple lines open, fill and close."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factlint.reading.yaml.nodes import Scalar
from factlint.reading.yaml.plain.block_scalar import block_scalar
from factlint.reading.yaml.plain.inline import inline, without_comment
from factlint.reading.yaml.plain.opened import NotPlainError, Open, OpenMapping, OpenSequence
from factlint.reading.yaml.plain.words import COMMENT, PLAIN

if TYPE_CHECKING:
    from factlint.reading.yaml.nodes import Node

_Opened = TypeVar("_Opened", OpenMapping, OpenSequence)

_MOST_NESTED = 16
# What a plain scalar may hold before another line is joined to it, lest a long one is copied at each of its lines.
_LONGEST_JOINED = 10_000


class Blocks:
    """The block collections that are open after a line, the innermost last."""

    def __init__(self) -> None:
        self._root = OpenSequence(0, -1)
        self._open: list[Open] = [self._root]
        # The line after which no plain scalar goes on: one with a comment, or the last of a block.
        self._ended = -1

    def read(self, line: int, head: str, rest: str) -> bool:
        """Read the line with number `line`, from 0, that has no key, but maybe dashes in its `head`.

        Returns whether it holds more than a comment. Raises NotPlainError where the line is not simple, or does not
        fit those before it, as all methods do.
        """
        if "-" in head:
            if not self._value(self._sequence(line, head), line, len(head), rest):
                raise NotPlainError
            return True
        if rest[:1] not in ("", "#"):
            self._text(line, len(head), rest)
            return True
        if rest and not COMMENT.fullmatch(rest):
            raise NotPlainError
        return False

    def mapping(self, line: int, head: str) -> OpenMapping:
        """The mapping, open or new, that a line with a key after `head` belongs to; what ends there is closed."""
        column = len(head)
        if "-" in head:
            self._sequence(line, head)
            item_head = head if head.index("-") == column - 2 else None
            return self._enter(OpenMapping(column, " " * column, item_head))
        innermost = self._open[-1]
        if innermost.key is None:
            innermost = self._close_to(column, sequences=True)
            if innermost.column == column and isinstance(innermost, OpenMapping):
                return innermost
            self._require_start(column)
        elif column <= innermost.column:
            raise NotPlainError
        return self._enter(OpenMapping(column, head))

    def next_item(self, mapping: OpenMapping) -> None:
        """End the innermost `mapping` and begin the next item of the sequence around it."""
        self._open[-2].add(mapping.close())
        mapping.entries = {}

    def value(self, mapping: OpenMapping, line: int, column: int, rest: str) -> int:
        """Read what follows the colon of the key that waits in `mapping`; the number of its last line.

        There may be nothing, or a comment; then the key still waits.
        """
        if not rest:
            return line
        if "\n" not in rest:
            self._value(mapping, line, column, rest)
            return line
        mapping.add(block_scalar(rest[1:], line, column + 1, mapping.column))
        self._ended = line + rest.count("\n")
        return self._ended

    def finish(self) -> Node:
        """The root, all being closed."""
        self._close_to(-1, sequences=False)
        if not self._root.items:
            raise NotPlainError
        return self._root.items[0]

    def _value(self, innermost: Open, line: int, column: int, rest: str) -> bool:
        """Add the value in the rest of a line from `column` on; whether there is one."""
        content, commented = without_comment(rest)
        if commented:
            self._ended = line
        value = content.lstrip(" ")
        if value:
            innermost.add(inline(value, line, column + len(content) - len(value)))
        return bool(value)

    def _text(self, line: int, column: int, rest: str) -> None:
        """Read a line without dash and key: the value of the key before it, or more of the plain scalar before it."""
        innermost = self._open[-1]
        if column <= innermost.column:
            raise NotPlainError
        if innermost.key is not None:
            self._value(innermost, line, column, rest)
        else:
            self._join(innermost, line, column, rest)

    def _join(self, innermost: Open, line: int, column: int, rest: str) -> None:
        last = innermost.last()
        if not isinstance(last, Scalar) or last.quoted or self._ended == line - 1 or len(last.text) > _LONGEST_JOINED:
            raise NotPlainError
        more, commented = without_comment(rest)
        text, _, start_line, start_column, end_line, _ = last
        if end_line != line - 1 or not PLAIN.fullmatch(more):
            raise NotPlainError
        if commented:
            self._ended = line
        place = (start_line, start_column, line, column + len(more))
        innermost.extend(tuple.__new__(Scalar, (f"{text} {more}", False, *place)))

    def _sequence(self, line: int, head: str) -> OpenSequence:
        """The sequence, open or new, of the last dash in the `head` of a line."""
        column = head.index("-")
        innermost = self._open[-1]
        if innermost.key is None:
            innermost = self._close_to(column, sequences=False)
        elif column < innermost.column:
            raise NotPlainError
        if innermost.column != column or not isinstance(innermost, OpenSequence):
            if innermost.key is None:
                self._require_start(column)
            innermost = self._enter(OpenSequence(line, column))
        while (column := head.find("-", column + 1)) > 0:
            innermost = self._enter(OpenSequence(line, column))
        return innermost

    def _require_start(self, column: int) -> None:
        """Raise NotPlainError unless the root may begin at `column`, from 0."""
        if column or len(self._open) > 1 or self._root.items:
            raise NotPlainError

    def _enter(self, collection: _Opened) -> _Opened:
        if len(self._open) > _MOST_NESTED:
            raise NotPlainError
        self._open.append(collection)
        return collection

    def _close_to(self, column: int, *, sequences: bool) -> Open:
        """Close what is deeper than `column`, and a sequence at it if `sequences`; the innermost then."""
        opened = self._open
        while (innermost := opened[-1]).column >= column and (
            innermost.column > column or (sequences and isinstance(innermost, OpenSequence))
        ):
            opened.pop()
            opened[-1].add(innermost.close())
        return innermost
