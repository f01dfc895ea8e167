"""Findings as the page shows them: the words of each source in their sentence, the smallest set, proof and drawing."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from factlint.reports.html.charts import timeline
from factlint.reports.html.facts import state_of
from factlint.reports.html.names import identifiers
from factlint.reports.html.prose import excerpt
from factlint.reports.proof import lines as proof_lines
from factlint.reports.words import located

if TYPE_CHECKING:
    from factlint.findings import Finding, Spot
    from factlint.reports.html.charts import Timeline
    from factlint.reports.html.facts import Fact, Facts
    from factlint.reports.html.prose import Quoted
    from factlint.reports.page import Page

_LINES = 4


class Shown(NamedTuple):
    """A place of a finding: its fact, the sentences of the article with the quote marked, or the lines of the file.

    `said` is what the place has to do with the finding, `where` the place as `path:line:column`.
    """

    where: str
    said: str
    fact: Fact | None
    sentences: list[list[Quoted]]
    lines: tuple[str, ...]
    suspect: bool


class Entry(NamedTuple):
    """A finding; `together` are the facts that cannot all be true, where these are more than one."""

    finding: Finding
    id: str
    state: str
    places: tuple[Shown, ...]
    together: tuple[Fact, ...]
    suspects: tuple[Fact, ...]
    proof: tuple[str, ...]
    timeline: Timeline | None


class Entries(NamedTuple):
    """Findings by what they ask of an editor, in the order of the report."""

    contradictions: tuple[Entry, ...]
    accepted: tuple[Entry, ...]
    notes: tuple[Entry, ...]


def entries(page: Page, facts: Facts) -> Entries:
    """Every finding of the report."""
    findings = page.report.findings
    ids = identifiers("finding", (finding.fingerprint or finding.rule for finding in findings))
    every = [_entry(page, facts, finding, own) for finding, own in zip(findings, ids, strict=True)]
    return Entries(
        tuple(each for each in every if each.finding.fails),
        tuple(each for each in every if each.finding.accepted),
        tuple(each for each in every if not each.finding.fails and not each.finding.accepted),
    )


def _entry(page: Page, facts: Facts, finding: Finding, identifier: str) -> Entry:
    together = [facts.by_ref[ref] for ref in finding.facts if ref in facts.by_ref]
    suspects = [fact for fact in together if fact.stated.ref in finding.suspects]
    return Entry(
        finding=finding,
        id=identifier,
        state=state_of(finding),
        places=tuple(_shown(page, facts, finding, spot) for spot in (finding.primary, *finding.related)),
        together=tuple(together) if len(together) > 1 else (),
        suspects=tuple(suspects) if len(suspects) < len(together) else (),
        proof=tuple(proof_lines(finding.certificate)) if finding.certificate else (),
        timeline=timeline(finding, page.survey, facts),
    )


def _shown(page: Page, facts: Facts, finding: Finding, spot: Spot) -> Shown:
    fact = facts.by_ref.get(spot.fact or "")
    passage = page.survey.passages.get(spot.fact or "")
    sentences = excerpt(page.survey.texts[passage.article], passage) if passage else []
    suspect = fact is not None and len(finding.suspects) < len(finding.facts) and fact.stated.ref in finding.suspects
    return Shown(located(spot), spot.message, fact, sentences, () if fact else _lines(page, spot), suspect)


def _lines(page: Page, spot: Spot) -> tuple[str, ...]:
    """The lines of a file that a place is on, the first few."""
    place = spot.place
    lines = page.report.lines.get(place.path, ())
    shown = lines[place.line - 1 : min(max(place.end_line, place.line), place.line + _LINES - 1)]
    return tuple(dedent("\n".join(shown)).split("\n"))
