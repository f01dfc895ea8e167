"""`json`: version 1 of the machine-readable findings, as the format's page lays it out."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from factlint.reports.json_text import dumped

if TYPE_CHECKING:
    from factlint.findings import Certificate, Finding, Report, Spot, Step

VERSION = 1


def render(report: Report) -> str:
    """One JSON object: version, findings, summary, and the files that were skipped and faults where there are any."""
    whole = {
        "version": VERSION,
        "findings": [finding_object(finding) for finding in report.findings],
        "summary": asdict(report.summary),
    }
    if report.skipped:
        whole["skipped"] = [{"path": path, "reason": reason} for path, reason in report.skipped]
    if report.faults:
        whole["faults"] = list(report.faults)
    return f"{dumped(whole, indent=2)}\n"


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding as JSON has it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "facts": list(finding.facts),
        "suspects": list(finding.suspects),
        "hint": finding.hint,
        "accepted": _accepted(finding),
        "primary": _spot(finding.primary),
        "related": [{**_spot(spot), "message": spot.message} for spot in finding.related],
        "certificate": _certificate(finding.certificate),
    }


def _accepted(finding: Finding) -> dict[str, object] | None:
    """The matching `accept` entry as the fact language has it, with the fact that it stands in."""
    entry = finding.accepted
    if entry is None:
        return None
    return {
        "rule": finding.rule,
        "with": entry.other,
        "because": entry.because,
        "until": entry.until,
        "fact": entry.fact,
    }


def _certificate(certificate: Certificate | None) -> dict[str, object] | None:
    if certificate is None:
        return None
    return {"steps": [_step(step) for step in certificate.steps], "sum": certificate.sum}


def _step(step: Step) -> dict[str, object]:
    return {
        "times": step.times,
        "terms": [{"factor": factor, "quantity": quantity} for factor, quantity in step.terms],
        "relation": "<" if step.strict else "<=",
        "bound": step.bound,
        "because": step.because,
        "fact": step.fact,
    }


def _spot(spot: Spot) -> dict[str, object]:
    return {**asdict(spot.place), "fact": spot.fact, "quote": spot.quote}
