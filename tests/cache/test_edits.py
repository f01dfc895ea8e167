"""A run after an edit says what a run of everything says, and looks only at what the edit touches."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_settings
from factlint.corpus.files import read_file
from factlint.engine.incremental import changes
from factlint.engine.incremental import check as edit
from factlint.rules import RULES
from factlint.rules.base import ReadingRule

from .projects import Project, quiet, said
from .small_corpora import SmallCorpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.rules.base import Rule

    from .conftest import Run

READING = tuple(rule for rule in RULES if issubclass(rule, ReadingRule))


@pytest.fixture(autouse=True)
def _of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "WORTH_KEEPING", 0)


@pytest.fixture
def small(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Project, SmallCorpus]]:
    """A small corpus for some of the rules, and its project; edits leave a trace whenever they are made."""
    monkeypatch.setattr("factlint.cache.contents.MARGIN", 10**18)
    del kept

    def make(seed: int, rules: tuple[type[Rule], ...], files: int = 12) -> tuple[Project, SmallCorpus]:
        root = tmp_path / "project"
        root.mkdir()
        return Project(root, rules), SmallCorpus(root, Random(seed), files)

    return make


STEPS = int(os.environ.get("FACTLINT_EDITS", "1"))
"""How many edits, each followed by its reverse, are compared for each seed."""


@pytest.mark.parametrize(("seed", "linked"), [(0, True), (1, True), (2, False)])
def test_whatever_was_edited(seed: int, linked: bool, small: Callable[..., tuple[Project, SmallCorpus]]) -> None:
    project, corpus = small(seed, RULES)
    if not linked:
        corpus.unlink()
    project.leave()
    ways = 0
    for _ in range(STEPS):
        before = dict(corpus.files)
        what = corpus.edit()
        for revert in (False, True):
            if revert:
                corpus.restore(before)
            found = project.after_edit()
            if found is None:
                project.leave()
            else:
                ways += 1
                assert said(found) == said(project.whole()), (what, revert)
    assert ways


def figures(root: Path, measures: dict[str, str]) -> None:
    """A file for each figure of a country, of which two contradict each other."""
    (root / "facts/registry").mkdir(parents=True)
    (root / "facts/registry/measures.yaml").write_text("exports: {name: exports, kind: flow, unit: USD}\n")
    places = sorted(set(measures.values()))
    (root / "facts/registry/places.yaml").write_text("".join(f"{place}: {{name: {place}}}\n" for place in places))
    for name, place in measures.items():
        value(root, name, place, 5)


def value(root: Path, name: str, place: str, amount: int) -> None:
    fact = f"{{id: one, figure: exports, of: {place}, period: 2020, value: ${amount} million}}"
    (root / f"facts/{name}.yaml").write_text(f"source: {{title: A report}}\nfacts:\n  - {fact}\n")


def test_only_the_edited_file_is_read(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del kept
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "chile"})
    project = Project(tmp_path, tuple(each for each in RULES if each.name == "figure-differs"))
    project.leave()
    opened: list[str] = []

    def noted(path: Path, name: str, *rest: object) -> object:
        opened.append(name)
        return read_file(path, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(changes, "read_file", noted)
    value(tmp_path, "b", "peru", 9)
    assert project.after_edit() is not None
    assert opened == ["facts/b.yaml"]


def test_only_the_keys_of_the_edited_fact_are_asked(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del kept
    monkeypatch.setattr("factlint.cache.contents.MARGIN", 10**18)
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "chile", "d": "chile", "e": "cuba"})
    seen: list[set[str]] = []
    rule = next(each for each in RULES if each.name == "figure-differs")
    real = rule.check

    def noted(self: Rule, corpus: object) -> object:
        seen.append(set(corpus.table("figures")["fact"]))  # type: ignore[attr-defined]
        return real(self, corpus)  # type: ignore[arg-type]

    project = Project(tmp_path, (rule,))
    project.leave()
    monkeypatch.setattr(rule, "check", noted)
    value(tmp_path, "a", "chile", 6)
    assert project.after_edit() is not None
    assert set().union(*seen) == {"a#one", "b#one", "c#one", "d#one"}


def store_of(kept: Path) -> Path:
    (found,) = kept.glob("*/facts.sqlite")
    return found


@pytest.mark.parametrize("how", ["one byte", "cut short", "empty", "other", "gone", "no seal"])
def test_a_damaged_store_counts_as_none(how: str, tmp_path: Path, kept: Path) -> None:
    figures(tmp_path, {"a": "peru", "b": "peru"})
    project = Project(tmp_path, tuple(each for each in RULES if each.name == "figure-differs"))
    project.leave()
    path = store_of(kept)
    content = path.read_bytes()
    middle = len(content) // 2
    if how == "one byte":
        path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    elif how in {"cut short", "empty", "other"}:
        path.write_bytes({"cut short": content[:middle], "empty": b"", "other": b"SQLite format 3\0"}[how])
    else:
        (path if how == "gone" else path.with_name("facts.seal")).unlink()
    value(tmp_path, "b", "peru", 9)
    assert project.after_edit() is None
    project.leave()
    assert project.after_edit() is not None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("facts/registry/places.yaml", "peru: {name: Republic of Peru}\n"),
        ("pyproject.toml", "[tool.factlint]\nabout = 0.1\n"),
        ("checks/own.py", "RULES = ()\n"),
        ("seeds/a.txt", "Words.\n"),
    ],
)
def test_a_store_of_another_state_counts_as_none(path: str, text: str, tmp_path: Path, kept: Path) -> None:
    del kept
    figures(tmp_path, {"a": "peru", "b": "peru"})
    rules = tuple(each for each in RULES if each.name == "figure-differs")
    Project(tmp_path, rules).leave()
    assert Project(tmp_path, rules).after_edit() is not None
    assert Project(tmp_path, (*rules, *READING)).after_edit() is None
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(text)
    assert Project(tmp_path, rules).after_edit() is None


def test_of_two_runs_at_once_one_changes_the_store(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del kept
    monkeypatch.setattr("factlint.cache.store._WAIT", 0)
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "peru"})
    project = Project(tmp_path, tuple(each for each in RULES if each.name == "figure-differs"))
    project.leave()
    value(tmp_path, "b", "peru", 9)
    runs = [edit.edited(project.state(), load_settings(tmp_path), project.rules, (), quiet) for _ in range(2)]
    for each in runs:
        assert each is not None
        assert said(each.report) == said(project.whole())
        each.keep()
    value(tmp_path, "c", "peru", 9)
    found = project.after_edit()
    assert found is not None
    assert said(found) == said(project.whole())


def test_two_processes_at_once(tmp_path: Path, run: Callable[..., Run], kept: Path) -> None:
    del kept
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "chile"})
    (tmp_path / "pyproject.toml").write_text('[tool.factlint]\nselect = ["figure-differs"]\ndate = "2026-01-31"\n')
    command = [sys.executable, "-m", "factlint", "check", "--output-format", "json", str(tmp_path)]
    subprocess.run(command, check=False, capture_output=True)
    value(tmp_path, "b", "peru", 9)
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    answers = [process.communicate()[0] for process in both]
    uncached = run("check", "--no-cache", "--output-format", "json", str(tmp_path)).stdout
    assert answers == [uncached, uncached]


@pytest.mark.parametrize("left", ["yes", "not in CI", "not as set"])
def test_a_run_leaves_what_the_next_one_needs(
    left: str, tmp_path: Path, run: Callable[..., Run], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = "false" if left == "not as set" else "true"
    monkeypatch.setenv("CI", "true" if left == "not in CI" else "")
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "chile"})
    (tmp_path / "pyproject.toml").write_text(f'[tool.factlint]\ndate = "2026-01-31"\nincremental = {setting}\n')
    run("check", str(tmp_path))
    assert bool(list(kept.glob("*/facts.sqlite"))) is (left == "yes")
    value(tmp_path, "b", "peru", 9)
    assert run("check", str(tmp_path)).output == run("check", "--no-cache", str(tmp_path)).output


def test_of_a_small_corpus_nothing_but_the_answer_is_left(
    tmp_path: Path, run: Callable[..., Run], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(edit, "WORTH_KEEPING", 4)
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "chile"})
    run("check", str(tmp_path))
    assert list(kept.glob("*/answers/*"))
    assert not list(kept.glob("*/facts.sqlite"))
