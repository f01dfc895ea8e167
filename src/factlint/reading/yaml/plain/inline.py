"""A value on one line to its node: plain and quoted words, and brackets around them."""

from __future__ import annotations

from factlint.reading.yaml.nodes import Mapping, Node, Scalar, Sequence
from factlint.reading.yaml.plain.flow import flow, scalar
from factlint.reading.yaml.plain.opened import NotPlainError
from factlint.reading.yaml.plain.words import COMMENT, LIST, PAIRS, PLAIN, QUOTED

# All keys in a line shorter than this are short enough for libyaml.
_SHORT = 1000


def without_comment(rest: str) -> tuple[str, bool]:
    """The rest of a line without the comment at its end and the space before that, and whether there is a comment.

    Where a comment comes after a # in quotation marks, the cut leaves no value that can be read.
    """
    content, mark, comment = rest.partition(" #")
    if not mark or QUOTED.fullmatch(rest.strip(" ")):
        return rest.rstrip(" "), False
    if not COMMENT.fullmatch(f"#{comment}"):
        raise NotPlainError
    return content.rstrip(" "), True


def inline(text: str, line: int, column: int) -> Node:
    """The value `text`, without space around it, that begins at `line` and `column`, from 0.

    Raises NotPlainError for anything but plain and quoted words and collections of them in brackets.
    """
    if text[0] == "[" and LIST.fullmatch(text):
        return _list(text, line, column)
    if text[0] == "{" and len(text) < _SHORT and PAIRS.fullmatch(text):
        return _pairs(text, line, column)
    if text[0] in "[{":
        return flow(text, line, column)
    if PLAIN.fullmatch(text) or QUOTED.fullmatch(text):
        return scalar(text, line, column)
    raise NotPlainError


def _list(text: str, line: int, column: int) -> Sequence:
    make, items, start = tuple.__new__, [], column + 1
    for word in text[1:-1].split(", "):
        end = start + len(word)
        items.append(make(Scalar, (word, False, line, start, line, end)))
        start = end + 2
    return make(Sequence, (tuple(items), line, column, line, column + len(text)))


def _pairs(text: str, line: int, column: int) -> Mapping:
    make, start = tuple.__new__, column + 1
    pairs, entries = text[1:-1].split(", "), {}
    for pair in pairs:
        key, _, value = pair.partition(": ")
        middle = start + len(key)
        end = start + len(pair)
        entries[key] = (
            make(Scalar, (key, False, line, start, line, middle)),
            make(Scalar, (value, False, line, middle + 2, line, end)),
        )
        start = end + 2
    if len(entries) != len(pairs):
        raise NotPlainError
    return make(Mapping, (entries, line, column, line, column + len(text)))
