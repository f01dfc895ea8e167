"""The arguments of `factlint check`, as far as an answer depends on them, read without click."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WITH_VALUE = frozenset({"--output-format", "--output", "-o", "--date", "--select", "--ignore"})
FLAGS = frozenset({"--pedantic", "--show-proof", "--exit-zero", "--statistics", "--show-files", "--quiet", "-q"})
UNCACHED = frozenset({"--since", "--tables", "--engine", "--no-cache", "--help", "-h"})
"""Options whose answers are not kept: of git, of tables, the one that asks for that, and help."""

_EXPANDED = frozenset("*?[~$%")


def paths(arguments: Sequence[str]) -> list[str] | None:
    """The PATHS among the arguments of `check`; None where the answer is not to be kept, or click may refuse them.

    What click takes counts: options before and after paths, `--` before paths, `-qoFILE`, `--output=FILE`.
    """
    if os.name == "nt" and any(_EXPANDED.intersection(each) for each in arguments):
        return None  # click expands them there, so what they stand for depends on folders
    found: list[str] = []
    rest = iter(arguments)
    for each in rest:
        if each == "--":
            return [*found, *rest]
        if each == "-" or not each.startswith("-"):
            found.append(each)
            continue
        awaited = _awaited(each)
        if awaited is None or (awaited and next(rest, None) is None):
            return None
    return found


def _awaited(option: str) -> bool | None:
    """Whether the value of an option is the next argument; None for an option that is not known or not cached."""
    if option.startswith("--"):
        name, equals, _ = option.partition("=")
        return not equals if name in WITH_VALUE else (False if option in FLAGS else None)
    for place, letter in enumerate(option[1:], start=2):
        if f"-{letter}" in WITH_VALUE:
            return place == len(option)
        if f"-{letter}" not in FLAGS:
            return None
    return False
