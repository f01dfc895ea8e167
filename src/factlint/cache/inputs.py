"""The state of all files that an answer depends on, told from their metadata alone.

As in git's index, a file counts as unchanged where its size, times and number are: POSIX sets the time of change
(`st_ctime`) of a file that is written, replaced or renamed, and lets nobody set it back.

Metadata is a line of text from the start. On 10,000 files that takes 0.6 of the time of keeping the results of `stat`
for later, and asking in an open folder another 0.85 of that of asking by path.
"""

# ruff: noqa: PTH112, PTH114, PTH116, PTH119, PTH120, PTH208 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os
import time

from factlint.cache.sealed import digest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Tree = tuple[str, str]

FACTS, SEEDS, CODE = "facts", "seeds", "code"
"""What counts of a tree: all but hidden files, all files, all but compiled Python."""

FILE, FOLDER, LINK = "8", "4", "a"
"""With what a line of metadata begins: the file type, of the four hexadecimal digits of `st_mode`."""

_IN_FOLDERS = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd


class OddError(OSError):
    """There is a pipe, a device or a socket, whose content nobody knows."""


class Folder:
    """The names of a folder's files in alphabetical order, and for each the line of its metadata."""

    __slots__ = ("_texts", "lines", "names", "path")

    def __init__(self, path: str, names: list[str], lines: list[str]) -> None:
        self.path = path
        self.names = names
        self.lines = lines
        self._texts: tuple[str, str] | None = None

    def texts(self) -> tuple[str, str]:
        """All names and all lines, each as one text."""
        if self._texts is None:
            self._texts = "\0".join(self.names), "\0".join(self.lines)
        return self._texts


class Single:
    """A file or a link: where it leads, and the metadata of what is there, empty where nothing is."""

    __slots__ = ("line", "path", "real")

    def __init__(self, path: str) -> None:
        self.path = path
        self.real = os.path.realpath(path)
        try:
            self.line = line(os.stat(path))
        except (FileNotFoundError, NotADirectoryError):
            self.line = ""
        if self.line[:1] == FOLDER:
            self.line = FOLDER  # its times say nothing of what counts
        elif self.line and self.line[0] != FILE:
            raise OddError(path)


class Snapshot:
    """The state of trees and single files at a moment.

    `folders` are those of the trees, `singles` the other files and all links. `moment` is the clock before anything
    was looked at, in nanoseconds; `signature` the digest of all but the moment.
    """

    __slots__ = ("folders", "moment", "signature", "singles")

    def __init__(self, trees: Iterable[Tree], files: Sequence[str], few: Iterable[str] = ()) -> None:
        """Look at trees, each a folder and what of it counts, and at files, there or not; raises OSError.

        `few` are files of another tree, which are all that is looked at there.
        """
        self.moment = time.time_ns()
        self.folders: list[Folder] = []
        followed = list(files)
        for top, kind in trees:
            if os.path.isdir(top):
                _walk(top, kind, self.folders, followed)
            if os.path.islink(top) or not os.path.isdir(top):
                followed.append(top)
        self.singles = [Single(path) for path in followed]
        self.folders += [_alone(path, line(os.lstat(path))) for path in few]
        self.signature = _signature(self.folders, self.singles)

    def signature_with(self, few: Iterable[str], top: str) -> str:
        """The signature that it would have, had it looked at nothing but a few files in the tree `top`.

        Raises OSError where one of them was not there.
        """
        inside = {each.path: each for each in self.folders if f"{each.path}/".startswith(f"{top}/")}
        outside = [each for each in self.folders if each.path not in inside]
        alone = []
        for path in few:
            folder = inside.get(os.path.dirname(path))
            name = os.path.basename(path)
            if folder is None or name not in folder.names:
                raise FileNotFoundError(path)
            alone.append(_alone(path, folder.lines[folder.names.index(name)]))
        return _signature([*outside, *alone], self.singles)


def _alone(path: str, metadata: str) -> Folder:
    return Folder(os.path.dirname(path), [os.path.basename(path)], [metadata])


def _signature(folders: Iterable[Folder], singles: Iterable[Single]) -> str:
    texts = [text for single in singles for text in (single.path, single.real, single.line)]
    for folder in folders:
        texts += [folder.path, *folder.texts()]
    return digest_of(*texts)


def line(seen: os.stat_result) -> str:
    """The metadata that changes when a file does: type, size, times in nanoseconds, number; in hexadecimal."""
    fields = (seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
    return "%x %x %x %x %x" % fields  # noqa: UP031 - half the time of format specifiers


def last_change(metadata: str) -> int:
    """The later of the two times in a line of metadata, in nanoseconds."""
    _, _, modified, changed, _ = metadata.split()
    return max(int(modified, 16), int(changed, 16))


def _walk(top: str, kind: str, folders: list[Folder], links: list[str]) -> None:
    waiting = [top]
    while waiting:
        path = waiting.pop()
        names, lines = _listed(path, kind)
        types = {metadata[0] for metadata in lines}
        if not types <= {FILE, FOLDER, LINK}:
            raise OddError(path)
        if types - {FILE}:
            found = list(zip(names, lines, strict=True))
            links += [f"{path}/{name}" for name, metadata in found if metadata[0] == LINK]
            waiting += [f"{path}/{name}" for name, metadata in found if metadata[0] == FOLDER]
            found = [each for each in found if each[1][0] == FILE]
            names, lines = [name for name, _ in found], [metadata for _, metadata in found]
        folders.append(Folder(path, names, lines))


def _listed(path: str, kind: str) -> tuple[list[str], list[str]]:
    """What counts in a folder, in alphabetical order, and the metadata of each, links not followed."""
    if not _IN_FOLDERS:
        names = sorted(_counting(os.listdir(path), kind))
        return names, [line(os.lstat(f"{path}/{name}")) for name in names]
    at = os.open(path, os.O_RDONLY)
    try:
        names = sorted(_counting(os.listdir(at), kind))
        return names, [line(os.stat(name, dir_fd=at, follow_symlinks=False)) for name in names]
    finally:
        os.close(at)


def _counting(names: list[str], kind: str) -> list[str]:
    if kind == FACTS:
        return [name for name in names if name[0] != "."]
    if kind == CODE and "__pycache__" in names:
        names.remove("__pycache__")
    return names
