"""What YAML allows, or lets through, and a fact file must not hold: stray characters and directives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading.yaml.nodes import Problem
from factlint.reading.yaml.text import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is not c-printable (YAML 1.2.2 §5.1), and the byte order mark, which libyaml drops and PyYAML keeps.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")

_BREAKS = "\r\n\x85\u2028\u2029"
_LINE_REST = re.compile(f"[^{_BREAKS}]*+")
_BLANK = re.compile(f"(?:[ \t{_BREAKS}]++|#[^{_BREAKS}]*+)*+")
_END_MARK = re.compile(rf"(?:\A|(?<=[{_BREAKS}]))\.\.\.(?=[ \t{_BREAKS}]|\Z)")


def without_refused(text: str) -> tuple[str, list[Problem]]:
    """The text with each character that YAML refuses read as U+FFFD; the first of each line is a problem."""
    if not _REFUSED.search(text):
        return text, []
    places = Places(text)
    problems = [
        Problem("yaml-syntax", _refusal(match[0]), places.span(*match.span()))
        for match in places.one_a_line(_REFUSED.finditer(text))
    ]
    return _REFUSED.sub("\ufffd", text), problems


def _refusal(character: str) -> str:
    name = "the byte order mark" if character == "\ufeff" else "the control character"
    return f"{name} U+{ord(character):04X} cannot stand in the text; remove it"


def after_blank(text: str, start: int) -> int:
    """The offset of the first character from `start` on that is no white space, comment or `...` line."""
    end = _end(_BLANK, text, start)
    while _END_MARK.match(text, end):
        end = _end(_BLANK, text, end + 3)
    return end


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def without_directives(text: str) -> tuple[str, list[Problem]]:
    """The text with the lines like `%YAML 1.2` before its content made comments; each is a problem."""
    offsets = list(_directives(text))
    if not offsets:
        return text, []
    places = Places(text)
    message = "a line cannot begin with %: remove this line"
    problems = [Problem("yaml-syntax", message, places.span(at, at + 1)) for at in offsets]
    starts, ends = [0, *(at + 1 for at in offsets)], [*offsets, len(text)]
    return "#".join(text[start:end] for start, end in zip(starts, ends, strict=True)), problems


def _directives(text: str) -> Iterator[int]:
    """The offset of each directive before the content."""
    at = after_blank(text, 0)
    while text.startswith("%", at) and (at == 0 or text[at - 1] in _BREAKS):
        yield at
        at = after_blank(text, _end(_LINE_REST, text, at))
