"""The event stream of a YAML text: libyaml's where PyYAML has it, else PyYAML's own, made to read alike.

libyaml is the measure, being what nearly everyone runs. PyYAML's own scanner differs from it in flow collections
(`{who: Who?}`, `{a:}`), in tags, and in the escapes and directives that it lets through, so those are scanned here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn, Protocol, cast

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken, TagToken

from factlint.reading.yaml.nodes import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import Mark as PureMark

_BREAKS = r"\r\n\x85\u2028\u2029"
_SPACE = rf"\0 \t{_BREAKS}"
_BLOCK_WORD = re.compile(rf"(?:[^:{_SPACE}]|:(?![{_SPACE}]))++")
_FLOW_WORD = re.compile(rf"(?:[^:,\[\]{{}}{_SPACE}]|:(?![,?\[\]{{}}{_SPACE}]))++")
_FLOW_COLON = re.compile(r":[,?\[\]{}]")
_INDICATORS = re.compile(r"([-+])([0-9])?|([0-9])([-+])?")

_URI = r"(?:[-\w;/?:@&=+$.!~*'()]|%[0-9A-Fa-f]{2})"
_TAG = re.compile(
    rf"!(?:<(?:{_URI}|[,\[\]])++>|(?P<handle>[-\w]*+!){_URI}++|[-\w]*+(?!!){_URI}*+)"
    rf"(?:(?=[{_SPACE}])|(?P<comma>(?=,)))",
    re.ASCII,
)

# YAML 1.1 §5.6; a surrogate, and what lies above U+10FFFF, is no character. A line `---` ends every scalar.
_DOUBLE_QUOTED = re.compile(
    rf"""
    "(?: [^"\\{_BREAKS}]
       | [{_BREAKS}](?!(?:---|\.\.\.)[{_SPACE}])
       | \\(?: [0abtnvfre\ \t"/\\N_LP]
            | (?=[{_BREAKS}])
            | x[0-9A-Fa-f]{{2}}
            | (?:u|U0000)(?![Dd][89A-Fa-f])[0-9A-Fa-f]{{4}}
            | U00(?:0[1-9A-Fa-f]|10)[0-9A-Fa-f]{{4}}
          )
    )*+
    """,
    re.VERBOSE,
)


class Mark(Protocol):
    """A place of either parser: the offset, line and column, all from 0 and in code points."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """An event of either parser; `anchor` and what follows exist where their meaning does."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    flow_style: bool
    value: str
    style: str | None


class UnreadableError(Exception):
    """The parser would go on, but not to anything that a fact file may hold: a sentence, and an offset."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def admit(start: Event, text: str, depth: int) -> None:
    """Raise UnreadableError if the collection that begins with `start`, inside `depth` others, may not be read."""
    at = start.start_mark.index
    if depth >= MAX_DEPTH:
        raise UnreadableError(f"this is nested deeper than {MAX_DEPTH} levels; write it flatter", at)
    # libyaml 0.2.5 skips the token after a ? without a key: in `[?]` the bracket.
    if start.flow_style and text.startswith("?", at):
        raise UnreadableError("a list item cannot begin with ?; put the text in quotation marks", at)


def bad_escape(text: str, start: int) -> int | None:
    """The offset of the first backslash that begins no escape in the double-quoted scalar at `start`, or None."""
    match = _DOUBLE_QUOTED.match(text, start)
    return match.end() if match and text.startswith("\\", match.end()) else None


def open_events(text: str, *, pure: bool) -> Callable[[], Event]:
    """A function that gives the next event of `text` at each call, up to the end of the stream.

    The function raises yaml.MarkedYAMLError where the text is no YAML. `pure` asks for PyYAML's own parser.
    """
    if pure or not yaml.__with_libyaml__:
        return _PureParser(text).next_event
    # There only where PyYAML was built with libyaml.
    from yaml._yaml import CParser

    return cast("Callable[[], Event]", CParser(text).get_event)


class _PureParser(yaml.SafeLoader):
    """PyYAML's own parser with libyaml's reading of words in flow collections, tags, escapes and directives."""

    def next_event(self) -> Event:
        """The next event."""
        return cast("Event", self.get_event())  # type: ignore[no-untyped-call] # the stubs say no more

    def fetch_stream_end(self) -> None:
        """The end of the text, which ends its last line."""
        if self.column:
            self.line, self.column = self.line + 1, 0
            self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_block_scalar_indicators(self, start_mark: PureMark) -> tuple[bool | None, int | None]:
        """What follows | or >: whether to keep the last line breaks, and the indentation."""
        match = _INDICATORS.match(self.buffer, self.pointer)
        signs, digits = (match[1] or match[4], match[2] or match[3]) if match else (None, None)
        if digits == "0":
            _refuse("a block scalar", start_mark, "found an indentation indicator equal to 0", self.get_mark())
        self.forward(len(match[0]) if match else 0)
        return {"+": True, "-": False}.get(signs or ""), int(digits) if digits else None

    def scan_plain(self) -> ScalarToken:
        """A plain scalar (libyaml 0.2.5, yaml_parser_scan_plain_scalar)."""
        start = end = self.get_mark()
        word = _FLOW_WORD if self.flow_level else _BLOCK_WORD
        chunks: list[str] = []
        spaces: list[str] | None = []
        while self.peek() != "#" and (match := word.match(self.buffer, self.pointer)):
            self.allow_simple_key = False
            chunks += [*(spaces or []), match[0]]
            self.forward(len(match[0]))
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start)
            if not spaces or (not self.flow_level and self.column <= self.indent):
                break
        if self.flow_level and _FLOW_COLON.match(self.buffer, self.pointer):
            _refuse("a plain scalar", start, "found unexpected ':'", self.get_mark())
        return ScalarToken("".join(chunks), plain=True, start_mark=start, end_mark=end)

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """A quoted scalar, whose escapes must be characters."""
        if style == '"' and bad_escape(self.buffer, self.pointer) is not None:
            _refuse("a quoted scalar", self.get_mark(), "found unknown escape character", self.get_mark())
        return super().scan_flow_scalar(style)

    def scan_tag(self) -> TagToken:
        """A tag (libyaml 0.2.5, yaml_parser_scan_tag), which in a flow collection ends at a comma too."""
        start = self.get_mark()
        match = _TAG.match(self.buffer, self.pointer)
        if not match or (match["comma"] is not None and not self.flow_level):
            _refuse("a tag", start, "did not find expected whitespace or line break", start)
        self.forward(len(match[0]))
        handle = match["handle"] and f"!{match['handle']}"
        return TagToken((handle, match[0]), start, self.get_mark())

    def scan_directive_name(self, start_mark: PureMark) -> str:
        """The name of a directive, of which there are two."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call] # as above
        if name not in {"YAML", "TAG"}:
            _refuse("a directive", start_mark, "found unknown directive name", self.get_mark())
        return name

    def scan_yaml_directive_number(self, start_mark: PureMark) -> int:
        """Half of a version number, of at most nine digits."""
        if re.match("[0-9]{10}", self.prefix(10)):
            _refuse("a directive", start_mark, "found extremely long version number", self.get_mark())
        return int(super().scan_yaml_directive_number(start_mark))


def _refuse(what: str, start: PureMark, problem: str, mark: PureMark) -> NoReturn:
    raise ScannerError(f"while scanning {what}", start, problem, mark)
