"""`factlint init`: a project that is clean from the first minute, in a folder where nothing is lost."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from factlint import __version__, starter
from factlint.cli import main
from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.rules import RULES

ROOT = Path(__file__).parents[2]


def call(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_project_has_no_finding_of_any_rule_and_full_coverage(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "new"
    status, said, _ = call("init", folder)
    assert status == 0
    for name in contents(folder):
        assert f"wrote {folder / name}\n" in said
    assert {*starter.FRAME, *starter.EXAMPLE, "schema/facts.json", "schema/people.json"} <= contents(folder).keys()
    assert check(load_settings(folder), RULES).findings == ()
    assert call("check", folder)[0] == 0
    status, table, _ = call("coverage", folder)
    assert status == 0
    assert table.splitlines()[-1].endswith("100%")
    assert call("fix", folder, "--diff") == (0, "", "nothing to fix\n")


def test_the_example_shows_a_contradiction_where_its_comment_says_so(tmp_path: Path) -> None:
    call("init", tmp_path)
    page = tmp_path / "facts" / "example.yaml"
    page.write_text(page.read_text("utf-8").replace("value: 200,000", "value: 210,000"), "utf-8")
    status, said, _ = call("check", tmp_path)
    assert status == 1
    assert "sum-mismatch" in said


def test_nothing_that_is_there_is_touched_and_all_of_it_is_said(tmp_path: Path) -> None:
    call("init", tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.suffix != ".toml":
            path.write_bytes(path.read_bytes() + b"# mine\n")
    before = contents(tmp_path)
    status, said, _ = call("init", tmp_path)
    assert (status, contents(tmp_path)) == (0, before)
    assert "wrote" not in said
    for name in [*starter.FRAME, "schema/facts.json"]:
        assert f"left alone {tmp_path / name}: it is there already\n" in said


def test_a_dangling_link_is_something_that_is_there(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").symlink_to(tmp_path / "nowhere")
    assert call("init", tmp_path)[0] == 0
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["seeds/mine.txt", "facts/mine.yaml", "facts/registry/people.yaml"])
def test_an_example_never_joins_a_corpus(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    target.parent.mkdir(parents=True)
    target.write_bytes(b"")
    status, said, _ = call("init", tmp_path)
    assert status == 0
    assert "left out the example" in said
    assert not (tmp_path / "seeds" / "example.txt").exists()


def test_settings_without_ours_are_left_and_what_to_add_is_said(tmp_path: Path) -> None:
    settings = tmp_path / "pyproject.toml"
    settings.write_text("[project]\nname = 'mine'\n", "utf-8")
    status, said, _ = call("init", tmp_path)
    assert (status, settings.read_text("utf-8")) == (0, "[project]\nname = 'mine'\n")
    advice = said[said.index("add this to") :].partition(":\n\n")[2].partition("\nwrite the")[0]
    assert tomllib.loads(advice)["tool"]["factlint"]["fail-under"] == 100
    assert call("check", tmp_path)[0] == 0


def test_settings_with_ours_need_nothing(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factlint]\npedantic = true\n", "utf-8")
    assert "add this" not in call("init", tmp_path)[1]


@pytest.mark.parametrize("text", ["[tool", "[tool.factlint]\nunknown = 1\n", "tool = 3\n[tool.factlint]\n"])
def test_settings_that_cannot_be_read_stop_it_before_anything_is_written(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    status, _, said = call("init", tmp_path)
    assert status == 2
    assert "pyproject.toml" in said
    assert list(contents(tmp_path)) == ["pyproject.toml"]


def test_a_file_where_a_folder_must_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "facts").write_bytes(b"")
    assert call("init", tmp_path)[0] == 2


def test_every_page_names_a_schema_that_is_there_and_fits_it(tmp_path: Path) -> None:
    from jsonschema import Draft7Validator

    call("init", tmp_path)
    pages = sorted((tmp_path / "facts").rglob("*.yaml"))
    assert len(pages) == 6
    for page in pages:
        match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", page.read_text("utf-8").splitlines()[0])
        assert match
        made = json.loads((page.parent / match[1]).read_text("utf-8"))
        read = yaml.load(page.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
        assert list(Draft7Validator(made).iter_errors(read)) == []
        assert made["title"].endswith("of factlint")


def test_the_hook_is_the_published_one_run_from_the_path(tmp_path: Path) -> None:
    call("init", tmp_path)
    own = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
    for key in ("id", "entry", "files", "pass_filenames", "require_serial"):
        assert own[key] == published[key]


@pytest.mark.parametrize(
    ("given", "used"),
    [((), f"OWNER/factlint@v{__version__}"), (("--action", "example/factlint@main"), "example/factlint@main")],
)
def test_the_workflow_uses_the_action_with_inputs_that_it_has(
    given: tuple[str, ...], used: str, tmp_path: Path
) -> None:
    _, said, _ = call("init", tmp_path, *given)
    workflow = yaml.safe_load((tmp_path / starter.WORKFLOW).read_text("utf-8"))
    steps = workflow["jobs"]["factlint"]["steps"]
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert steps[-1]["uses"] == used
    assert steps[-1]["with"].keys() <= action["inputs"].keys()
    assert ("OWNER/factlint in" in said) is not bool(given)


def test_an_action_that_is_none_is_refused(tmp_path: Path) -> None:
    status, _, said = call("init", tmp_path, "--action", "a/b@c\nrun: evil")
    assert (status, contents(tmp_path)) == (2, {})
    assert "no action" in said
