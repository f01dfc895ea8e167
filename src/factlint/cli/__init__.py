"""The command line: click commands, each a few lines that call the engine and print what a report says."""

from __future__ import annotations

import click

from factlint import __version__
from factlint.cli import checking, curating, writing


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


for _command in (
    checking.check,
    checking.rule,
    checking.diff,
    checking.baseline,
    checking.clean,
    writing.export,
    writing.report,
    writing.coverage,
    writing.schema,
    curating.init,
    curating.new,
    curating.fix,
    curating.completion,
):
    main.add_command(_command)
