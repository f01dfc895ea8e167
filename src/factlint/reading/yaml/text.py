"""Bytes to text, and offsets in the text to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.reading.yaml.nodes import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# YAML 1.1 §4.1.4, which libyaml and PyYAML follow. str.splitlines also breaks at form feeds and separators.
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_BOM = b"\xef\xbb\xbf"

# Which of the first four bytes are zero where a text in UTF-16 or UTF-32 without a mark begins with ASCII
# (YAML 1.2.2 §5.2).
_WIDE = frozenset(
    {
        (False, True, False, True),
        (True, False, True, False),
        (False, True, True, True),
        (True, True, True, False),
    }
)


def split_lines(text: str) -> list[str]:
    r"""The lines of `text` without their ends, broken where YAML counts a new line.

    That is at \r\n, \r, \n, \x85, \u2028 and \u2029 only. A break at the end is followed by an empty line,
    because a place may lie there: there is one line more than there are breaks.
    """
    if "\r" in text or "\x85" in text or "\u2028" in text or "\u2029" in text:
        return _BREAK.split(text)
    return text.split("\n")


class Places:
    """The lines and columns, from 1, of offsets in a text, in code points from 0."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._length = len(text)

    def line(self, offset: int) -> int:
        """The line that `offset` lies in."""
        return bisect_right(self._starts, offset)

    def line_start(self, offset: int) -> int:
        """The offset at which the line of `offset` begins."""
        return self._starts[self.line(offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` to before `end`, both cut off at the end of the text."""
        start, end = min(start, self._length), min(end, self._length)
        line, end_line = self.line(start), self.line(end)
        return Span(line, start - self._starts[line - 1] + 1, end_line, end - self._starts[end_line - 1] + 1)

    def end_offset(self, span: Span) -> int:
        """The offset of the end of `span`."""
        return self._starts[span.end_line - 1] + span.end_column - 1

    def point(self, offset: int) -> Span:
        """The character at `offset`, without width at the end of a line."""
        span = self.span(offset, offset + 1)
        return span if span.end_line == span.line else Span(span.line, span.column, span.line, span.column)

    def one_a_line(self, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
        """Of `matches` in the order of the text, the first that begins in each line."""
        last = 0
        for match in matches:
            line = self.line(match.start())
            if line != last:
                yield match
            last = line


def decode(data: bytes) -> tuple[str | None, list[Problem]]:
    """The text of `data` without its byte order mark; None where it is UTF-16 or UTF-32.

    The first byte that is not UTF-8 is a problem; all such bytes are read as U+FFFD.
    """
    wide = _wide_offset(data)
    if wide is not None:
        return None, [_not_utf8(data, wide, Span(1, 1, 1, 1))]
    body = data.removeprefix(_BOM)
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = split_lines(body[: error.start].decode("utf-8"))
        line, column = len(before), len(before[-1]) + 1
        offset = error.start + len(data) - len(body)
        problem = _not_utf8(data, offset, Span(line, column, line, column + 1))
        return body.decode("utf-8", errors="replace"), [problem]


def _wide_offset(data: bytes) -> int | None:
    """The offset of the first byte that tells UTF-16 or UTF-32: of their mark, or of a zero; else None."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return 0
    if b"\0" not in data[:4]:
        return None
    zeros = tuple(byte == 0 for byte in data[:4])
    return data.index(0) if zeros in _WIDE else None


def _not_utf8(data: bytes, offset: int, span: Span) -> Problem:
    message = f"byte 0x{data[offset]:02X} at offset {offset} is not UTF-8; save the file as UTF-8 text"
    return Problem("not-utf8", message, span)
