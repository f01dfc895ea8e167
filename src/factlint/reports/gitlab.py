"""`gitlab`: a code quality report, the part of the Code Climate format that GitLab reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Severity
from factlint.reports.details import remarks
from factlint.reports.json_text import dumped
from factlint.reports.words import safe

if TYPE_CHECKING:
    from factlint.findings import Finding, Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """An array of issues. An error is critical, a warning major; a note and what is accepted are info."""
    return f"{dumped([_issue(finding) for finding in report.findings], indent=2)}\n"


def _issue(finding: Finding) -> dict[str, object]:
    place = finding.primary.place
    return {
        "type": "issue",
        "check_name": safe(finding.rule),
        "description": _description(finding),
        "categories": ["Bug Risk"],
        "severity": "info" if finding.accepted else _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _description(finding: Finding) -> str:
    """All that the host shows of an issue is one text."""
    asides = "".join(f" ({label}: {safe(text)})" for label, text in remarks(finding) if label in {"hint", "accepted"})
    return f"{safe(finding.message)}{asides}"
