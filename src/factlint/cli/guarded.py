"""How a command that cannot run ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def guarded(command: Callable[[], int]) -> int:
    """The command's exit status; where the tool cannot run, one sentence on standard error and status 2."""
    from factlint.corpus.settings import SettingsError

    try:
        return command()
    except (SettingsError, OSError) as error:
        click.echo(f"factlint: {error}", err=True)
        return 2
