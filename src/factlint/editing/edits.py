"""Edits of a text, each with what it changes in the content, and the proof that it changes nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from factlint.editing.source import Source
from factlint.reading.yaml import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.reading.yaml import Node

Path: TypeAlias = tuple[str | int, ...]
"""The way to a node from the root: keys of mappings and positions in lists."""

Content: TypeAlias = "str | list[Content] | dict[str, Content]"
"""What a file says, without places, quotation marks and comments."""


class Kind(StrEnum):
    """What an edit is for, as the command counts it."""

    ID = "id"
    DATE = "date"
    ACCEPT = "unused accept"
    LAYOUT = "blank"


class Cut(NamedTuple):
    """The text from offset `start` to before `end` gives way to `text`."""

    start: int
    end: int
    text: str = ""


class Put(NamedTuple):
    """A scalar of the content has another text."""

    path: Path
    text: str


class Lead(NamedTuple):
    """A mapping of the content gets a first entry."""

    path: Path
    key: str
    text: str


class Drop(NamedTuple):
    """An entry or an item leaves the content."""

    path: Path


Change: TypeAlias = Put | Lead | Drop


@dataclass(frozen=True, slots=True)
class Edit:
    """Cuts that belong together, and all that they change in the content: nothing, where there are no changes."""

    kind: Kind
    cuts: tuple[Cut, ...]
    changes: tuple[Change, ...] = field(default=())
    number: int = 1


def proved(source: Source, edits: list[Edit]) -> list[Edit]:
    """Those of `edits` that together change in the content what they say, and nothing else.

    Where all together do not, each half is tried by itself, so that one bad edit costs few readings.
    """
    if not edits or holds(source, edits):
        return edits
    if len(edits) == 1:
        return []
    middle = len(edits) // 2
    kept = [*proved(source, edits[:middle]), *proved(source, edits[middle:])]
    return kept if holds(source, kept) else []


def holds(source: Source, edits: list[Edit]) -> bool:
    """Whether the edited text, read again, says what the old one says but for the changes of the edits."""
    new = Source.of(source.bytes(edited(source.text, edits)))
    if new is None:
        return False
    expected = content(source.document.root)
    for change in sorted((each for edit in edits for each in edit.changes), key=_order):
        _apply(expected, change)
    return same(content(new.document.root), expected)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits; what lies in a stretch that another edit takes out goes with it."""
    # What is put in before a stretch that is taken out stays in; of two that begin alike the longer one counts.
    cuts = sorted(
        (cut for edit in edits for cut in edit.cuts), key=lambda cut: (cut.start, cut.end > cut.start, -cut.end)
    )
    pieces, done = [], 0
    for cut in cuts:
        if cut.start < done and cut.text:
            continue
        pieces += [text[done : cut.start], cut.text]
        done = max(done, cut.end)
    return "".join([*pieces, text[done:]])


def content(node: Node | None) -> Content:
    """What a node says."""
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: content(value) for key, value in node.entries}
    return [content(item) for item in node.items]


def same(left: Content, right: Content) -> bool:
    """Whether two contents are equal, the order of their keys included."""
    if isinstance(left, dict) and isinstance(right, dict):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return isinstance(left, str) and left == right


def _order(change: Change) -> tuple[bool, list[int]]:
    """Items leave a list from its end on, after everything else, so that no position moves before it is used."""
    if isinstance(change, Drop):
        return True, [-step if isinstance(step, int) else 0 for step in change.path]
    return False, []


def _apply(whole: Content, change: Change) -> None:
    """Make the change in `whole` itself."""
    *above, last = change.path
    part = _part(whole, above)
    if isinstance(change, Drop):
        del part[last]
    elif isinstance(change, Put):
        part[last] = change.text
    else:
        part[last] = {change.key: change.text, **part[last]}


def _part(whole: Content, path: Iterable[str | int]) -> Any:  # noqa: ANN401 - a mapping or a list, as the path has it
    part: Any = whole
    for step in path:
        part = part[step]
    return part
