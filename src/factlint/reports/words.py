"""Words that several formats share: counts, safe text, and the one line that says how a run ended."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.findings import Report, Spot

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}
_JOINERS = "\u200c\u200d"


def safe(text: str) -> str:
    """Text that cannot steer a terminal or hide in it: control and direction characters become visible."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(each) for each in text)


def width(text: str) -> int:
    """How many terminal columns the text takes: two for wide letters and emoji, none for combining marks."""
    from rich.cells import cell_len

    return cell_len(text)


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def located(spot: Spot) -> str:
    """`path:line:column`."""
    return f"{safe(spot.place.path)}:{spot.place.line}:{spot.place.column}"


def ending(report: Report) -> str:
    """The last line: what was checked and what came of it."""
    summary = report.summary
    checked = f"{count(summary.facts, 'fact')} of {count(summary.articles, 'source')}"
    if report.faults:
        return f"Checked {checked}, but not with every rule: factlint itself failed, see above."
    parts = [
        count(number, noun)
        for number, noun in ((summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note"))
        if number
    ]
    if summary.accepted:
        parts.append(f"{summary.accepted:,} accepted")
    if not report.status:
        return f"Checked {checked}: no contradiction{_aside(parts)}."
    return f"Checked {checked}: {', '.join(parts)}."


def _aside(parts: list[str]) -> str:
    return f" ({', '.join(parts)})" if parts else ""


def _visible(each: str) -> str:
    if ord(each) in _PICTURES:
        return _PICTURES[ord(each)]
    if unicodedata.category(each) in _INVISIBLE and each not in _JOINERS:
        return f"<U+{ord(each):04X}>"
    return each
