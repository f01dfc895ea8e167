"""The command line: click commands, each a few lines that call the engine and print what a report says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint import __version__
from factlint.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable


def _guarded(command: Callable[[], int]) -> int:
    """The command's exit status; where the tool cannot run, one sentence on standard error and status 2."""
    from factlint.corpus.settings import SettingsError

    try:
        return command()
    except (SettingsError, OSError) as error:
        click.echo(f"factlint: {error}", err=True)
        return 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="factlint", message="%(prog)s %(version)s")
def main() -> None:
    """A linter for facts.

    Facts are curated as YAML, each with the words of the article that say so. factlint proves that the words stand in
    the article and that all facts of all articles can be true together; where they cannot, it names the smallest set
    that clashes.

    \b
    Examples:
      factlint check                      check the project that you stand in
      factlint check --select sum-mismatch
      factlint rule sum-mismatch          what a rule finds, and how to settle it
      factlint export --format csv        every fact as a table
      factlint report                     write the consistency report
    """


@main.command(short_help="Check a project, or report only what touches some paths.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(FORMATS), help="How findings are written (default full).")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead.")
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
@click.option("--select", metavar="RULES", multiple=True, help="Run only these rules (commas, or several times).")
@click.option("--ignore", metavar="RULES", multiple=True, help="Leave these rules out.")
@click.option("--pedantic", is_flag=True, help="Report also what is only possible, not certain.")
@click.option("--show-proof", is_flag=True, help="Add the arithmetic that proves it to each clash of figures.")
@click.option("--exit-zero", is_flag=True, help="End with status 0 even where there are findings.")
@click.option("--statistics", is_flag=True, help="Write how often each rule was broken, not each finding.")
@click.option("--show-files", is_flag=True, help="Write which files are read, and check nothing.")
@click.option("--quiet", "-q", is_flag=True, help="Write nothing where there is nothing to answer for.")
def check(paths: tuple[Path, ...], **options: object) -> None:
    """Check a project; with PATHS, report only findings with a place in them.

    The whole project is always read: facts of one file contradict those of another. The project is the nearest
    folder upward, from the first of PATHS or from here, that has facts/ and seeds/ or [tool.factlint] settings.

    --show-proof is for the format full: a few lines to follow with a pencil. The format json always has the proof, in
    full, as `certificate`; concise keeps to one line a finding.

    Exit status: 0 nothing found, 1 errors or warnings that nobody accepted, 2 the tool could not run.

    \b
    Examples:
      factlint check
      factlint check facts/2021-06-23-azernews.yaml
      factlint check --output-format json --exit-zero > findings.json
      factlint check --ignore title-differs,unused-registry-entry
      factlint check --select sum-mismatch --show-proof
    """
    from factlint.commands import check as command

    sys.exit(_guarded(lambda: command.run(paths, options)))


@main.command(short_help="Explain a rule, or list all of them.")
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
    sys.exit(_guarded(lambda: command.run(name)))


@main.command(short_help="Write every fact as JSON, CSV or Parquet.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(("json", "csv", "parquet")), default="json", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def export(path: Path | None, form: str, output: Path | None) -> None:
    """Write every fact of a project with its article, quote, place and typed values.

    \b
    Examples:
      factlint export > facts.json
      factlint export --format csv -o facts.csv
      factlint export --format parquet -o facts.parquet      (needs pyarrow: pip install 'factlint[parquet]')
    """
    from factlint.commands import export as command

    sys.exit(_guarded(lambda: command.run(path, form, output)))


@main.command(short_help="Write the consistency report, or check that it is current.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead.")
@click.option("--check", "stale", is_flag=True, help="Write nothing; status 1 where the written report is stale.")
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
def report(path: Path | None, output: Path | None, stale: bool, date: str | None) -> None:
    """Write the consistency report of a project, one Markdown page, made the same way twice.

    \b
    Examples:
      factlint report
      factlint report --check             for CI: fails where the committed report is not current
    """
    from factlint.commands import report as command

    sys.exit(_guarded(lambda: command.run(path, output, stale=stale, date=date)))
