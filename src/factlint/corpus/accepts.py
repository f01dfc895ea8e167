"""The `accept` entries of the facts: contradictions that the curators know and let stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.findings import Anchor
from factlint.reading import date as dates

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.findings import Finding


@dataclass(frozen=True, slots=True)
class Accept:
    """An `accept` entry as written: its place, its fact, the rule and the other fact that it names, why, until when."""

    anchor: Anchor
    fact: str
    rule: str
    other: str | None
    because: str | None
    until: dates.Date | None

    def matches(self, finding: Finding) -> bool:
        """Whether this is the contradiction that the entry speaks of."""
        named = self.fact in finding.facts and (self.other is None or self.other in finding.facts)
        return named and finding.rule == self.rule

    def expired(self, today: int) -> bool:
        """Whether its last day is certainly over."""
        return self.until is not None and self.until.latest < today


def accepts(corpus: Corpus) -> list[Accept]:
    """Every `accept` entry of the corpus, in the order of files and facts."""
    found = []
    for fact in corpus.stating("accept"):
        entries = fact.values["accept"]
        for position, entry in enumerate(entries if isinstance(entries, tuple) else ()):
            found.append(_accept(fact.ref, position, entry))
    return found


def _accept(fact: str, position: int, entry: dict[str, object]) -> Accept:
    until = entry.get("until")
    return Accept(
        Anchor(fact, f"accept.{position}"),
        fact,
        str(entry.get("rule", "")),
        str(entry["with"]) if "with" in entry else None,
        str(entry["because"]) if "because" in entry else None,
        until if isinstance(until, dates.Date) else None,
    )
