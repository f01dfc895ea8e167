"""A project that is checked by way of the store, and what a report says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.cache.question import question_of
from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.engine.incremental import check as edit
from factlint.engine.incremental.state import state_of
from factlint.reports import renderer

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.engine.incremental.state import State
    from factlint.findings import Report
    from factlint.rules.base import Rule


def quiet(_: str) -> None:
    """Progress that nobody sees."""


class Project(NamedTuple):
    """A project, and the rules that are asked of it."""

    root: Path
    rules: tuple[type[Rule], ...]

    def state(self) -> State:
        question = question_of([str(self.root)])
        found = state_of(question, load_settings(self.root), self.rules)
        assert found is not None
        return found

    def after_edit(self) -> Report | None:
        """The report by way of the store, None without one; the store is brought up to date."""
        checked = edit.edited(self.state(), load_settings(self.root), self.rules, (), quiet)
        if checked is not None:
            checked.keep()
        return None if checked is None else checked.report

    def whole(self) -> Report:
        return check(load_settings(self.root), self.rules)

    def leave(self) -> None:
        edit.checked_with(self.state(), load_settings(self.root), self.rules, (), quiet).keep()


def said(report: Report) -> tuple[object, ...]:
    """All that a report says, also in the formats that show every part of it."""
    parts = report.findings, report.summary, report.lines, report.rules, report.date, report.faults, report.skipped
    return (*parts, report.status, renderer("full")(report), renderer("json")(report))
