"""What `factlint fix` does to one file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.files import REGISTRY
from factlint.editing.accepts import accept_edits
from factlint.editing.dates import date_edits
from factlint.editing.edits import Kind, edited, proved
from factlint.editing.ids import id_edits
from factlint.editing.layout import layout_edits
from factlint.editing.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.editing.edits import Edit


class Known(NamedTuple):
    """What the rest of the project says of a file.

    `taken` are ids that some fact speaks of, which a new id must not be; `unused` are the places, line and column, of
    the file's `accept` entries that accept nothing.
    """

    taken: frozenset[str] = frozenset()
    unused: frozenset[tuple[int, int]] = frozenset()


class Fixed(NamedTuple):
    """A file's new bytes, and how many edits of each kind made them."""

    data: bytes
    counts: Mapping[Kind, int]


def fixed(source: Source, ref: str, known: Known) -> Fixed:
    """The file after all edits that are proved to change nothing but what they say; `ref` is its reference."""
    edits = list(date_edits(source, ref))
    if not ref.startswith(f"{REGISTRY}/"):
        edits += [*id_edits(source, known.taken), *accept_edits(source, known.unused)]
    counts: Counter[Kind] = Counter()
    said = _after(source, edits, counts)
    tidy = _after(said, list(layout_edits(said)), counts)
    return Fixed(tidy.bytes(tidy.text), counts)


def _after(source: Source, edits: list[Edit], counts: Counter[Kind]) -> Source:
    """The file after those of the edits that are proved, which are counted."""
    kept = proved(source, edits)
    new = Source.of(source.bytes(edited(source.text, kept))) if kept else source
    if new is None:
        return source
    for edit in kept:
        counts[edit.kind] += edit.number
    return new
