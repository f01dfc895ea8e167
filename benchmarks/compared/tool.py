"""What a tool is to the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from .measured import Task
    from .project import Project

Findings = dict[str, Any]


class Tool(Protocol):
    """A tool that is run on a corpus.

    packages: what pip installs, the tool's own first; none for factlint, which is here.
    corpus: from which corpus it is given its facts: files, tables, few or roles.
    given: in which form it is given them.
    """

    name: str
    packages: tuple[str, ...]
    corpus: str
    given: str

    def task(self, project: Project, home: Path) -> Task:
        """What is run, with all that it reads prepared; `home` is the tool's environment."""

    def findings(self, project: Project, written: list[str]) -> Mapping[str, Any]:
        """What the commands wrote, in the form of factlint's JSON."""


def complaints(facts: Iterable[Iterable[str]]) -> Findings:
    """Complaints, each by the facts that it names, in the form of factlint's JSON."""
    rest: Findings = {"accepted": None, "severity": "error", "primary": {"fact": None}, "related": ()}
    return {"findings": [{"facts": list(each), **rest} for each in facts]}
