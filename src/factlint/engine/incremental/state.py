"""What a run was about: the fact files by their contents, and the digest of everything else that findings depend on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint import __version__
from factlint.cache.contents import read_contents
from factlint.cache.request import packages
from factlint.cache.sealed import digest_of
from factlint.corpus.files import ENDINGS, REGISTRY
from factlint.engine.incremental.meeting import PROJECT_RULES
from factlint.rules.base import ReadingRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.cache.question import Question
    from factlint.corpus import Settings
    from factlint.rules.base import Rule

_FORMAT = "facts 1"


class State(NamedTuple):
    """`folder` is the project's in the cache, `files` maps the path of each fact file to the digest of its content."""

    folder: str
    signature: str
    files: Mapping[str, str]


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
    root = f"{question.project.root}/"
    facts = f"{root}facts/"
    linked = any(each.path.startswith(facts) for each in question.seen.singles)
    files = {path.removeprefix(root): each for path, each in contents.files.items() if _has_facts(path, facts)}
    if linked or len({path.rpartition(".")[0] for path in files}) < len(files):
        return None
    others = (f"{path} {each}" for path, each in contents.files.items() if path.removeprefix(root) not in files)
    moments = (f"{path} {Path(path).stat().st_mtime_ns}" for path in packages())
    names = " ".join(rule.name for rule in rules)
    known = (_FORMAT, __version__, sys.version, repr(settings), settings.today, names, *moments, *sorted(others))
    return State(question.project.folder, digest_of(*known), files)


def _has_facts(path: str, facts: str) -> bool:
    return path.startswith(facts) and path.endswith(ENDINGS) and not path.startswith(f"{facts}{REGISTRY}/")


def _is_of_project(rule: type[Rule]) -> bool:
    """Whether nothing says which facts the rule reads."""
    own = rule.name in PROJECT_RULES and rule.is_built_in()
    return not rule.key and not own and not issubclass(rule, ReadingRule)
