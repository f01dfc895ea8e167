"""Where the cache lies, and its files: written whole or not at all, read only where they are sound.

A cache folder says that it is one (Cache Directory Tagging Specification, https://bford.info/cachedir/), and keeps
itself out of repositories. In it each project has a folder, named by the digest of the project's path.
"""

# ruff: noqa: PTH101, PTH103, PTH105, PTH108, PTH111, PTH117, PTH118, PTH123, PTH208 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os
import sys
import time

from factlint.cache.sealed import digest_of, sealed, unsealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

TAG = "CACHEDIR.TAG"
SIGNATURE = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# This file is a cache directory tag created by factlint.\n"
    b"# What lies here can be removed at any time: factlint clean --all\n"
)
IGNORE = ".gitignore"
_NEWEST = 20
_MOST_BYTES = 64 << 20


def user_folder() -> str | None:
    """The user's cache folder for the tool; None where he has none."""
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(local, "factlint", "Cache") if os.path.isabs(local) else None
    own = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(own):
        own = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return os.path.join(own, "factlint") if os.path.isabs(own) else None


def cache_folder(root: str, setting: str) -> str | None:
    """The cache folder of the project at `root` whose setting `cache-dir` is `setting` (empty: the user's)."""
    return os.path.join(root, setting) if setting else user_folder()


def project_folder(cache: str, root: str) -> str:
    """The folder of the project at `root` in a cache folder."""
    return os.path.join(cache, digest_of(root))


def is_tagged(cache: str) -> bool:
    """Whether factlint made this cache folder."""
    try:
        with open(os.path.join(cache, TAG), "rb") as stream:
            return stream.read(len(SIGNATURE)) == SIGNATURE
    except OSError:
        return False


def make(cache: str) -> bool:
    """A cache folder at this place, made where there is none; False where there is another folder, with files in it.

    Raises OSError where it cannot be made.
    """
    if is_tagged(cache):
        return True
    os.makedirs(cache, mode=0o700, exist_ok=True)
    if os.listdir(cache):
        return False
    write_file(os.path.join(cache, IGNORE), b"*\n")
    write_file(os.path.join(cache, TAG), SIGNATURE)
    return True


def write_file(path: str, content: bytes) -> None:
    """Write a file whole or not at all, with the folders that it lacks; raises OSError."""
    folder, name = os.path.split(path)
    os.makedirs(folder or ".", exist_ok=True)
    beside = os.path.join(folder, f".{name}.{os.getpid():x}-{time.time_ns():x}")
    try:
        with open(beside, "xb") as stream:
            stream.write(content)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        if os.path.lexists(beside):
            os.unlink(beside)
        raise


def write_parts(path: str, parts: Sequence[bytes]) -> None:
    """Write a cache file; raises OSError."""
    write_file(path, sealed(parts))


def read_parts(path: str) -> list[bytes] | None:
    """The parts of a cache file; None where there is none that is sound."""
    try:
        with open(path, "rb") as stream:
            return unsealed(stream.read())
    except OSError:
        return None


def prune(folder: str) -> None:
    """Remove the oldest files of a folder: the 20 newest stay, and of them what fits in 64 MiB; the newest always.

    Raises OSError, also where another run removes the same at this moment.
    """
    with os.scandir(folder) as entries:
        found = [(entry.stat(), entry.path) for entry in entries]
    size = 0
    for position, (seen, path) in enumerate(sorted(found, key=lambda each: each[0].st_mtime_ns, reverse=True)):
        size += seen.st_size
        if position and (position >= _NEWEST or size > _MOST_BYTES):
            os.unlink(path)
