"""Known contradictions: findings that an `accept` entry of one of their facts names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.findings import Acceptance, Clash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.corpus.accepts import Accept
    from factlint.findings import Finding


def accept_all(findings: Iterable[Finding], entries: list[Accept], today: int) -> list[Finding]:
    """The findings, those that an entry in force and with a reason names marked as accepted."""
    in_force = [entry for entry in entries if entry.because and not entry.expired(today)]
    by_rule: dict[str, list[Accept]] = {}
    for entry in in_force:
        by_rule.setdefault(entry.rule, []).append(entry)
    marked = []
    for finding in findings:
        match = next((each for each in by_rule.get(finding.rule, ()) if each.matches(finding)), None)
        marked.append(finding if match is None else replace(finding, accepted=_acceptance(match)))
    return marked


def unused(findings: list[Finding], entries: list[Accept], ran: set[str]) -> list[Clash]:
    """The entries that match no finding of a rule that ran."""
    return [
        Clash(f"no finding of {entry.rule} has this fact: remove the entry", entry.anchor, (entry.fact,))
        for entry in entries
        if entry.rule in ran and not any(entry.matches(finding) for finding in findings)
    ]


def _acceptance(entry: Accept) -> Acceptance:
    return Acceptance(entry.fact, entry.because or "", entry.until.text if entry.until else None, entry.other)
