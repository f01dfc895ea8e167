"""`factlint completion`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from factlint.corpus.settings import SettingsError

if TYPE_CHECKING:
    from click import Command, Context, Parameter

SHELLS = ("bash", "zsh", "fish")


def run(main: Command, shell: str) -> int:
    """Write the script that makes a shell complete the words of `main`."""
    script = get_completion_class(shell)
    if script is None:
        raise SettingsError(f"there is no completion for {shell}; known: {', '.join(SHELLS)}")
    click.echo(script(main, {}, "factlint", "_FACTLINT_COMPLETE").source())
    return 0


def rule_names(_context: Context, _option: Parameter, begun: str) -> list[CompletionItem]:
    """The tool's rules that the last of the names before the cursor may become; commas part them."""
    from factlint.rules import RULES

    done, comma, last = begun.rpartition(",")
    return [CompletionItem(f"{done}{comma}{rule.name}") for rule in RULES if rule.name.startswith(last)]
