"""factlint beside other tools, on the same facts in the same run: time as ratios, and what each finds.

    python benchmarks/compare.py                        # 5,000 facts
    python benchmarks/compare.py --facts 5000 20000     # a table each
    python benchmarks/compare.py --only pySHACL         # one of the tools

Each tool is installed by pip into a virtual environment of its own below `--environments`, which is kept for the next
run. A tool that cannot be installed or that fails has a row that says so. A time is that of whole processes, from start
to exit, the best of three where it is short; a ratio is the time of a tool divided by that of factlint on the same
corpus, run in turn with it, so above 1 factlint is faster. A contradiction is found where a complaint names the wrong
fact; a false alarm is a complaint that names none.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # to a type checker these are benchmarks.…, to a script the files and folders beside it
    from benchmarks.compared.environments import NotInstalledError, environment, version
    from benchmarks.compared.measured import FailedError, in_turn
    from benchmarks.compared.project import Project
    from benchmarks.compared.readers import speeds
    from benchmarks.compared.tool import Tool
    from benchmarks.compared.tools import FEW, tools
    from benchmarks.corpora import Asked, Expected, score, write
else:
    from compared.environments import NotInstalledError, environment, version
    from compared.measured import FailedError, in_turn
    from compared.project import Project
    from compared.readers import speeds
    from compared.tools import FEW, tools
    from corpora import Asked, score, write

WRONG = 0.01
FORMS = {"files": "yaml", "tables": "parquet", "few": "yaml", "roles": "yaml"}
HEAD = """\
| tool | given | wall | CPU | wall ÷ factlint's | CPU ÷ factlint's | found | false alarms |
|---|---|--:|--:|--:|--:|--:|--:|"""


class Comparison:
    """The corpora of one size, and factlint on each: it is run again in turn with each tool, for the ratios."""

    def __init__(self, facts: int, wrong: float, scratch: Path, environments: Path) -> None:
        self.facts, self.wrong, self.scratch, self.environments = facts, wrong, scratch, environments
        self.projects: dict[str, tuple[Project, Expected]] = {}
        self.bases: dict[str, Tool] = {}

    def project(self, corpus: str) -> tuple[Project, Expected]:
        """The corpus of this name, written where it is first asked for, and what is wrong in it."""
        if corpus not in self.projects:
            folder, derived = self.scratch / corpus, self.scratch / f"{corpus}-derived"
            derived.mkdir(parents=True)
            asked = Asked(wrong=self.wrong, only=("roles",)) if corpus == "roles" else Asked(wrong=self.wrong)
            facts = FEW if corpus == "few" else self.facts
            expected = write(folder, facts, FORMS[corpus], asked)
            self.projects[corpus] = Project(folder, derived), expected
        return self.projects[corpus]

    def row(self, tool: Tool) -> str:
        """A line of the table."""
        try:
            return self._measured(tool)
        except (NotInstalledError, FailedError) as error:
            return f"| {tool.name} | {tool.given} | {str(error).replace('|', '/')} | | | | | |"

    def _measured(self, tool: Tool) -> str:
        home = environment(self.environments, tool.name.replace(" ", "-"), tool.packages) if tool.packages else Path()
        named = f"{tool.name} {version(home, tool.packages[0])}" if tool.packages else tool.name
        project, expected = self.project(tool.corpus)
        base = self.bases.get(tool.corpus)
        tasks = [each.task(project, home) for each in (base, tool) if each]
        costs, written = in_turn(tasks)
        found, invented = _score(tool, project, written, expected)
        if tool.name == "factlint":
            self.bases[tool.corpus] = tool
        ratios = "– | –"
        if base or tool.name == "factlint":
            ratios = f"{costs[-1].wall / costs[0].wall:.2f} | {costs[-1].cpu / costs[0].cpu:.2f}"
        return (
            f"| {named} | {tool.given} | {costs[-1].wall:.1f} s | {costs[-1].cpu:.1f} s "
            f"| {ratios} | {found} of {len(expected.flaws)} | {invented} |"
        )

    def reading(self) -> str:
        """The table of readers."""
        try:
            home, missing = environment(self.environments, "PyYAML", ("pyyaml",)), ""
        except NotInstalledError as error:
            home, missing = None, str(error)
        rows = speeds(self.project("files")[0], home, missing)
        ours = rows[0].rate
        lines = ["| reader | gives | MB/s | ÷ factlint's |", "|---|---|--:|--:|"]
        for reader, gives, rate in rows:
            ratio = f"{rate / ours:.2f}" if rate and ours else "–"
            lines.append(f"| {reader} | {gives} | {f'{rate:.2f}' if rate else '–'} | {ratio} |")
        return "\n".join(lines)


def _score(tool: Tool, project: Project, written: list[str], expected: Expected) -> tuple[int, int]:
    """How many contradictions are found, and how many complaints are false alarms."""
    try:
        return score(tool.findings(project, written), expected)
    except (LookupError, TypeError, ValueError) as error:
        raise FailedError(f"wrote what cannot be read here: {error}") from error


def _wanted(only: str, facts: int) -> list[Tool]:
    """All tools for this size, or those with one of these names and factlint beside them."""
    known = tools(facts)
    names = {name.strip().lower() for name in only.split(",") if name.strip()}
    chosen = [tool for tool in known if tool.packages and (not names or tool.name.lower() in names)]
    corpora = {tool.corpus for tool in chosen}
    kept = {tool.name for tool in chosen}
    return [tool for tool in known if tool.corpus in corpora and (not tool.packages or tool.name in kept)]


def main() -> None:
    """Print a table of tools and one of readers for each size."""
    parser = argparse.ArgumentParser(description="Compare factlint with other tools.")
    parser.add_argument("--facts", type=int, nargs="+", default=[5_000], help="one or more sizes (default 5000)")
    parser.add_argument("--wrong", type=float, default=WRONG, help=f"the part of the facts that is wrong ({WRONG})")
    parser.add_argument("--only", default="", help="tools, with commas (default: all)")
    kept = Path(tempfile.gettempdir()) / "factlint-benchmarks"
    parser.add_argument("--environments", type=Path, default=kept, help=f"where tools are installed ({kept})")
    said = parser.parse_args()
    if not _wanted(said.only, FEW):
        parser.error(f"the tools are {', '.join(tool.name for tool in tools(FEW) if tool.packages)}")
    for facts in said.facts:
        with tempfile.TemporaryDirectory() as folder:
            comparison = Comparison(facts, said.wrong, Path(folder), said.environments.absolute())
            print(f"\n{facts:,} facts\n\n{HEAD}", flush=True)
            for tool in _wanted(said.only, facts):
                print(comparison.row(tool), flush=True)
            print(f"\n{comparison.reading()}", flush=True)


if __name__ == "__main__":
    main()
