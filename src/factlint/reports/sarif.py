"""`sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), for code scanning and its viewers."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.reports.json_text import dumped
from factlint.reports.sarif_result import artifact, message, result
from factlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.findings import Report
    from factlint.rules.base import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LONGEST = 1024
"""The most characters of a description that GitHub's code scanning takes."""

Object = dict[str, object]


def render(report: Report, rules: Sequence[type[Rule]] = RULES) -> str:
    """The log of one run; `rules` are those from which the ones that ran are described, by their names.

    Columns count Unicode code points and paths are relative to the root of the repository. Times and the machine's own
    paths are left out, so that the same findings give the same bytes (Appendix F of the standard).
    """
    return f"{dumped({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [_run(report, rules)]}, indent=2)}\n"


def _run(report: Report, rules: Sequence[type[Rule]]) -> Object:
    known = {rule.name: rule for rule in rules}
    names = list(dict.fromkeys((*report.rules, *(finding.rule for finding in report.findings))))
    index = {name: number for number, name in enumerate(names)}
    described = [_descriptor(known[name]) if name in known else {"id": name} for name in names]
    root = {"description": message("The root of the repository")}
    return {
        "tool": {"driver": {"name": "factlint", "semanticVersion": __version__, "rules": described}},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {"%SRCROOT%": root},
        "columnKind": "unicodeCodePoints",
        "results": [result(finding, index[finding.rule]) for finding in report.findings],
    }


def _descriptor(rule: type[Rule]) -> Object:
    """A rule as its docstring explains it: the first line is its summary, the first section what it finds."""
    page = inspect.cleandoc(rule.__doc__ or rule.name)
    summary, _, rest = page.partition("\n")
    finds = rest.partition("## What it finds")[2].partition("\n## ")[0]
    return {
        "id": rule.name,
        "name": rule.__name__,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _cut(" ".join(finds.split()) or summary)},
        "help": {"text": page.replace("\n## ", "\n"), "markdown": page},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [_family(rule)]},
    }


def _family(rule: type[Rule]) -> str:
    """The folder of a rule of the tool's own, else `checks`: where a project keeps its own."""
    _, rules, rest = rule.__module__.partition("factlint.rules.")
    return rest.partition(".")[0] if rules else "checks"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _invocation(report: Report) -> Object:
    return {
        "executionSuccessful": not report.faults,
        "exitCode": report.status,
        "toolExecutionNotifications": [{"level": "error", "message": message(fault)} for fault in report.faults],
        "toolConfigurationNotifications": [_skipped(path, reason) for path, reason in report.skipped],
    }


def _skipped(path: str, reason: str) -> Object:
    place = {"physicalLocation": {"artifactLocation": artifact(path)}}
    return {"level": "note", "message": message(f"skipped: {reason}"), "locations": [place]}
