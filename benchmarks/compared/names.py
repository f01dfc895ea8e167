"""The names of the registry of a corpus, for tools that are given them as sets of words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

Registry = dict[str, dict[str, dict[str, Any]]]


def registry(folder: Path) -> Registry:
    """Every registry file of the project in `folder`: kind, entry, keys; all cells as text."""
    files = sorted((folder / "facts" / "registry").glob("*.yaml"))
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader) for path in files}  # noqa: S506 - a base loader makes texts only


def write_names(known: Registry, path: Path) -> None:
    """As JSON: the ids, names and titles of each kind."""
    names = {
        kind: sorted(
            {*entries, *(entry[key] for entry in entries.values() for key in ("name", "title") if key in entry)}
        )
        for kind, entries in known.items()
    }
    path.write_text(json.dumps(names), encoding="utf-8")
