"""A finding as a SARIF result: its message with links, its places, its fingerprint and its acceptance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from factlint.reports.details import quoted
from factlint.reports.json import finding_object
from factlint.reports.words import located, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.findings import Acceptance, Finding, Place, Spot

Object = dict[str, object]

_BRACKETS = re.compile(r"[\\\[\]]")
_LINKS = 20
"""So many related places are looked for in the message; a finding with more of them only lists those."""


def result(finding: Finding, rule_index: int) -> Object:
    """The result object (§3.27). What other tools have no property for is in its property bag, as in `json`."""
    related = [_location(spot, _words(spot), number) for number, spot in enumerate(finding.related, start=1)]
    whole = finding_object(finding)
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": {"text": _linked(finding)},
        "locations": [_location(finding.primary)],
        "relatedLocations": related,
        "partialFingerprints": {"factlint/v1": finding.fingerprint},
        "suppressions": [_suppression(finding.accepted)] if finding.accepted else [],
        "properties": {name: whole[name] for name in ("facts", "suspects", "hint", "certificate")},
    }


def message(text: str) -> Object:
    """A message without links (§3.11): brackets, backslashes and braces in it stand for themselves."""
    return {"text": _literal(safe(text))}


def artifact(path: str) -> Object:
    """A file of the repository as a percent-encoded relative reference (§3.4)."""
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _linked(finding: Finding) -> str:
    """The message in which the words of a related place link to it; those that it does not name follow it."""
    text = safe(finding.message)
    spans, others = _spans(text, finding.related[:_LINKS])
    parts, at = [], 0
    for start, end, number in sorted(spans):
        parts += [_literal(text[at:start]), _link(text[start:end], number)]
        at = end
    parts.append(_literal(text[at:]))
    if others:
        parts.append(f" (see {', '.join(_link(safe(_words(spot)), number) for number, spot in others)})")
    if finding.hint:
        parts.append(f"; hint: {_literal(safe(finding.hint))}")
    return "".join(parts)


def _spans(text: str, related: Sequence[Spot]) -> tuple[list[tuple[int, int, int]], list[tuple[int, Spot]]]:
    """Where the text has the words of each place, with the place's number, and the places whose words it has not."""
    spans: list[tuple[int, int, int]] = []
    others = []
    for number, spot in enumerate(related, start=1):
        found = _whole_words(text, safe(spot.message), spans)
        if found:
            spans.append((*found, number))
        else:
            others.append((number, spot))
    return spans, others


def _whole_words(text: str, words: str, taken: Sequence[tuple[int, int, int]]) -> tuple[int, int] | None:
    """Where the words stand in the text, whole and outside of what is taken; `$1` does not stand in `$1.6`."""
    if not words:
        return None
    for match in re.finditer(rf"(?<![\w$.-]){re.escape(words)}(?![\w%]|[.,-]\w)", text):
        if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
            return match.span()
    return None


def _words(spot: Spot) -> str:
    return spot.message or spot.fact or located(spot)


def _link(words: str, number: int) -> str:
    return f"[{_literal(words)}]({number})"


def _literal(text: str) -> str:
    """Text that is neither a link (§3.11.6) nor a placeholder (§3.11.5)."""
    return _BRACKETS.sub(r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")


def _location(spot: Spot, words: str = "", number: int | None = None) -> Object:
    text = ": ".join(part for part in (safe(words), quoted(spot.quote) if spot.quote else "") if part)
    return {
        **({"id": number} if number is not None else {}),
        "physicalLocation": {"artifactLocation": artifact(spot.place.path), "region": _region(spot.place)},
        **({"logicalLocations": [{"fullyQualifiedName": spot.fact, "kind": "fact"}]} if spot.fact else {}),
        **({"message": {"text": _literal(text)}} if text else {}),
    }


def _region(place: Place) -> Object:
    """Lines and columns count from 1 and the last column is the one after the region (§3.30), as in a place."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _suppression(accepted: Acceptance) -> Object:
    """An `accept` entry stands in the checked file: `inSource`. A baseline, of no fact, is `external` (§3.35.2)."""
    until = f" (until {accepted.until})" if accepted.until else ""
    said = {"status": "accepted", "justification": safe(f"{accepted.because}{until}")}
    if not accepted.fact:
        return {"kind": "external", **said}
    where = {"logicalLocations": [{"fullyQualifiedName": accepted.fact, "kind": "fact"}]}
    return {"kind": "inSource", **said, "location": where}
