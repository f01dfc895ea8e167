"""Ids for the facts that have none, made of what they say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factlint.corpus.cells import FactRef
from factlint.editing.dates import canonical
from factlint.editing.edits import Cut, Edit, Kind, Lead
from factlint.editing.walk import cells, facts, kind_of
from factlint.reading.yaml import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.editing.source import Source
    from factlint.reading.yaml import Mapping, Node

_LONGEST = 60
_WORDS = {
    "figure": ("figure", "of", "with", "period", "asof"),
    "event": ("event", "date"),
    "role": ("person", "role"),
    "relation": ("subject", "relation", "object"),
}
"""For each kind of fact the keys whose words its id is made of."""


def id_edits(source: Source, taken: frozenset[str] = frozenset()) -> Iterator[Edit]:
    """An edit for each fact of a known kind without the key `id`; `taken` are ids that something speaks of already."""
    used = set(taken) | {fact_id for _, fact in facts(source.document.root) if (fact_id := _text(fact.get("id")))}
    numbers: Counter[str] = Counter()
    for position, fact in facts(source.document.root):
        kind = kind_of(fact)
        if kind is None or fact.get("id") is not None:
            continue
        fact_id = _free(slug(fact, kind), used, numbers)
        used.add(fact_id)
        yield Edit(Kind.ID, (_cut(source, fact, fact_id),), (Lead(("facts", position), "id", fact_id),))


def spoken_of(root: Node | None, ref: str) -> frozenset[str]:
    """The ids that a file's facts speak of, of whatever file."""
    return frozenset(
        found.node.text.rpartition("#")[2] for found in cells(root, ref) if isinstance(found.cell, FactRef)
    )


def slug(fact: Mapping, kind: str) -> str:
    """A short id of a fact, in Latin letters: `trade-turnover-azerbaijan-pakistan-2020`."""
    from anyascii import anyascii

    texts = (_text(fact.get(key)) for key in _WORDS[kind])
    words = " ".join(canonical(text) or text for text in texts)
    joined = "-".join(re.findall(r"[a-z0-9]+", anyascii(words[: 4 * _LONGEST]).lower()))
    if len(joined) > _LONGEST:
        joined = joined[: _LONGEST + 1].rpartition("-")[0] or joined[:_LONGEST]
    return joined or kind


def _cut(source: Source, fact: Mapping, fact_id: str) -> Cut:
    """Before the first key; in braces on the same line, else on a line of its own."""
    start, _ = source.range(fact.span)
    if source.text[start] == "{":
        return Cut(start + 1, start + 1, f"id: {fact_id}, ")
    key = fact.entries[0][0].span
    first = source.offset(key.line, key.column)
    return Cut(first, first, f"id: {fact_id}{source.eol}{' ' * (key.column - 1)}")


def _free(wanted: str, used: set[str], numbers: Counter[str]) -> str:
    """The id, with the least number from 2 behind it that makes it new; `numbers` are those tried so far."""
    free = wanted
    while free in used:
        numbers[wanted] += 1
        free = f"{wanted}-{numbers[wanted] + 1}"
    return free


def _text(node: Node | None) -> str:
    """The words of a cell; of a list those of its first item."""
    if isinstance(node, Sequence) and node.items:
        node = node.items[0]
    return node.text if isinstance(node, Scalar) else ""
