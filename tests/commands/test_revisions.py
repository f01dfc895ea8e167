"""`factlint diff`, `check --since` and `baseline`: what changed, and what was wrong already."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from factlint.cli import main
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed: there are no revisions")

PROJECT = """
== facts/registry/people.yaml
elchin: {name: Elchin Guliyev}
ramil: {name: Ramil Usubov}
== facts/registry/offices.yaml
chief: {title: Chief of the State Border Service, seats: 1}
head: {title: Head of the Customs, seats: 1}
== facts/a.yaml
source: {title: A report}
published: 2021-06-23
facts:
  - {id: one, role: chief, person: elchin, from: 2002-07-31}
  - {id: two, role: head, person: ramil, from: 2002-07-31}
"""
CLASH = "  - {id: three, role: chief, person: ramil}\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", str(folder), *arguments),
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the project in a folder of its own, committed once."""
    folder = tmp_path / "the newsroom" / "facts corpus"
    unpack(PROJECT, folder)
    git(tmp_path, "init", "-q")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", "-A", ".")
    git(folder, "commit", "-qm", "a state")


@pytest.fixture
def run(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(repository)
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def edit(folder: Path, old: str = "", new: str = "", more: str = "", name: str = "facts/a.yaml") -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new) + more, "utf-8")


def compared(run: Callable[..., Result], status: int, revision: str = "HEAD") -> dict[str, Any]:
    result = run("diff", revision, "--format", "json")
    assert result.exit_code == status
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_nothing_changed(run: Callable[..., Result]) -> None:
    found = compared(run, 0)
    assert [found[key] for key in ("added", "removed", "changed", "registry", "appeared", "disappeared")] == [[]] * 6
    text = run("diff", "HEAD").output
    assert "0 facts added, 0 removed, 0 changed; no contradiction appears or disappears." in text


def test_facts_added_removed_and_changed_key_by_key(run: Callable[..., Result], repository: Path) -> None:
    edit(repository, "id: two,", "id: deux,")
    edit(repository, "from: 2002-07-31}\n  - {id: deux", "until: 2020,   from: 2002-08-01}\n  - {id: deux")
    found = compared(run, 0)
    assert [each["fact"] for each in found["added"]] == ["a#deux"]
    assert [each["fact"] for each in found["removed"]] == ["a#two"]
    assert [(each["fact"], each["keys"]) for each in found["changed"]] == [
        (
            "a#one",
            [
                {"key": "until", "before": None, "after": "2020"},
                {"key": "from", "before": "2002-07-31", "after": "2002-08-01"},
            ],
        )
    ]
    text = run("diff", "HEAD").output
    assert "from: ~~2002-07-31~~ 2002-08-01" in text
    assert "until: 2020 (new)" in text


def test_the_order_of_keys_and_facts_is_no_change(run: Callable[..., Result], repository: Path) -> None:
    lines = (repository / "facts/a.yaml").read_text("utf-8").splitlines()
    (repository / "facts/a.yaml").write_text("\n".join([*lines[:3], lines[4], lines[3]]), "utf-8")
    edit(repository, "role: head, person: ramil", "person:   ramil, role: head")
    found = compared(run, 0)
    assert found["changed"] == found["added"] == found["removed"] == []


def test_contradictions_that_appear_and_disappear(run: Callable[..., Result], repository: Path) -> None:
    edit(repository, more=CLASH)
    appeared = compared(run, 1)
    assert [each["rule"] for each in appeared["appeared"]] == ["office-held-twice"]
    assert "contradictions: 1 new, 0 gone" in run("diff", "HEAD").output
    commit(repository)
    edit(repository, CLASH)
    gone = compared(run, 0)
    assert [each["rule"] for each in gone["disappeared"]] == ["office-held-twice"]
    assert "~~" not in run("diff", "HEAD").output


def test_a_changed_registry_is_named(run: Callable[..., Result], repository: Path) -> None:
    edit(repository, "seats: 1}\nhead", "seats: 2}\nhead", name="facts/registry/offices.yaml")
    assert compared(run, 0)["registry"] == ["registry/offices#chief"]


