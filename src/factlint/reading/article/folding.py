"""A text without the differences that printing makes, and the way back to its places."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SINGLE = "‘’‚‛‹›′‵`´ʹʻʼʽ＇\u1fef\u1ffd\u0374"
_DOUBLE = "“”„‟«»″‶〝〞〟＂"
_DASHES = "‐‑‒–—―⁃−﹘﹣－"
_PRINTED = str.maketrans(_SINGLE + _DOUBLE + _DASHES, "'" * len(_SINGLE) + '"' * len(_DOUBLE) + "-" * len(_DASHES))

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
# A plain space alone is as it should be; leaving it out saves a match for every word.
_SPACING = re.compile(rf"[^\S ][\s{_UNSEEN}]*|[{_UNSEEN}][\s{_UNSEEN}]*| [\s{_UNSEEN}]+")
_BEYOND_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
# Canonical ordering takes quadratic time in a run of marks; UAX #15 §13 allows 30 of them, more stay as they are.
_RUN_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters and its end, the offset in the original (len(text) + 1 of them)."""

    text: str
    offsets: array[int]


def fold(text: str) -> Folded:
    """Fold what printing changes: white space, quotation marks, dashes, invisible characters, Unicode to NFC.

    A run of white space is one space, quotation marks are ' or ", dashes are -, soft hyphens and zero-width characters
    are dropped, and what remains is composed (Unicode NFC, UAX #15). Letters, digits and case stay. Folding a folded
    text changes nothing.
    """
    straight = text.translate(_PRINTED)
    spaced, offsets = _edited(straight, range(len(text) + 1), _spacing(straight))
    return Folded(*_edited(spaced, offsets, _compositions(spaced)))


def _edited(text: str, offsets: Sequence[int], edits: Iterable[tuple[int, int, str]]) -> tuple[str, array[int]]:
    """`text` with each stretch (start, end) replaced, and the original offsets of what comes out."""
    parts: list[str] = []
    origin = array("I")
    done = 0
    for start, end, new in edits:
        parts += (text[done:start], new)
        origin.extend(offsets[done:start])
        origin.extend(repeat(offsets[start], len(new)))
        done = end
    parts.append(text[done:])
    origin.extend(offsets[done:])
    return "".join(parts), origin


def _spacing(text: str) -> Iterator[tuple[int, int, str]]:
    for run in _SPACING.finditer(text):
        blank = any(char.isspace() for char in run.group())
        yield run.start(), run.end(), " " if blank else ""


def _compositions(text: str) -> Iterator[tuple[int, int, str]]:
    """The clusters of `text` that NFC writes otherwise. An ASCII character never composes with one before it."""
    if text.isascii():
        return
    for start, end in _between_runs_of_marks(text):
        for run in _BEYOND_ASCII.finditer(text, start, end):
            if not unicodedata.is_normalized("NFC", run.group()):
                yield from _clusters(run.group(), run.start())


def _between_runs_of_marks(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for run in _RUN_OF_MARKS.finditer(text):
        yield done, run.start()
        done = run.end()
    yield done, len(text)


def _clusters(run: str, base: int) -> Iterator[tuple[int, int, str]]:
    start = 0
    for end in range(1, len(run) + 1):
        if end < len(run) and _joins(run[start:end], run[end]):
            continue
        composed = unicodedata.normalize("NFC", run[start:end])
        if composed != run[start:end]:
            yield base + start, base + end, composed
        start = end


def _joins(cluster: str, char: str) -> bool:
    """Whether `char` is a mark on the cluster or composes with it (as the parts of a Hangul syllable do)."""
    if unicodedata.combining(unicodedata.normalize("NFD", char)[0]):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", cluster + char) != apart
