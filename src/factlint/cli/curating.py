"""Commands: beginning a project and a fact file, correcting them, completing words in a shell."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factlint.cli.guarded import guarded


@click.command(short_help="Start a project: settings, folders, a worked example, schemas, hook and workflow.")
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

    sys.exit(guarded(lambda: command.run(folder, action)))


@click.command(short_help="Write a draft of a fact file for an article.")
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

    sys.exit(guarded(lambda: command.run(article, published, output, shown=shown)))


@click.command(short_help="Correct what can be corrected without a curator.")
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

    sys.exit(guarded(lambda: command.run(paths, date, diff=diff)))


@click.command(short_help="Write the script that completes words in a shell.")
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

    sys.exit(guarded(lambda: command.run(click.get_current_context().find_root().command, shell)))
