"""One program in several processes at once: each does its part of the work, and gets what the others made.

The processes are copies of the first one (`fork`), so all that it knows they know. A copy of a process with threads may
hang, since a lock that another thread held stays locked in it for ever. So there is only a team where the first process
has no other thread, which the kernel tells: on Linux, and before numpy is imported.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

Result = TypeVar("Result")
Item = TypeVar("Item")
Made = TypeVar("Made")

MOST = 4
"""So many processes at most: each holds all that the others have read."""

_THREADS = "/proc/self/task"


class LostError(Exception):
    """A process of the team has come to its end before the work was done."""


class Team:
    """The processes of a program as one of them sees it: its own `number`, from 0, and how many there are, `size`.

    The first one has a line to each of the others, which have one to it.
    """

    def __init__(self, number: int = 0, lines: Sequence[Connection] = (), size: int = 1) -> None:
        self.number = number
        self.size = size
        self._lines = lines

    def part(self, items: Sequence[Item]) -> Sequence[Item]:
        """The items that are this process's work: neighbours, as many as the others have."""
        start, end = (len(items) * number // self.size for number in (self.number, self.number + 1))
        return items[start:end]

    def exchange(self, mine: Made) -> list[Made]:
        """What each process made, by its number; every one has to call this. Raises LostError.

        What is exchanged has to be picklable; one's own is given back as it is.
        """
        if self.size == 1:
            return [mine]
        own = _packed(mine)
        with _heeding():
            every = self._passed_on(own) if self.number == 0 else self._received(own)
        return [mine if number == self.number else _unpacked(each) for number, each in enumerate(every)]

    def tell(self, mine: object) -> None:
        """To the first process, what this one made; raises LostError."""
        if self.number:
            with _heeding():
                self._lines[0].send_bytes(_packed(mine))

    def hear(self) -> list[Any]:
        """What each of the others has told next, by the numbers of the first process; raises LostError."""
        with _heeding():
            return [_unpacked(line.recv_bytes()) for line in self._lines]

    def _passed_on(self, own: bytes) -> list[bytes]:
        every = [own, *(line.recv_bytes() for line in self._lines)]
        for number, line in enumerate(self._lines, start=1):
            for each in (*every[:number], *every[number + 1 :]):
                line.send_bytes(each)
        return every

    def _received(self, own: bytes) -> list[bytes]:
        (line,) = self._lines
        line.send_bytes(own)
        return [b"" if number == self.number else line.recv_bytes() for number in range(self.size)]


def _packed(made: object) -> bytes:
    return pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)


def _unpacked(made: bytes) -> Any:  # noqa: ANN401 - whatever it was
    return pickle.loads(made)  # noqa: S301 - made by a copy of this process


@contextmanager
def _heeding() -> Iterator[None]:
    """Where a line breaks off, the process at its other end is lost."""
    try:
        yield
    except (EOFError, OSError) as error:
        raise LostError from error


ALONE = Team()


def together(work: Callable[[Team], Result], size: int | None = None) -> Result:
    """What `work` makes in the first process of a team of `size`, by default one for each core.

    In the others it makes the same, but for what depends on the number of the process; they write nothing, and end with
    it. Where there can be no team, or one of its processes is lost, the first one does all the work itself.
    """
    from factlint.processes import cores

    size = min(cores(), MOST) if size is None else size
    if size > 1 and _may_fork():
        try:
            return _led(work, size)
        except LostError:
            pass
    return work(ALONE)


def _may_fork() -> bool:
    """Whether a copy of this process can work: it has no other thread, and is no process of a team or a pool itself."""
    from factlint.processes import INSIDE

    try:
        return sys.platform == "linux" and INSIDE not in os.environ and len(os.listdir(_THREADS)) == 1  # noqa: PTH208 - names
    except OSError:
        return False


def _led(work: Callable[[Team], Result], size: int) -> Result:
    from multiprocessing.connection import Pipe

    lines: list[Connection] = []
    others: list[int] = []
    try:
        for number in range(1, size):
            here, there = Pipe()
            other = os.fork()
            if other == 0:
                for line in (*lines, here):
                    line.close()
                _follow(work, Team(number, (there,), size))
            there.close()
            lines.append(here)
            others.append(other)
        return work(Team(0, lines, size))
    except OSError as error:
        if len(others) < size - 1:  # no memory for one more, or too many processes
            raise LostError from error
        raise
    finally:
        for line in lines:
            line.close()
        for other in others:
            with suppress(ProcessLookupError):
                os.kill(other, signal.SIGKILL)
            os.waitpid(other, 0)


def _follow(work: Callable[[Team], object], team: Team) -> NoReturn:
    """Do the work in a process that is not the first one; an interrupt ends that one, which ends this one."""
    from factlint.processes import INSIDE

    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.environ[INSIDE] = "1"
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        work(team)
        status = 0
    finally:
        os._exit(status)
