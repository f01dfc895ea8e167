"""One event that took place and did not."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import say
from factlint.rules.base import Rule
from factlint.rules.events.statuses import Verdict, clashing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.events.statuses import Clashing, Status

_SEVERITY = MappingProxyType({Verdict.POSSIBLE: Severity.NOTE, Verdict.BY_DEFAULT: Severity.WARNING})
_SAID = {"held": "took place", "cancelled": "was cancelled", "postponed": "was postponed", "denied": "is denied"}
_KEY = {"cancelled": "status", "postponed": "postponed", "denied": "mode"}


class StatusClash(Rule):
    """One event is told as held, and as cancelled, postponed or denied.

    ## What it finds
    Of one event and one `scope`, a fact by which it was held beside one of these:

    - one with `status: cancelled`, which names the same exact day, or of which one of the two names none;
    - one with `mode: denied` and a `place` or `who`, where what took place is all that is denied (on such a day, in
      such a place, with these people);
    - one with `postponed: true` in another article of the same day, for the same exact day.

    Only what was told no earlier than the event counts against it. It is an error where the fact says `status: held`,
    and a warning where it only gives the event a date, or where the other says that it was postponed.

    ## Why it matters
    Announcements stay on the web when the event has been called off. One of the articles was written in advance.

    ## When it stays silent
    Where the cancellation or the denial was told first, by `asof` or else the article's day, and the event was held
    after all; where it is not known which was told first. For different days or another `scope`; for what is denied of
    another place, day or list of people, in a detail such as its `number`, or altogether (`denied-and-asserted`); for a
    day that something was postponed to; for planned and superseded facts. Where imprecise dates leave it open,
    `--pedantic` shows it.

    ## How to settle it
    Read which article is later. Mark the earlier one's fact `mode: planned`, let the later one supersede it, or correct
    the status.
    """

    name = "status-clash"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ("event",)}
    valid = (
        """
        == facts/registry/places.yaml
        baku: {name: Baku}
        islamabad: {name: Islamabad}
        == facts/registry/events.yaml
        summit: {name: Summit}
        parade: {name: Parade}
        talks: {name: Talks}
        drills: {name: Drills}
        == facts/2021-06-01-a.yaml
        source: {title: An announcement}
        published: 2021-06-01
        facts:
          - {id: summit, event: summit, status: cancelled}
          - {id: parade, event: parade, date: 2021-06-26, mode: planned}
          - {id: put-off, event: drills, date: 2021-06-22, postponed: true}
        == facts/2021-06-23-b.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: summit-after-all, event: summit, date: 2021-06-22, status: held}
          - {id: no-parade, event: parade, date: 2021-06-26, status: cancelled}
          - {id: talks, event: talks, date: 2021-06-22, place: Baku}
          - {id: no-talks-there, event: talks, place: Islamabad, mode: denied}
          - {id: drills, event: drills, date: 2021-06-22}
          - {id: second-drills, event: drills, scope: {round: second}, status: cancelled}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        baku: {name: Baku, in: azerbaijan}
        == facts/registry/events.yaml
        summit: {name: Summit}
        parade: {name: Parade}
        talks: {name: Talks}
        == facts/2021-06-23-a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: summit, event: summit, date: 2021-06-22, status: held} # <- status-clash
          - {id: parade, event: parade, date: 2021-06-22} # <- status-clash
          - {id: talks, event: talks, date: 2021-06-22, place: Baku} # <- status-clash
        == facts/2021-06-24-b.yaml
        source: {title: Another report}
        published: 2021-06-24
        facts:
          - {id: summit, event: summit, status: cancelled}
          - {id: no-talks, event: talks, date: 2021-06, place: Azerbaijan, mode: denied}
        == facts/2021-06-23-c.yaml
        source: {title: A third report}
        published: 2021-06-23
        facts:
          - {id: parade, event: parade, date: 2021-06-22, postponed: true}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each event and scope, at the fact that has it held, related to the facts against it."""
        for found in clashing(corpus):
            if found.verdict > Verdict.POSSIBLE or corpus.settings.pedantic:
                yield _clash(found, corpus)


def _clash(found: Clashing, corpus: Corpus) -> Clash:
    here, there = found.pair
    name = corpus.registry.name("events", here.event)
    perhaps = "possibly: " if found.verdict is Verdict.POSSIBLE else ""
    return Clash(
        f"{perhaps}{name} {_said(here)}, but {_said(there)}: correct the status, or write mode: planned for what was "
        "only announced",
        _anchor(here, corpus),
        (here.fact, there.fact),
        related=tuple((_anchor(each, corpus), f"here it {_said(each)}") for each in (there, *found.others)),
        suspects=found.suspects,
        severity=_SEVERITY.get(found.verdict),
    )


def _said(status: Status) -> str:
    date, told = (each and say(each) for each in (status.date, status.told))
    when = [words for words in (date and f"dated {date}", told and f"told as of {told}") if words]
    return f"{_SAID[status.word]} ({', '.join(when)})" if when else _SAID[status.word]


def _anchor(status: Status, corpus: Corpus) -> Anchor:
    """The key that says so; of an event that was held, its status, else its date."""
    if status.word == "held":
        values = corpus.records[status.fact].values
        return Anchor(status.fact, next((key for key in ("status", "date") if key in values), "event"))
    return Anchor(status.fact, _KEY[status.word])
