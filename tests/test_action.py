"""The action for GitHub: its file, and its steps' commands run as a runner would run them.

One test installs the tool into an environment of its own, as a runner does: it needs a package index and most of a
minute.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.testing import unpack

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SNIPPETS = {step["name"]: step["run"] for step in STEPS if "run" in step}
PACKAGE = ("pyproject.toml", "README.md", "LICENSE", "src")
CLASH = """
== pyproject.toml
[tool.factlint]
date = "2026-01-31"
== facts/registry/offices.yaml
head-of-border-service: {title: Head of the Border Service, seats: 1}
== facts/registry/people.yaml
elchin: {name: Elchin Guliyev}
ramil: {name: Ramil Usubov}
== facts/a.yaml
source: {title: A report}
facts:
  - {id: one, role: head-of-border-service, person: Elchin Guliyev, from: 2002-07-31, until: 2021-12-31}
  - {id: two, role: head-of-border-service, person: Ramil Usubov, from: 2003-01-01, until: 2021-11-30}
"""


class Runner:
    """What GitHub gives a step: the files that it writes to, and its variables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temp = folder / "temp"
        self.temp.mkdir()
        self.output, self.summary = folder / "output", folder / "summary.md"
        self.output.touch()
        self.summary.write_text("of an earlier step\n", "utf-8")

    def run(self, name: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        given = {
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_ACTIONS": "true",
        }
        line = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", SNIPPETS[name])
        environment = {**os.environ, **given, **variables}
        return subprocess.run(line, cwd=cwd, env=environment, capture_output=True, text=True, check=False)

    def outputs(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.output.read_text("utf-8").splitlines())


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def project(folder: Path, example: str = CLASH) -> Path:
    unpack(example, folder)
    return folder


def test_the_file_has_what_a_composite_action_needs() -> None:
    assert {"name", "description", "inputs", "outputs", "runs"} <= ACTION.keys()
    assert ACTION["runs"]["using"] == "composite"
    for step in STEPS:
        assert ("uses" in step) is not ("run" in step)
        assert "run" not in step or step["shell"] == "bash"
    for name, each in ACTION["inputs"].items():
        assert each.keys() == {"description", "default"}, name
        assert isinstance(each["default"], str)


def test_every_expression_names_an_input_a_step_or_the_action_itself() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    ids = {step["id"] for step in STEPS if "id" in step}
    written = set(re.findall(r'echo "(\w+)=', text)) | {"python-path"}
    names = re.findall(r"(?:inputs|steps|github)\.[\w.-]+", " ".join(re.findall(r"\$\{\{(.*?)\}\}", text)))
    assert names
    for name in names:
        first, *rest = name.split(".")
        if first == "inputs":
            assert rest[0] in ACTION["inputs"]
        elif first == "steps":
            assert (rest[0] in ids, rest[1], rest[2] in written) == (True, "outputs", True), name
        else:
            assert name == "github.action_path"


@pytest.mark.parametrize("name", sorted(SNIPPETS))
def test_every_snippet_is_bash_and_takes_no_input_as_code(name: str) -> None:
    done = subprocess.run(("bash", "-n"), input=SNIPPETS[name], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "${{" not in SNIPPETS[name]


def test_a_contradiction_is_annotated_summed_up_and_uploaded_and_fails_at_the_end(runner: Runner) -> None:
    folder = project(runner.folder / "project with blanks")
    done = runner.run("Check the facts", folder, PYTHON=sys.executable, ARGUMENTS="")
    assert done.returncode == 0, done.stderr
    assert "::error" in done.stdout
    assert "facts/a.yaml" in done.stdout
    outputs = runner.outputs()
    assert outputs["status"] == "1"
    found = json.loads(Path(outputs["sarif"]).read_text("utf-8"))
    assert found["runs"][0]["results"][0]["ruleId"] == "office-held-twice"
    summary = runner.summary.read_text("utf-8")
    assert summary.startswith("of an earlier step\n")
    assert "office-held-twice" in summary
    assert runner.run("Fail where there are findings", folder, STATUS=outputs["status"]).returncode == 1


def test_further_arguments_are_words_and_no_code(runner: Runner) -> None:
    folder = project(runner.folder / "project")
    arguments = "--ignore office-held-twice,unused-registry-entry --quiet"
    runner.run("Check the facts", folder, PYTHON=sys.executable, ARGUMENTS=arguments)
    assert runner.outputs()["status"] == "0"
    done = runner.run("Check the facts", folder, PYTHON=sys.executable, ARGUMENTS="$(touch pwned) ; touch pwned")
    assert not (folder / "pwned").exists()
    assert runner.outputs()["status"] == "2"
    assert "touch" in done.stderr


def test_where_the_tool_cannot_run_nothing_of_an_earlier_run_is_left(runner: Runner) -> None:
    (runner.temp / "factlint.sarif").write_text("old", "utf-8")
    done = runner.run("Check the facts", runner.folder, PYTHON=sys.executable, ARGUMENTS="")
    assert done.returncode == 0
    assert runner.outputs()["status"] == "2"
    assert not (runner.temp / "factlint.sarif").exists()
    assert runner.summary.read_text("utf-8") == "of an earlier step\n"
    assert "no project here" in done.stderr


def test_the_action_installs_from_its_own_folder_with_the_files_that_init_writes(runner: Runner) -> None:
    source = runner.folder / "action"
    source.mkdir()
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    variables = {"PYTHON": sys.executable, "ACTION_PATH": str(source)}
    done = runner.run("Install factlint", runner.folder, **variables)
    assert done.returncode == 0, done.stderr
    installed = next((runner.temp / "factlint").rglob("site-packages/factlint"))
    shipped = sorted(path.name for path in (installed / "starter" / "files").iterdir())
    assert shipped == sorted(path.name for path in (ROOT / "src" / "factlint" / "starter" / "files").iterdir())
    assert Path(runner.outputs()["python"]).exists()


# The page


PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)]


def test_the_page_lists_the_inputs_with_their_defaults() -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*?) ?\|", PAGE, re.MULTILINE))
    assert {name: cell.strip("`") for name, cell in rows.items()} == {
        name: each["default"] for name, each in ACTION["inputs"].items()
    }


def test_the_workflow_of_the_page_gives_inputs_that_there_are() -> None:
    steps = BLOCKS[0]["jobs"]["factlint"]["steps"]
    assert steps[-1]["with"].keys() <= ACTION["inputs"].keys()


def test_the_job_for_gitlab_writes_the_reports_that_it_hands_over(runner: Runner) -> None:
    job = next(block["facts"] for block in BLOCKS if isinstance(block, dict) and "facts" in block)
    folder = project(runner.folder / "project")
    line = job["script"][-1].replace("factlint", f"{sys.executable} -m factlint", 1)
    done = subprocess.run(("bash", "-c", line), cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    assert json.loads((folder / reports["codequality"]).read_text("utf-8"))[0]["check_name"] == "office-held-twice"
    assert "<testsuites" in (folder / reports["junit"]).read_text("utf-8")


def test_the_commands_of_the_page_are_those_of_the_tool(runner: Runner) -> None:
    folder = project(runner.folder / "project")
    block = re.search(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    assert block
    for line in block[1].splitlines():
        command = line.partition("#")[0].replace("factlint", f"{sys.executable} -m factlint", 1)
        done = subprocess.run(("bash", "-c", command), cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode in {0, 1}, done.stderr
