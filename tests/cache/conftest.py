"""A project with a cache of its own, and `factlint` as its console script runs it, in this process."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

import pytest

from factlint.commands import check
from factlint.start import main
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROJECT = """
== pyproject.toml
[tool.factlint]
select = ["figure-differs", "quote-not-in-article"]
date = "2026-01-31"
== seeds/visit.txt
Exports reached $1.6 million in 2020, the minister said.
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
== facts/a.yaml
article: visit.txt
published: 2021-06-23
facts:
  - {id: one, figure: exports, of: Azerbaijan, period: 2020, value: $1.6 million, quote: Exports reached $1.6 million}
== facts/b.yaml
source: {title: A report}
facts:
  - {id: two, figure: exports, of: Azerbaijan, period: 2020, value: $3.5 million}
"""


class Run(NamedTuple):
    """What a run came to, and whether it was answered from the cache."""

    status: int
    stdout: bytes
    stderr: bytes
    answered: bool

    @property
    def output(self) -> tuple[int, bytes, bytes]:
        return self[:3]


def call(*arguments: str) -> Run:
    """Run `factlint` with these arguments."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    with (
        mock.patch.object(sys, "argv", ["factlint", *arguments]),
        mock.patch.object(check, "run", wraps=check.run) as asked,
        redirect_stdout(streams[0]),
        redirect_stderr(streams[1]),
        pytest.raises(SystemExit) as end,
    ):
        main()
    for stream in streams:
        stream.flush()
    assert isinstance(end.value.code, int)
    return Run(end.value.code, out.getvalue(), err.getvalue(), answered=not asked.called)


@pytest.fixture
def run() -> Callable[..., Run]:
    return call


@pytest.fixture(scope="session")
def runner() -> Callable[..., Run]:
    """The same for property tests."""
    return call


@pytest.fixture
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What counts as the tool's own code: a file that nobody else edits."""
    folder = tmp_path_factory.mktemp("code")
    (folder / "rule.py").write_text("", "utf-8")
    return folder


@pytest.fixture
def kept(code: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.delenv("FACTLINT_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    for module in ("request", "question"):
        monkeypatch.setattr(f"factlint.cache.{module}.own_code", lambda: str(code))
    return folder / "factlint"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with one contradiction, in which the test stands."""
    unpack(PROJECT, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
