"""`factlint check`."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factlint.cache.recording import recording
from factlint.commands.outputs import Writer, automatic, known_format, targets
from factlint.commands.progress import progress
from factlint.commands.project import emit, every_rule, open_project
from factlint.corpus.settings import SettingsError
from factlint.engine.select import chosen
from factlint.reports.words import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from factlint.cache.question import Question
    from factlint.cache.recording import Recording
    from factlint.corpus import Corpus
    from factlint.corpus.settings import Settings
    from factlint.findings import Report
    from factlint.rules.base import Rule


def run(paths: tuple[Path, ...], options: Mapping[str, Any], asked: Question | None = None) -> int:
    """Check, write what was found, and return the exit status; the answer to what was `asked` is kept."""
    settings = open_project(paths[0] if paths else None, options["date"])
    settings = replace(settings, pedantic=settings.pedantic or options["pedantic"])
    with recording(asked) as record:
        status = _run(settings, paths, options, record)
    record.keep(status, settings)
    return status


def _run(settings: Settings, paths: tuple[Path, ...], options: Mapping[str, Any], record: Recording) -> int:
    inside = tuple(_inside(path, settings.root) for path in paths)
    if options["show_files"]:
        emit(_files(settings))
        return 0
    select, ignore = _names(options["select"]) or settings.select, (*settings.ignore, *_names(options["ignore"]))
    rules = chosen(every_rule(settings), select, ignore)
    form = known_format(options["output_format"] or settings.output_format)
    files = targets(options["output"])

    with progress(quiet=options["quiet"], stream=record.terminal) as stage:
        report = _found(settings, rules, tuple(path for path in inside if path != "."), options, (stage, record))
    writer = Writer(report, rules, settings.root, show_proof=options["show_proof"])
    for target in files:
        text = _text(writer, target.form or form, options, file=True, main=target.form is None)
        emit(text, target.path)
        record.add_file(target.path, text)
    if (report.status or not options["quiet"]) and all(target.form for target in files):
        emit(_text(writer, form, options, file=False, main=True))
    _say_on_error(report, skipped=(automatic() if form == "auto" else form) != "full")
    return 0 if options["exit_zero"] and report.status == 1 else report.status


def _found(
    settings: Settings,
    rules: tuple[type[Rule], ...],
    inside: tuple[str, ...],
    options: Mapping[str, Any],
    run: tuple[Callable[[str], None], Recording],
) -> Report:
    """The report of the facts in YAML files, or in tables where these are asked for.

    `run` is who is told the stage, and the recording, which then brings up to date what is stored of the facts.
    """
    stage, record = run
    if options["tables"] is not None:
        if options["engine"] == "spark":
            from factlint.engine.spark.check import check_on_spark as check_tables
        else:
            from factlint.engine.tables.check import check_tables
        return check_tables(settings, options["tables"], rules, inside, stage)
    from factlint.engine.check import find
    from factlint.engine.incremental.state import state_of

    wanted = settings.incremental and options["since"] is None and not os.environ.get("CI")
    state = state_of(record.question, settings, rules) if wanted else None
    if state is not None:
        from factlint.engine.incremental.check import checked_with

        checked = checked_with(state, settings, rules, inside, stage)
        record.found = checked
        return checked.report
    found = find(settings, rules, stage)
    touching = None if options["since"] is None else _changed(found.corpus, options["since"])
    return found.report(rules, inside, touching)


def _changed(corpus: Corpus, revision: str) -> frozenset[str]:
    """The facts and registry entries that came or changed since a revision of git."""
    from factlint.corpus import load_corpus
    from factlint.engine.compare import difference
    from factlint.engine.revision import at_revision

    with at_revision(corpus.settings, revision) as then:
        return difference(load_corpus(then), corpus).touched


def _text(writer: Writer, form: str, options: Mapping[str, Any], *, file: bool, main: bool) -> str:
    """One output; --statistics takes the place of the findings in the main one only."""
    return _statistics(writer.report) if main and options["statistics"] else writer.text(form, file=file)


def _say_on_error(report: Report, *, skipped: bool) -> None:
    for path, reason in report.skipped if skipped else ():
        click.echo(f"factlint: skipped {safe(path)}: {safe(reason)}", err=True)
    for fault in report.faults:
        click.echo(f"factlint: fault: {safe(fault)}", err=True)


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
