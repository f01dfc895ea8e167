"""`factlint check`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factlint.commands.project import emit, every_rule, open_project
from factlint.corpus.settings import SettingsError
from factlint.engine.select import chosen
from factlint.reports import FORMATS, renderer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factlint.corpus.settings import Settings
    from factlint.findings import Report


def run(paths: tuple[Path, ...], options: Mapping[str, Any]) -> int:
    """Check, write what was found, and return the exit status."""
    settings = open_project(paths[0] if paths else None, options["date"])
    settings = replace(settings, pedantic=settings.pedantic or options["pedantic"])
    inside = tuple(_inside(path, settings.root) for path in paths)
    if options["show_files"]:
        emit(_files(settings))
        return 0
    select, ignore = _names(options["select"]) or settings.select, (*settings.ignore, *_names(options["ignore"]))
    rules = chosen(every_rule(settings), select, ignore)
    form = options["output_format"] or settings.output_format
    if form not in FORMATS:
        raise SettingsError(f"there is no output format {form!r}; known: {', '.join(FORMATS)}")

    from factlint.engine.check import check

    report = check(settings, rules, tuple(path for path in inside if path != "."))
    if report.status or not options["quiet"]:
        text = _statistics(report) if options["statistics"] else _rendered(report, form, options)
        emit(text, options["output"])
    for skipped, reason in report.skipped if form != "full" else ():
        click.echo(f"factlint: skipped {skipped}: {reason}", err=True)
    for fault in report.faults:
        click.echo(f"factlint: fault: {fault}", err=True)
    return 0 if options["exit_zero"] and report.status == 1 else report.status


def _rendered(report: Report, form: str, options: Mapping[str, Any]) -> str:
    if form != "full":
        return renderer(form)(report)
    from factlint.reports.full import render

    return render(report, colour=options["output"] is None, show_proof=options["show_proof"])


def _inside(path: Path, root: Path) -> str:
    """The path as findings write it; raises SettingsError where it does not exist or lies in another project."""
    if not path.exists():
        raise SettingsError(f"{path} does not exist")
    resolved = path.resolve()
    if resolved != root and root not in resolved.parents:
        raise SettingsError(f"{path} does not lie in the project {root}: check one project at a time")
    return resolved.relative_to(root).as_posix()


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())


def _files(settings: Settings) -> str:
    from factlint.corpus import load_corpus

    corpus = load_corpus(settings)
    read = sorted([*corpus.lines, *(f"seeds/{name}" for name in corpus.texts)])
    skipped = [f"{each.path} (skipped: {each.reason})" for each in corpus.skipped]
    return "".join(f"{line}\n" for line in (*read, *skipped))


def _statistics(report: Report) -> str:
    counts = Counter((finding.rule, finding.severity.value) for finding in report.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"{number:>6}  {severity:<7}  {rule}" for (rule, severity), number in rows]
    return "".join(f"{line}\n" for line in lines) or "no findings\n"
