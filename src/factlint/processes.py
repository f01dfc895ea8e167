"""Work for all cores: one function for many items, in processes of their own where that pays."""

from __future__ import annotations

import os
import signal
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

_INSIDE = "FACTLINT_INSIDE"
"""In the environment of a process that was started here."""

_CHUNKS = 8
"""So many chunks a process: enough that none waits long for the last one."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def mapped(function: Callable[[Item], Result], items: Sequence[Item], worth: int) -> Iterator[Result]:
    """What `function` makes of each item, in order; from `worth` items on in as many processes as there are cores.

    Function, items and results have to be picklable: a process starts anew (`spawn`), since a copy of one with threads
    may hang. Where no process can be started, or one dies, this one does what is left. What the function raises is
    raised here.
    """
    done = 0
    if cores() > 1 and len(items) >= worth and _INSIDE not in os.environ:
        try:
            with ProcessPoolExecutor(cores(), get_context("spawn"), initializer=_left_to_the_parent) as pool:
                for result in pool.map(function, items, chunksize=-(-len(items) // (cores() * _CHUNKS))):
                    yield result
                    done += 1
        except (BrokenExecutor, OSError):
            items = items[done:]
            done = 0
    yield from map(function, items[done:])


def _left_to_the_parent() -> None:
    """An interrupt ends the parent, which ends its processes; they say nothing of it, and start none of their own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ[_INSIDE] = "1"
