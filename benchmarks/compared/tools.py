"""The tools that are compared, each with its commands and how what it writes is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from . import as_people
from .environments import program
from .measured import NOTHING_FOUND, Task
from .project import FACTLINT
from .tool import complaints
from .triples import write_triples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .project import Project
    from .tool import Findings, Tool

HERE = Path(__file__).parent
SHAPE_RULES = "yaml-syntax,duplicate-key,unknown-key,missing-key,bad-value,yaml-alias,not-utf8,file-too-large,"
SHAPE_RULES += "unknown-name,ambiguous-name,duplicate-fact-id,impossible-date"
PEOPLE_FOUND = 99
FEW = 5_000
"""The most facts for a tool that takes far longer for more."""


class Factlint:
    """All of factlint on a corpus, or what is asked for besides."""

    packages: tuple[str, ...] = ()

    def __init__(self, name: str, corpus: str, given: str, *more: str) -> None:
        self.name, self.corpus, self.given, self.more = name, corpus, given, more

    def task(self, project: Project, home: Path) -> Task:
        return Task([[FACTLINT, "check", "--no-cache", "--output-format", "json", *self.more]], project.folder)

    def findings(self, project: Project, written: list[str]) -> Mapping[str, Any]:
        found: dict[str, Any] = json.loads(written[0])
        return found


class CheckJsonschema:
    """check-jsonschema on the fact files and the registry, with factlint's schemas."""

    name = "check-jsonschema"
    packages: tuple[str, ...] = ("check-jsonschema",)
    corpus = "files"
    given = "YAML"

    def task(self, project: Project, home: Path) -> Task:
        check = [program(home, "check-jsonschema"), "--output-format", "json", "--schemafile"]
        files = {"facts": project.files}
        files |= {kind: [f"facts/registry/{kind}.yaml"] for kind in project.registry}
        commands = [[*check, str(project.schemas / f"{kind}.json"), *paths] for kind, paths in files.items()]
        return Task(commands, project.folder)

    def findings(self, project: Project, written: list[str]) -> Findings:
        errors = [error for each in written for error in json.loads(each)["errors"]]
        return complaints(_named(project, error) for error in errors)


def _named(project: Project, error: Mapping[str, Any]) -> Iterator[str]:
    """The fact in which an error of check-jsonschema is, where it is in one."""
    paths = (error["path"], error.get("best_deep_match", {}).get("path", ""))
    at = next(filter(None, (re.match(r"\$\.facts\[(\d+)\]", path) for path in paths)), None)
    path = Path(error["filename"])
    if at:
        facts = yaml.load((project.folder / path).read_text(encoding="utf-8"), yaml.CBaseLoader)["facts"]  # noqa: S506 - makes texts only
        yield f"{path.relative_to('facts').with_suffix('').as_posix()}#{facts[int(at[1])].get('id', '')}"


class Columns:
    """A library that checks the columns of tables: its driver is given Parquet files and the registry's names."""

    corpus = "tables"
    given = "Parquet"

    def __init__(self, name: str, driver: str, *packages: str, **environment: str) -> None:
        self.name, self.driver, self.packages, self.environment = name, driver, packages, environment

    def task(self, project: Project, home: Path) -> Task:
        command = [program(home, "python"), str(HERE / self.driver), "tables", str(project.names)]
        return Task([command], project.folder, (NOTHING_FOUND,), self.environment)

    def findings(self, project: Project, written: list[str]) -> Findings:
        return complaints(json.loads(written[0]))


class PyShacl:
    """pySHACL on the facts as triples, with the shapes of shapes.ttl."""

    name = "pySHACL"
    packages: tuple[str, ...] = ("pyshacl",)

    def __init__(self, corpus: str, facts: int) -> None:
        self.corpus, self.given = corpus, f"{facts:,} facts as triples"

    def task(self, project: Project, home: Path) -> Task:
        triples = project.scratch / "facts.nt"
        write_triples(project.facts, project.registry, triples)
        command = [program(home, "python"), str(HERE / "with_pyshacl.py"), str(triples), str(HERE / "shapes.ttl")]
        return Task([command], project.folder, (NOTHING_FOUND,))

    def findings(self, project: Project, written: list[str]) -> Findings:
        return complaints(json.loads(written[0]))


class OsPeople:
    """`os-people lint` of Open States on the terms of office, written as its files of people."""

    name = "os-people lint"
    packages: tuple[str, ...] = ("openstates",)
    corpus = "roles"
    given = "YAML of its own, terms alone"

    def task(self, project: Project, home: Path) -> Task:
        command = [program(home, "os-people"), "lint", as_people.STATE]
        statuses = (NOTHING_FOUND, PEOPLE_FOUND)
        return Task([command], project.folder, statuses, {"OS_PEOPLE_DIRECTORY": str(project.people.folder)})

    def findings(self, project: Project, written: list[str]) -> Findings:
        return complaints(as_people.complaints(written[0], project.people.held))


def tools(facts: int) -> list[Tool]:
    """All of them for a size: on each corpus factlint, before the tools that are compared with it there."""
    smaller = [Factlint("factlint", "few", f"YAML, {FEW:,} facts")] if facts > FEW else []
    return [
        Factlint("factlint", "files", "YAML"),
        Factlint("factlint, rules of shape alone", "files", "YAML", "--select", SHAPE_RULES),
        CheckJsonschema(),
        Factlint("factlint", "tables", "Parquet", "--tables", "tables"),
        Columns("pandera", "with_pandera.py", "pandera", "pandas>=3", "pyarrow"),
        Columns(
            "Great Expectations",
            "with_great_expectations.py",
            "great_expectations",
            "pandas",
            "pyarrow",
            GX_ANALYTICS_ENABLED="false",
        ),
        *smaller,
        PyShacl("few" if smaller else "files", min(facts, FEW)),
        Factlint("factlint", "roles", "YAML, roles alone"),
        OsPeople(),
    ]
