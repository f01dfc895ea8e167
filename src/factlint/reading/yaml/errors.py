"""What a YAML parser complains of, in a curator's words and at the place to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.yaml.events import bad_escape
from factlint.reading.yaml.nodes import Problem

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from factlint.reading.yaml.text import Places


class _Complaint(NamedTuple):
    """Words that libyaml's and PyYAML's complaint have in common, and what to say instead.

    `outset`: the place to mend is where the parser's context begins, not where the parser gave up.
    """

    words: str
    message: str
    outset: bool = False


# The first whose words occur is taken, so the particular stand before the general.
_COMPLAINTS = (
    _Complaint(
        "quoted scalar", "the quotation mark is never closed; close it, or double it to mean itself", outset=True
    ),
    _Complaint("a block scalar", "a value that begins with | or > must stand in quotation marks", outset=True),
    _Complaint("an anchor", "a value that begins with & must stand in quotation marks", outset=True),
    _Complaint("an alias", "a value that begins with * must stand in quotation marks", outset=True),
    _Complaint("tag handle", "a value that begins with ! must stand in quotation marks"),
    _Complaint("a tag", "a value that begins with ! must stand in quotation marks", outset=True),
    _Complaint("directive", "a line cannot begin with %; remove it, or put the value in quotation marks", outset=True),
    _Complaint(
        "cannot start any token",
        "a value cannot begin with this character; put the value in quotation marks",
    ),
    _Complaint(
        "mapping values are not allowed",
        "a colon cannot stand here; put the value in quotation marks, or check the indentation of the line",
    ),
    _Complaint(
        "could not find expected ':'",
        "no colon follows this key; write `key: value`, or indent the line so that it continues the value before it",
        outset=True,
    ),
    _Complaint("sequence entries", "a list item cannot begin here; begin it on a line of its own"),
    _Complaint("mapping keys", "a value cannot begin with a question mark here; put it in quotation marks"),
    _Complaint(
        "a block mapping",
        "this does not fit the keys before it; check the indentation, or put the whole value in quotation marks",
    ),
    _Complaint("a block collection", "this belongs to no item of the list before it; check the indentation"),
    _Complaint("unexpected ':'", "a colon cannot stand before a comma or a bracket; put the value in quotation marks"),
    _Complaint("a flow sequence", "a comma or the closing ] is missing before this"),
    _Complaint("a flow mapping", "a comma or the closing } is missing before this"),
    _Complaint("node content", "a value is missing before this; write one, or put the text in quotation marks"),
)
_BAD_ESCAPE = _Complaint(
    "", "the backslash begins no known escape; write two backslashes, or put the value in single quotation marks"
)
_OPEN_BRACKET = _Complaint("", "the text ends before the bracket is closed; add the missing ] or }", outset=True)


def explain(error: MarkedYAMLError, text: str, places: Places) -> Problem:
    """The problem that `error`, raised by a parser of `text`, amounts to."""
    gave_up = error.problem_mark.index if error.problem_mark else len(text)
    outset = error.context_mark.index if error.context_mark else gave_up
    # PyYAML goes on to name the token that it met, whose name may be another complaint's word.
    said = f"{error.context or ''}: {(error.problem or '').partition(', but ')[0]}"
    complaint = _complaint(said, at_end=gave_up >= len(text))
    at = outset if complaint.outset else gave_up
    escape = bad_escape(text, at) if complaint.words == "quoted scalar" else None
    if escape is not None:
        complaint, at = _BAD_ESCAPE, escape
    return Problem("yaml-syntax", complaint.message, places.point(at))


def _complaint(said: str, *, at_end: bool) -> _Complaint:
    if at_end and "a flow" in said:
        return _OPEN_BRACKET
    for known in _COMPLAINTS:
        if known.words in said:
            return known
    return _Complaint("", f"this is no YAML that a fact file may hold: {said.strip(': ')}")
