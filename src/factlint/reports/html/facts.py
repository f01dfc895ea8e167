"""Facts and their sources, as the page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Severity
from factlint.reading.date.days import say_days
from factlint.reports.html.names import identifiers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.findings import Finding, Report, Source, StatedFact
    from factlint.reports.page import Page
    from factlint.survey import Survey

STATES = {
    "error": "clashes",
    "warning": "may clash",
    "accepted": "clash accepted",
    "note": "has a note",
    "stands": "stands",
}
"""What can be said of a fact, the worst first, each with its words."""


class Named(NamedTuple):
    """A source: its identifier on the page, how it is called, the day of its publication in words (or nothing)."""

    source: Source
    id: str
    name: str
    day: str

    @property
    def by(self) -> str:
        """Who published it and when."""
        return ", ".join(filter(None, (self.source.publisher, self.day)))


class Fact(NamedTuple):
    """A fact: its identifier on the page, its number in its source, and what the findings say of it (see STATES)."""

    stated: StatedFact
    id: str
    number: int
    state: str
    source: Named

    @property
    def name(self) -> str:
        """Its id in its file."""
        return self.stated.ref.partition("#")[2] or self.stated.ref

    @property
    def state_words(self) -> str:
        """What the findings say of it, in words."""
        return STATES[self.state]


class Facts(NamedTuple):
    """All facts source by source, and by reference (of two with one reference, the first)."""

    by_source: tuple[tuple[Named, tuple[Fact, ...]], ...]
    by_ref: Mapping[str, Fact]

    @property
    def every(self) -> tuple[Fact, ...]:
        """All of them, in order."""
        return tuple(fact for _, facts in self.by_source for fact in facts)


def facts_of(page: Page) -> Facts:
    """The facts of a page."""
    report = page.report
    states = _states(report.findings)
    ids = iter(identifiers("fact", (fact.ref for source in report.sources for fact in source.facts)))
    by_source = tuple(
        (named, tuple(_fact(stated, next(ids), number, states, named) for number, stated in enumerate(source.facts, 1)))
        for named, source in zip(_named(report, page.survey), report.sources, strict=True)
    )
    by_ref: dict[str, Fact] = {}
    for _, facts in by_source:
        for fact in facts:
            by_ref.setdefault(fact.stated.ref, fact)
    return Facts(by_source, by_ref)


def state_of(finding: Finding) -> str:
    """What a finding makes of its facts (see STATES)."""
    if finding.accepted:
        return "accepted"
    return {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[finding.severity]


def _named(report: Report, survey: Survey) -> list[Named]:
    ids = identifiers("source", (source.ref for source in report.sources))
    days = [survey.published.get(source.ref) for source in report.sources]
    said = [say_days(day.first) if day else "" for day in days]
    return [
        Named(source, own, source.title or _without_title(source, day), day)
        for source, own, day in zip(report.sources, ids, said, strict=True)
    ]


def _without_title(source: Source, day: str) -> str:
    """A source without a title goes by who published it when, if both are known."""
    return f"{source.publisher}, {day}" if source.publisher and day else source.name


def _fact(stated: StatedFact, identifier: str, number: int, states: Mapping[str, str], source: Named) -> Fact:
    return Fact(stated, identifier, number, states.get(stated.ref, "stands"), source)


def _states(findings: tuple[Finding, ...]) -> dict[str, str]:
    worst = list(STATES)
    states: dict[str, str] = {}
    for finding in findings:
        state = state_of(finding)
        for fact in finding.facts:
            states[fact] = min(states.get(fact, state), state, key=worst.index)
    return states
