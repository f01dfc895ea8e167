"""How many megabytes of YAML a second are read, by PyYAML and by factlint, on the same files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .environments import program
from .measured import NOTHING_FOUND, FailedError, Task, best

if TYPE_CHECKING:
    from .project import Project

HERE = Path(__file__).parent
PYYAML = {
    "SafeLoader": "values, no places",
    "CSafeLoader": "values, no places",
    "nodes": "a tree with places (yaml.compose, CSafeLoader)",
    "events": "libyaml's events with places, no tree",
}
OURS = "a tree with places; duplicate keys, aliases, tabs and depth refused"


class Speed(NamedTuple):
    """Megabytes (10^6 bytes) for each second of the processor; the text is what is given, or why there is nothing."""

    reader: str
    gives: str
    rate: float | None


def speeds(project: Project, home: Path | None, missing: str) -> list[Speed]:
    """The reader of factlint first, then PyYAML's readers; where there is no `home`, with the reason why."""
    folder = str(project.folder / "facts")
    ours = _speed("factlint", OURS, [sys.executable, str(HERE / "with_factlint_reading.py"), folder], project)
    if home is None:
        return [ours, Speed("PyYAML", missing, None)]
    driver = [program(home, "python"), str(HERE / "with_pyyaml.py"), folder]
    return [ours, *(_speed(f"PyYAML {name}", gives, [*driver, name], project) for name, gives in PYYAML.items())]


def _speed(reader: str, gives: str, command: list[str], project: Project) -> Speed:
    try:
        _, written = best(Task([command], project.folder, (NOTHING_FOUND,)))
    except FailedError as error:
        return Speed(reader, str(error), None)
    said = json.loads(written[0])
    return Speed(reader, gives, said["bytes"] / said["seconds"] / 10**6)
