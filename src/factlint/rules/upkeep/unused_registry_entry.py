"""`unused-registry-entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.uses import uses
from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus


class UnusedRegistryEntry(Rule):
    """A registry entry that no fact and no other entry names.

    ## What it finds
    A person, office, measure, event, place, body, series or relation in the registry whose id stands nowhere else.

    ## Why it matters
    An entry that nothing uses is often one that was meant: a fact names its twin, or was deleted by mistake. It also
    makes names ambiguous for no gain.

    ## When it stays silent
    Where another registry entry names it: a country in which a used city lies, a war of which a used battle is a part.
    On exchange rates, which nobody names: they apply where they can.

    ## How to settle it
    Remove the entry, or correct the fact that should name it.
    """

    name = "unused-registry-entry"
    severity = Severity.NOTE
    key = {}
    whole_corpus = True
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: Azerbaijan}
        == facts/registry/events.yaml
        meeting: {name: Baku meeting, place: Baku}
        == facts/registry/rates.yaml
        usd-azn-2020: {from: USD, to: AZN, rate: 1.7, period: 2020, band: 1%}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: held, event: meeting}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        meeting: {name: Baku meeting}
        summit: {name: Baku summit}  # <- unused-registry-entry
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: held, event: meeting}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash an entry, at its id."""
        used = corpus.once(uses)
        for kind, entries in corpus.registry.entries.items():
            for entry_id, entry in entries.items():
                if kind != "rates" and (kind, entry_id) not in used:
                    called = corpus.registry.name(kind, entry_id)
                    yield Clash(
                        f"no fact and no other entry names {called!r}: remove it, or name it", Anchor(entry.ref)
                    )
