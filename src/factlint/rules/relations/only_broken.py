"""“The only one”, and another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.relations.alone import broken
from factlint.rules.relations.declared import sentence
from factlint.rules.relations.times import when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.relations.alone import Broken


class OnlyBroken(Rule):
    """The only one that stands in a relation, and another that does.

    ## What it finds
    A statement with `only: true` beside one of another subject, of the same relation, object and `scope`, where both
    certainly hold on one day. A statement without a date is about the day of its article. It is an error where both
    facts say when (`date`, `since`, `asof`). It is a warning where the day of an article stands for one of them, or
    where the other's `date` or `since` came by then and nothing says that it ended.

    ## Why it matters
    “The only country that” is what a reader remembers, and what the next article repeats.

    ## When it stays silent
    For the same subject, another object or another `scope` (`{continent: Asia}`); where the other came later, or had
    ended by then (`date: 2005/2010`), or may have; where nothing says when the other held but an article of another
    day; where one subject lies in the other, as a city in its country; for planned, denied and superseded statements.

    ## How to settle it
    Drop `only`, say in `scope` among whom it is the only one, or correct the subject or the date.
    """

    name = "only-broken"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation", "scope")}
    needs = ("relations.only",)
    valid = (
        """
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        pakistan: {name: Pakistan}
        turkey: {name: Turkey}
        saudi-arabia: {name: Saudi Arabia}
        == facts/registry/relations.yaml
        does-not-recognize: {name: does not recognize}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: only, relation: does-not-recognize, subject: pakistan, object: armenia, only: true}
          - {id: again, relation: does-not-recognize, subject: pakistan, object: armenia}
          - {id: ended, relation: does-not-recognize, subject: turkey, object: armenia, date: 1991-09-21/1991-12-24}
          - {id: of-some, relation: does-not-recognize, subject: turkey, object: armenia, scope: {claim: its borders}}
        == facts/b.yaml
        source: {title: Another report}
        published: 2023-11-01
        facts:
          - {id: later, relation: does-not-recognize, subject: saudi-arabia, object: armenia, since: 2022}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        pakistan: {name: Pakistan}
        saudi-arabia: {name: Saudi Arabia}
        == facts/registry/relations.yaml
        does-not-recognize: {name: does not recognize}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: only
            relation: does-not-recognize
            subject: pakistan
            object: armenia
            only: true # <- only-broken
        == facts/b.yaml
        source: {title: Another report}
        published: 2022-03-22
        facts:
          - {id: other, relation: does-not-recognize, subject: saudi-arabia, object: armenia, since: 1991}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each subject said to be the only one, at `only`, related to the other subjects."""
        for each in broken(corpus):
            yield _clash(each, corpus)


def _clash(each: Broken, corpus: Corpus) -> Clash:
    only, other = each.only, each.other
    severity = Severity.NOTE if each.possibly else Severity.ERROR if each.declared else Severity.WARNING
    subject = corpus.registry.called(only["subject"])
    return Clash(
        f"{'possibly: ' if each.possibly else ''}{sentence(only, corpus)} as the only one{when(only)}, but "
        f"{sentence(other, corpus)}{when(other)}: drop only, say in scope among whom {subject} is the only one, or "
        "correct a subject or a date",
        Anchor(only["fact"], "only"),
        (only["fact"], other["fact"]),
        related=tuple(
            (Anchor(fact, "subject"), f"here {corpus.registry.called(named)}") for fact, named in each.against
        ),
        suspects=each.suspects,
        severity=severity,
    )
