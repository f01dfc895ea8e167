"""Events to nodes, on an explicit stack: no nesting and no alias can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from factlint.reading.yaml.entries import Child, Dropped, mapping, sequence
from factlint.reading.yaml.errors import explain
from factlint.reading.yaml.events import UnreadableError, admit, open_events
from factlint.reading.yaml.forbidden import after_blank
from factlint.reading.yaml.nodes import MAX_DEPTH, Node, Problem, Scalar, Span
from factlint.reading.yaml.scalars import QUOTED, property_problems, unusual_scalar
from factlint.reading.yaml.text import Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.reading.yaml.events import Event


_LEFTOVERS = {
    "---": "a second document begins here; a fact file holds one, so move this one to a file of its own",
    "%": "a line cannot begin with %; remove it, or put the value in quotation marks",
    "": "this does not belong to the text before it; check the indentation",
}


@dataclass(slots=True)
class _Open:
    """A collection whose end is still to come; a mapping's children are its keys and values in turn."""

    line: int
    column: int
    is_mapping: bool
    children: list[Child]


class Tree:
    """The first document of a text that holds neither refused characters nor tabs outside quotes.

    Attributes: `root`, `problems` (in no order), and `error`, the one that ended the reading, or None.
    """

    def __init__(self, text: str, *, pure: bool) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._document: list[Child] = []
        self._open = [_Open(1, 1, is_mapping=False, children=self._document)]
        try:
            self.error = self._leftover(self._grow(open_events(text, pure=pure)))
        except MarkedYAMLError as error:
            self.error = explain(error, text, self._places)
            self._rescue(self.error)
        except UnreadableError as error:
            self.error = Problem("yaml-syntax", error.message, self._places.point(error.offset))
            self._rescue(self.error)

    @property
    def root(self) -> Node | None:
        """What the document holds, None where that is nothing."""
        root = self._document[0] if self._document else None
        if isinstance(root, Dropped) or (isinstance(root, Scalar) and not root.text and not root.quoted):
            return None
        return root

    @cached_property
    def _places(self) -> Places:
        return Places(self._text)

    def _grow(self, next_event: Callable[[], Event]) -> int:
        """Read to the end of the document; the offset of that end."""
        make, quoted_style, turns = tuple.__new__, QUOTED.get, self._turns()
        add = self._document.append
        while True:
            event = next_event()
            kind: type = type(event)
            if kind is ScalarEvent:
                text, quoted = event.value, quoted_style(event.style)
                if not text or quoted is None or event.anchor or event.tag:
                    add(self._unusual(event))
                    continue
                start, end = event.start_mark, event.end_mark
                add(make(Scalar, (text, quoted, start.line, start.column, end.line, end.column)))
            elif kind in turns:
                turns[kind](event)
                add = self._open[-1].children.append
            elif kind is DocumentEndEvent or kind is StreamEndEvent:
                return event.end_mark.index

    def _turns(self) -> dict[type, Callable[[Event], None]]:
        """What to do at the events that are no scalars."""
        return {
            MappingStartEvent: self._enter,
            SequenceStartEvent: self._enter,
            MappingEndEvent: self._leave,
            SequenceEndEvent: self._leave,
            AliasEvent: self._drop,
        }

    def _enter(self, event: Event) -> None:
        if event.flow_style or len(self._open) > MAX_DEPTH:
            admit(event, self._text, len(self._open) - 1)
        if event.anchor or event.tag:
            self.problems += property_problems(event, self._text, self._places)
        mark = event.start_mark
        self._open.append(_Open(mark.line + 1, mark.column + 1, isinstance(event, MappingStartEvent), []))

    def _leave(self, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        # Only a closing bracket has a width; the end of a block is noticed at what follows it.
        self._close((end.line + 1, end.column + 1) if end.index > start.index else None)

    def _close(self, end: tuple[int, int] | None) -> None:
        """Close the innermost collection at `end`, or else where its last child ends."""
        closed = self._open.pop()
        children, line, column = closed.children, closed.line, closed.column
        end_line, end_column = end or (children[-1].span[2:] if children else (line, column))
        span = Span(line, column, end_line, end_column)
        node = mapping(children, span, self.problems) if closed.is_mapping else sequence(children, span)
        self._open[-1].children.append(node)

    def _unusual(self, event: Event) -> Scalar:
        if event.anchor or event.tag:
            self.problems += property_problems(event, self._text, self._places)
        innermost = self._open[-1]
        has_key = innermost.is_mapping and len(innermost.children) % 2
        key = innermost.children[-1].span if has_key else None
        return unusual_scalar(event, self._text, self._places, key)

    def _drop(self, event: Event) -> None:
        span = self._places.span(event.start_mark.index, event.end_mark.index)
        self.problems.append(Problem("yaml-alias", "an alias (*) is not read; write the value out", span))
        self._open[-1].children.append(Dropped(span))

    def _leftover(self, end: int) -> Problem | None:
        """What is wrong with the text after the document that ends at `end`, None where none is left."""
        at = after_blank(self._text, end)
        if at == len(self._text):
            return None
        message = next(said for start, said in _LEFTOVERS.items() if self._text.startswith(start, at))
        return Problem("yaml-syntax", message, self._places.point(at))

    def _rescue(self, error: Problem) -> None:
        """Keep what `error` leaves complete in the root, and in a sequence that is an entry of a root mapping."""
        _, *unfinished = self._open
        del self._open[3:]
        if len(unfinished) > 1:
            if unfinished[0].is_mapping and not unfinished[1].is_mapping:
                self._close(None)
            else:
                self._open.pop()
        elif unfinished:
            _cut_short(unfinished[0].children, error.span.line)
        if unfinished:
            if unfinished[0].is_mapping and len(unfinished[0].children) % 2:
                unfinished[0].children.pop()
            self._close(None)


def _cut_short(children: list[Child], line: int) -> None:
    """Remove the last of `children` where an error in `line` stands in it: of `a: b: c` the key has the value b."""
    if children and children[-1].span.end_line >= line:
        children.pop()
