"""Events, proposed for dates and durations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading import quantity
from factlint.reading.article.quote import fold
from factlint.reading.date import civil
from factlint.survey.drafting.named_events import Events
from factlint.survey.drafting.proposal import Proposal, slug, written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factlint.corpus import Corpus
    from factlint.reading.date.days import Days
    from factlint.reading.date.in_text import FoundDate
    from factlint.reading.quantity.in_text import Found
    from factlint.survey.drafting.named_events import Spoken
    from factlint.survey.drafting.proposal import Value
    from factlint.survey.drafting.sentences import Sentence

_ANNOUNCED = re.compile(
    r"(?i)\b(?:reported|reports|announced|announces|said|told|informed)\b(?:(?!\bthat\b)[^.;:,])*\Z"
)
_IN_PLACE = re.compile(r"(?i)\b(?:in|at)\s+(?:the\s+)?(?:city\s+of\s+|capital\s+)?\Z")
_MOST = 3


def events(found: list[Sentence], corpus: Corpus, published: Days | None, spent: Collection[int]) -> Iterator[Proposal]:
    """A proposal for each event that a sentence dates or gives a duration; one without an event for every other date.

    `spent` are the places of dates that are already the periods of figures.
    """
    known = Events(corpus)
    year = None if published is None else civil(published.earliest)[0]
    company: frozenset[str] = frozenset()
    seen: set[tuple[object, ...]] = set()
    for sentence in found:
        here = frozenset(who for person in sentence.people for who in person.people)
        spoken = known.spoken_of(sentence, company, year) if sentence.dates or sentence.figures else []
        for proposal in _Telling(sentence, tuple(spoken), known, corpus).proposals(spent):
            said = tuple(value for key, value in proposal.keys if key not in {"place", "who"})
            if said not in seen:
                seen.add(said)
                yield proposal
        company = here or company


def is_duration(found: Found) -> bool:
    """Whether a figure is one that the key `duration` takes."""
    try:
        quantity.read_duration(found.quantity.text)
    except quantity.QuantityError:
        return False
    return True


class _Telling(NamedTuple):
    """A sentence and the events that it may speak of."""

    sentence: Sentence
    spoken: tuple[Spoken, ...]
    known: Events
    corpus: Corpus

    def proposals(self, spent: Collection[int]) -> Iterator[Proposal]:
        """What the sentence says of the times of events, beside the dates in `spent`."""
        durations = [each for each in self.sentence.figures if is_duration(each)]
        dates = [each for each in self.sentence.dates if each.start not in spent]
        given: set[int] = set()
        for date in [each for each in dates if not self._names(each)] or dates:
            for each in self._nearest(date.start, date.end, _MOST):
                duration = next((one for one in durations if each and each.distance(one.start, one.end) == 0), None)
                given.update(() if duration is None else (duration.start,))
                yield self._event(each, date, duration)
        for duration in durations:
            if duration.start not in given:
                yield self._event(self._nearest(duration.start, duration.end, 1)[0], None, duration)

    def _names(self, date: FoundDate) -> bool:
        """Whether a date is part of an event's name: `Three Brothers - 2021`."""
        spots = (each for each in self.sentence.names if each.of("events"))
        return any(each.start <= date.start and date.end <= each.end for each in spots)

    def _nearest(self, start: int, end: int, most: int) -> Sequence[Spoken | None]:
        """The events whose names are nearest to a stretch; none at all is one that is not known."""
        return sorted(self.spoken, key=lambda each: (each.distance(start, end), each.event))[:most] or [None]

    def _event(self, spoken: Spoken | None, date: FoundDate | None, duration: Found | None) -> Proposal:
        day = None if date is None else written(date.date)
        lasts = None if duration is None else fold(duration.quantity.text).text
        announced = date is not None and _ANNOUNCED.search(self.sentence.before(date.start)) is not None
        event = spoken.event if spoken else ""
        keys: list[tuple[str, Value]] = [("event", event)]
        keys += [("date", day or "")] if date is not None else []
        keys += [("date_kind", "announced")] if announced else self._circumstances(spoken)
        keys += [("duration", lasts)] if lasts is not None else []
        missing = [] if spoken else ["the event"]
        missing += [f"the date {fold(date.date.text).text}"] if date is not None and day is None else []
        name = slug(event, "announced" if announced else "") if event else slug("event", day or "", lasts or "")
        at = next((each.start for each in (date, duration) if each is not None), self.sentence.start)
        return Proposal(at, name, tuple(keys), self.sentence.quote, " and ".join(missing))

    def _circumstances(self, spoken: Spoken | None) -> list[tuple[str, Value]]:
        """Where an event took place, and who of those in its name is said to have been there."""
        if spoken is None:
            return []
        here = {who for person in self.sentence.people for who in person.people}
        who = tuple(sorted(self.known.people_of(spoken.event) & here))
        place = self._place(spoken)
        return [*([("place", place)] if place else []), *([("who", who)] if who else [])]

    def _place(self, spoken: Spoken) -> str | None:
        """The one place within a country that the sentence says something took place in, behind the event's name."""
        places = self.corpus.registry.entries["places"]
        inside = {
            spot.of("places")[0]
            for spot in self.sentence.names
            if len(spot.of("places")) == 1
            and spot.start >= (spoken.end or 0)
            and _IN_PLACE.search(self.sentence.before(spot.start))
        }
        inside = {place for place in inside if places[place].values.get("in")}
        return inside.pop() if len(inside) == 1 else None
