"""Roles, proposed for people who stand beside a title or a rank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading.article.quote import fold
from factlint.reading.date import Date
from factlint.survey.drafting.proposal import Proposal, slug, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.reading.date.days import Days
    from factlint.survey.drafting.proposal import Value
    from factlint.survey.drafting.sentences import Sentence
    from factlint.survey.people import Person

_LONG_AGO = 60  # days; what a sentence dates further back than this it tells of that time
_OPENS = re.compile(r"(?i)\A\W*(?:(?:in|on|back in|during|by|since)\s+(?:the\s+)?)?\Z")


class Holders:
    """Who held which office, as the facts of a corpus have it."""

    def __init__(self, corpus: Corpus) -> None:
        roles = [fact.values for file in corpus.files for fact in file.facts if fact.table == "roles"]
        self._held = {(str(each.get("person")), str(each.get("role"))) for each in roles}
        self._registry = corpus.registry

    def person(self, person: Person, day: Days | None) -> str | None:
        """Who of those that the name may mean is meant: one alive, and a holder of the office where facts tell."""
        alive = [each for each in person.people if day is None or not self._died_before(each, day)]
        holding = [each for each in alive if any((each, office) in self._held for office in person.offices)]
        meant = holding or alive
        return meant[0] if len(meant) == 1 else None

    def office(self, person: Person, who: str, *, here: Mapping[str, str]) -> str | None:
        """The office of the title; for a rank alone the one that the article or other facts give the person."""
        if person.title is not None:
            return person.offices[0] if len(person.offices) == 1 else None
        known = {office for each, office in self._held if each == who}
        return here.get(who) or (known.pop() if len(known) == 1 else None)

    def _died_before(self, person: str, day: Days) -> bool:
        died = self._registry.entry("people", person).values.get("died")
        return isinstance(died, Date) and died.latest < day.earliest


def roles(found: list[Sentence], corpus: Corpus, published: Days | None) -> Iterator[Proposal]:
    """A proposal for each office of each person, and once more for another title or rank."""
    holders = Holders(corpus)
    here: dict[str, str] = {}
    seen: set[tuple[object, ...]] = set()
    for sentence in found:
        for person in sentence.people:
            if person.title is None and (person.rank is None or not person.people):
                continue
            proposal = _role(sentence, person, holders, here, published)
            said = (proposal.of("role"), proposal.of("person"), proposal.of("title"), proposal.of("rank"))
            if said not in seen:
                # A rank alone says no more than the rank beside a title.
                seen.update({said, (*said[:2], None, said[3])})
                yield proposal
            who, office = proposal.of("person"), proposal.of("role")
            if not proposal.missing and person.title is not None:
                here.setdefault(str(who), str(office))


def _role(
    sentence: Sentence, person: Person, holders: Holders, here: Mapping[str, str], published: Days | None
) -> Proposal:
    day = _day(sentence, person, published)
    who = holders.person(person, day.as_moment() if day else published)
    office = holders.office(person, who or "", here=here)
    name = _said(sentence, (person.start, person.end))
    title = _said(sentence, person.title)
    keys: list[tuple[str, Value]] = [("role", office or ""), ("person", who or "")]
    keys += [("at", at)] if day is not None and (at := written(day)) else []
    keys += [("title", title)] if title else []
    keys += [("rank", _said(sentence, person.rank))] if person.rank is not None else []
    keys += [(key, "true") for key, is_so in (("former", person.former), ("acting", person.acting)) if is_so]
    missing = [f"the office of {title or name}"] if office is None else []
    missing += [f"the person called {name}"] if who is None else []
    return Proposal(person.start, slug(name, title or "rank"), tuple(keys), sentence.quote, " and ".join(missing))


def _day(sentence: Sentence, person: Person, published: Days | None) -> Date | None:
    """The date that opens the sentence, where it lies well before publication: `In October 2016 President Aliyev`."""
    first = next((each for each in sentence.dates if each.end <= person.start), None)
    if first is None or published is None or not _OPENS.match(sentence.before(first.start)):
        return None
    return first.date if first.date.latest < published.earliest - _LONG_AGO else None


def _said(sentence: Sentence, span: tuple[int, int] | None) -> str:
    return "" if span is None else fold(sentence.text[slice(*span)]).text.strip()
