"""`markdown`: the findings alone, short enough for a pull request's comment or a job's summary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reports.details import quoted, remarks
from factlint.reports.words import count, ending, located, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.findings import Finding, Report, Spot

LONGEST = 60_000
"""So many characters at the most: hosts refuse a comment of more than 65,536."""

_QUOTE = 500
_PLACES = 20
_IN_WORDS = frozenset({"hint", "accepted"})
"""What is said of a finding in words; all else are ids of facts."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$!]|[@#](?P<reference>(?=\w))?")
_BACKTICKS = re.compile("`+")


def render(report: Report) -> str:
    """The counts, then each contradiction with its quotes, then what is accepted and the notes, a line each.

    What goes beyond 60,000 characters is counted instead of shown. Every text of the project stays on one line, and
    nothing in it is markup, a mention of somebody or a link to an issue.
    """
    page = "".join(f"{line}\n" for line in _heading(report))
    sections = (
        ("Contradictions", _contradiction, [finding for finding in report.findings if finding.fails]),
        ("Accepted", _item, [finding for finding in report.findings if finding.accepted]),
        ("Notes", _item, [finding for finding in report.findings if not finding.fails and not finding.accepted]),
    )
    room = LONGEST - len(page)
    for title, write, findings in sections:
        shown = list(_fitting(map(write, findings), room))
        room -= sum(map(len, shown))
        page += _section(title, shown, len(findings) - len(shown))
    return page


def _heading(report: Report) -> Iterator[str]:
    summary = report.summary
    yield f"**{ending(report)}**"
    yield ""
    yield "| Errors | Warnings | Notes | Accepted |"
    yield "|--:|--:|--:|--:|"
    yield f"| {summary.errors:,} | {summary.warnings:,} | {summary.notes:,} | {summary.accepted:,} |"
    for fault in report.faults[:_PLACES]:
        yield f"\nfactlint itself failed: {_plain(fault)}"


def _section(title: str, shown: Sequence[str], left: int) -> str:
    if not shown and not left:
        return ""
    more = f"\n{left:,} more left out here; `factlint check` shows all.\n" if left else ""
    return f"\n## {title}\n\n{''.join(shown).rstrip()}\n{more}"


def _fitting(blocks: Iterable[str], room: int) -> Iterator[str]:
    for block in blocks:
        room -= len(block)
        if room < 0:
            return
        yield block


def _contradiction(finding: Finding) -> str:
    return "".join(f"{line}\n" for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    yield f"### {_plain(finding.message)}"
    yield ""
    yield f"{finding.severity.value.capitalize()}, {_code(finding.rule)}"
    yield ""
    spots = (finding.primary, *finding.related)
    for spot in spots[:_PLACES]:
        yield from _spot(spot)
    if len(spots) > _PLACES:
        yield f"- and {count(len(spots) - _PLACES, 'more place')}"
    for label, text in remarks(finding):
        yield f"- {label}: {_plain(text) if label in _IN_WORDS else _code(text)}"
    yield ""


def _spot(spot: Spot) -> Iterator[str]:
    yield f"- {_code(located(spot))} {_plain(spot.message)}".rstrip()
    if spot.quote:
        yield f"  > {_escaped(quoted(spot.quote, _QUOTE))}"


def _item(finding: Finding) -> str:
    asides = "".join(f"; {label}: {_plain(text)}" for label, text in remarks(finding) if label in _IN_WORDS)
    return f"- {_code(located(finding.primary))} {_code(finding.rule)} {_plain(finding.message)}{asides}\n"


def _plain(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _escaped(safe(" ".join(text.split())))


def _escaped(text: str) -> str:
    """A space of no width keeps the host from telling people and issues that they were mentioned."""
    return _MARKUP.sub(lambda match: f"\\{match[0]}{'&#8203;' if match['reference'] is not None else ''}", text)


def _code(text: str) -> str:
    """Code between more backticks than the text has in a row."""
    line = safe(" ".join(text.split()))
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(line)), default=0))
    gap = " " if "`" in line else ""
    return f"{fence}{gap}{line}{gap}{fence}"
