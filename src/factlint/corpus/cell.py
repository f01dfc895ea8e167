"""What a cell is: how the text behind a key becomes a typed value, and which table columns it fills.

A cell that cannot be read raises `Unreadable` with the rule and the place; the record goes on without it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from factlint.reading.name import nearest
from factlint.reading.yaml import Scalar, Sequence, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.corpus.names import Names
    from factlint.reading.yaml import Node


class Unreadable(Exception):  # noqa: N818 - it is a finding in the making, not a failure of the program
    """A cell that cannot be read: the rule that it breaks, the sentence for the user, and where."""

    def __init__(self, rule: str, message: str, span: Span) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.span = span


@dataclass(frozen=True, slots=True)
class Context:
    """What a cell may need beside its own text."""

    names: Names
    about: Fraction = Fraction(1, 20)
    calendar: str = "gregorian"
    precision: str | None = None
    file: str = ""
    problems: list[Unreadable] = field(default_factory=list)
    seen: dict[tuple[str, str, str], object] = field(default_factory=dict)
    """By table, key and text the values of cells for which these are enough (see `Cell.once`)."""


_PARTS = tuple(each.name for each in fields(Context))


class Cell(Protocol):
    """How one key is read and which columns of the table it fills.

    `once` says that a text is always read as the same value within a context, and that it pays not to read it again.
    """

    once: ClassVar[bool]

    def read(self, node: Node, context: Context) -> Any:  # noqa: ANN401 - each cell has its own type
        """The typed value; raises Unreadable."""

    def columns(self, name: str) -> dict[str, str]:
        """The columns for the key `name`, each with its dtype."""

    def spread(self, value: Any) -> tuple[object, ...]:  # noqa: ANN401 - the same
        """One value a column, also for None where the key is not written; of one column, the value as it is."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the fact language: its name, how its cell is read, and one sentence for the documentation."""

    name: str
    cell: Cell
    doc: str


@dataclass(frozen=True, slots=True)
class Single:
    """A cell that fills one column of objects."""

    once: ClassVar[bool] = False

    def columns(self, name: str) -> dict[str, str]:
        return {name: "object"}

    def spread(self, value: Any) -> tuple[object, ...]:  # noqa: ANN401 - as in Cell
        return (value,)


def scalar(node: Node, what: str) -> Scalar:
    """The node as a scalar with text in it; raises Unreadable (`bad-value`)."""
    if not isinstance(node, Scalar):
        kind = "a list" if isinstance(node, Sequence) else "a mapping"
        raise Unreadable("bad-value", f"here stands {kind}: write {what}", node.span)
    if not node.text.strip():
        raise Unreadable("bad-value", f"nothing is written here: write {what} or leave the key out", node.span)
    return node


def within(word: Scalar, start: int, end: int) -> Span:
    """The place of characters `start` to `end` of a scalar; the whole scalar where its text is not as written."""
    span = word.span
    plain = span.line == span.end_line and span.end_column - span.column == len(word.text)
    if not plain or not 0 <= start < end <= len(word.text):
        return span
    return Span(span.line, span.column + start, span.line, span.column + end)


def at(context: Context, **changes: Any) -> Context:  # noqa: ANN401 - the fields of Context
    """The context with some parts changed; problems still go to the same list."""
    parts = {name: getattr(context, name) for name in _PARTS}  # `replace` takes three times as long
    if changes.keys() - {"file", "problems"}:
        parts["seen"] = {}
    return Context(**(parts | changes))


def did_you_mean(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """The end of a sentence that offers the nearest known words, or lists them where none is near."""
    near = nearest(word, known, limit=1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"


def unknown_key(name: Scalar, known: tuple[str, ...]) -> Unreadable:
    """The problem of a key that the language does not have here, with the nearest that it has."""
    return Unreadable("unknown-key", f"there is no key {name.text!r} here; {did_you_mean(name.text, known)}", name.span)


def by_name(*keys: Key) -> Mapping[str, Key]:
    """The keys by their names."""
    return {each.name: each for each in keys}


def read_cell(key: Key, node: Node, context: Context) -> object:
    """The value of a cell; None, and the problem in the context, where it cannot be read."""
    try:
        return key.cell.read(node, context)
    except Unreadable as problem:
        context.problems.append(problem)
        return None
