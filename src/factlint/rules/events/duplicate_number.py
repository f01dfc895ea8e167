"""Two events with one number in a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.events.series import numbered_at, statements
from factlint.rules.events.wholes import families

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus

_SEVERAL = 2


class DuplicateNumber(Rule):
    """Two different events of one series have one number.

    ## What it finds
    Different events of one series (the registry's `series`) to which facts or the registry give the same `number`.

    ## Why it matters
    There is one fifth meeting. A number is wrong, or the two events are one that was registered twice.

    ## When it stays silent
    For one event, however often its number is told; where one event is part of the other, or both of a third, such as
    the opening of the fifth meeting; for an edition that was `postponed` or cancelled, after which the number is given
    again; for another series; and for planned, denied and superseded facts and those with a `scope`.

    ## How to settle it
    Correct the number. Where both events are one, keep one entry and make the other name an alias.
    """

    name = "duplicate-number"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ()}
    whole_corpus = True
    needs = ("registry/events.series",)
    valid = (
        """
        == facts/registry/series.yaml
        working-group: {name: Working group}
        commission: {name: Joint commission}
        == facts/registry/events.yaml
        fifth: {name: Fifth meeting, series: working-group, number: 5}
        opening: {name: Opening of the fifth meeting, series: working-group, part_of: fifth}
        sixth: {name: Sixth meeting, series: working-group}
        sixth-held: {name: Sixth meeting that was held, series: working-group, number: 6}
        fifth-commission: {name: Fifth session, series: commission, number: 5}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: fifth, event: fifth, number: V}
          - {id: opening, event: opening, number: 5}
          - {id: sixth, event: sixth, number: 6, status: cancelled}
          - {id: fifth-of-experts, event: sixth-held, number: 5, scope: {level: experts}}
        """,
    )
    invalid = (
        """
        == facts/registry/series.yaml
        working-group: {name: Working group}
        == facts/registry/events.yaml
        islamabad-meeting: {name: Meeting in Islamabad, series: working-group}
        baku-meeting: {name: Meeting in Baku, series: working-group}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: baku
            event: baku-meeting
            number: fifth # <- duplicate-number
          - {id: islamabad, event: islamabad-meeting, number: 5}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each series and number, at the first fact, related to the number of each other event."""
        stated = corpus.once(statements)
        numbers = stated.numbers[~stated.numbers["event"].isin(stated.unsteady)]
        family = families(corpus)
        numbers = numbers.assign(family=numbers["event"].map(lambda event: family.get(event, event)))
        several = numbers.groupby(["series", "number"])["family"].transform("nunique") > 1
        for _, rows in numbers[several].groupby(["series", "number"]):
            yield _clash(rows, corpus)


def _clash(rows: pd.DataFrame, corpus: Corpus) -> Clash:
    """The rows come in order, those of the registry first; the pair is of the first two families."""
    series, number = corpus.registry.name("series", rows["series"].iloc[0]), f"number {rows['number'].iloc[0]:,}"
    first = rows.drop_duplicates("family")
    # A finding stands at a fact, where one has a part in it.
    stated = [
        (event, fact if isinstance(fact, str) else None)
        for event, fact in zip(first["event"], first["fact"], strict=True)
    ]
    pair = sorted(stated[:2], key=lambda each: each[1] is None)
    names = [corpus.registry.name("events", event) for event, _ in pair]
    facts = tuple(fact for _, fact in pair if fact is not None)
    return Clash(
        f"{names[0]} and {names[1]} are both {number} of the series {series}: "
        "correct a number, or make one event of the two",
        numbered_at(*pair[0], corpus),
        facts,
        related=tuple(
            (numbered_at(event, fact, corpus), f"{corpus.registry.name('events', event)} is {number}")
            for event, fact in (*pair[1:], *stated[2:])
        ),
        suspects=_suspects(facts, rows),
    )


def _suspects(facts: Sequence[str], rows: pd.DataFrame) -> tuple[str, ...]:
    """The facts without which the number belongs to one family of events."""
    return tuple(fact for fact in facts if rows.loc[rows["fact"] != fact, "family"].nunique() < _SEVERAL)
