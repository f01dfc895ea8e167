"""Output formats: one file each, a function from the report of a run to text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Report

FORMATS = ("full", "concise", "json")
"""The formats of `factlint check`, each the module of that name with a function `render`."""


def renderer(name: str) -> Callable[[Report], str]:
    """The function that writes a report in the format `name` (one of FORMATS)."""
    render: Callable[[Report], str] = import_module(f"factlint.reports.{name}").render
    return render
