"""Tabs outside quoted values: found, and read as spaces."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from yaml.error import MarkedYAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, DocumentEndEvent, ScalarEvent, StreamEndEvent

from factlint.reading.yaml.events import UnreadableError, admit, open_events
from factlint.reading.yaml.forbidden import after_blank
from factlint.reading.yaml.nodes import Problem
from factlint.reading.yaml.scalars import QUOTED, content_start
from factlint.reading.yaml.text import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TABS = re.compile(r"\t+")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+#")


class Stretch(NamedTuple):
    """The offsets of a scalar in the text, and whether it is quoted."""

    start: int
    end: int
    quoted: bool


def survey(text: str, *, pure: bool) -> tuple[list[Stretch], int]:
    """The scalars of a text without tabs, in order, and the offset up to which there are no others."""
    scalars: list[Stretch] = []
    depth = end = 0
    next_event = open_events(text, pure=pure)
    with suppress(MarkedYAMLError, UnreadableError):
        while True:
            event = next_event()
            if isinstance(event, ScalarEvent):
                quoted = QUOTED.get(event.style, False)
                scalars.append(Stretch(content_start(event, text), event.end_mark.index, quoted))
            elif isinstance(event, CollectionStartEvent):
                admit(event, text, depth)
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            end = max(end, event.end_mark.index)
            if isinstance(event, DocumentEndEvent | StreamEndEvent):
                break
    return scalars, after_blank(text, end)


class Untabbed(NamedTuple):
    """A text of the same length with tabs only in quotes, its problems, and where its nesting is a guess.

    A tab counts as one space, so after one in an indentation (in line `indented` or later) nothing sure is known.
    """

    text: str
    problems: list[Problem]
    indented: int | None

    def excuses(self, line: int) -> bool:
        """Whether a syntax error in `line` is likely to be the work of a tab."""
        after = self.indented is not None and line >= self.indented
        return after or any(problem.span.line == line for problem in self.problems)


def without_tabs(text: str, scalars: Sequence[Stretch], end: int) -> Untabbed:
    """Judge the tabs of `text` before the offset `end`, given all scalars up to there, in order.

    Tabs in quoted scalars are text and tabs in comments do no harm; of all others the first in each line is a
    problem. A tab after `end` is read as a space and not judged.
    """
    places = Places(text)
    problems, indented = [], None
    for tab in _misplaced(text, scalars, end, places):
        span = places.span(*tab.span())
        problems.append(Problem("yaml-syntax", "a tab cannot stand here; write spaces", span))
        if indented is None and text[places.line_start(tab.start()) : tab.start()].strip(" ") == "":
            indented = span.line
    return Untabbed(_spaced(text, scalars), problems, indented)


def _misplaced(text: str, scalars: Sequence[Stretch], end: int, places: Places) -> Iterator[re.Match[str]]:
    starts = [scalar.start for scalar in scalars]
    judged = 0
    for tab in _TABS.finditer(text, 0, end):
        line = places.line(tab.start())
        if line == judged:
            continue
        index = bisect_right(starts, tab.start()) - 1
        before = scalars[index] if index >= 0 else Stretch(0, 0, quoted=False)
        if before.quoted and tab.start() < before.end:
            continue
        judged = line
        if not _in_comment(text, tab.start(), before, places):
            yield tab


def _in_comment(text: str, at: int, before: Stretch, places: Places) -> bool:
    """Whether the tab at `at` stands in a comment; `before` is the last scalar that begins before it."""
    line_start = places.line_start(at)
    if at < before.end:
        return line_start <= before.start and _HEADER_COMMENT.match(text, before.start, at) is not None
    return text.find("#", max(line_start, before.end), at) >= 0


def _spaced(text: str, scalars: Sequence[Stretch]) -> str:
    spaced = text.replace("\t", " ")
    pieces, done = [], 0
    for start, end, quoted in scalars:
        if quoted and text.find("\t", start, end) >= 0:
            pieces += [spaced[done:start], text[start:end]]
            done = end
    return "".join([*pieces, spaced[done:]])
