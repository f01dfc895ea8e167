"""`factlint report`."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.commands.project import every_rule, open_project, write_file
from factlint.engine.select import chosen


def run(path: Path | None, output: Path | None, *, stale: bool, date: str | None) -> int:
    """Write the page and name it on the last line; with `stale`, only say whether the written page is current."""
    from factlint.engine.check import check
    from factlint.reports.markdown import render

    settings = open_project(path, date)
    target = output or settings.root / settings.report
    report = check(settings, chosen(every_rule(settings), settings.select, settings.ignore))
    page = render(report).encode()
    for fault in report.faults:
        click.echo(f"factlint: fault: {fault}", err=True)
    if report.faults:
        return 2
    shown = _shown(target)
    if not stale:
        write_file(target, page)
        click.echo(shown)
        return 0
    current = target.is_file() and target.read_bytes() == page
    click.echo(f"{shown} is {'current' if current else 'stale: run `factlint report` and commit the page'}")
    return 0 if current else 1


def _shown(target: Path) -> Path:
    """The path as a person standing here would write it."""
    here = Path.cwd()
    return target.relative_to(here) if here in target.parents else target
