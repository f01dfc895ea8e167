"""Work for all cores: one function for many items, in processes of their own where that pays."""

from __future__ import annotations

import gc
import os
import signal
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType
    from typing import Self

Item = TypeVar("Item")
Result = TypeVar("Result")

_INSIDE = "FACTLINT_INSIDE"
"""In the environment of a process that was started here."""

_CHUNKS = 8
"""So many chunks a process: enough that none waits long for the last one."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """As many processes as there are cores, from the first work on that is worth it to the end of the context.

    A process starts anew (`spawn`), since a copy of one with threads may hang. Where none can be started, or one dies,
    this one does what is left.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._alone = cores() < 2 or _INSIDE in os.environ  # noqa: PLR2004 - more than this process

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=error is not None)

    def begin(self, ready: Callable[[], object]) -> None:
        """Start the processes for work that is about to come; `ready` has what they import meanwhile."""
        with suppress(BrokenExecutor, OSError):
            for _ in range(0 if self._alone else cores()):
                self._started().submit(ready)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(cores(), get_context("spawn"), initializer=_beginning)
        return self._pool

    def mapped(self, function: Callable[[Item], Result], items: Sequence[Item], worth: int) -> Iterator[Result]:
        """What `function` makes of each item, in order; from `worth` items on in processes of their own.

        Function, items and results have to be picklable. What the function raises is raised here.
        """
        done = 0
        if not self._alone and len(items) >= worth:
            try:
                for result in self._started().map(function, items, chunksize=-(-len(items) // (cores() * _CHUNKS))):
                    yield result
                    done += 1
            except (BrokenExecutor, OSError):
                self._alone = True
        yield from map(function, items[done:])


def _beginning() -> None:
    """An interrupt ends the parent, which ends its processes; they say nothing of it, and start none of their own.

    As the parent does, they do without a search for cyclic garbage.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ[_INSIDE] = "1"
