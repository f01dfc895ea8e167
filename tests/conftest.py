"""What every test may use: a project on disk, made of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factlint.corpus import Corpus, Settings
    from factlint.findings import Report


@pytest.fixture(scope="session", autouse=True)
def no_kept_answers() -> Iterator[None]:
    """No test writes into the user's cache folder, or is answered from it; those of the cache have one of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLINT_NO_CACHE", "1")
        yield


@pytest.fixture(autouse=True)
def nowhere_special(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on where it runs: a host's run, or a terminal that wants colour."""
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Settings]:
    """Writes a project (see `factlint.testing`) and gives its settings."""
    from factlint.corpus import load_settings
    from factlint.testing import unpack

    def make(text: str) -> Settings:
        unpack(text, tmp_path)
        return load_settings(tmp_path)

    return make


@pytest.fixture
def checked(project: Callable[[str], Settings]) -> Callable[[str], Report]:
    """Writes a project and gives the report of every rule on it."""
    from factlint.engine.check import check
    from factlint.engine.select import chosen
    from factlint.rules import RULES

    def run(text: str) -> Report:
        settings = project(text)
        return check(settings, chosen(RULES, settings.select, settings.ignore))

    return run


@pytest.fixture
def corpus_of(project: Callable[[str], Settings]) -> Callable[[str], Corpus]:
    """Writes a project and gives its corpus, validated."""
    from factlint.engine.check import read

    return lambda text: read(project(text))[0]
