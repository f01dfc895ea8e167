"""Military ranks before a name or a title: `Col-Gen Hasanov` is `colonel general` and `Hasanov`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading.name.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANKS = frozenset(
    rank.strip()
    for rank in """general, army general, general of the army, colonel general, lieutenant general, major general,
    brigadier general, brigadier, colonel, lieutenant colonel, major, captain, lieutenant, first lieutenant,
    second lieutenant, senior lieutenant, junior lieutenant, sergeant, staff sergeant, corporal, marshal, field marshal,
    air chief marshal, air marshal, air vice marshal, air commodore, group captain, wing commander, squadron leader,
    flight lieutenant, flying officer, admiral, fleet admiral, admiral of the fleet, vice admiral, rear admiral,
    commodore, lieutenant commander""".replace("\n", " ").split(",")
)
_INVERTED = {
    "general colonel": "colonel general",
    "general lieutenant": "lieutenant general",
    "general major": "major general",
    "general of army": "general of the army",
    "general army": "army general",
}
_ABBREVIATIONS = {
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "lieut": "lieutenant",
    "maj": "major",
    "brig": "brigadier",
    "adm": "admiral",
    "capt": "captain",
    "cpt": "captain",
    "cmdr": "commander",
    "cdr": "commander",
    "sgt": "sergeant",
    "colgen": "colonel general",
    "ltgen": "lieutenant general",
    "majgen": "major general",
    "ltcol": "lieutenant colonel",
}
# What makes an office of a general, a marshal or a captain: `General Secretary`, `Major Projects Minister`.
_OFFICE_TEXT = """
affairs air and army assembly attorney auditor command commander consul coordinator counsel department director
directorate election for headquarters in inspector manager minister naval of projects prosecutor representative
secretary staff the to treasurer
"""
_OFFICE_WORDS = frozenset(_OFFICE_TEXT.split())
_LONGEST_RANK = 4
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = " \t\r\n,;:.-–—‑/"


def split_rank(text: str) -> tuple[str | None, str]:
    """The rank that `text` begins with, in full lower-case words, and the rest as written; (None, text) without one.

    A rank of two or more words may also stand last (`Defence Minister, Colonel-General`). `General Secretary`,
    `Chief of General Staff` and `Attorney General` have no rank.
    """
    words = list(_WORD.finditer(text))
    ends = [word.end() for word in words]
    starts = [word.start() for word in words]
    written = [fold(word.group()) for word in (*words[: _LONGEST_RANK + 1], *words[-_LONGEST_RANK:])]
    for size in range(min(_LONGEST_RANK, len(words)), 0, -1):
        rest = text[ends[size - 1] :].lstrip(_SEPARATORS)
        rank = _rank(written[:size])
        if rank and (size > 1 or _names_someone(rest)):
            return rank, rest
    for size in range(min(_LONGEST_RANK, len(words)), 1, -1):
        if rank := _rank(written[-size:]):
            return rank, text[: starts[-size]].rstrip(_SEPARATORS)
    return None, text


def _rank(words: Sequence[str]) -> str | None:
    full = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    full = _INVERTED.get(full, full)
    return full if full in _RANKS else None


def _names_someone(rest: str) -> bool:
    """Whether a one-word rank may stand before `rest`: before a name or nothing, not before the words of an office."""
    word = _WORD.search(rest)
    if word is None:
        return True
    return not word.group()[0].islower() and fold(word.group()) not in _OFFICE_WORDS
