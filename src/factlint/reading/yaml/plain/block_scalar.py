"""A block scalar of simple lines to its text."""

from __future__ import annotations

import re

from factlint.reading.yaml.nodes import Scalar
from factlint.reading.yaml.plain.opened import NotPlainError

_BREAKS = re.compile(r"\n(\n*)")


def block_scalar(written: str, line: int, column: int, key_column: int) -> Scalar:
    """The scalar `written` as a header, at `line` and `column` from 0, and lines, the last of them not empty.

    Raises NotPlainError unless all lines are indented at least like the first, deeper than the key, and folded ones
    just like it (YAML 1.1 §9.2 and §9.3).
    """
    header, *lines = written.split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    content = "\n".join([each[margin:] for each in lines])
    if margin <= key_column or any(each and each[:margin].strip(" ") for each in lines):
        raise NotPlainError
    if header[0] == ">":
        content = _folded(content)
    end = "" if header[1:] else "\n"
    return tuple.__new__(Scalar, (content + end, False, line, column, line + len(lines), len(lines[-1])))


def _folded(content: str) -> str:
    if "\n " in content:
        raise NotPlainError
    return _BREAKS.sub(lambda breaks: breaks[1] or " ", content)
