"""What a process of `factlint` is before it has done anything."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import os
from factlint.start import main
try:
    main()
except SystemExit:
    import numpy
    print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder of threads")
def test_numpy_starts_no_threads() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", PROGRAM, "--version"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1"


LAST = "import atexit; atexit.register(print, 'the end')"


def check(project: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`factlint check` in a process of its own, which has something to do at its end."""
    (project.parent / "sitecustomize.py").write_text(LAST)
    own = {"PYTHONPATH": str(project.parent), "XDG_CACHE_HOME": str(project.parent / "cache"), **variables}
    return subprocess.run(
        [sys.executable, "-m", "factlint", "check", *options, str(project)],
        env={**os.environ, "FACTLINT_NO_CACHE": "", **own},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with many errors: each fact lacks its key."""
    folder = tmp_path / "project"
    (folder / "facts/registry").mkdir(parents=True)
    facts = "".join(f"  - {{id: f{number}}}\n" for number in range(3000))
    (folder / "facts/a.yaml").write_text(f"source: {{title: A report}}\nfacts:\n{facts}")
    return folder


def test_a_check_ends_at_once_with_all_that_it_said(project: Path) -> None:
    ended, again = check(project), check(project)
    whole = check(project, FACTLINT_NO_CACHE="1")
    assert "3,000 facts" in ended.stdout
    assert ended.stdout == again.stdout == whole.stdout.removesuffix("the end\n") != whole.stdout
    assert ended.returncode == again.returncode == whole.returncode == 1


def test_where_a_project_has_rules_of_its_own_the_end_is_waited_for(project: Path) -> None:
    (project / "checks").mkdir()
    (project / "checks/own.py").write_text("RULES = ()\n")
    assert check(project).stdout.endswith("the end\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_what_cannot_be_written_is_said(project: Path) -> None:
    command = f"{sys.executable} -m factlint check --output-format concise {project} > /dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode not in {0, 1}
    assert done.stderr
