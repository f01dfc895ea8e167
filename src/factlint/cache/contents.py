"""The contents of the files of a snapshot, of which only those are read that are not known already."""

# ruff: noqa: PTH118, PTH123 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os

from factlint.cache.folder import read_parts, write_parts
from factlint.cache.inputs import FILE, last_change
from factlint.cache.sealed import digest, digest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.cache.inputs import Snapshot

MARGIN = 2_000_000_000
"""Nanoseconds within which two edits may leave the same times: those that FAT counts in."""

_INDEX = "index"
_BETWEEN = "\0"
"""What no path has in it, nor what is said of one: a text of 25,000 files is split in half the time that JSON takes."""


class Contents:
    """What all files of a snapshot say.

    `files` maps each path to the digest of its content, or to what it is instead, `digest` is that of all of them.
    `known` maps the paths to metadata and digest, for files alone that were certainly older than the snapshot: others
    may change once more without a trace in their metadata ("racy git"). `uncertain` are the paths of those.
    """

    __slots__ = ("digest", "files", "known", "uncertain")

    def __init__(self, snapshot: Snapshot, known: Mapping[str, str]) -> None:
        """What a snapshot's files say, by what is `known` of files with the same metadata; raises OSError."""
        self.files: dict[str, str] = {}
        self.known: dict[str, str] = {}
        self.uncertain: set[str] = set()
        for path, metadata in _files(snapshot):
            text = known.get(path, "")
            if text.startswith(f"{metadata} "):  # what was certain once stays so
                self.known[path] = text
                self.files[path] = text[len(metadata) + 1 :]
            else:
                self.files[path] = content = digest(_content(path))
                self._learn(path, metadata, content, snapshot.moment)
        for single in snapshot.singles:
            self.files[single.path] = f"{single.real} {self.files.get(single.path, single.line)}"
        paths = sorted(self.files)
        self.digest = digest_of(_BETWEEN.join(paths), _BETWEEN.join([self.files[path] for path in paths]))

    @property
    def settled(self) -> bool:
        """Whether all files were certainly older than the snapshot."""
        return not self.uncertain

    def still(self, later: Snapshot) -> bool:
        """Whether the files say the same in a later snapshot of the same signature; raises OSError.

        Only what may have changed without a trace is read again; it may have become certain meanwhile.
        """
        real = {single.path: f"{single.real} " for single in later.singles}
        for path, metadata in _files(later) if self.uncertain else ():
            if path in self.uncertain:
                content = digest(_content(path))
                if self.files[path] != real.get(path, "") + content:
                    return False
                self._learn(path, metadata, content, later.moment)
        return True

    def _learn(self, path: str, metadata: str, content: str, moment: int) -> None:
        if last_change(metadata) + MARGIN < moment:
            self.known[path] = f"{metadata} {content}"
            self.uncertain.discard(path)
        else:
            self.uncertain.add(path)


def read_contents(snapshot: Snapshot, folder: str) -> Contents:
    """The contents of a snapshot, with what the project's folder in the cache knows of them; raises OSError."""
    return Contents(snapshot, _read_index(os.path.join(folder, _INDEX)))


def write_index(contents: Contents, folder: str) -> None:
    """Keep what is certain of the contents; raises OSError."""
    said = _BETWEEN.join([text for pair in contents.known.items() for text in pair])
    write_parts(os.path.join(folder, _INDEX), [said.encode("utf-8", "surrogateescape")])


def _read_index(path: str) -> Mapping[str, str]:
    parts = read_parts(path)
    texts = parts[0].decode("utf-8", "surrogateescape").split(_BETWEEN) if parts else []
    return {} if len(texts) % 2 else dict(zip(texts[::2], texts[1::2], strict=True))


def _files(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """The path and the metadata of every file."""
    for folder in snapshot.folders:
        for name, metadata in zip(folder.names, folder.lines, strict=True):
            yield f"{folder.path}/{name}", metadata
    yield from ((single.path, single.line) for single in snapshot.singles if single.line[:1] == FILE)


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
