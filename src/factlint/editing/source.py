"""A YAML file to be edited: its bytes, its text, and where the nodes stand in that text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.reading import yaml
from factlint.reading.yaml import Span
from factlint.reading.yaml.text import Places

if TYPE_CHECKING:
    from factlint.reading.yaml import Document

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the reader takes without a problem.

    `mark` is its byte order mark, if it has one, and `text` what follows; `eol` is how its first line ends.
    """

    mark: bytes
    text: str
    eol: str
    document: Document
    places: Places

    @classmethod
    def of(cls, data: bytes) -> Source | None:
        """The file with these bytes; None where the reader finds a problem in them, for then nothing is sure."""
        document = yaml.read(data)
        if document.broken or document.problems:
            return None
        mark = _BOM if data.startswith(_BOM) else b""
        text = data.removeprefix(_BOM).decode("utf-8")
        first = text.find("\n")
        eol = "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
        return cls(mark, text, eol, document, Places(text))

    def offset(self, line: int, column: int) -> int:
        """The offset of a place, both counted from 1."""
        return self.places.end_offset(Span(line, column, line, column))

    def range(self, span: Span) -> tuple[int, int]:
        """The offsets of a span: where it begins, and where it has ended."""
        return self.offset(span.line, span.column), self.places.end_offset(span)

    def bytes(self, text: str) -> bytes:
        """The bytes of the file with another text."""
        return self.mark + text.encode("utf-8")
