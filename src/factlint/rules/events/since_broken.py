"""The first since some year, with another in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import say
from factlint.rules.base import Rule
from factlint.rules.events.firsts_since import broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.events.firsts_since import Broken, Told


class SinceBroken(Rule):
    """What is told as the first since some date was not: another came in between.

    ## What it finds
    A relation with `rank: first`, a `date`, and `since`, the date of the last one before it ("the first visit since
    2015"), beside another statement of the same relation, object and `scope`, of whatever subject, whose `date`
    certainly lies after the one and before the other.

    ## Why it matters
    "The first since" is written from memory, and what the writer does not remember another article tells.

    ## When it stays silent
    Where the other may be the one of `since` or of the `date`; for another relation, object or `scope`, such as visits
    of another kind; for a statement without a `date`; for "among the first"; for planned, denied and superseded facts.

    ## How to settle it
    Correct `since`, or the date of the one in between; or say with `scope` which kind is meant (`{kind: official}`).
    """

    name = "since-broken"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation",)}
    needs = ("relations.since", "relations.rank")
    valid = (
        """
        == facts/registry/places.yaml
        baku: {name: Baku}
        islamabad: {name: Islamabad}
        == facts/registry/people.yaml
        sharif: {name: Shehbaz Sharif}
        khan: {name: Imran Khan}
        == facts/registry/relations.yaml
        visited: {name: visited}
        called: {name: called}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: first, relation: visited, subject: sharif, object: baku, rank: first, since: 2015, date: 2022-05-10}
          - {id: same-year, relation: visited, subject: khan, object: baku, date: 2015-12-31}
          - {id: same-visit, relation: visited, subject: sharif, object: baku, date: 2022-05}
          - {id: later, relation: visited, subject: khan, object: baku, date: 2023-01}
          - {id: elsewhere, relation: visited, subject: khan, object: islamabad, date: 2019}
          - {id: by-telephone, relation: called, subject: khan, object: baku, date: 2019}
          - {id: private, relation: visited, subject: khan, object: baku, date: 2019, scope: {kind: private}}
          - {id: planned, relation: visited, subject: khan, object: baku, date: 2019, mode: planned}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        baku: {name: Baku}
        == facts/registry/people.yaml
        sharif: {name: Shehbaz Sharif}
        khan: {name: Imran Khan}
        == facts/registry/relations.yaml
        visited: {name: visited}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: first
            relation: visited
            subject: sharif
            object: baku
            rank: first
            since: 2015 # <- since-broken
            date: 2022-05-10
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - {id: khan, relation: visited, subject: khan, object: baku, date: 2018-11}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for all firsts that one statement breaks, at the first, related to what came between."""
        for found in broken(corpus):
            yield _clash(found, corpus)


def _clash(found: Broken, corpus: Corpus) -> Clash:
    first, breaker = found.first, found.breaker
    what = corpus.registry.called(first.object) if first.object else str(first.value or "")
    relation = corpus.registry.name("relations", first.relation)
    subject, since = corpus.registry.called(first.subject), say(first.since) if first.since else ""
    return Clash(
        f"{subject} is said to be the first since {since} in “{relation}” {what}, dated {say(first.date)}, but "
        f"{corpus.registry.called(breaker.subject)} came between, dated {say(breaker.date)}: correct a date, or say "
        "with scope which kind is meant",
        Anchor(first.fact, "since"),
        (first.fact, breaker.fact),
        related=tuple(
            (Anchor(each.fact, key), _said(each, corpus))
            for key, group in (("date", (breaker, *found.breakers)), ("since", found.repeated))
            for each in group
        ),
        suspects=found.suspects,
    )


def _said(told: Told, corpus: Corpus) -> str:
    since = f", the first since {say(told.since)}" if told.since else ""
    return f"{corpus.registry.called(told.subject)}, dated {say(told.date)}{since}"
