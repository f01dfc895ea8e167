"""The command line: click commands, each a few lines that call the engine and print what a report says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint import __version__
from factlint.reports import CHOICES

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from factlint.cache.question import Question
    from factlint.commands.report import Format


def _guarded(command: Callable[[], int]) -> int:
    """The command's exit status; where the tool cannot run, one sentence on standard error and status 2."""
    from factlint.corpus.settings import SettingsError

    try:
        return command()
    except (SettingsError, OSError) as error:
        click.echo(f"factlint: {error}", err=True)
        return 2


def _rule_names(context: click.Context, option: click.Parameter, begun: str) -> list[CompletionItem]:
    """What a shell may complete the names of rules to."""
    from factlint.commands.completion import rule_names

    return rule_names(context, option, begun)


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
    sys.exit(_guarded(lambda: command.run(paths, options, asked)))


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

    sys.exit(_guarded(lambda: command.run(path, output, form, stale=stale, date=date, show_proof=show_proof)))


@main.command(short_help="Show how much of what the articles say stands in facts.")
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

    sys.exit(_guarded(lambda: command.run(path, form, output, missing=show_missing, fail_under=fail_under)))


@main.command(short_help="Write a draft of a fact file for an article.")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--published", metavar="DAY", help="The day of publication (default: the one at the article's head).")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead.")
@click.option("--stdout", "shown", is_flag=True, help="Write the draft to standard output and no file.")
def new(article: Path, published: str | None, output: Path | None, shown: bool) -> None:
    """Write a draft of a fact file for ARTICLE, a file under seeds/.

    Every figure, date and titled name that the readers find becomes a fact with its sentence as the quote. What the
    registry's names tell is complete and checked against the rules of evidence; the rest stands as comments, to be
    completed. Correct all of it: a draft guesses. No file is ever overwritten, and an article has one fact file.

    \b
    Examples:
      factlint new 2021-06-23-visit.txt
      factlint new seeds/2021-06-23-visit.txt --stdout
      factlint new visit.txt --published 2021-06-23 -o facts/2021-06-23-visit.yaml
    """
    from factlint.commands import new as command

    sys.exit(_guarded(lambda: command.run(article, published, output, shown=shown)))


@main.command(short_help="Write the script that completes words in a shell.")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Write the script with which SHELL completes commands, options, formats and names of rules.

    \b
    Examples:
      factlint completion bash > ~/.local/share/bash-completion/completions/factlint
      factlint completion zsh > ~/.zfunc/_factlint        (a folder of $fpath)
      factlint completion fish > ~/.config/fish/completions/factlint.fish
    """
    from factlint.commands import completion as command

    sys.exit(_guarded(lambda: command.run(main, shell)))


@main.command(short_help="Show which facts and contradictions changed since a revision of git.")
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

    sys.exit(_guarded(lambda: command.run(revision, path, form, output, date)))


@main.command(short_help="Write down what is wrong today, so that only what is new fails.")
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

    sys.exit(_guarded(lambda: command.run(path, date, reset=reset)))


@main.command(short_help="Write JSON Schemas with which an editor completes and checks fact files.")
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

    sys.exit(_guarded(lambda: command.run(path, kind, output, folder)))


@main.command(short_help="Start a project: settings, folders, a worked example, schemas, hook and workflow.")
@click.argument("folder", metavar="DIR", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--action", metavar="REPOSITORY@REVISION", help="What the workflow uses; default: OWNER/factlint.")
def init(folder: Path, action: str | None) -> None:
    """Start a project in DIR (default: here).

    Settings, the folders, a small invented article with its facts and registry, schemas for editors, a pre-commit hook
    and a workflow of GitHub Actions. A file that is there is left alone, and said to be; where there are articles or
    facts already, the example is left out.

    \b
    Examples:
      factlint init
      factlint init archive && factlint check archive
      factlint init archive --action example/factlint@v0.1.0
    """
    from factlint.commands import init as command

    sys.exit(_guarded(lambda: command.run(folder, action)))


@main.command(short_help="Correct what can be corrected without a curator.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Write what would change, and no file; status 1 where anything would.")
@click.option("--date", metavar="DAY", help="The day that counts as today, as 2026-01-31.")
def fix(paths: tuple[Path, ...], date: str | None, *, diff: bool) -> None:
    """Correct the fact and registry files of a project, or those among PATHS, where no judgement is needed.

    A fact without an id gets one made of its words. A date in words is written in figures where these say exactly the
    same (10 November 2020 as 2020-11-10). An `accept` entry that no finding needs goes. So do blanks at the ends of
    lines, and the file ends with one line break. Never a value, a name or a quote.

    Every edited file is read again before it is written, and says the same but for these. Comments, quotation marks
    and line ends stay. A file that cannot be read is left alone.

    Exit status: 0 done, 1 there is something to fix (with --diff), 2 the tool could not run.

    \b
    Examples:
      factlint fix
      factlint fix --diff
      factlint fix facts/2021-06-23-azernews.yaml
    """
    from factlint.commands import fix as command

    sys.exit(_guarded(lambda: command.run(paths, date, diff=diff)))


@main.command(short_help="Forget the answers that are kept.")
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

    sys.exit(_guarded(lambda: command.run(path, every=every)))
