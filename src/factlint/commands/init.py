"""`factlint init`: a project to start from."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import click

from factlint import __version__, starter
from factlint.corpus.settings import SettingsError, load_settings
from factlint.reports.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_OWNER = "OWNER/factlint"
_ACTION = re.compile(r"[\w.-]+(?:/[\w.-]+)+@[\w./-]+", re.ASCII)


def run(folder: Path, action: str | None) -> int:
    """Write what is not there, and say what was; raises SettingsError for settings or an action that cannot be read."""
    if action is not None and not _ACTION.fullmatch(action):
        raise SettingsError(f"{safe(action)!r} is no action: write it as example/factlint@v{__version__}")
    load_settings(folder.resolve())
    advice = _advice(folder / starter.SETTINGS)
    example = not any(_has_files(folder / name) for name in ("seeds", "facts"))
    for name in starter.FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    texts = dict(_texts(action or f"{_OWNER}@v{__version__}", example=example))
    written, left = _write(folder, texts)
    more, kept = _write(folder, dict(_schemas(folder)))
    for name in (*written, *more):
        click.echo(f"wrote {safe(str(folder / name))}")
    for name in (*left, *kept):
        click.echo(f"left alone {safe(str(folder / name))}: it is there already")
    if not example:
        click.echo("left out the example: there are articles or facts already")
    if advice:
        click.echo(advice)
    if action is None and starter.WORKFLOW in written:
        click.echo(f"write the repository that factlint comes from for {_OWNER} in {starter.WORKFLOW}")
    return 0


def _advice(path: Path) -> str | None:
    """What to add to settings that are there and have been read, None where nothing is to be added."""
    if not path.exists() or "factlint" in tomllib.loads(path.read_text("utf-8")).get("tool", {}):
        return None
    return f"add this to {safe(str(path))}:\n\n{starter.content(starter.FRAME[starter.SETTINGS])}"


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*") if not path.name.startswith("."))


def _texts(action: str, *, example: bool) -> Iterator[tuple[str, str]]:
    for target, name in {**starter.FRAME, **(starter.EXAMPLE if example else {})}.items():
        text = starter.content(name)
        yield target, text.replace("ACTION", action) if target == starter.WORKFLOW else text


def _schemas(folder: Path) -> Iterator[tuple[str, str]]:
    """The schemas of the project as it now is."""
    from factlint.commands.schema import words_of
    from factlint.reports.schema import KINDS, render

    words = words_of(load_settings(folder.resolve()))
    for kind in KINDS:
        yield f"schema/{kind}.json", render(kind, words)


def _write(folder: Path, texts: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The files that were written and those that were there, in order."""
    written: list[str] = []
    left: list[str] = []
    for name, text in texts.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (written if _create(target, text.encode()) else left).append(name)
    return written, left


def _create(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; False where something is there."""
    try:
        stream = path.open("xb")
    except FileExistsError:
        return False
    try:
        with stream:
            stream.write(content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True
