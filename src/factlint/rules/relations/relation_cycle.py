"""A relation that never leads back, and does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.relations.circles import circles
from factlint.rules.relations.declared import inverses, sentence
from factlint.rules.relations.times import when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.relations.circles import Circle

_SHOWN = 4


class RelationCycle(Rule):
    """Statements of an acyclic relation lead back to where they began.

    ## What it finds
    Statements of a relation declared `acyclic`, or of its inverse, that lead from one thing over others back to it,
    within one `scope`: A owns B, B owns C and C owns A. Of all that lead to each other the shortest way back is told.
    It is an error where none of them is dated, or all certainly hold on one day. It is a warning where nothing says
    that the earlier ones had ended when the later ones began.

    ## Why it matters
    What is part of a thing cannot contain it, and no company is its own mother: one of the statements is the wrong way
    round.

    ## When it stays silent
    For relations that are not declared so; where the statements never hold at once (`date: 1990/1995` and
    `since: 1995`); for another `scope`, and for planned, denied and superseded statements. A thing in relation to
    itself is the rule self-relation.

    ## How to settle it
    Turn or correct one of the statements, or write from when to when it held.
    """

    name = "relation-cycle"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("scope",)}
    needs = ("registry/relations.acyclic",)
    valid = (
        """
        == facts/registry/bodies.yaml
        holding: {name: Caspian Holding}
        line: {name: Caspian Line}
        yard: {name: Caspian Yard}
        == facts/registry/relations.yaml
        owns: {name: owns, acyclic: true, inverse: belongs-to}
        belongs-to: {name: belongs to}
        == facts/a.yaml
        source: {title: A register of companies}
        published: 2021-06-23
        facts:
          - {id: line, relation: owns, subject: holding, object: line}
          - {id: yard, relation: belongs-to, subject: yard, object: line}
          - {id: yard-too, relation: owns, subject: holding, object: yard, since: 2015}
          - {id: before, relation: owns, subject: yard, object: holding, date: 1990/2014}
          - {id: denied, relation: owns, subject: line, object: holding, mode: denied}
          - {id: votes, relation: owns, subject: line, object: holding, scope: {share: golden}}
        """,
    )
    invalid = (
        """
        == facts/registry/bodies.yaml
        holding: {name: Caspian Holding}
        line: {name: Caspian Line}
        yard: {name: Caspian Yard}
        == facts/registry/relations.yaml
        owns: {name: owns, acyclic: true, inverse: belongs-to}
        belongs-to: {name: belongs to}
        == facts/a.yaml
        source: {title: A register of companies}
        published: 2021-06-23
        facts:
          - id: line
            relation: owns
            subject: holding
            object: line # <- relation-cycle
          - {id: yard, relation: belongs-to, subject: yard, object: line}
          - {id: holding, relation: owns, subject: yard, object: holding}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each set of things that lead to each other, at the first step, related to the others."""
        for circle in circles(corpus):
            yield _clash(circle, corpus)


def _clash(circle: Circle, corpus: Corpus) -> Clash:
    steps = [step for _, step in circle.steps.iterrows()]
    said = [sentence(step, corpus) + (when(step) if step["dated"] else "") for step in steps]
    shown = said if len(said) <= _SHOWN else [*said[: _SHOWN - 1], f"{len(said) - _SHOWN:,} more", said[-1]]
    relation = steps[0]["relation"]
    entry = corpus.registry.entry("relations", relation)
    if not entry.values.get("acyclic"):
        entry = corpus.registry.entry("relations", inverses(corpus).get(relation, relation))
    return Clash(
        f"{', '.join(shown[:-1])} and {shown[-1]}, so that the relation leads back, which the registry rules out "
        "(acyclic): turn or correct one, or say in date: from when to when it held",
        Anchor(steps[0]["fact"], "object"),
        tuple(step["fact"] for step in steps),
        related=(
            *((Anchor(step["fact"], "object"), words) for step, words in zip(steps[1:], said[1:], strict=True)),
            (Anchor(entry.ref, "acyclic"), "declared acyclic"),
        ),
        suspects=circle.suspects,
        severity=None if circle.certain else Severity.WARNING,
    )
