"""`count-differs-from-list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.figures.listed import differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.figures.listed import Differing

_WORDS = {"people": ("person", "people"), "places": ("country", "countries"), "bodies": ("body", "bodies")}


class CountDiffersFromList(Rule):
    """A complete list names more or fewer than were counted.

    ## What it finds
    An event whose `who` is the whole list (`who_complete: true`) and whose `count` is of another number, in one fact or
    in two facts of one event, scope, kind of date and known day. A name that comes twice counts once; a hedged count
    (`about ten`, `more than 40`) is its interval. All that differs of one occasion is one finding.

    ## Why it matters
    A list that lacks a name and a count that is off by one are the slips that quoting from memory makes.

    ## When it stays silent
    Where the list is open, planned, denied or superseded, and where the event was postponed or cancelled; where the
    list mixes people, bodies and places, or one of those listed lies in another; where the count may be of something
    else: a bare number, `people` and words for people (`ministers`) count people, `countries` and `states` places, and
    words for bodies (`companies`) bodies; `delegations` and `vehicles` count nothing that a list names.

    ## How to settle it
    Add the name that is missing, or correct the count. Where the count is of some of those who took part, give that
    fact a `scope`; where more took part than the article names, remove `who_complete`.
    """

    name = "count-differs-from-list"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ("event", "scope")}
    needs = ("events.count",)
    valid = (
        """
        == facts/registry/people.yaml
        ali: {name: Ali}
        vali: {name: Vali}
        pari: {name: Pari}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/registry/events.yaml
        talks: {name: the talks}
        summit: {name: the summit}
        visit: {name: the visit}
        fair: {name: the fair}
        forum: {name: the forum}
        == facts/a.yaml
        source: {title: What agrees}
        facts:
          - {id: all, event: talks, date: 2021-06-23, who: [Ali, Vali, ali], who_complete: true, count: two ministers}
          - {id: around, event: talks, date: 2021-06-23, count: about 3}
          - {id: more, event: talks, date: 2021-06-23, count: more than one}
          - {id: states, event: summit, date: 2021, who: [Azerbaijan, Pakistan], who_complete: true, count: 2 countries}
        == facts/b.yaml
        source: {title: What is not to be compared}
        facts:
          - {id: open, event: talks, date: 2021-06-23, who: [Ali], count: two ministers}
          - {id: delegations, event: talks, date: 2021-06-23, count: 12 delegations}
          - {id: journalists, event: talks, date: 2021-06-23, scope: {role: press}, count: 40 journalists}
          - {id: plan, event: talks, date: 2021-06-23, mode: planned, count: 5}
          - {id: some-day, event: talks, date: 2021-06, count: 5}
          - {id: no-day, event: talks, count: 5}
          - {id: mixed, event: visit, date: 2021-06-25, who: [Ali, Pakistan], who_complete: true, count: 3}
          - {id: nested, event: fair, who: [Azerbaijan, Baku], who_complete: true, count: 1 country}
          - {id: people, event: forum, who: [Azerbaijan, Pakistan], who_complete: true, count: 40 people}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        ali: {name: Ali}
        vali: {name: Vali}
        pari: {name: Pari}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/registry/events.yaml
        talks: {name: the talks}
        summit: {name: the summit}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: all
            event: talks
            date: 2021-06-23
            who: [Ali, Vali, Pari]
            who_complete: true
            count: four ministers  # <- count-differs-from-list
          - {id: states, event: summit, date: 2021-07-15, who: [Azerbaijan, Pakistan], who_complete: true}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: states
            event: summit
            date: 2021-07-15
            count: more than 40 countries  # <- count-differs-from-list
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each occasion whose lists and counts differ, at the count."""
        for found in differing(corpus):
            yield _clash(corpus, found)


def _clash(corpus: Corpus, found: Differing) -> Clash:
    listed, counted = found.listed, found.counted
    event = corpus.registry.name("events", str(corpus.records[counted.fact].values["event"]))
    named = f"{listed.number} {_WORDS[listed.kind][listed.number != 1]}"
    return Clash(
        f"{event}: the complete list names {named}, and the count is {counted.said.text.strip()}",
        Anchor(counted.fact, "count"),
        facts=tuple(sorted({listed.fact, counted.fact})),
        related=((Anchor(listed.fact, "who"), f"{named} listed here"),),
        suspects=found.suspects,
    )
