"""Brackets in each other on one line to their node."""

from __future__ import annotations

from factlint.reading.yaml.nodes import Mapping, Node, Scalar, Sequence
from factlint.reading.yaml.plain.opened import NotPlainError, Open, OpenMapping, OpenSequence
from factlint.reading.yaml.plain.words import STEP

_MOST_NESTED = 8
# The steps of a line are held at once.
_LONGEST_LINE = 20_000
# libyaml looks no further than 1,024 characters for the colon of a key.
_LONGEST_KEY = 128


def flow(text: str, line: int, column: int) -> Node:
    """The collection `text`, from bracket to bracket, that begins at `line` and `column`, from 0.

    Raises NotPlainError where it is not complete, not simple, or followed by anything.
    """
    if len(text) > _LONGEST_LINE:
        raise NotPlainError
    around = OpenSequence(line, column)
    opened: list[Open] = [around]
    comma = False
    for step, opening, word, after_word, closing, after_closing in STEP.findall(text):
        if opening and len(opened) <= _MOST_NESTED:
            opened.append(OpenMapping(column) if opening == "{" else OpenSequence(line, column))
        elif word:
            _take(opened[-1], scalar(word.rstrip(" "), line, column), after_word)
        elif closing and not comma and len(opened) > 1:
            node = _closed(opened.pop(), closing, line, column + 1)
            opened[-1].add(node)
        else:
            raise NotPlainError
        comma = "," in (after_word or after_closing)
        column += len(step)
    if comma or opened != [around] or len(around.items) != 1:
        raise NotPlainError
    return around.items[0]


def scalar(text: str, line: int, column: int) -> Scalar:
    """The scalar `text`, with its quotation marks if it has any, that begins at `line` and `column`, from 0."""
    quoted = text[0] in "'\""
    content = text[1:-1] if quoted else text
    return tuple.__new__(Scalar, (content, quoted, line, column, line, column + len(text)))


def _take(innermost: Open, word: Scalar, after: str) -> None:
    """Take `word` as a key if a colon comes `after` it, else as a value."""
    if after[:1] != ":":
        innermost.add(word)
    elif isinstance(innermost, OpenMapping) and len(word.text) <= _LONGEST_KEY:
        innermost.expect(word)
    else:
        raise NotPlainError


def _closed(opened: Open, closing: str, line: int, end: int) -> Node:
    place = (line, opened.column, line, end)
    if isinstance(opened, OpenMapping) and closing == "}" and opened.key is None:
        return tuple.__new__(Mapping, (opened.entries, *place))
    if isinstance(opened, OpenSequence) and closing == "]":
        return tuple.__new__(Sequence, (tuple(opened.items), *place))
    raise NotPlainError
