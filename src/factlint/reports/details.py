"""What a finding says beside its message, in plain lines: for formats that carry a finding as a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Severity
from factlint.reports.words import count, located, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.findings import Finding, Spot

_LONGEST = 200
_MOST = 20


def details(finding: Finding) -> Iterator[str]:
    """Its places with their words and quotes, the smallest set, suspects, hint and acceptance; one safe line each.

    Quotes are cut at 200 characters, and of places and facts 20 are named: a host cuts what is longer, or refuses it.
    """
    spots = (finding.primary, *finding.related)
    yield from map(_spot, spots[:_MOST])
    if len(spots) > _MOST:
        yield f"and {count(len(spots) - _MOST, 'more place')}"
    for label, text in remarks(finding):
        yield f"{label}: {safe(text)}"


def remarks(finding: Finding) -> Iterator[tuple[str, str]]:
    """What is said of the finding as a whole, each with its label; the text is as it was written."""
    if len(finding.facts) > 1:
        yield together(finding), _listed(finding.facts)
    if finding.suspects and set(finding.suspects) != set(finding.facts):
        yield "suspect" if len(finding.suspects) == 1 else "suspects", _listed(finding.suspects)
    if finding.hint:
        yield "hint", finding.hint
    if finding.accepted:
        until = f" (until {finding.accepted.until})" if finding.accepted.until else ""
        yield "accepted", f"{finding.accepted.because}{until}"


def together(finding: Finding) -> str:
    """What a finding says of its facts together; a note proves nothing."""
    return "facts" if finding.severity is Severity.NOTE else "cannot all be true"


def quoted(quote: str, longest: int = _LONGEST) -> str:
    """The quote on one safe line in quotation marks, cut at so many characters."""
    line = " ".join(quote.split())
    return f"“{safe(line if len(line) <= longest else f'{line[:longest]}…')}”"


def _spot(spot: Spot) -> str:
    parts = (located(spot), safe(spot.message), quoted(spot.quote) if spot.quote else "")
    return ": ".join(part for part in parts if part)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST:,} more" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}"
