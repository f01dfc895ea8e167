"""What a child process costs: wall time, and processor time with that of its own children."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHORT = 20.0
"""Seconds up to which a run is repeated."""
TIMES = 3
LONGEST = 1800.0
"""Seconds after which a run is ended."""
NOTHING_FOUND, FOUND = 0, 1
_LINE = 200


class FailedError(Exception):
    """A tool could not do its work; the text says why."""


class Cost(NamedTuple):
    """Seconds of the clock and of the processor."""

    wall: float
    cpu: float


class Task(NamedTuple):
    """Commands run one after another in a folder.

    statuses: those with which a command has done its work, whatever it found.
    environment: variables besides the machine's.
    """

    commands: Sequence[Sequence[str]]
    folder: Path
    statuses: tuple[int, ...] = (NOTHING_FOUND, FOUND)
    environment: Mapping[str, str] = {}


def best(task: Task) -> tuple[Cost, list[str]]:
    """The least that the commands cost, of three runs where one is short, and what each wrote the first time.

    Raises FailedError where a command ends with another status, or does not end.
    """
    (cost,), written = in_turn([task])
    return cost, written


def in_turn(tasks: Sequence[Task]) -> tuple[list[Cost], list[str]]:
    """What each of some tasks costs, as `best` has it, run in turn so that a busy machine is as busy for each.

    Returns the costs, and what the last task wrote the first time. Raises FailedError as `best` does.
    """
    costs: list[list[Cost]] = [[] for _ in tasks]
    first: list[str] = []
    for _ in range(TIMES):
        for task, took in zip(tasks, costs, strict=True):
            cost, written = _once(task)
            took.append(cost)
        first = first or written
        if max(took[0].wall for took in costs) > SHORT:
            break
    return [Cost(min(each.wall for each in took), min(each.cpu for each in took)) for took in costs], first


def _once(task: Task) -> tuple[Cost, list[str]]:
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    written = [_run(command, task) for command in task.commands]
    wall, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), written


def _run(command: Sequence[str], task: Task) -> str:
    name = Path(command[0]).name
    environment = {**os.environ, **task.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed tool is compiled
    try:
        done = subprocess.run(  # noqa: S603 - the commands are ours
            command,
            cwd=task.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired as error:
        raise FailedError(f"{name} was ended after {LONGEST / 60:.0f} minutes") from error
    except OSError as error:
        raise FailedError(f"{name} could not be started: {error}") from error
    if done.returncode not in task.statuses:
        last = (done.stderr.strip() or done.stdout.strip() or "nothing was written").splitlines()[-1]
        raise FailedError(f"{name} ended with status {done.returncode}: {last[:_LINE]}")
    return done.stdout
