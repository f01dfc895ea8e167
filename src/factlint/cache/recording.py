"""What a run of `factlint check` writes, recorded while it writes it."""

# ruff: noqa: PTH100, PTH118, PTH120 - paths are compared as the rest of the cache writes them

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.cache.answers import FILE, STDERR, STDOUT, keep
from factlint.cache.request import own_code, packages, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO, TextIO

    from _typeshed import ReadableBuffer

    from factlint.cache.answers import Effect, Found
    from factlint.cache.question import Question
    from factlint.corpus.settings import Settings


class Recording:
    """The output of a run, which becomes the answer to its question with `keep`.

    `terminal` is standard error itself, for what is gone when the run is over; `question` is None where nothing is to
    be kept; `found` is what the run found, where more than its answer is to be kept.
    """

    def __init__(self, question: Question | None) -> None:
        self.terminal = sys.stderr
        self.question = question
        self.found: Found | None = None
        self._effects: list[Effect] = []
        self._code = _loaded()
        self._day = today()

    def add(self, target: bytes, content: bytes) -> None:
        """The run wrote bytes to a stream."""
        self._effects.append((target, content))

    def add_file(self, path: Path, text: str) -> None:
        """The run wrote a text to a file."""
        self.add(FILE + os.fsencode(path), text.encode())

    def keep(self, status: int, settings: Settings) -> None:
        """Keep the answer of a run that ended with this status, unless it depends on what the cache does not watch."""
        question = self.question
        if question is None or status not in (0, 1) or str(settings.root) != question.project.root:
            return
        baseline = os.path.join(settings.root, settings.baseline) if settings.baseline else ""
        if baseline == question.baseline and not self._has_foreign_code(question.project.root):
            keep(question, status, self._joined(), "" if settings.date else self._day, self.found)

    def _joined(self) -> list[Effect]:
        runs = groupby(self._effects, key=lambda effect: effect[0])
        return [(target, b"".join(content for _, content in effects)) for target, effects in runs]

    def _has_foreign_code(self, root: str) -> bool:
        """Whether a project's own rule imported what is neither installed, the tool's nor under checks/."""
        watched = (own_code(), os.path.dirname(os.path.abspath(os.__file__)), os.path.join(root, "checks"), *packages())
        folders = tuple(os.path.join(folder, "") for folder in watched)
        return any(not os.path.abspath(path).startswith(folders) for path in _loaded() - self._code)


def _loaded() -> set[str]:
    """The files of the modules that are loaded."""
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    return {file for file in files if isinstance(file, str)}


@contextmanager
def recording(question: Question | None) -> Iterator[Recording]:
    """A recording of what is written to standard output and standard error meanwhile.

    Without a question, and where click writes past the streams to a console of Windows, it records and keeps nothing.
    """
    consoles = os.name == "nt" and (sys.stdout.isatty() or sys.stderr.isatty())
    record = Recording(None if consoles else question)
    if question is None or consoles:
        yield record
        return
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _heard(streams[0], STDOUT, record), _heard(streams[1], STDERR, record)
    try:
        yield record
    finally:
        heard = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = streams
        for stream in heard:
            stream.flush()


def _heard(stream: TextIO, target: bytes, record: Recording) -> TextIO:
    """The stream, with what is written to it recorded."""
    stream.flush()
    return io.TextIOWrapper(
        _Tee(stream.buffer, target, record), stream.encoding, stream.errors, line_buffering=stream.isatty()
    )


class _Tee(io.BufferedIOBase):
    """A binary stream that writes to another one and records it."""

    def __init__(self, stream: BinaryIO, target: bytes, record: Recording) -> None:
        self._stream = stream
        self._target = target
        self._record = record

    @property
    def name(self) -> str:
        return str(self._stream.name)

    def writable(self) -> bool:
        return True

    def write(self, content: ReadableBuffer) -> int:
        written = self._stream.write(content)
        self._record.add(self._target, bytes(content))
        return written

    def flush(self) -> None:
        if not self.closed:
            self._stream.flush()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()
