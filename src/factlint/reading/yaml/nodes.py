"""What a YAML file becomes: texts in mappings and sequences, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import KeysView

MAX_DEPTH = 32
"""How many collections may lie in each other."""


class Span(NamedTuple):
    """A stretch of a text: lines and columns count from 1, columns in code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Problem(NamedTuple):
    """What the format forbids: the rule it breaks, one sentence for the curator, and the place."""

    rule: str
    message: str
    span: Span


def _again(kind: type[tuple[object, ...]], parts: tuple[object, ...]) -> tuple[object, ...]:
    """A node from its parts, as pickle keeps it."""
    return tuple.__new__(kind, parts)


class Scalar(tuple[str, bool, int, int, int, int]):
    """A text as written, `quoted` where it stands in ' or "; an absent value is the text "", unquoted.

    Most of a file is scalars, so one is a single tuple (text, quoted, and its span with lines and columns from 0,
    as the parsers count), half the memory and time of an object that holds another.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (Scalar, tuple(self))

    def __new__(cls, text: str, span: Span, quoted: bool) -> Self:
        """The scalar `text` at `span`."""
        line, column, end_line, end_column = span
        return tuple.__new__(cls, (text, quoted, line - 1, column - 1, end_line - 1, end_column - 1))

    # Properties made in C, as in a named tuple: a function takes twice as long at every look at a key.
    text: str = property(itemgetter(0), doc="The text, without quotation marks and escapes.")  # type: ignore[assignment]
    quoted: bool = property(itemgetter(1), doc="Whether the text stands in ' or \".")  # type: ignore[assignment]

    @property
    def span(self) -> Span:
        """The place of the text with its quotation marks, or with the header of a block."""
        _, _, line, column, end_line, end_column = self
        return Span(line + 1, column + 1, end_line + 1, end_column + 1)

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, {self.span!r}, quoted={self.quoted})"


class Sequence(tuple["tuple[Node, ...]", int, int, int, int]):
    """A list of nodes: a single tuple (items, and its span from 0), as a scalar is."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (Sequence, tuple(self))

    def __new__(cls, items: tuple[Node, ...], span: Span) -> Self:
        """The sequence of `items` at `span`."""
        return tuple.__new__(cls, (items, *(number - 1 for number in span)))

    items: tuple[Node, ...] = property(itemgetter(0), doc="The items in the order of the text.")  # type: ignore[assignment]

    @property
    def span(self) -> Span:
        """The place from the first dash to the end of the last item, or that of the brackets."""
        _, line, column, end_line, end_column = self
        return Span(line + 1, column + 1, end_line + 1, end_column + 1)

    def __repr__(self) -> str:
        return f"Sequence({self.items!r}, {self.span!r})"


class Mapping(tuple["dict[str, tuple[Scalar, Node]]", int, int, int, int]):
    """Keys and their values in the order of the text; no key comes twice.

    A single tuple as well: its entries under the texts of their keys, and its span from 0.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (Mapping, tuple(self))

    def __new__(cls, entries: tuple[tuple[Scalar, Node], ...], span: Span) -> Self:
        """The mapping of `entries`, keys and values, at `span`."""
        return tuple.__new__(cls, ({entry[0].text: entry for entry in entries}, *(number - 1 for number in span)))

    def __hash__(self) -> int:
        return hash((self.entries, self.span))

    @property
    def entries(self) -> tuple[tuple[Scalar, Node], ...]:
        """The keys and their values in the order of the text."""
        return tuple(self[0].values())

    @property
    def span(self) -> Span:
        """The place from the first key to the end of the last value, or that of the braces."""
        _, line, column, end_line, end_column = self
        return Span(line + 1, column + 1, end_line + 1, end_column + 1)

    def get(self, key: str) -> Node | None:
        """The value of `key`, None where the mapping has no such key."""
        entry = self[0].get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> Scalar | None:
        """The scalar that spells `key` in the text, None where the mapping has no such key."""
        entry = self[0].get(key)
        return entry[0] if entry else None

    def keys(self) -> KeysView[str]:
        """The keys in the order of the text."""
        return self[0].keys()

    def __repr__(self) -> str:
        return f"Mapping({self.entries!r}, {self.span!r})"


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    `root` is None for a file without content. `lines` are the lines of the text without their ends, and
    `lines[span.line - 1]` exists for every span. `broken` says that part of the text could not be read:
    what is missing under `root` may stand in the file all the same.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    broken: bool
