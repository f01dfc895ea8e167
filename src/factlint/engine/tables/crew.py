"""The processes of a team as workers: each takes the next item that nobody has taken yet, and all get all results."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from factlint.processes import INSIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from factlint.team import Team

Item = TypeVar("Item")
Result = TypeVar("Result")


class Crew:
    """The processes of a `team`, which all call `mapped` with the same items, in the same order of calls.

    What is taken is written down in a folder that all of them see. Beside the team no further processes are started.
    """

    def __init__(self, team: Team, folder: Path) -> None:
        self._team = team
        self._folder = folder
        self._calls = 0
        self._outside = os.environ.get(INSIDE)

    def __enter__(self) -> Self:
        os.environ[INSIDE] = "1"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._outside is None:
            os.environ.pop(INSIDE, None)

    def mapped(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        worth: int,
        begun: Callable[[int], object] = lambda _number: None,
    ) -> Iterator[Result]:
        """What `function` makes of each item, in order; fewer than `worth` items each process does by itself.

        Results have to be picklable. `begun` is told how many items have been taken. Raises LostError.
        """
        if len(items) < worth:
            yield from map(function, items)
            return
        self._calls += 1
        mine: dict[int, Result] = {}
        for number in self._taken(len(items)):
            begun(number)
            mine[number] = function(items[number])
        made: dict[int, Result] = {}
        for each in self._team.exchange(mine):
            made.update(each)
        yield from (made[number] for number in range(len(items)))

    def _taken(self, count: int) -> Iterator[int]:
        """The items of this call that this process takes: a file that only one can create says that it is its own."""
        for number in range(count):
            try:
                os.close(os.open(self._folder / f"taken-{self._calls}-{number}", os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            yield number
