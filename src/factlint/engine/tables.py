"""Checking facts that are tables: bucket by bucket, so that memory follows the bucket and not the corpus.

All rows are looked at twice. First for what hangs together across them; then each goes to the bucket of its key, one
for each pass of the plan. The buckets are checked on all cores, and so is what needs all rows of some tables.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus import load_registry
from factlint.corpus.uses import uses
from factlint.engine.check import reported, unheard
from factlint.engine.part import Found, Project, ask, asked_of, asked_of_all
from factlint.engine.sorting import distributed, scanned
from factlint.findings import summarise
from factlint.processes import mapped
from factlint.rules.base import ReadingRule
from factlint.schemas.adapter import validate
from factlint.tables.buckets import bucket_words
from factlint.tables.files import tables_in, unknown_columns
from factlint.tables.part import corpus_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from factlint.corpus import Corpus, Settings
    from factlint.engine.sorting import Task
    from factlint.findings import Report
    from factlint.rules.base import Rule

WORTH_PROCESSES = 2


def check_tables(
    settings: Settings,
    folder: Path,
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...] = (),
    progress: Callable[[str], None] = unheard,
) -> Report:
    """The report of the facts in the tables of a folder, under the registry and the settings of a project.

    With `paths`, only findings with a place in one of them. Raises SettingsError where there are no tables to read.
    """
    progress("reading the registry")
    registry = load_registry(settings)
    wrong, faults = validate(registry)
    registry = registry.with_problems(wrong)
    tables = tables_in(folder, settings.root)
    problems = [problem for table in tables for problem in unknown_columns(table)]
    progress("reading tables: what hangs together")
    scan = scanned(tables, registry)
    project = Project(settings, registry.registry, scan.shared(), tuple(rule.name for rule in rules))
    with TemporaryDirectory(prefix="factlint-") as scratch:
        progress("reading tables: sorting facts by their keys")
        sorted_rows = distributed(tables, project, scan, Path(scratch))
        kept = Path(scratch, "project")
        kept.write_bytes(pickle.dumps(project))
        found: list[Found] = []
        for done, each in enumerate(mapped(partial(_check, str(kept)), sorted_rows.tasks, WORTH_PROCESSES), start=1):
            found.append(each)
            progress(f"checking tables ({done} of {len(sorted_rows.tasks)} parts)")
    whole = registry.with_problems([*problems, *sorted_rows.problems])
    seen = Seen(tuple(faults), (len(scan.files), sum(scan.rows.values())), paths)
    return concluded(whole, sorted_rows.accepting, found, project, seen)


def _check(kept: str, task: Task) -> Found:
    """What is found in a bucket; the project is read once a process."""
    project = _project(kept)
    words = bucket_words(task.path)
    if task.number is None:
        return asked_of_all(words, project)
    return asked_of(words, project.plan.passes[task.number], project)


@lru_cache(1)
def _project(kept: str) -> Project:
    project: Project = pickle.loads(Path(kept).read_bytes())  # noqa: S301 - written by this run, in its own folder
    return project


class Seen(NamedTuple):
    """Of a run: the faults met before the parts, how many sources and facts there are, and the paths to report."""

    faults: tuple[str, ...]
    size: tuple[int, int]
    paths: tuple[str, ...]


def concluded(
    registry: Corpus,
    accepting: pd.DataFrame,
    found: Sequence[Found],
    project: Project,
    seen: Seen,
) -> Report:
    """The report of what was found in the parts, and of what rules say of the project as a whole.

    `registry` is the corpus without facts, with the problems that belong to no part.
    """
    reading = tuple(rule for rule in project.rules if issubclass(rule, ReadingRule))
    findings, failed = ask(reading, registry)
    own = corpus_of(accepting, project.registry, project.settings, project.shared)
    vars(own)["_made"] = {uses: frozenset().union(*(each.used for each in found), uses(registry))}
    more, failing = ask(project.plan.project, own)
    every = [*findings, *more, *(finding for each in found for finding in each.findings)]
    faults = (*seen.faults, *failed, *failing, *(fault for each in found for fault in each.faults))
    report = reported(replace(own, lines=registry.lines), every, faults, project.rules, seen.paths)
    return replace(report, summary=summarise(report.findings, *seen.size))
