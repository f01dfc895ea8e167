"""Ranks that contradict each other or the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.relations.ranked import orders, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.corpus import Corpus
    from factlint.rules.relations.ranked import Order, Ranked


class RankClash(Rule):
    """One subject has two ranks, or a later rank an earlier date.

    ## What it finds
    An error where the ranks of one subject, to one object and within one `scope`, have no place in common, such as
    first and third. A warning where the subject of a later rank certainly has an earlier day (`date`, else `since`)
    than that of an earlier rank: the third on 9 November, the first on 12 December.

    ## Why it matters
    A rank and a date are told in different articles; where they do not go together, one of them is wrong.

    ## When it stays silent
    Where the ranks have a place in common ("first" and "among the first three"); where one of the days is not known
    or may be the same or another; for another object or another `scope`; and for planned, denied and superseded
    statements.

    ## How to settle it
    Correct the rank or the date. Where the order is one of size and not of time, leave the dates out, or say with
    `scope` which year's order it is.
    """

    name = "rank-clash"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation",)}
    needs = ("relations.rank",)
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        turkey: {name: Turkey}
        == facts/registry/relations.yaml
        recognized: {name: recognized the independence of}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: a, relation: recognized, subject: turkey, object: azerbaijan, rank: first, date: 1991-11-09}
          - {id: b, relation: recognized, subject: turkey, object: azerbaijan, rank: among first 3}
          - {id: c, relation: recognized, subject: pakistan, object: azerbaijan, rank: second, date: 1991-11}
          - {id: d, relation: recognized, subject: pakistan, object: azerbaijan, rank: third, scope: {of: all}}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        turkey: {name: Turkey}
        == facts/registry/relations.yaml
        recognized: {name: recognized the independence of}
        supports: {name: supports}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: second
            relation: recognized
            subject: pakistan
            object: azerbaijan
            rank: second # <- rank-clash
          - id: third
            relation: recognized
            subject: pakistan
            object: azerbaijan
            rank: third
          - id: turkey
            relation: supports
            subject: turkey
            object: azerbaijan
            rank: first
            date: 1991-12-12
          - id: pakistan
            relation: supports
            subject: pakistan
            object: azerbaijan
            rank: third # <- rank-clash
            date: 1991-11-09
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each subject with two ranks, and one for each order that the dates contradict."""
        for order in orders(corpus):
            subjects: dict[str, list[Ranked]] = {}
            for each in order.ranked:
                subjects.setdefault(each.subject, []).append(each)
            for ranked in subjects.values():
                if pair := _apart(ranked):
                    yield _two_ranks(pair, ranked, order, corpus)
            if pair := _misdated(order.ranked):
                yield _wrong_day(pair, order, corpus)


def _apart(ranked: Sequence[Ranked]) -> tuple[Ranked, Ranked] | None:
    """The first statement that contradicts one before it, after the first of those."""
    low, high = ranked[0].low, ranked[0].high
    for second in ranked:
        low, high = max(low, second.low), min(high, second.high)
        if low > high:
            return next(first for first in ranked if first.low > second.high or second.low > first.high), second
    return None


def _two_ranks(pair: tuple[Ranked, Ranked], ranked: list[Ranked], order: Order, corpus: Corpus) -> Clash:
    first, second = pair
    subject = corpus.registry.called(first.subject)
    return Clash(
        f"{subject} cannot be both {place(first.low, first.high)} and {place(second.low, second.high)} in "
        f"{order.called(corpus.registry)}: correct one rank, or say with scope what each is the rank in",
        Anchor(first.fact, "rank"),
        (first.fact, second.fact),
        related=((Anchor(second.fact, "rank"), f"here {subject} is {place(second.low, second.high)}"),),
        suspects=tuple(each.fact for each in pair if not _apart([other for other in ranked if other is not each])),
    )


def _misdated(ranked: Sequence[Ranked]) -> tuple[Ranked, Ranked] | None:
    """The first statement of a place that comes after another's, but on an earlier day; after it that other."""
    by_end = sorted(ranked, key=lambda each: each.high, reverse=True)
    ahead: dict[str, Ranked] = {}
    latest: list[Ranked] = []
    for each in sorted(ranked, key=lambda each: each.low):
        while by_end and by_end[-1].high < each.low:
            latest = _two_latest([*latest, by_end.pop()])
        if other := next((other for other in latest if _reversed(each, other)), None):
            ahead[each.fact] = other
    return next(((each, ahead[each.fact]) for each in ranked if each.fact in ahead), None)


def _two_latest(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The statement of the latest day, and that of another subject: of two, one is about another than a given one."""
    ordered = sorted(ranked, key=lambda each: (-each.earliest, each.fact))
    return [ordered[0], *[each for each in ordered if each.subject != ordered[0].subject][:1]]


def _reversed(later: Ranked, earlier: Ranked) -> bool:
    return later.latest < earlier.earliest and later.subject != earlier.subject


def _wrong_day(pair: tuple[Ranked, Ranked], order: Order, corpus: Corpus) -> Clash:
    later, earlier = pair
    names = [corpus.registry.called(each.subject) for each in pair]
    rest = ([other for other in order.ranked if other is not each] for each in pair)
    return Clash(
        f"{names[0]}, {place(later.low, later.high)} in {order.called(corpus.registry)}, has an earlier date than "
        f"{names[1]}, {place(earlier.low, earlier.high)}: correct a rank or a date",
        Anchor(later.fact, "rank"),
        (later.fact, earlier.fact),
        related=((Anchor(earlier.fact, "rank"), f"{names[1]} is {place(earlier.low, earlier.high)}"),),
        suspects=tuple(each.fact for each, others in zip(pair, rest, strict=True) if not _misdated(others)),
        severity=Severity.WARNING,
    )
