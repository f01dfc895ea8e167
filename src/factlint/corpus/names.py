"""Which registry entry a written name means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.corpus.cell import Unreadable
from factlint.reading.name import NameIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.reading.yaml import Span


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all registry entries, one index a kind (people, offices, …)."""

    indexes: Mapping[str, NameIndex]
    ids: Mapping[str, frozenset[str]]
    _known: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict, repr=False, compare=False)
    """What has been resolved: a corpus writes the same names again and again."""

    @classmethod
    def of(cls, written: Mapping[str, Mapping[str, list[str]]]) -> Names:
        """An index of `written`: for each kind, for each id, the names of that entry."""
        indexes = {kind: NameIndex(entries) for kind, entries in written.items()}
        return cls(indexes, {kind: frozenset(entries) for kind, entries in written.items()})

    def resolve(self, text: str, kinds: tuple[str, ...], span: Span) -> str:
        """The one id among `kinds` that `text` names; raises Unreadable (`unknown-name`, `ambiguous-name`)."""
        asked = text, kinds
        if asked in self._known:
            return self._known[asked]
        found = [(kind, each) for kind in kinds for each in self._index(kind).lookup(text)]
        if len(found) == 1:
            self._known[asked] = found[0][1]
            return found[0][1]
        if found:
            raise Unreadable("ambiguous-name", self._ambiguous(text, sorted(set(found))), span)
        raise Unreadable("unknown-name", self._unknown(text, kinds), span)

    def kinds_of(self, entry: str) -> tuple[str, ...]:
        """The kinds that have an entry with this id, in alphabetical order."""
        return tuple(sorted(kind for kind, ids in self.ids.items() if entry in ids))

    def _index(self, kind: str) -> NameIndex:
        return self.indexes.get(kind) or NameIndex({})

    def _ambiguous(self, text: str, found: list[tuple[str, str]]) -> str:
        candidates = " and ".join(f"{entry} ({kind})" for kind, entry in found)
        return f"the name {text!r} means {candidates}: write the id of one, or a name that only one has"

    def _unknown(self, text: str, kinds: tuple[str, ...]) -> str:
        near = {name: None for kind in kinds for name in self._index(kind).suggest(text)}
        files = " or ".join(f"facts/registry/{kind}.yaml" for kind in kinds)
        if not near:
            return f"the name {text!r} is in no registry file: add it to {files}"
        return f"the name {text!r} is in no registry file: did you mean {' or '.join(near)}? Else add it to {files}"
