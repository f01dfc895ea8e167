"""From when to when people lived and bodies and places existed, as the registry has it.

A body that has a predecessor goes back to where that one began, and it lives on in one whose predecessor it is: who
names the one may mean the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.corpus import Corpus
    from factlint.reading.date import Date, Days

_ENDS = {"people": ("born", "died"), "bodies": ("founded", "dissolved"), "places": ("from", "until")}
_WORDS = {"born": "was born", "died": "died", "founded": "was founded", "dissolved": "was dissolved"}
_AFTERWARDS = (
    "abolition anniversaries anniversary award awards beatification birthday burial canonization celebration ceremony "
    "centenary commemoration death dissolution exhibition funeral homage jubilee memorial memory monument obituary "
    "posthumous premiere publication reburial remembrance requiem tribute unveiling wake"
)
_BEFOREHAND = "birth creation establishment formation foundation founding independence"


class End(NamedTuple):
    """The first day or the last: `day` is as early or as late as it can be, `entry` has it, in a key of this name."""

    day: int
    entry: str
    key: str
    date: Date


class Life(NamedTuple):
    """When somebody or something existed; an end is None where it is open or not known."""

    kind: str
    first: End | None
    last: End | None


def lives(corpus: Corpus) -> dict[str, Life]:
    """The lives of people, bodies and places by id, of those that have a known end and an id that nobody else has."""
    found: dict[str, Life] = {}
    for kind in _ENDS:
        own = _own(corpus, kind)
        if kind == "bodies":
            own = _with_predecessors(own, corpus)
        found |= {entry: life for entry, life in own.items() if corpus.registry.names.kinds_of(entry) == (kind,)}
    return {entry: life for entry, life in found.items() if life.first or life.last}


def outlived(kind: object) -> tuple[bool, bool]:
    """Whether those who are there may not exist yet, and whether they may be gone, by an event's kind in words."""
    words = set(re.findall(r"[^\W\d_]+", str(kind or "").casefold()))
    return not words.isdisjoint(_BEFOREHAND.split()), not words.isdisjoint(_AFTERWARDS.split())


def life(end: End) -> str:
    """The beginning or the end of someone's existence: `died on 12 December 2003`."""
    days = end.date.begins if end.key in ("born", "founded", "from") else end.date.ends
    if end.key in _WORDS:
        return f"{_WORDS[end.key]} {when(days)}"
    return f"has existed since {say(days)}" if end.key == "from" else f"existed until {say(days)}"


def when(days: Days) -> str:
    """The days with their preposition."""
    text = say(days)
    if days.earliest == days.latest:
        return f"on {text}"
    return text if text.startswith("between") or text.endswith((" or before", " or later")) else f"in {text}"


def _own(corpus: Corpus, kind: str) -> dict[str, Life]:
    first, last = _ENDS[kind]
    table = corpus.table(f"registry/{kind}")
    rows = zip(
        table["entry"],
        table[first],
        table[f"{first}_begins_earliest"],
        table[last],
        table[f"{last}_ends_latest"],
        strict=True,
    )
    return {
        entry: Life(
            kind,
            End(begin, entry, first, begun) if begin > NEVER else None,
            End(end, entry, last, ended) if end < FOREVER else None,
        )
        for entry, begun, begin, ended, end in rows
    }


def _with_predecessors(own: Mapping[str, Life], corpus: Corpus) -> dict[str, Life]:
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    table = corpus.table("registry/bodies")
    for entry, predecessor in zip(table["entry"], table["predecessor"], strict=True):
        if predecessor is not None:
            before.setdefault(entry, []).append(predecessor)
            after.setdefault(predecessor, []).append(entry)
    return {
        entry: Life(
            life.kind,
            min(_ends(entry, before, own, 1), key=lambda end: (end.day, end.entry), default=None),
            max(_ends(entry, after, own, 2), key=lambda end: (end.day, end.entry), default=None),
        )
        for entry, life in own.items()
    }


def _ends(entry: str, onward: Mapping[str, Iterable[str]], own: Mapping[str, Life], which: int) -> list[End]:
    """The ends of a body and of all that it leads to; none where one of them has no known end."""
    ends: list[End] = []
    seen, waiting = {entry}, [entry]
    while waiting:
        each = waiting.pop()
        end = own[each][which] if each in own else None
        if not isinstance(end, End):
            return []
        ends.append(end)
        fresh = [other for other in onward.get(each, ()) if other not in seen]
        seen.update(fresh)
        waiting += fresh
    return ends
