"""A corpus that the tools are given, in the forms that they read."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .as_people import write_people
from .environments import program_of_this
from .measured import FailedError
from .names import registry, write_names

if TYPE_CHECKING:
    from pathlib import Path

    from .as_people import People
    from .names import Registry

FACTLINT = program_of_this("factlint")


@dataclass(frozen=True)
class Project:
    """A project that benchmarks/corpora.py wrote into `folder`; what is derived from it goes into `scratch`.

    What is derived is made when it is first asked for, outside the time of the tool that asks.
    """

    folder: Path
    scratch: Path

    @cached_property
    def registry(self) -> Registry:
        """Its registry, by kind and entry."""
        return registry(self.folder)

    @cached_property
    def facts(self) -> list[dict[str, Any]]:
        """Its facts with typed values, as `factlint export` writes them."""
        path = self.scratch / "facts.json"
        _run(self, "export", "--format", "json", "-o", str(path))
        facts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["facts"]
        return facts

    @cached_property
    def schemas(self) -> Path:
        """A folder with a JSON Schema for fact files and one for each kind of registry file."""
        _run(self, "schema", "--all", str(self.scratch / "schemas"))
        return self.scratch / "schemas"

    @cached_property
    def names(self) -> Path:
        """A JSON file with the names of each kind of registry entry."""
        path = self.scratch / "names.json"
        write_names(self.registry, path)
        return path

    @cached_property
    def people(self) -> People:
        """Its terms of office in the files of Open States."""
        return write_people(self.facts, self.registry, self.scratch / "people")

    @cached_property
    def files(self) -> list[str]:
        """Its fact files, by their paths from its folder."""
        paths = sorted((self.folder / "facts").rglob("*.yaml"))
        return [path.relative_to(self.folder).as_posix() for path in paths if path.parent.name != "registry"]


def _run(project: Project, *arguments: str) -> None:
    try:
        subprocess.run([FACTLINT, *arguments], cwd=project.folder, check=True, capture_output=True)  # noqa: S603 - ours
    except (OSError, subprocess.SubprocessError) as error:
        raise FailedError(f"could not be prepared: factlint {arguments[0]} failed") from error
