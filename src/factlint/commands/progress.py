"""What a long run is at, on standard error: only on a terminal, and only after two seconds."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, TextIO

from factlint.reports.words import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.live import Live
    from rich.spinner import Spinner

AFTER = 2.0
"""Seconds before anything is shown."""


class Progress:
    """A line that says the stage of a run; `show` makes it appear, `stop` takes it away without a trace.

    The time until it appears counts from the first stage on: until then there is no thread, so that the run can be
    divided among copies of the process.
    """

    def __init__(self, stream: TextIO, timer: Callable[..., Timer] | None) -> None:
        self._stream = stream
        self._waiting = None if timer is None else timer(AFTER, self.show)
        self._lock = Lock()
        self._stage = ""
        self._live: Live | None = None
        self._over = False

    def __call__(self, stage: str) -> None:
        """The run is at another stage."""
        if self._waiting is not None and not self._stage:
            self._waiting.daemon = True
            self._waiting.start()
        with self._lock:
            self._stage = stage
            if self._live is not None:
                self._live.update(self._line())

    def show(self) -> None:
        """From now on the stage is shown; nothing where the run is over."""
        with self._lock:
            if self._over:
                return
            from rich.console import Console
            from rich.live import Live

            console = Console(file=self._stream)
            # what a project's own rule prints meanwhile goes where it was printed to
            self._live = Live(
                self._line(), console=console, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._live.start()

    def stop(self) -> None:
        """The line goes, and does not come any more."""
        if self._waiting is not None:
            self._waiting.cancel()
        with self._lock:
            self._over = True
            if self._live is not None:
                self._live.stop()
                self._live = None

    def _line(self) -> Spinner:
        from rich.spinner import Spinner
        from rich.text import Text

        return Spinner("dots", Text(f"factlint: {safe(self._stage)} …"))


@contextmanager
def progress(
    *, quiet: bool = False, stream: TextIO | None = None, timer: Callable[..., Timer] = Timer
) -> Iterator[Callable[[str], None]]:
    """A function that takes the words of each stage; they are shown on the stream, by default standard error.

    Nothing is shown on what is no terminal or one that cannot move back (`TERM=dumb`), nor where `quiet`.
    """
    stream = stream or sys.stderr
    unseen = quiet or not stream.isatty() or os.environ.get("TERM") == "dumb"
    shown = Progress(stream, None if unseen else timer)
    try:
        yield shown
    finally:
        shown.stop()
