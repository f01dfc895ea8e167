"""A relation that holds both ways, denied one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.relations.declared import sentence
from factlint.rules.relations.opposed import turned
from factlint.rules.relations.times import when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.relations.opposed import Opposed


class RelationAsymmetric(Rule):
    """A statement is true one way and denied the other.

    ## What it finds
    Of a `symmetric` relation a statement that is denied with subject and object exchanged, and of relations that are
    each other's `inverse` a statement whose inverse is denied, within one `scope`, where both are about one day. It is
    an error where both facts say when, a warning where the day of an article stands for one of them.

    ## Why it matters
    Two articles tell one story from its two ends: “A has relations with B” and “B has none with A” cannot both be so.

    ## When it stays silent
    Where the two are about different days, or may be; for relations that are not declared so; for another `scope`, and
    for planned and superseded statements. The same statement denied is the rule denied-and-asserted.

    ## How to settle it
    Correct the statement or the denial, or say when each held.
    """

    name = "relation-asymmetric"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("scope",)}
    valid = (
        """
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        pakistan: {name: Pakistan}
        == facts/registry/relations.yaml
        has-relations-with: {name: has relations with, symmetric: true}
        recognizes: {name: recognizes}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: no-relations, relation: has-relations-with, subject: armenia, object: pakistan, mode: denied}
          - {id: none-either, relation: has-relations-with, subject: pakistan, object: armenia, mode: denied}
          - {id: recognizes, relation: recognizes, subject: armenia, object: pakistan}
          - {id: unrecognized, relation: recognizes, subject: pakistan, object: armenia, mode: denied}
        == facts/b.yaml
        source: {title: A later report}
        published: 2025-09-01
        facts:
          - {id: relations, relation: has-relations-with, subject: pakistan, object: armenia, since: 2025-08-31}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        pakistan: {name: Pakistan}
        == facts/registry/relations.yaml
        has-relations-with: {name: has relations with, symmetric: true}
        recognizes: {name: recognizes, inverse: is-recognized-by}
        is-recognized-by: {name: is recognized by}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: no-relations
            relation: has-relations-with
            subject: armenia
            object: pakistan
            mode: denied # <- relation-asymmetric
          - id: unrecognized
            relation: is-recognized-by
            subject: armenia
            object: pakistan
            asof: 2021-01-01
            mode: denied # <- relation-asymmetric
        == facts/b.yaml
        source: {title: Another report}
        published: 2022-01-01
        facts:
          - {id: relations, relation: has-relations-with, subject: pakistan, object: armenia, since: 2020-01-01}
          - {id: recognized, relation: recognizes, subject: pakistan, object: armenia, since: 2020-01-01}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each denied statement and time, at the denial, related to what is told the other way."""
        for each in turned(corpus):
            yield _clash(each, corpus)


def _clash(each: Opposed, corpus: Corpus) -> Clash:
    asserted, denied = each.asserted, each.denied
    same = asserted["relation"] == denied["relation"]
    entry = corpus.registry.entry("relations", denied["relation"])
    flag = "symmetric" if same else "inverse"
    return Clash(
        f"{sentence(asserted, corpus)}{when(asserted)}, but {sentence(denied, corpus)} is denied{when(denied)}, though "
        f"the registry says that {'the relation holds both ways' if same else 'the one is the inverse of the other'}: "
        "correct one, or say when each held",
        Anchor(denied["fact"], "mode"),
        (asserted["fact"], denied["fact"]),
        related=(
            (Anchor(asserted["fact"], "relation"), "told as true here"),
            *((Anchor(fact, "relation"), "the same here") for fact in each.others),
            (Anchor(entry.ref, flag), f"declared {flag}"),
        ),
        suspects=each.suspects,
        severity=None if each.declared else Severity.WARNING,
    )
