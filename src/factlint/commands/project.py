"""What several commands need: the project, its rules, and writing text where it belongs."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.corpus.settings import Settings, SettingsError, as_day, find_root, load_settings
from factlint.engine.load import load_checks
from factlint.rules import RULES

if TYPE_CHECKING:
    from factlint.rules.base import Rule


def open_project(path: Path | None, date: str | None = None) -> Settings:
    """The settings of the project that `path` (default: here) lies in; `date` overrides the setting.

    Raises SettingsError where there is no project, or the path does not exist.
    """
    start = path or Path()
    if not start.exists():
        raise SettingsError(f"{start} does not exist")
    settings = load_settings(find_root(start if start.is_dir() else start.parent))
    return replace(settings, date=as_day("--date", date)) if date else settings


def every_rule(settings: Settings) -> tuple[type[Rule], ...]:
    """The tool's rules and the project's own; raises SettingsError where two have one name."""
    own = load_checks(settings.root)
    taken = {rule.name for rule in RULES}
    for rule in own:
        if rule.name in taken:
            raise SettingsError(f"checks/: there is a rule {rule.name!r} already: write another name")
        taken.add(rule.name)
    return (*RULES, *own)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def emit(text: str, output: Path | None = None) -> None:
    """Text to a file, else to standard output; a reader that goes away early is no error."""
    if output is not None:
        write_file(output, text.encode())
        return
    click.echo(text, nl=False, color=colour_wanted())


def colour_wanted() -> bool | None:
    """True where FORCE_COLOR asks for it, False where NO_COLOR forbids it, else None: only on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
