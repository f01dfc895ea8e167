"""`factlint baseline`: what is wrong today, written down so that only what is new fails a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.commands.project import every_rule, open_project, write_file
from factlint.engine.select import chosen

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "factlint-baseline.json"


def run(path: Path | None, date: str | None, *, reset: bool) -> int:
    """Write the baseline: all that fails a run today, or of the one that is there what is still found."""
    from factlint.engine import baseline
    from factlint.engine.check import check

    settings = open_project(path, date)
    target = settings.root / (settings.baseline or DEFAULT)
    before = baseline.load(target) if target.exists() and not reset else None
    report = check(settings, chosen(every_rule(settings), settings.select, settings.ignore))
    text = baseline.written(report.findings, before)
    write_file(target, text.encode())
    number = text.count('"fingerprint": ')
    gone = "" if before is None else f", {len(before) - number:,} settled since"
    click.echo(f"{target.relative_to(settings.root)}: {number:,} known{gone}")
    if not settings.baseline:
        click.echo(
            f'write baseline = "{DEFAULT}" into [tool.factlint] of pyproject.toml, so that check reads it', err=True
        )
    for fault in report.faults:
        click.echo(f"factlint: fault: {fault}", err=True)
    return 2 if report.faults else 0
