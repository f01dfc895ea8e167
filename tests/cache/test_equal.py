"""A kept answer is, byte for byte, the answer of a run without the cache, whatever happened to the files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Run

FACT = """source: {{title: A report}}
facts:
  - {{id: two, figure: exports, of: Azerbaijan, period: 2020, value: ${} million}}
"""
# 3.5 and 1.6 have the same length: only times tell these files apart
TEXTS = (FACT.format("3.5"), FACT.format("1.6"))
PLACES = ("facts/b.yaml", "facts/deep/c.yml")

edits = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(PLACES), st.sampled_from(TEXTS)),
    st.tuples(st.just("write in place"), st.sampled_from(PLACES), st.sampled_from(TEXTS)),
    st.tuples(st.sampled_from(("delete", "rename", "touch", "set back")), st.sampled_from(PLACES), st.just("")),
)


def edit(root: Path, how: str, place: str, text: str) -> None:
    path = root / place
    if how.startswith("write") or not path.exists():
        path.parent.mkdir(exist_ok=True)
        if how == "write":
            path.unlink(missing_ok=True)
        path.write_text(text or TEXTS[0], "utf-8")
    elif how == "delete":
        path.unlink()
    elif how == "rename":
        path.replace(root / PLACES[1 - PLACES.index(place)]) if (root / "facts/deep").exists() else path.unlink()
    elif how == "touch":
        path.touch()
    else:
        os.utime(path, ns=(10**18, 10**18))


@pytest.mark.parametrize("margin", [2_000_000_000, 50_000_000])
def test_whatever_happened_to_the_files(
    margin: int, runner: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factlint.cache.contents.MARGIN", margin)
    uncached: dict[tuple[tuple[str, str], ...], tuple[int, bytes, bytes]] = {}
    answered = []

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(edits, min_size=1, max_size=4))
    def agrees(changes: list[tuple[str, str, str]]) -> None:
        for change in changes:
            edit(here, *change)
            run = runner("check")
            state = tuple(sorted((str(path), path.read_text("utf-8")) for path in here.rglob("facts/**/*.y*ml")))
            if state not in uncached:
                uncached[state] = runner("check", "--no-cache").output
            answered.append(run.answered)
            assert run.output == uncached[state]

    agrees()
    assert any(answered)
    assert len(set(uncached.values())) > 1
    assert kept.exists()


def test_an_edit_that_leaves_size_and_times_is_noticed(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # as on file systems that do not count the time of change, or count in long steps
    monkeypatch.setattr(
        "factlint.cache.inputs.line",
        lambda seen: f"{seen.st_mode:x} {seen.st_size:x} {seen.st_mtime_ns:x} {seen.st_mtime_ns:x} 0",
    )
    path = here / "facts" / "b.yaml"
    path.write_text(TEXTS[0], "utf-8")
    before, seen = run("check"), path.stat()
    path.write_text(TEXTS[1], "utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert path.stat().st_size == seen.st_size
    after = run("check")
    assert kept.exists()
    assert not after.answered
    assert (before.status, after.status) == (1, 0)


def test_a_reverted_edit_and_a_touched_file_are_answered(run: Callable[..., Run], kept: Path, here: Path) -> None:
    path = here / "facts" / "b.yaml"
    text = path.read_text("utf-8")
    first = run("check")
    path.write_text(text.replace("3.5", "1.6"), "utf-8")
    assert not run("check").answered
    path.write_text(text, "utf-8")
    reverted = run("check")
    for each in here.rglob("*"):
        each.touch()
    assert reverted.answered
    assert run("check").answered
    assert reverted.output == first.output
    assert kept.exists()


def test_files_of_output_are_written_again(run: Callable[..., Run], kept: Path, here: Path) -> None:
    arguments = ("check", "--output", "json:out/a.json", "-oall.txt", "-q")
    first = run(*arguments)
    written = {name: (here / name).read_bytes() for name in ("out/a.json", "all.txt")}
    (here / "out/a.json").unlink()
    (here / "out").rmdir()
    (here / "all.txt").write_text("something else", "utf-8")
    again = run(*arguments)
    assert again.answered
    assert again.output == first.output
    assert written == {name: (here / name).read_bytes() for name in written}
    (here / "all.txt").unlink()
    (here / "all.txt").mkdir()
    refused = run(*arguments)
    assert (refused.status, refused.stdout) == (2, b"")
    assert b"is a folder" in refused.stderr
    assert kept.exists()


def test_what_a_rule_prints_is_given_again_in_its_order(run: Callable[..., Run], kept: Path, here: Path) -> None:
    (here / "checks").mkdir()
    (here / "checks" / "own.py").write_text(
        "import sys\nfrom factlint.findings import Severity\nfrom factlint.rules.base import Rule\n"
        "class Loud(Rule):\n    name, severity, key = 'loud', Severity.NOTE, {}\n"
        "    def check(self, corpus):\n        print('é')\n        print('aside', file=sys.stderr)\n        return ()\n"
        "RULES = (Loud,)\n",
        "utf-8",
    )
    first, again = run("check", "--select", "loud"), run("check", "--select", "loud")
    assert again.answered
    assert again.output == first.output
    assert first.stdout.startswith("é\n".encode())
    assert first.stderr == b"aside\n"
    assert kept.exists()
