"""A run after an edit says what a run of everything says, and looks only at what the edit touches."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from factlint.cache.store import Store
from factlint.corpus import load_settings
from factlint.corpus.files import read_file
from factlint.engine.incremental import changes
from factlint.engine.incremental import check as edit
from factlint.rules import RULES
from factlint.rules.base import ReadingRule

from .projects import Project, quiet, said
from .small_corpora import SmallCorpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
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


def test_of_what_is_stored_nobody_is_asked(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del kept
    figures(tmp_path, {"a": "peru", "b": "peru", "c": "chile"})
    value(tmp_path, "b", "peru", 7)
    rule = next(each for each in RULES if each.name == "figure-differs")
    project = Project(tmp_path, (rule,))
    project.leave()
    amounts: list[list[str]] = []
    real = rule.check

    def noted(self: Rule, corpus: object) -> object:
        amounts.append([each.text for each in corpus.table("figures")["value"]])  # type: ignore[attr-defined]
        return real(self, corpus)  # type: ignore[arg-type]

    monkeypatch.setattr(rule, "check", noted)
    value(tmp_path, "b", "peru", 9)
    assert project.after_edit() is not None
    assert amounts == [["$5 million", "$9 million"]]


@pytest.mark.parametrize("after", [["maria", "jose"], ["maria"], ["jose"]])
def test_a_finding_on_one_of_two_people_of_a_fact(after: list[str], tmp_path: Path, kept: Path) -> None:
    """The fact may be about a person whom the edit touches and about one of whom not all facts are asked."""
    del kept
    (tmp_path / "facts/registry").mkdir(parents=True)
    people = "".join(f"{each}: {{name: {each}, born: 1850-02-03}}\n" for each in ("maria", "jose", "luis"))
    (tmp_path / "facts/registry/people.yaml").write_text(people)
    (tmp_path / "facts/registry/events.yaml").write_text(
        "talks: {name: talks}\nlunch: {name: lunch}\nrun: {name: run}\n"
    )
    gathered(tmp_path, "a", "talks", ["maria", "jose"])
    gathered(tmp_path, "b", "lunch", ["jose", "luis"])
    gathered(tmp_path, "c", "run", ["maria", "luis"])
    project = Project(tmp_path, tuple(each for each in RULES if each.name == "lifespan"))
    project.leave()
    gathered(tmp_path, "a", "talks", after)
    found = project.after_edit()
    assert found is not None
    assert said(found) == said(project.whole())


def gathered(root: Path, name: str, event: str, who: list[str]) -> None:
    fact = f"{{id: one, event: {event}, date: 2020-01-01, who: [{', '.join(who)}]}}"
    (root / f"facts/{name}.yaml").write_text(f"source: {{title: A report}}\nfacts:\n  - {fact}\n")


def test_only_the_folder_of_an_edit_is_told_apart(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del kept
    (tmp_path / "facts/north").mkdir(parents=True)
    (tmp_path / "facts/south").mkdir()
    figures(tmp_path, {"north/a": "peru", "north/b": "peru", "south/c": "chile"})
    project = Project(tmp_path, tuple(each for each in RULES if each.name == "figure-differs"))
    project.leave()
    asked: list[str] = []
    real = Store.digests

    def noted(self: Store, folder: str) -> dict[str, str]:
        asked.append(folder)
        return real(self, folder)

    monkeypatch.setattr(Store, "digests", noted)
    for amount in (9, 5):
        value(tmp_path, "north/b", "peru", amount)
        assert project.after_edit() is not None
    assert asked == ["facts/north", "facts/north"]
    (tmp_path / "facts/south/c.yaml").unlink()
    found = [project.after_edit() for _ in range(2)]
    assert [each and said(each) for each in found] == [said(project.whole())] * 2
    assert asked[2:] == ["facts/south"]


def test_an_entry_that_nobody_names_is_not_read(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del kept
    (tmp_path / "facts/registry").mkdir(parents=True)
    people = "".join(f"p{number}: {{name: Person {number}, born: 19{number}}}\n" for number in range(10, 60))
    (tmp_path / "facts/registry/people.yaml").write_text(people)
    (tmp_path / "facts/registry/events.yaml").write_text("talks: {name: talks}\n")
    gathered(tmp_path, "a", "talks", ["p10", "p11"])
    project = Project(tmp_path, tuple(each for each in RULES if each.name in {"lifespan", "outside-lifetime"}))
    project.leave()
    read: list[str] = []
    real = Store.entries

    def noted(self: Store, kind: str, ids: Iterable[str] | None = None) -> Iterator[tuple[str, str, str]]:
        assert ids is not None or kind != "people"
        ids = None if ids is None else list(ids)
        read.extend(ids if kind == "people" and ids else ())
        return real(self, kind, ids)

    monkeypatch.setattr(Store, "entries", noted)
    gathered(tmp_path, "a", "talks", ["p10", "p12"])
    assert project.after_edit() is not None
    assert set(read) == {"p10", "p11", "p12"}


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
