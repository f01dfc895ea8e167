"""Which stories a corpus tells, how often, with which flaws, and in which articles: a stream in bounded memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from . import words
from .expected import Flaw
from .shares import FAMILIES, shares
from .story import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .shares import Share
    from .story import Cells, Said, Told

LAST_DAY = date(2025, 12, 31).toordinal()
_SHUFFLED = 2_000
_PAPERS = ("Post", "Times", "Herald", "Observer")
_PUBLISHERS = tuple(f"{words.town(300_000 + index)} {_PAPERS[index % 4]}" for index in range(40))


@dataclass(frozen=True, slots=True)
class Asked:
    """How a corpus is to be: facts a file, the part of the facts that are made wrong, families, stored articles."""

    facts_a_file: int = 4
    wrong: float = 0.001
    seed: int = 1
    only: tuple[str, ...] = tuple(family.name for family in FAMILIES)
    articles: int = 3


class Article(NamedTuple):
    """One fact file: its head, and its facts with their ids."""

    family: str
    publisher: str
    published: str
    title: str
    facts: list[Cells]
    wrong: str | None
    """The id of the fact that is wrong, with the name of the flaw behind a blank."""


class Plan:
    """The articles of a corpus of exactly so many facts, in no order; the same for the same wishes."""

    def __init__(self, facts: int, asked: Asked) -> None:
        self.asked = asked
        self.facts = facts
        self.random = Random(f"{asked.seed} plan")
        self.shares = shares(facts, asked.only, asked.seed)

    def articles(self) -> Iterator[Article]:
        """Each article once, shuffled with those near it."""
        waiting: list[Article] = []
        for article in self._in_turn():
            waiting.append(article)
            if len(waiting) > _SHUFFLED:
                yield self._any(waiting)
        while waiting:
            yield self._any(waiting)

    def _any(self, waiting: list[Article]) -> Article:
        at = self.random.randrange(len(waiting))
        waiting[at], waiting[-1] = waiting[-1], waiting[at]
        return waiting.pop()

    def _in_turn(self) -> Iterator[Article]:
        left = self.facts
        while (share := max(self.shares, key=lambda each: each.left)).left > 0:
            key = share.key()
            scoped = Source(self.asked.seed, share.family.letter, key).scoped()
            flaw = share.flaw(key, self.asked.wrong, scoped=scoped)
            yield from self._told(share, key, flaw, share.family.size)
            left -= share.family.size
        if left:
            # A story that is cut off names nothing new where it has been told before.
            yield from self._told(max(self.shares, key=lambda each: each.tellings), 0, None, left)

    def _told(self, share: Share, key: int, flaw: str | None, count: int) -> Iterator[Article]:
        """The articles of one telling, cut off after so many facts."""
        family = share.family
        source = Source(self.asked.seed, family.letter, key, share.told[key])
        share.told[key] += 1
        told = family.told(source, flaw)
        first = source.telling * family.size
        for number, said in enumerate(told.facts):
            said.cells = {"id": f"{family.letter}{key}-{first + number}", **said.cells}
            if said.tied:
                said.cells["within"] = told.facts[number - 1].cells["id"]
        random = source.words()
        for facts in _files(told.facts[:count], self.asked.facts_a_file):
            yield _article(family.name, told, facts, flaw, random)


def _article(family: str, told: Told, facts: list[Said], flaw: str | None, random: Random) -> Article:
    day = max(said.day for said in facts)
    if not facts[0].exact:
        day = min(day + random.randrange(300), max(LAST_DAY, day))
    wrong = next((f"{said.cells['id']} {flaw}" for said in facts if said.wrong), None)
    cells = [said.cells for said in facts]
    return Article(family, random.choice(_PUBLISHERS), words.day(day), told.title, cells, wrong)


def _files(facts: list[Said], most: int) -> Iterator[list[Said]]:
    """Facts in files of at most so many; those of articles of one day stand apart, those that are tied together."""
    file: list[Said] = []
    for number, said in enumerate(facts):
        pair = number + 1 < len(facts) and facts[number + 1].tied
        apart = file and (said.exact or file[0].exact) and (said.exact, said.day) != (file[0].exact, file[0].day)
        if file and (apart or len(file) + pair >= most):
            yield file
            file = []
        file.append(said)
    if file:
        yield file


def flaws(article: Article, ref: str) -> Iterator[Flaw]:
    """The flaw of an article that stands in the file with this reference."""
    if article.wrong:
        fact, _, flaw = article.wrong.partition(" ")
        yield Flaw(article.family, fact.rpartition("-")[0], flaw, (f"{ref}#{fact}",))
