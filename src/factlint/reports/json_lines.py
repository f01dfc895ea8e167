"""`json-lines`: each finding as one line of JSON, the same object as in `json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reports.json import finding_object
from factlint.reports.json_text import dumped

if TYPE_CHECKING:
    from factlint.findings import Report


def render(report: Report) -> str:
    """One object a line in the order of the report; nothing where there are no findings."""
    return "".join(f"{dumped(finding_object(finding))}\n" for finding in report.findings)
