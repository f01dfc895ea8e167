"""`grouped`: the findings of each file below its name, in columns."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factlint.reports.words import ending, safe, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.findings import Finding, Report

_GAP = "  "


def render(report: Report) -> str:
    """A block a file: its path, and `line:column  severity  rule  message` for each finding; last how the run ended."""
    blocks = [
        "\n".join((safe(path), *_table([_row(finding) for finding in found])))
        for path, found in groupby(report.findings, key=lambda finding: finding.primary.place.path)
    ]
    return "\n\n".join([*blocks, ending(report)]) + "\n"


def _row(finding: Finding) -> tuple[str, ...]:
    place, accepted = finding.primary.place, " (accepted)" if finding.accepted else ""
    where = f"{place.line}:{place.column}"
    return where, f"{finding.severity}{accepted}", safe(finding.rule), safe(finding.message)


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows with every column but the last as wide as its widest cell; places stand to the right."""
    *widths, _ = (max(map(width, column)) for column in zip(*rows, strict=True))
    for where, *middle, message in rows:
        cells = [f"{cell}{' ' * (wide - width(cell))}" for cell, wide in zip(middle, widths[1:], strict=True)]
        yield _GAP + _GAP.join((where.rjust(widths[0]), *cells, message))
