"""`factlint clean`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from factlint.cache.folder import IGNORE, TAG, cache_folder, is_tagged, project_folder, user_folder
from factlint.commands.project import emit, open_project
from factlint.corpus.settings import SettingsError
from factlint.reports.words import count, safe

_PROJECT = re.compile(r"[0-9a-f]{32}")


def run(path: Path | None, *, every: bool) -> int:
    """Remove the cache of the project, or of every project, and say so.

    With `every`, the user's cache folder is emptied, and that of the project that `path` lies in, where it lies in one.
    Raises SettingsError where a cache folder is not one that factlint made.
    """
    if every:
        for folder in sorted(_caches(path)):
            emit(_removed([each for each in _inside(folder) if _PROJECT.fullmatch(each.name)], folder))
            _remove_if_empty(folder)
        return 0
    settings = open_project(path)
    cache = _known(cache_folder(str(settings.root), settings.cache_dir))
    own = project_folder(str(cache), str(settings.root)) if cache else ""
    emit(_removed([each for each in _inside(cache) if str(each) == own], cache))
    return 0


def _caches(path: Path | None) -> set[Path]:
    found = {_known(user_folder())}
    try:
        settings = open_project(path)
    except SettingsError:
        if path is not None:
            raise
    else:
        found.add(_known(cache_folder(str(settings.root), settings.cache_dir)))
    return {cache for cache in found if cache is not None}


def _known(cache: str | None) -> Path | None:
    """The cache folder; raises SettingsError where it has no tag of factlint's."""
    if cache is not None and Path(cache).exists() and not is_tagged(cache):
        raise SettingsError(
            f"{cache} is no cache of factlint, for it has no {TAG} of it: name a folder of its own in cache-dir"
        )
    return None if cache is None else Path(cache)


def _inside(cache: Path | None) -> list[Path]:
    """The folders of a cache folder; a link is no folder."""
    if cache is None or not cache.is_dir():
        return []
    return [each for each in sorted(cache.iterdir()) if each.is_dir() and not each.is_symlink()]


def _removed(folders: list[Path], cache: Path | None) -> str:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    size = sum(file.lstat().st_size for file in files)
    for folder in folders:
        shutil.rmtree(folder)
    where = f" in {safe(str(cache))}" if cache else ""
    if not folders:
        return f"there is nothing to remove{where}\n"
    return f"removed {count(len(files), 'file')}, {size:,} bytes, of {count(len(folders), 'project')}{where}\n"


def _remove_if_empty(cache: Path) -> None:
    if cache.is_dir() and {each.name for each in cache.iterdir()} <= {TAG, IGNORE}:
        shutil.rmtree(cache)
