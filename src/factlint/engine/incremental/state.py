"""What a run was about: the fact files by their contents, and the digest of everything else that findings depend on."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint import __version__
from factlint.cache.contents import BETWEEN, read_contents
from factlint.cache.request import packages
from factlint.cache.sealed import digest_of
from factlint.corpus.files import ENDINGS, REGISTRY
from factlint.engine.incremental.meeting import PROJECT_RULES
from factlint.rules.base import ReadingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.cache.contents import Contents
    from factlint.cache.question import Question
    from factlint.corpus import Settings
    from factlint.rules.base import Rule

_FORMAT = "facts 2"


class Files(Mapping[str, str]):
    """The digest of each fact file by its path; what is in a folder is told apart only where it is asked for."""

    def __init__(self, folders: Mapping[str, tuple[str, str]]) -> None:
        """`folders` are the names and the digests of the fact files in each folder that has some, as texts."""
        self._folders = folders
        self._inside: dict[str, Mapping[str, str]] = {}

    @cached_property
    def seals(self) -> dict[str, str]:
        """A digest for each folder with fact files, which is another where a file came, went or changed."""
        return {folder: digest_of(*texts) for folder, texts in self._folders.items()}

    def inside(self, folder: str) -> Mapping[str, str]:
        """The digests of the fact files in a folder by their paths, without those in folders in it."""
        if folder not in self._inside:
            names, digests = (text.split(BETWEEN) if text else [] for text in self._folders.get(folder, ("", "")))
            self._inside[folder] = {f"{folder}/{name}": each for name, each in zip(names, digests, strict=True)}
        return self._inside[folder]

    def __getitem__(self, path: str) -> str:
        return self.inside(path.rpartition("/")[0])[path]

    def __iter__(self) -> Iterator[str]:
        return (path for folder in self._folders for path in self.inside(folder))

    def __len__(self) -> int:
        return sum(names.count(BETWEEN) + 1 for names, _ in self._folders.values())


class State(NamedTuple):
    """`folder` is the project's in the cache, `files` are the fact files with the digests of their contents."""

    folder: str
    signature: str
    files: Files


def state_of(question: Question | None, settings: Settings, rules: tuple[type[Rule], ...]) -> State | None:
    """The state that the question of a run tells; None where an edit could do what is not known from the files alone.

    That is so for rules of one's own about a project as a whole, for links, and for two files of one name.
    """
    if question is None or str(settings.root) != question.project.root or any(map(_is_of_project, rules)):
        return None
    try:
        contents = question.contents or read_contents(question.seen, question.project.folder)
    except (OSError, ValueError):
        return None
    root = question.project.root
    if any(path.startswith(f"{root}/facts/") for path in contents.singles):
        return None
    folders, others = _parted(contents, root)
    if not all(map(_of_different_names, folders.values())):
        return None
    moments = (f"{path} {Path(path).stat().st_mtime_ns}" for path in packages())
    names = " ".join(rule.name for rule in rules)
    known = (_FORMAT, __version__, sys.version, repr(settings), settings.today, names, *moments, *others)
    return State(question.project.folder, digest_of(*known), Files(folders))


def _parted(contents: Contents, root: str) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The fact files of each folder, from the project's folder, with their digests, and what all other files say."""
    folders: dict[str, tuple[str, str]] = {}
    others = [f"{path} {each}" for path, each in sorted(contents.singles.items())]
    for path, (names, digests) in sorted(contents.folders.items()):
        if not _has_facts(f"{path}/", f"{root}/facts/"):
            others += [path, names, digests]
            continue
        if _only_facts(names):
            folders[path.removeprefix(f"{root}/")] = names, digests
            continue
        pairs = list(zip(names.split(BETWEEN), digests.split(BETWEEN), strict=True)) if names else []
        facts = [pair for pair in pairs if pair[0].endswith(ENDINGS)]
        if facts:
            folders[path.removeprefix(f"{root}/")] = _joined(facts)
        if len(facts) < len(pairs):
            others += [path, *_joined([pair for pair in pairs if not pair[0].endswith(ENDINGS)])]
    return folders, others


def _has_facts(folder: str, facts: str) -> bool:
    return folder.startswith(facts) and not folder.startswith(f"{facts}{REGISTRY}/")


def _only_facts(names: str) -> bool:
    """Whether all files of a folder certainly are fact files of one ending."""
    return f"{names}{BETWEEN}".count(f"{ENDINGS[0]}{BETWEEN}") == names.count(BETWEEN) + 1


def _joined(pairs: list[tuple[str, str]]) -> tuple[str, str]:
    return BETWEEN.join([name for name, _ in pairs]), BETWEEN.join([each for _, each in pairs])


def _of_different_names(folder: tuple[str, str]) -> bool:
    """Whether no two files of a folder differ in nothing but their endings."""
    if _only_facts(folder[0]):
        return True
    names = folder[0].split(BETWEEN)
    return len({name.rpartition(".")[0] for name in names}) == len(names)


def _is_of_project(rule: type[Rule]) -> bool:
    """Whether nothing says which facts the rule reads."""
    own = rule.name in PROJECT_RULES and rule.is_built_in()
    return not rule.key and not own and not issubclass(rule, ReadingRule)
