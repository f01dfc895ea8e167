"""`factlint diff REV`: what changed since a revision of git."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.commands.project import emit, every_rule, open_project
from factlint.engine.select import chosen

if TYPE_CHECKING:
    from pathlib import Path


def run(revision: str, path: Path | None, form: str, output: Path | None, date: str | None) -> int:
    """Write the difference; status 1 where a contradiction appears that fails a run, else 0."""
    from factlint.engine.check import checked, read
    from factlint.engine.compare import difference
    from factlint.engine.revision import at_revision
    from factlint.reports import difference as shown

    settings = open_project(path, date)
    rules = chosen(every_rule(settings), settings.select, settings.ignore)
    after, faults = read(settings)
    now = checked(after, faults, rules)
    with at_revision(settings, revision) as then:
        # Rules are those of today, so that what appears comes from the facts.
        before, faults = read(replace(then, select=settings.select, ignore=settings.ignore, pedantic=settings.pedantic))
        was = checked(before, faults, rules)
    found = difference(before, after, (was.findings, now.findings))
    emit(shown.as_json(found) if form == "json" else shown.as_markdown(found, revision), output)
    return 1 if any(each.fails for each in found.appeared) else 0
