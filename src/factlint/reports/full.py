"""`full`: for people at a terminal: each finding with its lines, a caret under the word, and the quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reports.details import together
from factlint.reports.proof import lines as proof_lines
from factlint.reports.words import ending, located, safe, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings import Finding, Place, Report, Spot

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36"}
_DIM = "2"
_BOLD = "1"
_LONGEST = 200


def render(report: Report, *, colour: bool = False, show_proof: bool = False) -> str:
    """Every finding as a block, then faults, skipped files, and the line that says how the run ended.

    With `show_proof`, the proof of a finding that has one ends its block.
    """
    paint = _Painter(colour)
    blocks = ["\n".join(_block(finding, report, paint, show_proof=show_proof)) for finding in report.findings]
    tail = [*(f"fault: {safe(fault)}" for fault in report.faults)]
    tail += [f"skipped {safe(path)}: {safe(reason)}" for path, reason in report.skipped]
    last = paint(ending(report), "1;31" if report.status else "1;32")
    return "\n\n".join([*blocks, "\n".join([*tail, last])]) + "\n"


class _Painter:
    """Puts ANSI colour around text, or does not."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


def _block(finding: Finding, report: Report, paint: _Painter, *, show_proof: bool) -> Iterator[str]:
    shade = _COLOURS[finding.severity.value]
    name = paint(f"{finding.severity}[{finding.rule}]", shade)
    accepted = paint(" accepted", _DIM) if finding.accepted else ""
    yield f"{name}{accepted} {paint(safe(finding.message), _BOLD)}"
    gutter = len(str(max(spot.place.line for spot in (finding.primary, *finding.related))))
    yield from _spot(finding.primary, report, gutter, paint, shade)
    for spot in finding.related:
        yield from _spot(spot, report, gutter, paint, "1;34")
    for label, text in _remarks(finding):
        yield f"{' ' * gutter} {paint('=', _DIM)} {label}: {safe(text)}"
    if show_proof and finding.certificate:
        yield f"{' ' * gutter} {paint('=', _DIM)} proof:"
        yield from (f"{' ' * gutter}     {line}" for line in proof_lines(finding.certificate))


def _spot(spot: Spot, report: Report, gutter: int, paint: _Painter, shade: str) -> Iterator[str]:
    edge = f"{' ' * gutter} {paint('|', _DIM)}"
    yield f"{' ' * gutter}{paint('-->', _DIM)} {located(spot)}{f': {safe(spot.message)}' if spot.message else ''}"
    line = _line(spot.place, report)
    if line is not None:
        shown, carets = _underlined(line, spot.place)
        yield f"{paint(str(spot.place.line).rjust(gutter), _DIM)} {paint('|', _DIM)} {shown}"
        yield f"{edge} {paint(carets, shade)}"
    if spot.quote:
        yield f"{edge} {paint('“' + safe(_shortened(spot.quote)) + '”', _DIM)}"


def _remarks(finding: Finding) -> Iterator[tuple[str, str]]:
    if len(finding.facts) > 1:
        yield together(finding), ", ".join(finding.facts)
    if finding.suspects and set(finding.suspects) != set(finding.facts):
        yield "suspect" if len(finding.suspects) == 1 else "suspects", ", ".join(finding.suspects)
    if finding.hint:
        yield "hint", finding.hint
    if finding.accepted:
        until = f" (until {finding.accepted.until})" if finding.accepted.until else ""
        yield "accepted", f"{finding.accepted.because}{until}"


def _line(place: Place, report: Report) -> str | None:
    lines = report.lines.get(place.path, ())
    return lines[place.line - 1] if 0 < place.line <= len(lines) else None


def _underlined(line: str, place: Place) -> tuple[str, str]:
    """The line as shown and the carets under the place; a long line is cut around the place."""
    start = max(place.column - 1, 0)
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    cut = max(0, start - _LONGEST // 2) if len(line) > _LONGEST else 0
    before, word = safe(line[cut:start]), safe(line[start : min(end, cut + _LONGEST)])
    after = safe(line[start:][len(line[start:end]) : max(0, cut + _LONGEST - start)])
    lead, trail = "…" if cut else "", "…" if len(line) > cut + _LONGEST else ""
    return f"{lead}{before}{word}{after}{trail}", " " * width(lead + before) + "^" * max(1, width(word))


def _shortened(quote: str) -> str:
    one_line = " ".join(quote.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"
