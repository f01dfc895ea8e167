"""The pre-commit hook, run by the real pre-commit on a scratch repository.

pre-commit installs the hook into an environment of its own, as it does for a user, so this test needs git and a package
index and takes most of a minute.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factlint.testing import unpack

ROOT = Path(__file__).parents[1]
HOOK = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src")
PROJECT = """
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
published: 2021-06-23
facts:
  - {id: one, role: head-of-border-service, person: Elchin Guliyev, from: 2002-07-31, until: 2021-12-31}
== facts/b.yaml
source: {title: Another report}
published: 2021-06-24
facts:
  - {id: two, role: head-of-border-service, person: PERSON, from: 2003-01-01, until: 2021-11-30}
"""


def git(folder: Path, *arguments: str) -> str:
    line = ("git", "-c", "user.name=test", "-c", "user.email=test@example.org", "-C", str(folder), *arguments)
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This working tree's hook as a repository, and its revision."""
    folder = tmp_path_factory.mktemp("hook")
    for name in HOOK:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "the hook")
    return folder, git(folder, "rev-parse", "HEAD")


@pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit works on git repositories, and git is not here")
def test_the_hook_passes_a_clean_edit_and_stops_a_contradiction(hook: tuple[Path, str], tmp_path: Path) -> None:
    repository, revision = hook
    config = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [{"id": "factlint"}]}]}
    scratch = tmp_path / "scratch"
    unpack(PROJECT.replace("PERSON", "Elchin Guliyev"), scratch)
    (scratch / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    git(scratch, "init", "--quiet")

    def commit() -> subprocess.CompletedProcess[str]:
        git(scratch, "add", "--all")
        line = (sys.executable, "-m", "pre_commit", "run", "--color", "never")
        environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
        return subprocess.run(line, cwd=scratch, env=environment, capture_output=True, text=True, check=False)

    clean = commit()
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout
    git(scratch, "commit", "--quiet", "-m", "clean")

    edited = scratch / "facts" / "b.yaml"
    edited.write_text(edited.read_text("utf-8").replace("Elchin Guliyev", "Ramil Usubov"), "utf-8")
    stopped = commit()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "office-held-twice" in stopped.stdout
    assert "facts/a.yaml" in stopped.stdout
    assert "facts/b.yaml" in stopped.stdout


def test_our_own_configuration_runs_the_same_hook() -> None:
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
    own = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]
    for key in ("id", "files", "pass_filenames", "require_serial"):
        assert own[key] == published[key]
    assert own["entry"].endswith(published["entry"])
