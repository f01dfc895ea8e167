"""Arguments and projects are read as click and the settings read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.cache.arguments import FLAGS, UNCACHED, WITH_VALUE, paths
from factlint.cache.project import UnusableError, find_project
from factlint.cli import main
from factlint.corpus.settings import SettingsError, find_root, load_settings

if TYPE_CHECKING:
    from factlint.cache.project import Project

OPTIONS = [each for each in main.commands["check"].params if isinstance(each, click.Option)]


def test_every_option_of_check_is_known() -> None:
    assert {name for option in OPTIONS for name in option.opts} == WITH_VALUE | FLAGS | UNCACHED - {"--help", "-h"}
    assert {name for option in OPTIONS if not option.is_flag for name in option.opts} == WITH_VALUE | {
        "--since",
        "--tables",
        "--engine",
    }


words = st.sampled_from(
    [
        "facts",
        "a.yaml",
        "-",
        "--",
        "-q",
        "-qo",
        "-qoFILE",
        "-o",
        "-oq",
        "--output",
        "--output=x",
        "--select",
        "--date",
        "--date=",
        "--quiet",
        "--pedantic",
        "--unknown",
        "-x",
        "--quiet=1",
        "--select=--",
        "",
    ]
)


@given(st.lists(words, max_size=6))
def test_paths_are_those_that_click_finds(arguments: list[str]) -> None:
    read = paths(arguments)
    command = click.Command("check", params=[click.Argument(["paths"], nargs=-1), *OPTIONS])
    try:
        context = command.make_context("check", list(arguments), resilient_parsing=False)
    except click.UsageError:
        return
    assert read == list(context.params["paths"])


@pytest.mark.parametrize("argument", sorted(UNCACHED))
def test_what_is_not_cached_has_no_paths(argument: str) -> None:
    assert paths(["facts", argument, "x"]) is None


LAYOUTS = {
    "settings alone": {"pyproject.toml": "[tool.factlint]\n"},
    "settings of another tool": {"pyproject.toml": "[tool.ruff]\n# factlint\n", "facts/x.yaml": "", "seeds/a.txt": ""},
    "facts and seeds": {"facts/x.yaml": "", "seeds/a.txt": ""},
    "facts and registry": {"facts/registry/x.yaml": ""},
    "facts alone": {"facts/x.yaml": ""},
    "settings below": {"facts/pyproject.toml": "[tool.factlint]\n", "facts/x.yaml": "", "seeds/a.txt": ""},
    "escaped": {"facts/pyproject.toml": '[tool."\\u0066actlint"]\n', "facts/x.yaml": "", "seeds/a.txt": ""},
    "broken below": {"facts/pyproject.toml": "[tool.factlint\n", "facts/x.yaml": "", "seeds/a.txt": ""},
    "no table": {"pyproject.toml": "tool.factlint = 3\n", "sub/a": ""},
}


def light(path: str) -> Project | None:
    try:
        return find_project(path)
    except UnusableError:
        return None


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("start", ["", ".", "facts", "facts/", "facts/x.yaml", "seeds"])
def test_the_project_is_that_of_the_settings(
    layout: str, start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in LAYOUTS[layout].items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    at = Path(start)
    if not at.exists():
        return
    try:
        root = str(find_root(at if at.is_dir() else at.parent))
    except SettingsError:
        root = None
    found = light(start)
    assert (found.root if found else None) == root


@pytest.mark.parametrize("text", ['baseline = "a/b.json"\n', "", 'baseline = ""\n', '"base\\u006cine" = "/x/b.json"\n'])
def test_the_baseline_is_that_of_the_settings(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.factlint]\n{text}", "utf-8")
    settings = load_settings(tmp_path)
    found = light(str(tmp_path))
    assert found is not None
    assert found.baseline() == (str(tmp_path / settings.baseline) if settings.baseline else "")
