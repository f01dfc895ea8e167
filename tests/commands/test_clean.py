"""`factlint clean` removes what factlint kept, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from factlint.cache.folder import SIGNATURE, make, project_folder
from factlint.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def keep_something(cache: Path, root: Path) -> Path:
    make(str(cache))
    folder = cache / project_folder("", str(root))
    (folder / "answers").mkdir(parents=True)
    (folder / "answers" / "one").write_bytes(b"12345")
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder; the test stands in a project."""
    (tmp_path / "project" / "facts" / "registry").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    return tmp_path / "user" / "factlint"


def clean(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["clean", *arguments], catch_exceptions=False)


def test_the_projects_own_cache_goes_and_others_stay(cache: Path, tmp_path: Path) -> None:
    own, other = keep_something(cache, tmp_path / "project"), keep_something(cache, tmp_path / "other")
    result = clean()
    assert result.exit_code == 0
    assert result.output == f"removed 1 file, 5 bytes, of 1 project in {cache}\n"
    assert not own.exists()
    assert other.exists()
    assert clean().output == f"there is nothing to remove in {cache}\n"


def test_all_projects_and_the_folder_itself(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_something(cache, tmp_path / "project")
    keep_something(cache, tmp_path / "other")
    monkeypatch.chdir(tmp_path)
    assert clean("--all").output == f"removed 2 files, 10 bytes, of 2 projects in {cache}\n"
    assert not cache.exists()
    assert clean("--all").output == f"there is nothing to remove in {cache}\n"


def test_what_factlint_did_not_write_stays(cache: Path, tmp_path: Path) -> None:
    keep_something(cache, tmp_path / "project")
    away = tmp_path / "away"
    away.mkdir()
    (away / "thesis.txt").write_text("mine", "utf-8")
    (cache / "thesis").mkdir()
    (cache / ("a" * 32)).symlink_to(away)
    clean("--all")
    assert {path.name for path in cache.iterdir()} == {"CACHEDIR.TAG", ".gitignore", "thesis", "a" * 32}
    assert (away / "thesis.txt").exists()


@pytest.mark.parametrize("tag", [None, b"Signature: 8a477f597d28d172789f06886806bc55\n# by another tool\n"])
@pytest.mark.parametrize("arguments", [(), ("--all",)])
def test_a_folder_without_our_tag_is_refused(
    tag: bytes | None, arguments: tuple[str, ...], cache: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    (project / "pyproject.toml").write_text('[tool.factlint]\ncache-dir = "build"\n', "utf-8")
    folder = keep_something(project / "build", project)
    (project / "build" / "CACHEDIR.TAG").unlink()
    if tag is not None:
        (project / "build" / "CACHEDIR.TAG").write_bytes(tag)
    result = clean(*arguments)
    assert result.exit_code == 2
    assert "build is no cache of factlint" in result.output
    assert (folder / "answers" / "one").exists()
    (project / "build" / "CACHEDIR.TAG").write_bytes(SIGNATURE)
    assert clean(*arguments).exit_code == 0
    assert not folder.exists()
    assert not cache.exists()


def test_outside_a_project_it_says_so(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_something(cache, tmp_path / "project")
    monkeypatch.chdir(tmp_path)
    assert clean().exit_code == 2
    assert clean("--all", "no-such-folder").exit_code == 2
    assert cache.exists()
