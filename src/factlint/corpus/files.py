"""Finding and reading the YAML files of a project; the only room that touches facts/."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.records import Problem
from factlint.findings import Clash, Place
from factlint.reading import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.reading.yaml import Document

REGISTRY = "registry"
ENDINGS = (".yaml", ".yml")


class Named(NamedTuple):
    """A YAML file as found: where it lies, its path in the project, its reference (below facts/, without ending)."""

    where: str
    path: str
    ref: str

    @property
    def in_registry(self) -> bool:
        """Whether it lies under facts/registry/."""
        return self.ref.startswith(f"{REGISTRY}/")


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file as read: its path in the project, its reference, its content."""

    path: str
    ref: str
    document: Document


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file under facts/ that is not read, and why."""

    path: str
    reason: str


def find_files(root: Path, below: str = "") -> tuple[list[Named], list[Skipped], list[Problem]]:
    """Every YAML file under facts/, in path order; what is skipped; and the problems of the names.

    With `below`, only those of that folder of facts/.
    """
    files: list[Named] = []
    skipped: list[Skipped] = []
    problems: list[Problem] = []
    refs: dict[str, str] = {}
    top = str(root / "facts")
    for inside in sorted(_walk(top, below)):
        name, (ref, ending) = f"facts/{inside}", os.path.splitext(inside)  # noqa: PTH122 - pathlib takes ten times as long
        if ending not in ENDINGS:
            skipped.append(Skipped(name, "it is neither a .yaml nor a .yml file"))
        elif ref in refs:
            problems.append(_twin(name, refs[ref]))
        else:
            refs[ref] = name
            files.append(Named(f"{top}/{inside}", name, ref))
    return files, skipped, problems


def _walk(top: str, below: str) -> Iterator[str]:
    """The files of a folder below `top` that are not hidden, as paths from `top` on."""
    for folder, folders, names in os.walk(f"{top}/{below}" if below else top):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        inside = folder[len(top) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names if not name.startswith("."))


def hold(root: Path, size: int) -> bool:
    """Whether the files under facts/ have so many bytes together."""
    top = str(root / "facts")
    for inside in _walk(top, ""):
        with suppress(OSError):  # reading says what is wrong with it
            size -= os.stat(f"{top}/{inside}").st_size  # noqa: PTH116 - as above
        if size <= 0:
            return True
    return False


def content(path: str) -> bytes:
    """What is written in a file; of one that is too large, more than it may have. Raises OSError."""
    with FileIO(path) as stream:
        about = os.fstat(stream.fileno())
        if stat.S_ISREG(about.st_mode) and about.st_size <= yaml.MAX_BYTES:
            return stream.readall()  # a limit would have memory for all that it allows set aside
    with Path(path).open("rb") as stream:
        return stream.read(yaml.MAX_BYTES + 1)


def read_file(path: str, name: str, ref: str, problems: list[Problem]) -> File:
    """The file at a path, called `name` and `ref` in the project; what is wrong with its text goes to `problems`."""
    try:
        data = content(path)
    except OSError as error:
        return unopened(name, ref, error, problems)
    return file_of(name, ref, data, problems)


def unopened(name: str, ref: str, error: OSError, problems: list[Problem]) -> File:
    """A file that cannot be opened."""
    problems.append(Problem("yaml-syntax", Clash(f"the file cannot be opened: {error.strerror}", Place(name))))
    return File(name, ref, yaml.Document(None, (), (), broken=True))


def file_of(name: str, ref: str, data: bytes, problems: list[Problem]) -> File:
    """The file that has this content."""
    document = yaml.read(data)
    problems.extend(
        Problem(problem.rule, Clash(problem.message, Place(name, *problem.span))) for problem in document.problems
    )
    return File(name, ref, document)


def _twin(name: str, other: str) -> Problem:
    message = f"{other} has the same name but for its ending, so the ids of their facts would be the same: rename one"
    return Problem("duplicate-fact-id", Clash(message, Place(name)))
