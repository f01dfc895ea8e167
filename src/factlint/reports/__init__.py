"""Output formats: one file each, a function from the report of a run to text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Report

FORMATS = ("full", "concise", "json", "json-lines", "grouped", "markdown", "github", "gitlab", "sarif", "junit")
"""The formats of `factlint check`."""

CHOICES = ("auto", *FORMATS)
"""What may be asked for: `auto` is `github` in a run of GitHub Actions, else `full`."""

HOSTED = frozenset({"github", "gitlab", "sarif"})
"""The formats for a repository's host, in which paths begin at the root of the repository."""


def renderer(name: str) -> Callable[[Report], str]:
    """The function that writes a report in the format `name` (one of FORMATS): `render` of the module of that name.

    `markdown` is `factlint.reports.summary`: the module of its own name writes the page of `factlint report`.
    """
    module = "summary" if name == "markdown" else name.replace("-", "_")
    render: Callable[[Report], str] = import_module(f"factlint.reports.{module}").render
    return render
