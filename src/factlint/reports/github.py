"""`github`: annotations, as the workflow commands of GitHub Actions write them.

The escapes are those of `actions/toolkit` (`escapeData`, `escapeProperty`); the limits are the host's.
"""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Severity
from factlint.reports.details import details
from factlint.reports.words import count, ending, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings import Finding, Place, Report

MOST = 10
"""So many annotations of one level the host shows for one step of a job; it drops the others without a word."""

_LEVELS = ("error", "warning", "notice")


class _Command(NamedTuple):
    """An annotation: its level, what it is attached to, and its text."""

    level: str
    properties: tuple[tuple[str, str], ...]
    text: str

    def line(self) -> str:
        properties = ",".join(f"{name}={_property(value)}" for name, value in self.properties)
        return f"::{self.level} {properties}::{_data(self.text)}"


def render(report: Report) -> str:
    """At most 10 commands of each level, how many of each were left out, and how the run ended.

    Errors come first, then warnings, then notices: notes, and after them accepted findings of any severity.
    """
    faults = [_Command("error", (("title", "factlint failed"),), safe(fault)) for fault in report.faults]
    findings = sorted(report.findings, key=_importance)
    commands = [*faults, *map(_command, findings)]
    lines: list[str] = []
    left_out = []
    for level, same in groupby(commands, key=lambda command: command.level):
        lines += (command.line() for command in islice(same, MOST))
        if more := sum(1 for _ in same):
            left_out.append(count(more, level))
    if left_out:
        lines.append(f"Left out here: {', '.join(left_out)}. GitHub shows {MOST} of each level a step.")
    return "".join(f"{line}\n" for line in (*lines, ending(report)))


def _importance(finding: Finding) -> tuple[int, bool]:
    return _LEVELS.index(_level(finding)), finding.accepted is not None


def _level(finding: Finding) -> str:
    return "notice" if finding.accepted or finding.severity is Severity.NOTE else finding.severity.value


def _command(finding: Finding) -> _Command:
    title = f"{safe(finding.rule)} (accepted)" if finding.accepted else safe(finding.rule)
    properties = (*_where(finding.primary.place), ("title", title))
    return _Command(_level(finding), properties, "\n".join((safe(finding.message), *details(finding))))


def _where(place: Place) -> Iterator[tuple[str, str]]:
    """The host takes columns only of a place on one line, and its last column belongs to the place."""
    yield "file", safe(place.path)
    yield "line", str(place.line)
    yield "endLine", str(place.end_line)
    if place.end_line == place.line:
        yield "col", str(place.column)
        yield "endColumn", str(max(place.column, place.end_column - 1))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