def test_before_there_was_a_project(run: Callable[..., Result], tmp_path: Path) -> None:
    git(tmp_path, "checkout", "-q", "--orphan", "empty")
    git(tmp_path, "rm", "-rqf", "--cached", ".")
    git(tmp_path, "commit", "-qm", "nothing", "--allow-empty")
    assert [each["fact"] for each in compared(run, 0)["added"]] == ["a#one", "a#two"]


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD:facts", ""])
@pytest.mark.parametrize("command", [("diff",), ("check", "--since")])
def test_a_revision_that_is_none_is_said_so(
    command: tuple[str, ...], revision: str, run: Callable[..., Result]
) -> None:
    arguments = (*command, revision) if command[-1] == "--since" else (*command, "--", revision)
    result = run(*arguments)
    assert result.exit_code == 2
    assert "factlint: " in result.output
    assert "Traceback" not in result.output


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpack(PROJECT, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = CliRunner().invoke(main, ("diff", "HEAD"), catch_exceptions=False)
    assert result.exit_code == 2
    assert "git" in result.output


def test_since_fails_only_on_what_changed_facts_touch(run: Callable[..., Result], repository: Path) -> None:
    edit(repository, more=CLASH)
    commit(repository)
    assert run("check").exit_code == 1
    assert run("check", "--since", "HEAD").exit_code == 0
    edit(repository, "id: two, role: head, person: ramil", "id: two, role: head,  person: ramil, note: the customs")
    assert run("check", "--since", "HEAD").exit_code == 0
    edit(repository, "id: one, role: chief", "id: one, note: seen, role: chief")
    result = run("check", "--since", "HEAD")
    assert result.exit_code == 1
    assert "office-held-twice" in result.output


def test_since_sees_a_changed_registry_entry(run: Callable[..., Result], repository: Path) -> None:
    edit(repository, "seats: 1}\nhead", "}\nhead", name="facts/registry/offices.yaml")
    edit(repository, more=CLASH)
    commit(repository)
    edit(repository, "Service, }\nhead", "Service, seats: 1}\nhead", name="facts/registry/offices.yaml")
    assert run("check", "--since", "HEAD").exit_code == 1
    assert run("check", "--since", "HEAD", "--ignore", "office-held-twice").exit_code == 0


SETTING = '[tool.factlint]\nbaseline = "factlint-baseline.json"\n'


def test_a_baseline_excuses_what_was_wrong_and_only_that(run: Callable[..., Result], repository: Path) -> None:
    edit(repository, more=CLASH)
    written = run("baseline")
    assert written.exit_code == 0
    assert written.stdout == "factlint-baseline.json: 1 known\n"
    assert 'baseline = "factlint-baseline.json"' in written.stderr
    assert run("check").exit_code == 1
    (repository / "pyproject.toml").write_text(SETTING, "utf-8")
    known = run("check", "--output-format", "json")
    assert known.exit_code == 0
    (finding,) = json.loads(known.stdout)["findings"]
    assert finding["accepted"]["because"].startswith("in the baseline")
    edit(repository, "facts:\n", "# moved\n\nfacts:\n")
    assert run("check").exit_code == 0
    edit(repository, more="  - {id: four, role: head, person: elchin}\n")
    assert run("check").exit_code == 1


def test_a_baseline_only_shrinks(run: Callable[..., Result], repository: Path) -> None:
    (repository / "pyproject.toml").write_text(SETTING, "utf-8")
    (repository / "factlint-baseline.json").write_text('{"version": 1, "findings": []}', "utf-8")
    edit(repository, more=CLASH)
    assert run("baseline").stdout == "factlint-baseline.json: 0 known, 0 settled since\n"
    assert run("check").exit_code == 1
    assert run("baseline", "--reset").stdout == "factlint-baseline.json: 1 known\n"
    assert run("check").exit_code == 0
    edit(repository, CLASH)
    assert run("baseline").stdout == "factlint-baseline.json: 0 known, 1 settled since\n"
    edit(repository, more=CLASH)
    assert run("check").exit_code == 1


@pytest.mark.parametrize("content", [None, "", "[]", '{"findings": 3}', '{"findings": [{}]}', "[" * 100_000])
def test_a_baseline_that_is_none_is_said_so(content: str | None, run: Callable[..., Result], repository: Path) -> None:
    (repository / "pyproject.toml").write_text(SETTING, "utf-8")
    if content is not None:
        (repository / "factlint-baseline.json").write_text(content, "utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert "factlint-baseline.json is no" in result.output
