"""`markdown`: the consistency report as one page: what clashes, what is accepted, and every fact with its quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reports.proof import lines as proof_lines
from factlint.reports.words import count, located, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings import Certificate, Finding, Report, Source, Spot, StatedFact

_BACKTICKS = re.compile("`*")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def render(report: Report, *, show_proof: bool = False) -> str:
    """The whole page; the same report gives the same bytes. With `show_proof`, each proof stands below its finding."""
    lines = ["# Consistency report", "", *_summary(report), ""]
    sections = {
        "Contradictions": [finding for finding in report.findings if finding.fails],
        "Accepted contradictions": [finding for finding in report.findings if finding.accepted],
        "Notes": [finding for finding in report.findings if not finding.fails and not finding.accepted],
    }
    for heading, findings in sections.items():
        lines += _section(heading, findings, report, show_proof=show_proof)
    lines += _titles(report)
    lines += ["## Sources and their facts", ""]
    for source in report.sources:
        lines += _source(source)
    lines += ["## Rules that ran", "", ", ".join(f"`{rule}`" for rule in report.rules) + ".", ""]
    return "\n".join(lines)


def _summary(report: Report) -> Iterator[str]:
    summary = report.summary
    counts = (
        (summary.errors, "error"),
        (summary.warnings, "warning"),
        (summary.accepted, "accepted contradiction"),
        (summary.notes, "note"),
    )
    what = f"{count(summary.facts, 'fact')} of {count(summary.articles, 'source')}"
    if not report.status:
        but = f", but for {count(summary.accepted, 'accepted contradiction')}" if summary.accepted else ""
        yield f"**All {what} can be true together{but}**, as far as {count(len(report.rules), 'rule')} can tell."
    else:
        yield f"**The {what} cannot all be true together.**"
    yield ""
    yield "| | |"
    yield "|---|--:|"
    yield from (f"| {name.capitalize()}s | {number:,} |" for number, name in counts)


def _section(heading: str, findings: list[Finding], report: Report, *, show_proof: bool) -> Iterator[str]:
    yield f"## {heading}"
    yield ""
    if not findings:
        yield "None."
        yield ""
    words = {fact.ref: fact.words for source in report.sources for fact in source.facts}
    for number, finding in enumerate(findings, start=1):
        yield f"### {number}. {plain(finding.message)}"
        yield ""
        yield f"`{finding.rule}`, {finding.severity} · `{finding.fingerprint}`"
        yield ""
        yield from _spots(finding, words)
        if show_proof and finding.certificate:
            yield from _proof(finding.certificate)
        yield ""


def _spots(finding: Finding, words: dict[str, str]) -> Iterator[str]:
    for spot in (finding.primary, *finding.related):
        yield from _spot(spot, words)
    if len(finding.facts) > 1:
        yield f"- Cannot all be true: {', '.join(f'`{fact}`' for fact in finding.facts)}"
    if finding.suspects and set(finding.suspects) != set(finding.facts):
        yield f"- Likely culprit: {', '.join(f'`{fact}`' for fact in finding.suspects)}"
    if finding.hint:
        yield f"- Hint: {plain(finding.hint)}"
    if finding.accepted:
        until = f" (until {plain(finding.accepted.until)})" if finding.accepted.until else ""
        yield f"- Accepted: {plain(finding.accepted.because)}{until}"


def _proof(certificate: Certificate) -> Iterator[str]:
    """The proof as a block of code in its item of the list, fenced by more backticks than any line has in a row."""
    shown = list(proof_lines(certificate))
    fence = "`" * max(3, *(len(run) + 1 for line in shown for run in _BACKTICKS.findall(line)))
    yield "- Proof:"
    yield ""
    yield from (f"  {line}" for line in (f"{fence}text", *shown, fence))


def _spot(spot: Spot, words: dict[str, str]) -> Iterator[str]:
    said = words.get(spot.fact or "", "") or spot.message
    yield f"- `{located(spot)}` {plain(said)}".rstrip()
    if spot.quote:
        yield f"  > {plain(spot.quote)}"


def _titles(report: Report) -> Iterator[str]:
    """The titles that articles print, and which of them a reference confirms."""
    if not any(by for _, by in report.titles):
        return
    words = {fact.ref: fact.words for source in report.sources for fact in source.facts}
    confirmed = sum(bool(by) for _, by in report.titles)
    yield "## Titles and the references"
    yield ""
    yield f"References confirm {confirmed:,} of {count(len(report.titles), 'title')} that articles print."
    yield ""
    yield "| Title | Fact | Confirmed by |"
    yield "|---|---|---|"
    for fact, by in report.titles:
        yield f"| {plain(words[fact])} | {plain(fact)} | {', '.join(map(plain, by)) or '–'} |"
    yield ""


def _source(source: Source) -> Iterator[str]:
    yield f"### {plain(source.title or source.name)}"
    yield ""
    known = (source.publisher, source.author, source.published, source.name if source.title else "", f"{source.ref}")
    yield " · ".join(plain(each) for each in known if each)
    yield ""
    if not source.facts:
        yield "No facts."
        yield ""
        return
    yield "| Fact | What it states | Words of the source |"
    yield "|---|---|---|"
    yield from (_fact(fact) for fact in source.facts)
    yield ""


def _fact(fact: StatedFact) -> str:
    name = fact.ref.partition("#")[2]
    return f"| {plain(name)} | {plain(fact.words)} | {plain(fact.quote or '–')} |"


def plain(text: str) -> str:
    """Text that Markdown shows as it is: on one line, nothing in it is markup or HTML."""
    return _SPECIAL.sub(r"\\\1", safe(" ".join(text.split())))
