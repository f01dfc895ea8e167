"""Whatever an answer depends on, a change of it is noticed; what is not to be kept is not."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Run

RULE = """
from factlint.findings import Severity
from factlint.rules.base import Rule
class Loud(Rule):
    name, severity, key = "loud", Severity.NOTE, {}
    def check(self, corpus):
        print("WORD")
        return ()
RULES = (Loud,)
"""


def append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", "pedantic = true\n"),
        ("seeds/visit.txt", "More.\n"),
        ("seeds/other.txt", "More.\n"),
        ("facts/registry/places.yaml", "pakistan: {name: Pakistan}\n"),
        ("facts/c.yaml", "source: {title: Another}\nfacts: []\n"),
        ("facts/notes.txt", "skipped\n"),
        ("checks/own.py", RULE),
        ("checks/_helper.py", "A = 1\n"),
    ],
)
def test_an_edited_or_new_file(name: str, text: str, run: Callable[..., Run], kept: Path, here: Path) -> None:
    run("check")
    assert run("check").answered
    append(here / name, text)
    assert not run("check").answered
    assert run("check").output == run("check", "--no-cache").output
    assert kept.exists()


def test_an_edited_rule_of_the_project(run: Callable[..., Run], kept: Path, here: Path) -> None:
    append(here / "checks/own.py", RULE)
    arguments = ("check", "--select", "loud")
    assert run(*arguments).output == run(*arguments).output
    (here / "checks/own.py").write_text(RULE.replace("WORD", "LOUD"), "utf-8")
    assert run(*arguments).stdout.startswith(b"LOUD")
    assert kept.exists()


def test_a_baseline_that_comes_and_changes(run: Callable[..., Run], kept: Path, here: Path) -> None:
    append(here / "pyproject.toml", 'baseline = "known.json"\n')
    (here / "known.json").write_text('{"version": 1, "findings": []}', "utf-8")
    assert run("check").status == 1
    assert run("check").answered
    run("baseline", "--reset")
    accepted = run("check")
    assert not accepted.answered
    assert accepted.status == 0
    assert run("check").answered
    (here / "known.json").unlink()
    assert run("check").status == 2
    assert kept.exists()


def test_a_link_that_leads_elsewhere(run: Callable[..., Run], kept: Path, here: Path) -> None:
    text = (here / "facts/b.yaml").read_text("utf-8")
    append(here / "away/one.yaml", text)
    append(here / "away/two.yaml", text.replace("3.5", "1.6"))
    (here / "facts/b.yaml").unlink()
    (here / "facts/b.yaml").symlink_to(here / "away/one.yaml")
    assert run("check").status == 1
    assert run("check").answered
    (here / "facts/b.yaml").unlink()
    (here / "facts/b.yaml").symlink_to(here / "away/two.yaml")
    assert run("check").status == 0
    append(here / "away/two.yaml", "# a comment\n")
    assert not run("check").answered
    assert kept.exists()


def test_settings_that_make_another_folder_the_project(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "facts")
    assert run("check").status == 1
    assert run("check").answered
    append(here / "facts/pyproject.toml", "[tool.factlint]\n")
    inner = run("check")
    assert not inner.answered
    assert inner.status == 0
    assert kept.exists()


def test_colours_and_hosts(run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("check")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("check")
    assert b"\x1b[" in coloured.stdout
    assert b"\x1b[" not in plain.stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check").stdout.startswith(b"::error")
    monkeypatch.delenv("GITHUB_ACTIONS")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("check").stdout == plain.stdout
    monkeypatch.delenv("NO_COLOR")
    assert run("check") == (*coloured.output, True)
    assert kept.parent != here


def test_another_day_says_nothing_where_the_date_is_given(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = run("check")
    monkeypatch.setattr("factlint.cache.answers.today", lambda: "2999-01-01")
    assert run("check") == (*given.output, True)
    assert kept.parent != here


def test_an_answer_of_the_clock_is_given_on_its_day_only(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (here / "pyproject.toml").read_text("utf-8")
    (here / "pyproject.toml").write_text(text.replace('date = "2026-01-31"', ""), "utf-8")
    run("check")
    assert run("check").answered
    monkeypatch.setattr("factlint.cache.answers.today", lambda: "2999-01-01")
    assert not run("check").answered
    assert kept.exists()


def test_the_tools_own_code_and_installed_packages(
    code: Path, run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "own-packages").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(here / "own-packages")])
    run("check")
    assert run("check").answered
    (here / "own-packages" / "pandas-4.dist-info").mkdir()
    assert not run("check").answered
    assert run("check").answered
    append(code / "rule.py", "# another rule\n")
    assert not run("check").answered
    assert kept.exists()


@pytest.mark.parametrize(
    "arguments", [("--no-cache",), ("--since", "HEAD"), ("--select", "no-such-rule"), ("no-such-file",)]
)
def test_what_is_not_kept(arguments: tuple[str, ...], run: Callable[..., Run], kept: Path, here: Path) -> None:
    first, again = run("check", *arguments), run("check", *arguments)
    assert first == again
    assert not again.answered
    assert not kept.exists()
    assert here.exists()


def test_the_variable_turns_it_off(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    monkeypatch.setenv("FACTLINT_NO_CACHE", "1")
    assert not run("check").answered
    assert kept.is_dir()
    assert here.is_dir()


def test_a_pipe_among_the_articles_is_no_input(run: Callable[..., Run], kept: Path, here: Path) -> None:
    os.mkfifo(here / "seeds/pipe.txt")
    assert run("check") == run("check")
    assert not kept.exists()


def test_a_rule_that_imports_from_elsewhere_is_not_kept(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(here / "library/elsewhere_of_factlint.py", "WORD = 1\n")
    append(here / "checks/own.py", f"import elsewhere_of_factlint\n{RULE}")
    monkeypatch.syspath_prepend(here / "library")
    assert run("check").status == 1
    assert not kept.exists()


@pytest.mark.parametrize("margin", [2_000_000_000, -(10**18)], ids=["by content", "by metadata"])
def test_an_edit_during_the_run_leaves_no_answer(
    margin: int, run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factlint.cache.contents.MARGIN", margin)
    edit = "with open('facts/b.yaml', 'a') as stream: stream.write('# edited\\n')"
    append(here / "checks/own.py", RULE.replace('print("WORD")', edit))
    run("check")
    run("check", "--select", "loud")
    assert (here / "facts/b.yaml").read_text("utf-8").endswith("# edited\n")
    assert len(list(kept.rglob("answers/*"))) == 1
