"""Work for all cores: one function for many items, in processes of their own where that pays."""

from __future__ import annotations

import gc
import os
import signal
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

Item = TypeVar("Item")
Result = TypeVar("Result")

INSIDE = "FACTLINT_INSIDE"
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
        self._alone = cores() < 2 or INSIDE in os.environ  # noqa: PLR2004 - more than this process

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

    def mapped(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        worth: int,
        begun: Callable[[int], object] = lambda _number: None,
    ) -> Iterator[Result]:
        """What `function` makes of each item, in order; from `worth` items on in processes of their own.

        Function, items and results have to be picklable. What the function raises is raised here. `begun` is told how
        many items are done, of those in processes of their own when the next result is there.
        """
        alone = len(items) < worth
        made = map(function, items) if alone else self.streamed(function, items, -(-len(items) // (cores() * _CHUNKS)))
        begun(0)
        for number, result in enumerate(made, start=1):
            yield result
            begun(number)

    def streamed(self, function: Callable[[Item], Result], items: Iterable[Item], chunk: int) -> Iterator[Result]:
        """The same of items that are still being found, so many at a time; nothing comes back before all are found."""
        given = []
        source = iter(items)
        while part := list(islice(source, chunk)):
            given.append((part, self._submitted(function, part)))
        for part, future in given:
            yield from self._done(future) or map(function, part)

    def _submitted(self, function: Callable[[Item], Result], part: list[Item]) -> Future[list[Result]] | None:
        """The work on some items in another process, where one can be had."""
        try:
            return None if self._alone else self._started().submit(_each, function, part)
        except (BrokenExecutor, OSError):
            self._alone = True
            return None

    def _done(self, future: Future[list[Result]] | None) -> list[Result] | None:
        """What another process has made of items; None where it came to its end before."""
        try:
            return None if future is None else future.result()
        except BrokenExecutor:
            self._alone = True
            return None


def _each(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [function(item) for item in items]


def _beginning() -> None:
    """An interrupt ends the parent, which ends its processes; they say nothing of it, and start none of their own.

    As the parent does, they do without a search for cyclic garbage.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ[INSIDE] = "1"
