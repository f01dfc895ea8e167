"""Checking facts that are tables: bucket by bucket, so that memory follows the bucket and not the corpus.

All rows are looked at twice. First for what hangs together across them; then each goes to the bucket of its key, one
for each pass of the plan. The buckets are checked on all cores, and so is what needs all rows of some tables.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus import load_registry
from factlint.corpus.uses import uses
from factlint.engine.check import reported, unheard
from factlint.engine.tables.crew import Crew
from factlint.engine.tables.part import Found, Project, ask
from factlint.engine.tables.scanning import TableScan
from factlint.engine.tables.sorting import ACCEPTING, sorting
from factlint.engine.tables.work import Work
from factlint.findings import summarise
from factlint.processes import Workers, cores
from factlint.rules.base import ReadingRule
from factlint.schemas.adapter import validate
from factlint.tables.buckets import bucket_words
from factlint.tables.files import size_of, tables_in, unknown_columns
from factlint.tables.keys import placed_rows
from factlint.tables.part import corpus_of
from factlint.team import ALONE, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from factlint.corpus import Corpus, Problem, Settings
    from factlint.findings import Report
    from factlint.rules.base import Rule
    from factlint.tables.files import Table
    from factlint.team import Team

WORTH_TEAM = 500_000
"""So many bytes of tables are worth a team: 25,000 facts in Parquet."""

WORTH_READING = 4_000_000
"""So many bytes of tables are, where there is no team, read by new processes, though each takes a second to begin."""

WORTH_PROCESSES = 20_000
"""So many rows are, where there is no team, checked by new processes."""


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
    with TemporaryDirectory(prefix="factlint-") as scratch:
        run = partial(_checked, Asked(settings, folder, rules, paths), Path(scratch))
        if size_of(folder) < WORTH_TEAM:
            return run(progress, ALONE)
        return together(lambda team: run(unheard if team.number else progress, team), cores())


class Asked(NamedTuple):
    """A check as it is asked for (see `check_tables`)."""

    settings: Settings
    folder: Path
    rules: tuple[type[Rule], ...]
    paths: tuple[str, ...]


def _checked(asked: Asked, scratch: Path, progress: Callable[[str], None], team: Team) -> Report:
    """The report as each process of a team makes it, in a folder for what they leave each other."""
    settings = asked.settings
    given = opened(settings, asked.folder, progress)
    teamed = team is not ALONE
    with Crew(team, scratch) if teamed else Workers() as workers:
        large = teamed or size_of(asked.folder) >= WORTH_READING
        work = Work(scratch, given.tables, workers, given.registry.registry, large=large)
        progress("reading tables: what hangs together")
        scan = TableScan(given.registry.registry, settings)
        for said in work.scanned(settings):
            scan.hear(said)
        project = Project(settings, given.registry.registry, scan.shared(), tuple(rule.name for rule in asked.rules))
        how, _ = sorting(project, scan)
        progress("reading tables: sorting facts by their keys")
        buckets, problems = work.buckets(how, scan.twice())
        accepting = accepting_rows(bucket_words(buckets[name]) for name in buckets if name.startswith(ACCEPTING))
        parts = {name: paths for name, paths in buckets.items() if not name.startswith(ACCEPTING)}
        many = teamed or scan.rows.total() >= WORTH_PROCESSES
        answers = work.checked(
            parts, how, lambda number: progress(f"checking tables ({number} of {len(parts)} parts)"), processes=many
        )
    whole = given.registry.with_problems([*given.problems, *problems])
    tell_of_skew(each.skew for each in answers)
    seen = Seen(given.faults, (len(scan.files), scan.rows.total()), asked.paths)
    return concluded(whole, accepting, [each.found for each in answers], project, seen)


class Given(NamedTuple):
    """What a check of tables begins with: the registry, faults met there, the tables, what is wrong with them."""

    registry: Corpus
    faults: tuple[str, ...]
    tables: list[Table]
    problems: list[Problem]


def opened(settings: Settings, folder: Path, progress: Callable[[str], None]) -> Given:
    """The registry of a project and the tables of a folder; raises SettingsError where there are none to read."""
    progress("reading the registry")
    registry = load_registry(settings)
    wrong, faults = validate(registry)
    tables = tables_in(folder, settings.root)
    problems = [problem for table in tables for problem in unknown_columns(table)]
    return Given(registry.with_problems(wrong), tuple(faults), tables, problems)


def accepting_rows(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The rows that accept a contradiction, of several parts, with the columns that rows have at least."""
    import pandas as pd

    return pd.concat([placed_rows(pd.DataFrame({"row": []}), ""), *parts], ignore_index=True)


def tell_of_skew(said: Iterable[str]) -> None:
    """Say on standard error which keys go to one process whole, since memory follows the largest."""
    for each in sorted(filter(None, said)):
        logging.getLogger(__name__).warning("factlint: %s", each)


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
    faults = (*seen.faults, *failed, *failing, *sorted({fault for each in found for fault in each.faults}))
    report = reported(replace(own, lines=registry.lines), every, faults, project.rules, seen.paths)
    return replace(report, summary=summarise(report.findings, *seen.size))
