"""The sentence around a place in a text."""

from __future__ import annotations

import re

# What looks like a sentence's end: a full stop and a capital, or a blank line.
_END = re.compile(r"""[.!?…]["'”’»)\]]*(?=\s+["'“‘«(\[]?[^\W_a-z])|\r?\n[ \t]*\r?\n""")
_LAST_WORD = re.compile(r"[\w.-]{0,20}\Z")
_ABBREVIATED = """
jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun mr mrs ms dr prof st no vs gen col lt
maj brig capt cpt cmdr adm sgt col-gen lt-gen maj-gen lt-col brig-gen vice-adm gov sen rep hon pres min dep art para
approx fig vol ed inc ltd co corp bros cf e.g i.e al
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_FURTHEST = 4000


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence or sentences of `text` that hold the span [start, end), without white space around.

    A full stop before a small letter, or after an initial, `U.S.` or a usual abbreviation (Jan., Col-Gen.), ends no
    sentence; a blank line always does. Looks no further than 4,000 characters to each side.
    """
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    low, high = max(start - _FURTHEST, 0), min(end + _FURTHEST, len(text))
    ends = [low, *_ends(text, low, high), high]
    first = max(at for at in ends if at <= start)
    last = min(at for at in ends if at >= max(end, first))
    return _trimmed(text, first, last)


def _ends(text: str, low: int, high: int) -> list[int]:
    return [
        found.end()
        for found in _END.finditer(text, low, high)
        if not (found.group() == "." and _is_abbreviation(text, found.start()))
    ]


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    word = _LAST_WORD.search(text, max(stop - 20, 0), stop)
    before = word.group() if word else ""
    initial = before.rpartition(".")[2]
    return before.lower() in _ABBREVIATIONS or (len(initial) == 1 and initial.isupper())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return end - len(inner.lstrip()) if inner.strip() else start, start + len(inner.rstrip())
