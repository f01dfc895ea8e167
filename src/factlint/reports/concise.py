"""`concise`: one line a finding, as compilers and editors read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reports.words import ending, located, safe

if TYPE_CHECKING:
    from factlint.findings import Finding, Report


def render(report: Report) -> str:
    """`path:line:column: severity[rule] message` for each finding, then the line that says how the run ended."""
    return "".join(f"{line}\n" for line in (*map(_line, report.findings), ending(report)))


def _line(finding: Finding) -> str:
    accepted = " (accepted)" if finding.accepted else ""
    return f"{located(finding.primary)}: {finding.severity}[{finding.rule}]{accepted} {safe(finding.message)}"
