"""Which project a run is about, and where its cache lies, found without reading TOML where that can be avoided."""

# ruff: noqa: PTH112, PTH118, PTH120, PTH123 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os

from factlint.cache.folder import cache_folder, project_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PYPROJECT = "pyproject.toml"


class Project:
    """A project as the cache sees it.

    `root` is its real path, `pyprojects` are the files that decide on its root and settings, and `folder` is its part
    of the cache.
    """

    __slots__ = ("folder", "pyprojects", "root")

    def __init__(self, root: str, pyprojects: tuple[str, ...], folder: str) -> None:
        self.root = root
        self.pyprojects = pyprojects
        self.folder = folder

    def baseline(self) -> str:
        """The path of the file that the setting `baseline` names, empty for none; raises UnusableError."""
        name = _text(_table(_content(self.pyprojects[-1]), b"baseline"), "baseline")
        return os.path.join(self.root, name) if name else ""


class UnusableError(ValueError):
    """The settings cannot be used; the run will say so."""


def find_project(first: str) -> Project | None:
    """The project that a run is about whose first PATH is `first` (empty: none); None where it has none, or no cache.

    It is the one that `factlint.corpus.settings.find_root` finds. Raises UnusableError and OSError.
    """
    start = first.rstrip("/") or first or "."
    folder = os.path.realpath(start if os.path.isdir(start) else os.path.dirname(start) or ".")
    pyprojects: list[str] = []
    while True:
        pyprojects.append(os.path.join(folder, PYPROJECT))
        content = _content(pyprojects[-1])
        if _looks_like_project(folder) or _table(content, b"factlint") is not None:
            cache = cache_folder(folder, _text(_table(content, b"cache-dir"), "cache-dir"))
            return Project(folder, tuple(pyprojects), project_folder(cache, folder)) if cache else None
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _looks_like_project(folder: str) -> bool:
    facts = os.path.join(folder, "facts")
    if not os.path.isdir(facts):
        return False
    return os.path.isdir(os.path.join(folder, "seeds")) or os.path.isdir(os.path.join(facts, "registry"))


def _content(pyproject: str) -> bytes:
    try:
        with open(pyproject, "rb") as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return b""


def _table(content: bytes, word: bytes) -> Mapping[str, object] | None:
    """The table [tool.factlint]; None where there is none, and where the file does not have the word.

    In TOML a key can be written without its letters only by escaping a code point (TOML 1.0, "String").
    Raises UnusableError.
    """
    if word not in content and b"\\u" not in content.lower():
        return None
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8")).get("tool", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnusableError(str(error)) from error
    table = tool.get("factlint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UnusableError("no table")
    return table


def _text(table: Mapping[str, object] | None, key: str) -> str:
    value = (table or {}).get(key, "")
    if not isinstance(value, str):
        raise UnusableError(key)
    return value
