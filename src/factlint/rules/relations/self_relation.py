"""Something stands in a relation to itself that nothing can stand in to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.relations.declared import flagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus


class SelfRelation(Rule):
    """Something stands to itself in a relation in which nothing does.

    ## What it finds
    Statements whose `subject` is their `object`, of a relation declared `irreflexive` or `acyclic`. All that say so of
    one thing are one finding.

    ## Why it matters
    Nobody is an ally of itself. Mostly one of the two names was typed twice, and the statement that was meant is lost.

    ## When it stays silent
    For relations that are neither; where the object is literal; for planned, denied and superseded statements.

    ## How to settle it
    Correct the subject or the object.
    """

    name = "self-relation"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation", "subject")}
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/registry/relations.yaml
        is-ally-of: {name: is an ally of, irreflexive: true}
        trades-with: {name: trades with}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: allies, relation: is-ally-of, subject: pakistan, object: azerbaijan}
          - {id: denied, relation: is-ally-of, subject: pakistan, object: pakistan, mode: denied}
          - {id: at-home, relation: trades-with, subject: pakistan, object: pakistan}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        pakistan: {name: Pakistan}
        == facts/registry/relations.yaml
        is-ally-of: {name: is an ally of, irreflexive: true}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: allies
            relation: is-ally-of
            subject: pakistan
            object: Pakistan # <- self-relation
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each relation and thing, at the object of the first statement, related to the others."""
        relations = corpus.standing("relations")
        same = relations["subject"].notna() & (relations["subject"] == relations["object"])
        same &= relations["relation"].isin(flagged(corpus, "irreflexive", "acyclic"))
        for (relation, thing), rows in relations[same].sort_values("fact").groupby(["relation", "subject"]):
            yield _clash(str(relation), str(thing), list(rows["fact"]), corpus)


def _clash(relation: str, thing: str, facts: list[str], corpus: Corpus) -> Clash:
    entry = corpus.registry.entry("relations", relation)
    flag = "irreflexive" if entry.values.get("irreflexive") else "acyclic"
    name = corpus.registry.called(thing)
    return Clash(
        f"{name} “{corpus.registry.name('relations', relation)}” {name}, which the registry rules out ({flag}): "
        "correct the subject or the object",
        Anchor(facts[0], "object"),
        (facts[0],),
        related=(
            *((Anchor(fact, "object"), "the same here") for fact in facts[1:]),
            (Anchor(entry.ref, flag), f"declared {flag}"),
        ),
    )
