"""What a report for people is made of: the findings of a run, and what the sources say beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factlint.findings import Report
    from factlint.survey import Survey


class RuleLine(NamedTuple):
    """A rule that ran, and the first line of its documentation."""

    name: str
    severity: str
    summary: str


class Page(NamedTuple):
    """The report of a run, what the sources say beside it, and the rules in the order in which they are listed."""

    report: Report
    survey: Survey
    rules: tuple[RuleLine, ...] = ()
