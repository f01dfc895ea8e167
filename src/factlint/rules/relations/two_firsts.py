"""More subjects on a rank than it has places."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reasoning.places import overfull
from factlint.rules.base import Rule
from factlint.rules.relations.ranked import names, orders, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.corpus import Corpus
    from factlint.reasoning.places import Overfull
    from factlint.rules.relations.ranked import Order, Ranked


_PAIR = 2
_MOST_SUSPECTS = 100  # beyond, all are alike, and each would be tried


class TwoFirsts(Rule):
    """Two subjects are first, or more are among the first three than there are places.

    ## What it finds
    Relations with a `rank` to one object and within one `scope`, whose different subjects cannot all have a place of
    their own: two that are first, four that are among the first three, or two that are among the first two beside one
    that is second and one that is first. By the theorem of Hall (1935) that is so exactly where, for some places from
    a to b, more than b - a + 1 subjects must have one of these.

    ## Why it matters
    Being first is news, and each side's press likes to say so of its own. One of the statements is wrong.

    ## When it stays silent
    For "among the first three" beside "among the first" and beside "first"; for one subject, however often it is
    named; for another object or another `scope`; and for planned, denied and superseded statements. A date is no
    excuse: what was first stays first, so two firsts of different days clash.

    ## How to settle it
    Correct the rank that is wrong. Where both are first of their own kind (of a continent, of a year's list), say of
    which with `scope`.
    """

    name = "two-firsts"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation",)}
    needs = ("relations.rank",)
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        turkey: {name: Turkey}
        romania: {name: Romania}
        iran: {name: Iran}
        == facts/registry/relations.yaml
        recognized: {name: recognized the independence of}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: turkey, relation: recognized, subject: turkey, object: azerbaijan, rank: first}
          - {id: turkey-again, relation: recognized, subject: turkey, object: azerbaijan, rank: among first 2}
          - {id: pakistan, relation: recognized, subject: pakistan, object: azerbaijan, rank: among first 3}
          - {id: romania, relation: recognized, subject: romania, object: azerbaijan, rank: among first 3}
          - {id: iran, relation: recognized, subject: iran, object: azerbaijan, rank: among first}
          - {id: in-asia, relation: recognized, subject: iran, object: azerbaijan, rank: 1, scope: {of: Asia}}
          - {id: denied, relation: recognized, subject: iran, object: azerbaijan, rank: 1, mode: denied}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        turkey: {name: Turkey}
        romania: {name: Romania}
        iran: {name: Iran}
        == facts/registry/relations.yaml
        recognized: {name: recognized the independence of}
        supports: {name: supports}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: recognized-by-romania
            relation: recognized
            subject: romania
            object: azerbaijan
            rank: first # <- two-firsts
          - id: recognized-by-turkey
            relation: recognized
            subject: turkey
            object: azerbaijan
            rank: 1
          - id: support-of-iran
            relation: supports
            subject: iran
            object: azerbaijan
            rank: among first 3 # <- two-firsts
          - {id: support-of-pakistan, relation: supports, subject: pakistan, object: azerbaijan, rank: second}
          - {id: support-of-romania, relation: supports, subject: romania, object: azerbaijan, rank: third}
          - {id: support-of-turkey, relation: supports, subject: turkey, object: azerbaijan, rank: among first 3}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each stretch of places that holds too many, at the first statement, related to the others."""
        for order in orders(corpus):
            needs = _needs(order.ranked)
            for full in _overfull(needs):
                yield _clash(full, needs, order, corpus)


def _needs(ranked: Iterable[Ranked]) -> list[Ranked]:
    """For each subject its narrowest rank, by the first statement of it.

    A narrow rank implies the wider ones that it meets. Where a subject has two places, both stay: others may clash with
    either.
    """
    narrowest: dict[str, int] = {}
    for each in ranked:
        narrowest[each.subject] = min(each.high - each.low, narrowest.get(each.subject, each.high))
    kept: dict[tuple[str, int, int], Ranked] = {}
    for each in ranked:
        if each.high - each.low == narrowest[each.subject]:
            kept.setdefault((each.subject, each.low, each.high), each)
    return list(kept.values())


def _overfull(needs: Sequence[Ranked]) -> list[Overfull]:
    """The stretches of places that must hold too many different subjects."""
    found = overfull([(each.low, each.high) for each in needs])
    return [full for full in found if len({needs[item].subject for item in full.items}) == len(full.items)]


def _clash(full: Overfull, needs: Sequence[Ranked], order: Order, corpus: Corpus) -> Clash:
    chosen = [needs[item] for item in full.items]
    others = [*chosen[1:], *(needs[item] for item in full.beyond)]
    subjects = names([each.subject for each in chosen], corpus.registry)
    all_ = "both" if len(chosen) == _PAIR else "all"
    tried = () if full.beyond or len(chosen) > _MOST_SUSPECTS else chosen
    return Clash(
        f"{subjects} cannot {all_} be {place(full.first, full.last)} in {order.called(corpus.registry)}: "
        "correct a rank, or say with scope that these are different orders",
        Anchor(chosen[0].fact, "rank"),
        tuple(each.fact for each in chosen),
        related=tuple((Anchor(each.fact, "rank"), _said(each, corpus)) for each in others),
        suspects=tuple(each.fact for each in tried if _settles(each, full, order)),
    )


def _said(each: Ranked, corpus: Corpus) -> str:
    return f"{corpus.registry.called(each.subject)} is {place(each.low, each.high)}"


def _settles(statement: Ranked, full: Overfull, order: Order) -> bool:
    """Whether without this statement no places of the stretch hold too many."""
    rest = _overfull(_needs([each for each in order.ranked if each is not statement]))
    return not any(each.first <= full.last and full.first <= each.last for each in rest)
