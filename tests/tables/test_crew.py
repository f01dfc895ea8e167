"""Tables checked by a team of processes: every item once, every result to all, and the findings of one process."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Lock
from typing import TYPE_CHECKING

import pytest
from tests.engine.teams import teamed

from factlint.engine.tables.crew import Crew
from factlint.processes import INSIDE

pytest.importorskip("pyarrow", reason="pyarrow is an extra of factlint")

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.team import Team


@pytest.mark.parametrize("size", [2, 3])
def test_each_item_is_taken_once_and_all_get_all_results(size: int, tmp_path: Path) -> None:
    taken: list[int] = []
    begun: list[int] = []
    lock = Lock()

    def square(number: int) -> int:
        with lock:
            taken.append(number)
        return number * number

    def work(team: Team) -> list[list[int]]:
        crew = Crew(team, tmp_path)
        first = list(crew.mapped(square, range(50), 2, begun.append))
        second = list(crew.mapped(square, range(50, 60), 2))
        return [each for made in team.exchange([first, second]) for each in made]

    every = teamed(work, size)
    assert sorted(taken) == list(range(60))
    assert sorted(begun) == list(range(50))
    assert every == [[number * number for number in part] for part in (range(50), range(50, 60))] * size


def test_few_items_each_process_does_by_itself(tmp_path: Path) -> None:
    made: list[int] = []

    def work(team: Team) -> list[None]:
        return list(Crew(team, tmp_path).mapped(made.append, [1], 2))

    assert teamed(work, 3) == [None]
    assert made == [1, 1, 1]


def test_what_one_raises_ends_its_call(tmp_path: Path) -> None:
    def work(team: Team) -> list[float]:
        return list(Crew(team, tmp_path).mapped(lambda number: 1 / number, [0], 1))

    with pytest.raises(ZeroDivisionError):
        teamed(work, 1)


def test_beside_the_team_no_processes_are_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(INSIDE, raising=False)

    def work(team: Team) -> str:
        with Crew(team, tmp_path):
            return os.environ[INSIDE]

    assert teamed(work, 1) == "1"
    assert INSIDE not in os.environ


REGISTRY = {
    "measures": "exports: {name: exports, kind: flow, unit: USD}\n",
    "places": "peru: {name: Peru}\nchile: {name: Chile}\n",
    "people": "ann: {name: Ann Lee}\nbob: {name: Bob Ray}\n",
    "offices": "chair: {name: Chair, body: board}\n",
    "bodies": "board: {name: Board}\n",
}

PROGRAM = """
import os, sys
from pathlib import Path
from factlint.corpus.settings import load_settings
from factlint.engine.tables import check, sorting
from factlint.rules import RULES
from factlint.team import together
sizes = []
size, lost = int(sys.argv[1]), sys.argv[2] == "lost"
def counted(what, _):
    def begun(team):
        sizes.append(team.size)
        if lost and team.number:
            real = check.TableScan.shared
            def ended(scan):
                os._exit(1)
            check.TableScan.shared = ended
        return what(team)
    return together(begun, size)
check.together, check.WORTH_TEAM, sorting.BUCKET = counted, 0, 1
report = check.check_tables(load_settings(Path.cwd()), Path("tables"), RULES)
print(sizes)
print(report.summary)
for finding in report.findings:
    print(finding)
print(report.faults)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="no process is copied here")
def test_a_team_finds_what_one_process_finds(tmp_path: Path) -> None:
    for kind, text in REGISTRY.items():
        (tmp_path / f"facts/registry/{kind}.yaml").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"facts/registry/{kind}.yaml").write_text(text)
    (tmp_path / "tables").mkdir()
    for number, (first, second, person) in enumerate([("5", "1", "ann"), ("9", "1", "bob"), ("5", "4", "zoe")]):
        rows = [
            f"a,A report,exports,peru,2020,${first} million,,,,,",
            f"b,A report,exports,chile,2020,${second} million,,,,,",
            f"c,A report,,,,,chair,{person},2020-01-01,2021-01-01,",
            "d,A report,,,,,,,,,",
            "c,A report,,,,,chair,bob,2022-01-01,2023-01-01,one of two",
        ]
        head = "id,source,figure,of,period,value,role,person,from,until,accept"
        (tmp_path / f"tables/{number}.csv").write_text("\n".join([head, *rows]))

    def said(*arguments: str) -> tuple[str, str]:
        environment = {key: each for key, each in os.environ.items() if key != INSIDE}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        sizes, _, rest = done.stdout.partition("\n")
        return sizes, rest

    alone = said("1", "")
    assert alone[0] == "[1]"
    assert {"figure-differs", "office-held-twice", "unknown-name", "duplicate-fact-id"} <= {
        word for word in alone[1].replace("'", " ").split() if "-" in word
    }
    assert said("2", "") == ("[2]", alone[1])
    assert said("3", "") == ("[3]", alone[1])
    assert said("2", "lost") == ("[2, 1]", alone[1])
