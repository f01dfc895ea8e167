"""Files that change while a run after an edit goes on: what it read must stand, and of the rest the next one hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.cache import contents
from factlint.engine import check as full
from factlint.engine.incremental import check as edit
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Run

CORPUS = """
== pyproject.toml
[tool.factlint]
select = ["figure-differs"]
date = "2026-01-31"
incremental = true
== seeds/visit.txt
Exports reached $1.6 million in 2020, the minister said.
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
peru: {name: Peru}
chile: {name: Chile}
cuba: {name: Cuba}
"""


def write(root: Path, name: str, place: str, amount: int) -> None:
    fact = f"{{id: one, figure: exports, of: {place}, period: 2020, value: ${amount} million}}"
    (root / f"facts/{name}.yaml").write_text(f"source: {{title: A report}}\nfacts:\n  - {fact}\n")


@pytest.fixture(params=[2_000_000_000, -(10**18)], ids=["edited just now", "edited long ago"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pairs of figures, of which one differs; the cache lies beside."""
    del kept
    monkeypatch.setattr("factlint.cache.contents.MARGIN", request.param)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(edit, "WORTH_KEEPING", 0)
    unpack(CORPUS, tmp_path)
    for place, other in (("peru", 5), ("chile", 5), ("cuba", 7)):
        write(tmp_path, f"{place}1", place, 5)
        write(tmp_path, f"{place}2", place, other)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("hit", ["peru1", "cuba1", "chile1", "seeds/visit.txt", "new"])
def test_what_changes_during_a_run_is_noticed(
    hit: str, corpus: Path, kept: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    real = edit.report_of

    def meanwhile(*arguments: object) -> object:
        report = real(*arguments)  # type: ignore[arg-type]
        if hit == "seeds/visit.txt":
            (corpus / hit).write_text("Something else.")
        else:
            write(corpus, hit, "chile", 77)
        return report

    write(corpus, "peru1", "peru", 6)
    answers = len(list(kept.rglob("answers/*")))
    with monkeypatch.context() as patched:
        patched.setattr(edit, "report_of", meanwhile)
        run("check")
    looked_at = {"peru1", "cuba1", "seeds/visit.txt"}  # cuba1 for the lines of the finding that stays
    if contents.MARGIN > 0:
        looked_at.add("chile1")  # which may have changed before without a trace
    assert len(list(kept.rglob("answers/*"))) == answers + (hit not in looked_at)
    again = run("check")
    assert not again.answered
    assert again.output == run("check", "--no-cache").output


def test_the_answer_is_that_of_what_was_there(
    corpus: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    real = edit.report_of
    write(corpus, "peru1", "peru", 6)
    expected = run("check", "--no-cache").output

    def meanwhile(*arguments: object) -> object:
        write(corpus, "chile1", "chile", 77)
        return real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(edit, "report_of", meanwhile)
        assert run("check").output == expected
    write(corpus, "chile1", "chile", 5)
    assert run("check").output == expected


def test_a_report_that_tells_of_the_whole_corpus_has_read_it(
    corpus: Path, kept: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", "--output-format", "html")
    write(corpus, "peru1", "peru", 6)
    answers = len(list(kept.rglob("answers/*")))
    real = full.read

    def meanwhile(*arguments: object) -> object:
        found = real(*arguments)  # type: ignore[arg-type]
        write(corpus, "chile1", "chile", 77)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(edit, "read", meanwhile)
        run("check", "--output-format", "html")
    assert len(list(kept.rglob("answers/*"))) == answers


OWN = """
from factlint.findings import Severity
from factlint.rules.base import Rule


class Mine(Rule):
    name = "mine"
    severity = Severity.ERROR
    key = {"figures": ("of",)}

    def check(self, corpus):
        return iter(())


RULES = (Mine,)
"""


def test_a_rule_of_the_project_may_have_read_any_file(
    corpus: Path, kept: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "checks").mkdir()
    (corpus / "checks/mine.py").write_text(OWN)
    run("check", "--select", "figure-differs,mine")
    write(corpus, "peru1", "peru", 6)
    answers = len(list(kept.rglob("answers/*")))
    real = edit.report_of
    runs: list[str] = []

    def meanwhile(*arguments: object) -> object:
        report = real(*arguments)  # type: ignore[arg-type]
        runs.append("after an edit")
        write(corpus, "chile1", "chile", 77)
        return report

    with monkeypatch.context() as patched:
        patched.setattr(edit, "report_of", meanwhile)
        run("check", "--select", "figure-differs,mine")
    assert runs
    assert len(list(kept.rglob("answers/*"))) == answers
