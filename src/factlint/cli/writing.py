"""Commands: what a project says, written for people and programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.guarded import guarded

if TYPE_CHECKING:
    from factlint.commands.report import Format


@click.command(short_help="Write every fact as JSON, CSV or Parquet.")
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

    sys.exit(guarded(lambda: command.run(path, form, output)))


@click.command(short_help="Write the consistency report, or check that it is current.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(("html", "markdown", "json")), help="Default: by the ending.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead.")
@click.option("--check", "stale", is_flag=True, help="Write nothing; status 1 where the written report is stale.")
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
@click.option("--show-proof", is_flag=True, help="Add the arithmetic to Markdown (HTML and JSON have it anyway).")
def report(
    path: Path | None, form: Format | None, output: Path | None, stale: bool, date: str | None, show_proof: bool
) -> None:
    """Write the consistency report of a project, made the same way twice: as a web page, as Markdown or as JSON.

    The web page is one file that needs no network, and no script to be read: every contradiction with the words that
    clash, each article with what its facts quote, offices as timelines, figures as intervals, and who corroborates
    what. The file is that of the setting `report`, and its ending says the format; where --format asks for another
    one and no --output is given, the file has that format's ending (.html, .md, .json).

    Exit status: 0 written or current, 1 stale (with --check), 2 the tool could not run.

    \b
    Examples:
      factlint report
      factlint report -o report.html      the web page
      factlint report --format markdown --show-proof
      factlint report --check             for CI: fails where the committed report is not current
    """
    from factlint.commands import report as command

    sys.exit(guarded(lambda: command.run(path, output, form, stale=stale, date=date, show_proof=show_proof)))


@click.command(short_help="Show how much of what the articles say stands in facts.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--show-missing", is_flag=True, help="List below the table what no quote holds, with its line.")
@click.option("--fail-under", metavar="PERCENT", type=click.FloatRange(0, 100), help="Status 1 below this percentage.")
def coverage(path: Path | None, form: str, output: Path | None, show_missing: bool, fail_under: float | None) -> None:
    """Show which figures, dates, people and titles of each article stand in the quote of a fact.

    An article under seeds/ that no fact file names counts with all that it says. --fail-under overrides the setting
    fail-under.

    Exit status: 0 enough is covered, 1 it is not, 2 the tool could not run.

    \b
    Examples:
      factlint coverage
      factlint coverage --show-missing
      factlint coverage --fail-under 100      for CI: fails where anything is missing
      factlint coverage --format json -o coverage.json
    """
    from factlint.commands import coverage as command

    sys.exit(guarded(lambda: command.run(path, form, output, missing=show_missing, fail_under=fail_under)))


@click.command(short_help="Write JSON Schemas with which an editor completes and checks fact files.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--kind", default="facts", show_default=True, help="facts, or a registry file: people, offices, …")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--all", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Write all into a folder.")
def schema(path: Path | None, kind: str, output: Path | None, folder: Path | None) -> None:
    """Write a JSON Schema (draft-07) of fact files, or of one kind of registry file.

    It has every key with its description, and the project's own names, articles and rules to complete from. A name
    that is not among them passes: `factlint check` judges names. Write the schemas anew when the registry has grown.

    An editor with a YAML language server takes the schema from the first line of a file:

    \b
      # yaml-language-server: $schema=../schema/facts.json

    \b
    Examples:
      factlint schema -o schema/facts.json
      factlint schema --kind people
      factlint schema --all schema        facts.json, people.json, offices.json, …
    """
    from factlint.commands import schema as command

    sys.exit(guarded(lambda: command.run(path, kind, output, folder)))
