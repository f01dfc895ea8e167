"""A project as it was at a revision of git, laid out in a folder of its own."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.corpus.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus.settings import Settings

_PARTS = ("facts", "seeds", "pyproject.toml")
"""What a project is read from; checks of an old revision are not run."""


@contextmanager
def at_revision(settings: Settings, revision: str) -> Iterator[Settings]:
    """The settings of the project as it was, in a folder that is removed afterwards; the day stays that of today.

    Raises SettingsError where the project is in no repository, or git knows no such revision.
    """
    top = _git(settings.root, "rev-parse", "--show-toplevel").strip()
    prefix = _git(settings.root, "rev-parse", "--show-prefix").strip()
    commit = _git(
        settings.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()
    there = _git(Path(top), "ls-tree", "--name-only", commit, *(f"{prefix}{part}" for part in _PARTS)).splitlines()
    with tempfile.TemporaryDirectory(prefix="factlint-") as folder:
        if there:
            content = _bytes(Path(top), "archive", "--format=tar", commit, "--", *there)
            with tarfile.open(fileobj=io.BytesIO(content)) as archive:
                archive.extractall(folder, filter="data")
        root = Path(folder, prefix)
        root.mkdir(parents=True, exist_ok=True)
        yield replace(load_settings(root), date=settings.today)


def _git(folder: Path, *arguments: str) -> str:
    return _bytes(folder, *arguments).decode("utf-8", "replace")


def _bytes(folder: Path, *arguments: str) -> bytes:
    """What git prints; raises SettingsError with what it says instead."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a revision never stands where an option could
            ("git", "-C", str(folder), "-c", "core.quotePath=false", *arguments),  # noqa: S607 - the user's own git
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise SettingsError("git is not installed, and only it knows what the project was before") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise SettingsError(f"git {arguments[0]}: {said or f'there is no revision {arguments[-1]!r}'}")
    return done.stdout
