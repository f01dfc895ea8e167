"""Finding and reading the YAML files of a project; the only room that touches facts/."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.records import Problem
from factlint.findings import Clash, Place
from factlint.reading import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factlint.reading.yaml import Document

REGISTRY = "registry"
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file as read: its path in the project, its reference (below facts/, without ending), its content."""

    path: str
    ref: str
    document: Document

    @property
    def in_registry(self) -> bool:
        """Whether it lies under facts/registry/."""
        return self.ref.startswith(f"{REGISTRY}/")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file under facts/ that is not read, and why."""

    path: str
    reason: str


def read_files(root: Path, below: str = "") -> tuple[list[File], list[Skipped], list[Problem]]:
    """Every YAML file under facts/, in path order; what is skipped; and the problems of the text itself.

    With `below`, only those of that folder of facts/.
    """
    files: list[File] = []
    skipped: list[Skipped] = []
    problems: list[Problem] = []
    refs: dict[str, str] = {}
    for path in sorted(_walk(root / "facts" / below), key=lambda each: each.as_posix()):
        name = path.relative_to(root).as_posix()
        ref, ending = path.relative_to(root / "facts").with_suffix("").as_posix(), path.suffix
        if ending not in ENDINGS:
            skipped.append(Skipped(name, "it is neither a .yaml nor a .yml file"))
        elif ref in refs:
            problems.append(_twin(name, refs[ref]))
        else:
            refs[ref] = name
            files.append(read_file(path, name, ref, problems))
    return files, skipped, problems


def _walk(folder: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (folder.__class__(top) / name for name in names if not name.startswith("."))


def read_file(path: Path, name: str, ref: str, problems: list[Problem]) -> File:
    """The file at a path, called `name` and `ref` in the project; what is wrong with its text goes to `problems`."""
    try:
        with path.open("rb") as stream:
            data = stream.read(yaml.MAX_BYTES + 1)
    except OSError as error:
        problems.append(Problem("yaml-syntax", Clash(f"the file cannot be opened: {error.strerror}", Place(name))))
        return File(name, ref, yaml.Document(None, (), (), broken=True))
    document = yaml.read(data)
    problems.extend(
        Problem(problem.rule, Clash(problem.message, Place(name, *problem.span))) for problem in document.problems
    )
    return File(name, ref, document)


def _twin(name: str, other: str) -> Problem:
    message = f"{other} has the same name but for its ending, so the ids of their facts would be the same: rename one"
    return Problem("duplicate-fact-id", Clash(message, Place(name)))
