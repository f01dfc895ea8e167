"""Where an article's own text begins and ends, between its headlines and its footers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")
_SENTENCE_END = re.compile(r"""[.!?…。！？؟।]["'”’»)\]]*\s*\Z""")
_LONGEST_END = 40


class Body(NamedTuple):
    """A stretch of an article's text, `end` exclusive."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch from `start` to `end` lies in it."""
        return self.start <= start and end <= self.end


def body(text: str) -> Body:
    """From the first to the last paragraph that ends as a sentence does; all of a text without one.

    Paragraphs stand between blank lines. Headlines, datelines, bylines, captions and what a publisher adds below an
    article end without a full stop; whatever stands between two paragraphs that have one belongs to the body.
    """
    ended = [(start, end) for start, end in _paragraphs(text) if _is_ended(text, start, end)]
    return Body(ended[0][0], ended[-1][1]) if ended else Body(0, len(text))


def _is_ended(text: str, start: int, end: int) -> bool:
    return _SENTENCE_END.search(text, max(start, end - _LONGEST_END), end) is not None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)
