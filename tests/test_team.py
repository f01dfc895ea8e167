"""Several processes at one program: what each makes comes to the others, and a lost one changes no result."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing.connection import Pipe
from threading import Event, Thread

import pytest

from factlint import team
from factlint.processes import INSIDE
from factlint.team import ALONE, LostError, Team, together

CAN = pytest.mark.skipif(sys.platform != "linux", reason="no process is copied here")


def run(program: str) -> str:
    """What a program of its own says, in a process without threads."""
    head = "import os, sys\nfrom factlint.team import ALONE, LostError, together\n"
    environment = {key: each for key, each in os.environ.items() if key != INSIDE}
    done = subprocess.run(
        [sys.executable, "-c", head + program], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@CAN
@pytest.mark.parametrize("size", [2, 3, 5])
def test_what_each_makes_comes_to_all(size: int) -> None:
    program = f"""
def work(team):
    print("from", team.number)  # nobody hears the others
    first = team.exchange((team.number, os.getpid()))
    return team.exchange([pid for _, pid in first] + [len("x" * 1_000_000)])
every = together(work, {size})
assert len(every) == {size} and all(each == every[0] for each in every), every
assert len(set(every[0])) == {size} + 1 and every[0][0] == os.getpid()
"""
    assert run(program) == "from 0\n"


@CAN
def test_the_first_one_hears_what_the_others_tell_in_turn() -> None:
    program = """
def work(team):
    team.tell(("a", team.number))
    team.tell(("b", team.number))
    return None if team.number else [*team.hear(), *team.hear()]
print(together(work, 3))
"""
    assert run(program) == "[('a', 1), ('a', 2), ('b', 1), ('b', 2)]\n"


@CAN
@pytest.mark.parametrize(
    "end", ["os._exit(0)", "os.abort()", "raise KeyError", "sys.exit()", "os.kill(os.getpid(), 9)", "return 1"]
)
def test_where_one_is_lost_the_first_one_does_the_work(end: str) -> None:
    program = f"""
def work(team):
    if team.number:
        {end}
    return team.size, [each for each in team.exchange(team.number)]
print(together(work, 3))
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("nobody is left")
"""
    assert run(program) == "(1, [0])\nnobody is left\n"


@CAN
def test_what_the_first_one_raises_is_raised_and_nobody_is_left() -> None:
    program = """
def work(team):
    if team.number == 0:
        raise ValueError("no")
    team.exchange(0)
try:
    together(work, 3)
except ValueError as error:
    print(error)
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("nobody is left")
"""
    assert run(program) == "no\nnobody is left\n"


@CAN
def test_no_team_where_no_process_can_be_copied() -> None:
    program = """
copies = []
real = os.fork
def fork():
    copies.append(1)
    if len(copies) == 2:
        raise BlockingIOError("too many processes")
    return real()
os.fork = fork
print(together(lambda team: team.exchange(team.size), 3))
"""
    assert run(program) == "[1]\n"


@CAN
def test_no_team_beside_a_thread() -> None:
    waiting = Event()
    beside = Thread(target=waiting.wait)
    beside.start()
    assert together(lambda each: each is ALONE, 2)
    waiting.set()
    beside.join()


@CAN
def test_no_team_within_a_team() -> None:
    assert run("print(together(lambda team: team.exchange(together(lambda inner: inner.size, 2)), 2))") == "[2, 1]\n"


def test_no_team_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert together(lambda each: each is ALONE, 2)


def test_as_many_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(team, "_may_fork", lambda: True)
    monkeypatch.setattr(team, "_led", lambda _, size: asked.append(size))
    for count in (2, 3, 64):
        monkeypatch.setattr("factlint.processes.cores", lambda count=count: count)
        together(lambda _: None)
    assert asked == [2, 3, team.MOST]
    monkeypatch.setattr("factlint.processes.cores", lambda: 1)
    assert together(lambda each: each is ALONE)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_parts_are_all_items_in_their_order(count: int, size: int) -> None:
    parts = [Team(number, (), size).part(range(count)) for number in range(size)]
    assert [each for part in parts for each in part] == list(range(count))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_alone_there_is_nobody_to_hear() -> None:
    ALONE.tell("nothing")
    assert ALONE.hear() == []
    assert ALONE.exchange("own") == ["own"]


def test_a_line_that_breaks_off_is_a_loss() -> None:
    here, there = Pipe()
    there.close()
    first = Team(0, (here,), 2)
    for ask in (lambda: first.exchange("x"), first.hear):
        with pytest.raises(LostError):
            ask()
