"""Collections whose end is still to come, as a reader of simple lines fills them."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from factlint.reading.yaml.nodes import Mapping, Node, Scalar, Sequence


class NotPlainError(Exception):
    """The text is not one of simple lines; whether it is YAML is for a parser to say."""


class OpenSequence:
    """A sequence that begins at `line` and `column`, from 0, with the `items` so far."""

    __slots__ = ("column", "items", "line")

    key: ClassVar[None] = None
    """No item has one."""

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.items: list[Node] = []

    def add(self, node: Node) -> None:
        """Take `node` as the next item."""
        self.items.append(node)

    def last(self) -> Node | None:
        """The item that was taken last."""
        return self.items[-1] if self.items else None

    def extend(self, scalar: Scalar) -> None:
        """Put `scalar` in the place of the last item."""
        self.items[-1] = scalar

    def close(self) -> Sequence:
        """The sequence, which ends with its last item."""
        last = self.items[-1]
        return tuple.__new__(Sequence, (tuple(self.items), self.line, self.column, last[-2], last[-1]))


class OpenMapping:
    """A mapping whose keys begin at `column`, from 0, with the `entries` so far; `key` waits for its value.

    `head` is what a line with its next key begins with; `item_head`, what a line begins with that ends it and begins
    the next item of the sequence around it, or None where no single dash does.
    """

    __slots__ = ("column", "entries", "head", "item_head", "key")

    def __init__(self, column: int, head: str = "", item_head: str | None = None) -> None:
        self.column = column
        self.head = head
        self.item_head = item_head
        self.key: Scalar | None = None
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def expect(self, key: Scalar) -> None:
        """Take `key` as the next key; raises NotPlainError where another waits for its value, or is the same."""
        if self.key is not None or key[0] in self.entries:
            raise NotPlainError
        self.key = key

    def add(self, node: Node) -> None:
        """Take `node` as the value of the key that waits; raises NotPlainError where none does."""
        key = self.key
        if key is None:
            raise NotPlainError
        self.entries[key[0]] = (key, node)
        self.key = None

    def last(self) -> Node | None:
        """The value that was taken last, None where a key waits for the next."""
        return next(reversed(self.entries.values()))[1] if self.entries and self.key is None else None

    def extend(self, scalar: Scalar) -> None:
        """Put `scalar` in the place of the last value."""
        name, (key, _) = next(reversed(self.entries.items()))
        self.entries[name] = (key, scalar)

    def close(self) -> Mapping:
        """The mapping, from its first key to its last value; raises NotPlainError where a key still waits for one."""
        if self.key is not None:
            raise NotPlainError
        values = self.entries.values()
        first, last = next(iter(values))[0], next(reversed(values))[1]
        return tuple.__new__(Mapping, (self.entries, first[2], first[3], last[-2], last[-1]))


Open: TypeAlias = OpenSequence | OpenMapping
