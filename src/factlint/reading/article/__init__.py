"""Articles: the texts under seeds/, opened without leaving it."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factlint.reading.name import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST = 8 << 20
_LISTED = 20_000
_SHOWN = 80
_DRIVE = re.compile(r"[A-Za-z]:")


class ArticleError(ValueError):
    """An article that cannot be read; the message is one sentence for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Article:
    """A text under seeds/: its path there (with /), its characters, and the SHA-256 of its bytes in hexadecimal."""

    name: str
    text: str
    digest: str


def open_article(seeds: Path, name: str) -> Article:
    """Read the file `name` (a path relative to the folder `seeds`), UTF-8, at most 8 MiB.

    The text is not changed: line ends and a byte order mark stay, so offsets are those of the file.

    Raises:
        ArticleError: `name` is no plain relative path, leaves `seeds` by `..` or a symbolic link, or is no such file.
    """
    relative = _relative(seeds, name)
    data = _bytes(_inside(seeds, relative), relative)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"article {_quoted(relative)} is not UTF-8: byte {data[error.start]:#04x} at offset {error.start} does not "
            "belong there; save it as UTF-8"
        ) from error
    return Article(relative, text, hashlib.sha256(data).hexdigest())


def is_there(seeds: Path, name: str) -> bool:
    """Whether `name` is a file in `seeds`; only opening it tells whether it is an article that can be read."""
    if not os.path.isfile(f"{seeds}/{name}"):  # noqa: PTH113 - asked of every name in a table
        return False
    try:
        return bool(_relative(seeds, name))
    except ArticleError:
        return False


def any_there(seeds: Path) -> bool:
    """Whether `seeds` has a file at all."""
    return any(path.is_file() for path in seeds.rglob("*"))


def shortest(name: str) -> str:
    """The name in its shortest form: what names the same article is the same."""
    return PurePosixPath(name).as_posix()


def _relative(seeds: Path, name: str) -> str:
    """`name` in its shortest form, once nothing in it can lead out of `seeds`."""
    folder = f"{seeds.name}/"
    if not name.strip() or not PurePosixPath(name).parts:
        raise ArticleError(f"the name of the article is empty; write a file under {folder}")
    if not name.isprintable():
        raise ArticleError(
            f"article {_quoted(name)} has an unprintable character in its name; write a file under {folder}"
        )
    if "\\" in name:
        raise ArticleError(f"article {_quoted(name)} has a backslash; write / between folders")
    if name.startswith("/") or _DRIVE.match(name):
        raise ArticleError(f"article {_quoted(name)} is an absolute path; write its path below {folder}")
    if ".." in PurePosixPath(name).parts:
        raise ArticleError(f"article {_quoted(name)} leaves {folder} by ..; write its path below {folder}")
    return shortest(name)


def _inside(seeds: Path, relative: str) -> Path:
    """The real file, once it is known to lie in `seeds` whatever symbolic links lead there."""
    folder = f"{seeds.name}/"
    try:
        root = seeds.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise ArticleError(f"there is no folder {folder}; make it and put the article there") from error
    try:
        real = (root / relative).resolve(strict=True)
    except FileNotFoundError as error:
        raise ArticleError(_missing(root, relative, folder)) from error
    except (OSError, RuntimeError) as error:
        raise ArticleError(f"article {_quoted(relative)} cannot be opened: {_reason(error)}") from error
    if not real.is_relative_to(root):
        raise ArticleError(
            f"article {_quoted(relative)} is a symbolic link that leaves {folder}; put the file itself there"
        )
    return real


def _bytes(real: Path, relative: str) -> bytes:
    try:
        # A pipe or a device would block or never end.
        if not real.is_file():
            raise ArticleError(f"article {_quoted(relative)} is not a file; write the path of a text file")
        with real.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise ArticleError(f"article {_quoted(relative)} cannot be read: {_reason(error)}") from error
    if len(data) > _LARGEST:
        raise ArticleError(f"article {_quoted(relative)} is larger than 8 MiB; split it")
    return data


def _missing(root: Path, relative: str, folder: str) -> str:
    near = nearest(relative, _names(root))
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; put the article under {folder}"
    return f"there is no article {_quoted(relative)} under {folder}{hint}"


def _names(root: Path) -> Iterator[str]:
    files = (path for path in islice(root.rglob("*"), _LISTED) if path.is_file())
    names = (path.relative_to(root).as_posix() for path in files)
    return (name for name in names if name.isprintable())


def _reason(error: Exception) -> str:
    return (error.strerror or "no reason given").lower() if isinstance(error, OSError) else "its links go in a circle"


def _quoted(name: str) -> str:
    shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    return f'"{shown}"' if shown.isprintable() else ascii(shown)
