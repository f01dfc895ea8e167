"""Commands: what is wrong, and what a rule means."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.guarded import guarded
from factlint.reports import CHOICES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from factlint.cache.question import Question


def _rule_names(context: click.Context, option: click.Parameter, begun: str) -> list[CompletionItem]:
    """What a shell may complete the names of rules to."""
    from factlint.commands.completion import rule_names

    return rule_names(context, option, begun)


@click.command(short_help="Check a project, or report only what touches some paths.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(CHOICES), help="How findings are written (default auto).")
@click.option(
    "--output", "-o", type=click.Path(), metavar="[FORMAT:]FILE", multiple=True, help="Write to a file (several times)."
)
@click.option("--since", metavar="REV", help="Report only findings that touch what changed since a revision of git.")
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
@click.option(
    "--select",
    metavar="RULES",
    multiple=True,
    shell_complete=_rule_names,
    help="Run only these rules (commas, or several times).",
)
@click.option("--ignore", metavar="RULES", multiple=True, shell_complete=_rule_names, help="Leave these rules out.")
@click.option("--pedantic", is_flag=True, help="Report also what is only possible, not certain.")
@click.option("--show-proof", is_flag=True, help="Add the arithmetic that proves it to each clash of figures.")
@click.option("--exit-zero", is_flag=True, help="End with status 0 even where there are findings.")
@click.option("--statistics", is_flag=True, help="Write how often each rule was broken, not each finding.")
@click.option("--show-files", is_flag=True, help="Write which files are read, and check nothing.")
@click.option("--quiet", "-q", is_flag=True, help="Write nothing where there is nothing to answer for.")
@click.option(
    "--tables", metavar="DIR", type=click.Path(path_type=Path), help="Check the facts in Parquet or CSV tables instead."
)
@click.option(
    "--engine", type=click.Choice(("local", "spark")), default="local", help="What checks --tables (default local)."
)
@click.option("--no-cache", is_flag=True, help="Neither give a kept answer nor keep this one.")
@click.pass_obj
def check(asked: Question | None, /, paths: tuple[Path, ...], **options: object) -> None:
    """Check a project; with PATHS, report only findings with a place in them.

    The whole project is always read: facts of one file contradict those of another. The project is the nearest
    folder upward, from the first of PATHS or from here, that has facts/ and seeds/ or [tool.factlint] settings.

    Formats: full, concise (a line a finding) and grouped (by file) are for people, json, json-lines, sarif (code
    scanning), junit (tests) and gitlab (code quality) for programs, markdown is for a pull request, github annotates
    a run of GitHub Actions. auto is github in such a run, else full.

    --output FILE takes what standard output would get; --output FORMAT:FILE writes another format besides.

    --show-proof is for the format full: a few lines to follow with a pencil. The formats json, json-lines and sarif
    always have the proof, in full, as `certificate`.

    Where nothing changed since the same was asked, the answer that was given then is given again; `factlint clean`
    forgets all of them.

    --tables DIR checks the rows of all .parquet and .csv files below a folder against the same registry, with the same
    rules, instead of the facts in YAML; a finding's line is the row. `factlint export --format parquet` writes such
    tables, and they need pyarrow: pip install 'factlint[parquet]'. --engine spark checks them on Apache Spark, at the
    address of the setting spark-master, and needs pip install 'factlint[spark]' and Java 17 or later.

    Exit status: 0 nothing found, 1 errors or warnings that nobody accepted, 2 the tool could not run.

    \b
    Examples:
      factlint check
      factlint check facts/2021-06-23-azernews.yaml
      factlint check --output-format json --exit-zero > findings.json
      factlint check --output sarif:findings.sarif --output junit:report.xml
      factlint check --since origin/main          fails only where changed facts are involved
      factlint check --ignore title-differs,unused-registry-entry
      factlint check --select sum-mismatch --show-proof
      factlint check --tables facts-in-tables/
      factlint check --tables facts-in-tables/ --engine spark
    """
    from factlint.commands import check as command

    if options["engine"] == "spark" and options["tables"] is None:
        raise click.UsageError("--engine spark checks tables: name their folder with --tables DIR")
    sys.exit(guarded(lambda: command.run(paths, options, asked)))


@click.command(short_help="Explain a rule, or list all of them.")
@click.argument("name", required=False)
@click.option("--all", "every", is_flag=True, help="Every rule, one line each.")
def rule(name: str | None, every: bool) -> None:
    """Explain a rule: what it finds, why it matters, when it stays silent, how to settle it.

    \b
    Examples:
      factlint rule sum-mismatch
      factlint rule --all
    """
    from factlint.commands import rule as command

    if (name is None) is not every:
        raise click.UsageError("name one rule, or write --all")
    sys.exit(guarded(lambda: command.run(name)))


@click.command(short_help="Show which facts and contradictions changed since a revision of git.")
@click.argument("revision", metavar="REV")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(("markdown", "json")), default="markdown", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
def diff(revision: str, path: Path | None, form: str, output: Path | None, date: str | None) -> None:
    """Show what changed since REV, a revision of git.

    Facts added, removed and changed, key by key, and contradictions that appear and disappear.

    Exit status: 0 no contradiction appears, 1 one does that nobody accepted, 2 the tool could not run.

    \b
    Examples:
      factlint diff HEAD
      factlint diff origin/main -o comment.md
      factlint diff v1.2 --format json
    """
    from factlint.commands import diff as command

    sys.exit(guarded(lambda: command.run(revision, path, form, output, date)))


@click.command(short_help="Write down what is wrong today, so that only what is new fails.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
@click.option("--reset", is_flag=True, help="Write it anew, with all that is wrong today.")
def baseline(path: Path | None, date: str | None, reset: bool) -> None:
    """Write the baseline: the findings that fail a run today, by fingerprints that survive moved lines.

    `factlint check` marks them as accepted where the setting baseline names the file. Written again, it only shrinks:
    what is settled leaves it, what is new does not enter it.

    \b
    Examples:
      factlint baseline               on a corpus full of contradictions, once
      factlint baseline               later: what was settled since is no longer excused
    """
    from factlint.commands import baseline as command

    sys.exit(guarded(lambda: command.run(path, date, reset=reset)))


@click.command(short_help="Forget the answers that are kept.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Those of every project.")
def clean(path: Path | None, *, every: bool) -> None:
    """Remove the cache of a project, and say what was removed.

    It lies in the folder of the setting cache-dir, else in the user's cache folder. Nothing is removed from a folder
    that factlint did not make: one without its CACHEDIR.TAG.

    \b
    Examples:
      factlint clean
      factlint clean --all
    """
    from factlint.commands import clean as command

    sys.exit(guarded(lambda: command.run(path, every=every)))
