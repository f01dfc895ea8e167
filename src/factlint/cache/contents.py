"""The contents of the files of a snapshot, of which only those are read that are not known already.

They are told and known folder by folder, as texts: where nothing in a folder changed, none of its files is looked at.
"""

# ruff: noqa: PTH118, PTH123 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os

from factlint.cache.folder import read_parts, write_parts
from factlint.cache.inputs import FILE, Folder, last_change
from factlint.cache.sealed import digest, digest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.cache.inputs import Snapshot

    Known = tuple[str, str, str]

MARGIN = 2_000_000_000
"""Nanoseconds within which two edits may leave the same times: those that FAT counts in."""

BETWEEN = "\0"
"""What no path has in it, nor what is said of one: a text of 25,000 files is split in half the time that JSON takes."""

_INDEX = "index"
_ALONE = ""
"""The folder of files that are looked at by themselves; there their paths are their names."""

_PARTS = 4
_WIDTH = 32
"""So many digits has a digest."""


class Contents:
    """What all files of a snapshot say.

    `folders` maps the path of each folder to the names of its files and the digests of their contents, `singles` the
    path of each file or link that is looked at by itself to where it leads and what is there; `digest` is that of all.
    `known` maps the folders to names, metadata and digests; a digest is missing there unless the file was certainly
    older than the snapshot: others may change once more without a trace in their metadata ("racy git"). `uncertain` are
    the paths of those.
    """

    __slots__ = ("digest", "folders", "known", "singles", "uncertain")

    def __init__(self, snapshot: Snapshot, known: Mapping[str, Known]) -> None:
        """What a snapshot's files say, by what is `known` of files with the same metadata; raises OSError."""
        self.folders: dict[str, tuple[str, str]] = {}
        self.known: dict[str, Known] = {}
        self.uncertain: set[str] = set()
        for folder in (*snapshot.folders, alone := _alone(snapshot)):
            names, lines = folder.texts()
            before = known.get(folder.path, ("", "", ""))
            if before[:2] == (names, lines) and len(before[2]) + 1 == (_WIDTH + 1) * len(folder.names):
                digests = before[2]  # what was certain once stays so
                self.known[folder.path] = before
            else:
                digests = self._read(folder, before, snapshot.moment)
            self.folders[folder.path] = names, digests
        read = dict(zip(alone.names, self.folders.pop(_ALONE)[1].split(BETWEEN), strict=False))
        self.singles = {each.path: f"{each.real} {read.get(each.path, each.line)}" for each in snapshot.singles}
        texts = [text for path, said in sorted(self.folders.items()) for text in (path, *said)]
        self.digest = digest_of(*texts, *(text for pair in sorted(self.singles.items()) for text in pair))

    @property
    def settled(self) -> bool:
        """Whether all files were certainly older than the snapshot."""
        return not self.uncertain

    def still(self, later: Snapshot) -> bool:
        """Whether the files say the same in a later snapshot of the same signature; raises OSError.

        Only what may have changed without a trace is read again; it may have become certain meanwhile.
        """
        for folder in (*later.folders, _alone(later)) if self.uncertain else ():
            for name, metadata in zip(folder.names, folder.lines, strict=True):
                path = _path(folder, name)
                if path in self.uncertain:
                    content = digest(_content(path))
                    if not self._said(folder, name, content):
                        return False
                    if _certain(metadata, later.moment):
                        self._settle(folder, name, content)
        return True

    def _read(self, folder: Folder, before: Known, moment: int) -> str:
        """The digests of the files of a folder, of which some may be known."""
        digests, certain = [], []
        old = _by_name(*before)
        for name, metadata in zip(folder.names, folder.lines, strict=True):
            seen, content = old.get(name, ("", ""))
            if seen == metadata and content:
                certain.append(content)
            else:
                path = _path(folder, name)
                content = digest(_content(path))
                certain.append(content if _certain(metadata, moment) else "")
                if not certain[-1]:
                    self.uncertain.add(path)
            digests.append(content)
        self.known[folder.path] = (*folder.texts(), BETWEEN.join(certain))
        return BETWEEN.join(digests)

    def _said(self, folder: Folder, name: str, content: str) -> bool:
        """Whether a file said this in the snapshot."""
        if folder.path == _ALONE:
            return self.singles[name].endswith(f" {content}")
        names, digests = self.folders[folder.path]
        return digests.split(BETWEEN)[names.split(BETWEEN).index(name)] == content

    def _settle(self, folder: Folder, name: str, content: str) -> None:
        names, lines, digests = self.known[folder.path]
        texts = digests.split(BETWEEN)
        texts[names.split(BETWEEN).index(name)] = content
        self.known[folder.path] = names, lines, BETWEEN.join(texts)
        self.uncertain.discard(_path(folder, name))


def read_contents(snapshot: Snapshot, folder: str) -> Contents:
    """The contents of a snapshot, with what the project's folder in the cache knows of them; raises OSError."""
    return Contents(snapshot, _read_index(os.path.join(folder, _INDEX)))


def write_index(contents: Contents, folder: str) -> None:
    """Keep what is certain of the contents; raises OSError."""
    texts = (text for path, known in contents.known.items() for text in (path, *known))
    write_parts(os.path.join(folder, _INDEX), [text.encode("utf-8", "surrogateescape") for text in texts])


def _read_index(path: str) -> Mapping[str, Known]:
    parts = read_parts(path) or []
    if len(parts) % _PARTS:
        return {}
    texts = [part.decode("utf-8", "surrogateescape") for part in parts]
    rows = zip(texts[1::_PARTS], texts[2::_PARTS], texts[3::_PARTS], strict=True)
    return dict(zip(texts[::_PARTS], rows, strict=True))


def _by_name(names: str, lines: str, digests: str) -> Mapping[str, tuple[str, str]]:
    """For each name the metadata and the digest; nothing where the texts do not fit together."""
    columns = names.split(BETWEEN), lines.split(BETWEEN), digests.split(BETWEEN)
    if len({*map(len, columns)}) > 1:
        return {}
    return dict(zip(columns[0], zip(*columns[1:], strict=True), strict=True))


def _alone(snapshot: Snapshot) -> Folder:
    """The files that are looked at by themselves."""
    files = [single for single in snapshot.singles if single.line[:1] == FILE]
    return Folder(_ALONE, [single.path for single in files], [single.line for single in files])


def _path(folder: Folder, name: str) -> str:
    return name if folder.path == _ALONE else f"{folder.path}/{name}"


def _certain(metadata: str, moment: int) -> bool:
    """Whether a file was older than a moment, by its metadata."""
    return last_change(metadata) + MARGIN < moment


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
