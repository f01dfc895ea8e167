"""Answers that were given: told apart by what was asked and by all that they depend on, and given again.

An answer is found in two steps. Where the metadata of all inputs is that of an earlier run, their contents are known
from then (the file `stamp`); else those files are read whose metadata is new.
"""

# ruff: noqa: PTH120 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os
import sys

from factlint.cache.folder import prune, read_parts, write_file, write_parts
from factlint.cache.question import question_of
from factlint.cache.request import today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Protocol

    from factlint.cache.question import Question

    class Found(Protocol):
        """What a run found."""

        @property
        def opened(self) -> Collection[str] | None:
            """The fact files that it read, from the project's folder; None for all."""

        @property
        def keep(self) -> Callable[[], None]:
            """What keeps it beside the answer."""

    Effect = tuple[bytes, bytes]

STDOUT, STDERR, FILE = b"1", b"2", b"="
"""Where output goes, with the path of a file after its mark."""

_HEAD = 2
"""So many parts are before the output: the status and the day."""

_STATUSES = {b"0": 0, b"1": 1}


def ask(arguments: Sequence[str]) -> Question | None:
    """The question that a run of `factlint check` with these arguments is; None where its answer is not to be kept."""
    if os.environ.get("FACTLINT_NO_CACHE") or not (_has_bytes(sys.stdout) and _has_bytes(sys.stderr)):
        return None
    try:
        return question_of(arguments)
    except (OSError, ValueError):
        return None  # the run will meet the same, and say it


def recall(question: Question) -> int | None:
    """Give the kept answer: write what the run wrote, to files and streams, and return its status; None without one."""
    parts = read_parts(question.answer) or []
    if len(parts) < _HEAD or len(parts) % 2 or parts[0] not in _STATUSES or parts[1] not in {b"", today().encode()}:
        return None
    effects = list(zip(parts[2::2], parts[3::2], strict=True))
    try:
        if not _can_be_given(effects, question):
            return None
        _give(effects)
    except (OSError, ValueError):
        return None  # the run will meet the same, and say it
    _noted(question)
    return _STATUSES[parts[0]]


def keep(question: Question, status: int, effects: Sequence[Effect], day: str, found: Found | None = None) -> None:
    """Keep an answer, where nothing that the run read changed since it was asked for, and then what the run `found`.

    `day` is the day that counted as today where the machine's clock said so, else empty. Where the cache cannot be
    written, nothing is kept.
    """
    parts = [b"%d" % status, day.encode(), *[text for effect in effects for text in effect]]
    try:
        if question.still_stands(None if found is None else found.opened) and day in {"", today()} and _noted(question):
            write_parts(question.answer, parts)
            prune(os.path.dirname(question.answer))
            if found is not None:
                found.keep()
    except (OSError, ValueError):
        return  # what cannot be kept costs time, and does no harm


def _noted(question: Question) -> bool:
    """Keep what was learned of the inputs, where the cache can be written."""
    try:
        return question.note()
    except OSError:
        return False


def _has_bytes(stream: object) -> bool:
    return hasattr(stream, "buffer")


def _can_be_given(effects: Sequence[Effect], question: Question) -> bool:
    """Whether every target is a stream, or a file that the arguments name and that is no folder."""
    files = [_path(target) for target, _ in effects if target[:1] == FILE]
    if any(target not in {STDOUT, STDERR} for target, _ in effects if target[:1] != FILE):
        return False
    named = all(path and any(each.endswith(path) for each in question.arguments) for path in files)
    return named and not any(map(os.path.isdir, files)) and len(set(map(os.path.realpath, files))) == len(files)


def _give(effects: Sequence[Effect]) -> None:
    for target, content in effects:
        if target[:1] == FILE:
            write_file(_path(target), content)
    for target, content in effects:
        if target in {STDOUT, STDERR}:
            stream = sys.stdout if target == STDOUT else sys.stderr
            stream.buffer.write(content)
            stream.buffer.flush()


def _path(target: bytes) -> str:
    return os.fsdecode(target[1:])
