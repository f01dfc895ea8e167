"""`factlint report`."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from factlint.commands.project import every_rule, open_project, write_file
from factlint.corpus.settings import SettingsError
from factlint.engine.select import chosen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.corpus import Corpus, Settings
    from factlint.findings import Report
    from factlint.rules.base import Rule

Format = Literal["html", "markdown", "json"]

ENDINGS: Mapping[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}
"""The format that a file is written in by its ending."""


def run(
    path: Path | None, output: Path | None, form: Format | None, *, stale: bool, date: str | None, show_proof: bool
) -> int:
    """Write the page and name it on the last line; with `stale`, only say whether the written page is current."""
    from factlint.engine.check import find

    settings = open_project(path, date)
    target, written = _target(settings, output, form)
    rules = chosen(every_rule(settings), settings.select, settings.ignore)
    found = find(settings, rules)
    report = found.report(rules)
    for fault in report.faults:
        click.echo(f"factlint: fault: {fault}", err=True)
    if report.faults:
        return 2
    page = _page(written, report, found.corpus, rules, show_proof=show_proof).encode()
    shown = _shown(target)
    if not stale:
        write_file(target, page)
        click.echo(shown)
        return 0
    current = target.is_file() and target.read_bytes() == page
    click.echo(f"{shown} is {'current' if current else 'stale: run `factlint report` and commit the page'}")
    return 0 if current else 1


def _target(settings: Settings, output: Path | None, form: Format | None) -> tuple[Path, Format]:
    """The file to write, and its format: as asked for, else by the file's ending.

    Where a format is asked for and no file, it stands beside the one of the settings, with the ending of the format.
    """
    target = output or settings.root / settings.report
    known = ENDINGS.get(target.suffix.lower())
    if form and not output and form != known:
        return target.with_suffix(next(ending for ending, each in ENDINGS.items() if each == form)), form
    if written := form or known:
        return target, written
    raise SettingsError(f"{target.name} does not say its format: end it in .html, .md or .json, or write --format")


def _page(written: Format, report: Report, corpus: Corpus, rules: tuple[type[Rule], ...], *, show_proof: bool) -> str:
    if written == "markdown":
        from factlint.reports.markdown import render

        return render(report, show_proof=show_proof)
    from factlint.reports import html, survey_json
    from factlint.reports.page import Page, RuleLine
    from factlint.survey import survey

    lines = tuple(RuleLine(rule.name, rule.severity.value, _summary(rule)) for rule in rules)
    page = Page(report, survey(corpus), lines)
    return html.render(page) if written == "html" else survey_json.render(page)


def _summary(rule: type[Rule]) -> str:
    return inspect.cleandoc(rule.__doc__ or "").partition("\n")[0]


def _shown(target: Path) -> Path:
    """The path as a person standing here would write it."""
    here = Path.cwd()
    return target.relative_to(here) if here in target.parents else target
