"""What changed between two states of a corpus: facts, field by field, and contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.describe import in_words
from factlint.reading.yaml import Mapping, Sequence

if TYPE_CHECKING:
    from factlint.corpus import Corpus, Record
    from factlint.findings import Finding
    from factlint.reading.yaml import Node

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a YAML node says: texts, lists and mappings."""


class Changed(NamedTuple):
    """A key of a fact whose value changed; None where there was none, or is none any more."""

    key: str
    before: Plain | None
    after: Plain | None


class Edited(NamedTuple):
    """A fact that changed: its reference, what it states now, and each key whose value is another."""

    fact: str
    words: str
    keys: tuple[Changed, ...]


class Difference(NamedTuple):
    """What changed, facts by their references and findings in their order.

    `added` and `removed` are pairs of a reference and what the fact states; `registry` are the entries that came, went
    or changed. A finding that stays is in neither of the last two.
    """

    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    edited: tuple[Edited, ...]
    registry: tuple[str, ...]
    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]

    @property
    def touched(self) -> frozenset[str]:
        """The facts and registry entries that came, went or changed."""
        named = (*self.added, *self.removed)
        return frozenset((*(ref for ref, _ in named), *(each.fact for each in self.edited), *self.registry))


def difference(
    before: Corpus, after: Corpus, found: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())
) -> Difference:
    """What changed from one corpus to the other; `found` are the findings of each."""
    old, new = _facts(before), _facts(after)
    known = [{finding.fingerprint for finding in findings} for findings in found]
    return Difference(
        added=tuple((ref, in_words(new[ref], after.registry)) for ref in sorted(new.keys() - old.keys())),
        removed=tuple((ref, in_words(old[ref], before.registry)) for ref in sorted(old.keys() - new.keys())),
        edited=tuple(
            Edited(ref, in_words(new[ref], after.registry), keys)
            for ref in sorted(new.keys() & old.keys())
            if (keys := _changed(old[ref], new[ref]))
        ),
        registry=_entries(before, after),
        appeared=tuple(each for each in found[1] if each.fingerprint not in known[0]),
        disappeared=tuple(each for each in found[0] if each.fingerprint not in known[1]),
    )


def plain(node: Node) -> Plain:
    """What a node says, without places; the order of keys does not matter."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return " ".join(node.text.split())


def _facts(corpus: Corpus) -> dict[str, Record]:
    return {fact.ref: fact for file in corpus.files for fact in file.facts}


def _changed(before: Record, after: Record) -> tuple[Changed, ...]:
    old, new = ({key.text: plain(value) for key, value in each.node.entries} for each in (before, after))
    keys = [*new, *(key for key in old if key not in new)]
    return tuple(Changed(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key))


def _entries(before: Corpus, after: Corpus) -> tuple[str, ...]:
    old, new = ({entry.ref: plain(entry.node) for entry in each.registry.records()} for each in (before, after))
    return tuple(sorted(ref for ref in old.keys() | new.keys() if old.get(ref) != new.get(ref)))
