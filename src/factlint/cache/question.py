"""A question that a run answers: what was asked, and the state of all that the answer depends on."""

# ruff: noqa: PTH114, PTH118, PTH120 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os

from factlint.cache.arguments import paths
from factlint.cache.contents import Contents, read_contents, write_index
from factlint.cache.folder import make, read_parts, write_parts
from factlint.cache.inputs import CODE, FACTS, SEEDS, Snapshot
from factlint.cache.project import find_project
from factlint.cache.request import key, own_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factlint.cache.inputs import Tree
    from factlint.cache.project import Project

ANSWERS = "answers"
_STAMP = "stamp"
_REMEMBERED = 8
"""So many states of metadata are remembered: as many tools and checkouts may take turns."""


class Question:
    """A run of `factlint check` with some arguments in a project, and the state of its inputs.

    `baseline` is the path of the baseline, empty for none; `contents` is None where the metadata of `seen` told that
    the inputs have the digest `inputs`.
    """

    __slots__ = ("arguments", "baseline", "contents", "inputs", "key", "paths", "project", "seen", "stamps")

    def __init__(self, arguments: Sequence[str], named: Sequence[str], project: Project) -> None:
        self.arguments = arguments
        self.paths = named
        self.project = project
        self.key = key(arguments, named, project.root)
        self.baseline, self.stamps = _read_stamps(project.folder)
        self.seen = self._snapshot()
        self.contents: Contents | None = None
        self.inputs = self.stamps.get(self.seen.signature, "")
        if not self.inputs:
            self._read()

    @property
    def answer(self) -> str:
        """The path of the file that has the answer, or would."""
        return os.path.join(self.project.folder, ANSWERS, f"{self.key}-{self.inputs}")

    def still_stands(self, opened: Collection[str] | None = None) -> bool:
        """Whether what the run read is as it was when the question was asked; raises OSError.

        `opened` are the paths, from the project's folder, of the fact files that it read; None for all. Any other file
        says in the answer what it said then, which was certain. What became of it meanwhile, the next run sees.
        """
        facts = f"{self.project.root}/facts"
        if opened is None or os.path.islink(facts):
            now, before = self._snapshot(), self.seen.signature
        else:
            few = {f"{self.project.root}/{path}" for path in opened}
            few |= {path for path in self._uncertain() if path.startswith(f"{facts}/")}
            trees, files = self._watched()
            now, before = Snapshot(trees[1:], files, sorted(few)), self.seen.signature_with(sorted(few), facts)
        if now.signature != before or key(self.arguments, self.paths, self.project.root) != self.key:
            return False
        return self.contents is None or self.contents.still(now)

    def _uncertain(self) -> Collection[str]:
        return () if self.contents is None else self.contents.uncertain

    def note(self) -> bool:
        """Keep what was learned of the inputs; False where the cache folder is none; raises OSError."""
        folder = self.project.folder
        if not make(os.path.dirname(folder)):
            return False
        if self.contents is not None:
            write_index(self.contents, folder)
            if self.contents.settled:
                rows = {self.seen.signature: self.inputs, **self.stamps}
                pairs = list(rows.items())[:_REMEMBERED]
                write_parts(os.path.join(folder, _STAMP), _texts(self.baseline, *[t for pair in pairs for t in pair]))
        return True

    def _read(self) -> None:
        baseline = self.project.baseline()
        if baseline != self.baseline:
            self.baseline, self.stamps = baseline, {}
            self.seen = self._snapshot()
        self.contents = read_contents(self.seen, self.project.folder)
        self.inputs = self.contents.digest

    def _snapshot(self) -> Snapshot:
        return Snapshot(*self._watched())

    def _watched(self) -> tuple[list[Tree], list[str]]:
        """The trees that an answer depends on, the facts first, and the other files."""
        root = self.project.root
        trees = [(f"{root}/facts", FACTS), (f"{root}/seeds", SEEDS), (f"{root}/checks", CODE), (own_code(), CODE)]
        return trees, [*self.project.pyprojects, *([self.baseline] if self.baseline else [])]


def question_of(arguments: Sequence[str]) -> Question | None:
    """The question that a run with these arguments is; None where its answer is not to be kept.

    Raises OSError and ValueError where an input cannot be read, or the settings cannot.
    """
    named = paths(arguments)
    project = None if named is None else find_project(named[0] if named else "")
    return None if named is None or project is None else Question(arguments, named, project)


def _read_stamps(folder: str) -> tuple[str, dict[str, str]]:
    parts = read_parts(os.path.join(folder, _STAMP))
    if parts is None or len(parts) % 2 == 0:
        return "", {}
    texts = [part.decode("utf-8", "surrogateescape") for part in parts]
    return texts[0], dict(zip(texts[1::2], texts[2::2], strict=True))


def _texts(*texts: str) -> list[bytes]:
    return [text.encode("utf-8", "surrogateescape") for text in texts]
