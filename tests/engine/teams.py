"""A team in one process: its members are threads, with real lines between them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Pipe
from typing import TYPE_CHECKING, TypeVar

from factlint.team import Team

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def teamed(work: Callable[[Team], Result], size: int) -> Result:
    """What the first one of a team makes."""
    pairs = [Pipe() for _ in range(1, size)]
    teams = [Team(0, [here for here, _ in pairs], size)]
    teams += [Team(number, (there,), size) for number, (_, there) in enumerate(pairs, start=1)]
    with ThreadPoolExecutor(size) as pool:
        made = [pool.submit(work, team) for team in teams]
        results = [each.result() for each in made]
    for line in (line for pair in pairs for line in pair):
        line.close()
    return results[0]
