"""Dates that look as if something else had been written there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import Date, civil, say
from factlint.rules.base import Rule
from factlint.rules.names.copied import copied_births, copied_deaths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus

_EDGES = {(1, 1), (12, 31)}


class SuspiciousDefault(Rule):
    """A date that may stand for another, or for none.

    ## What it finds
    In the registry a `born` or `died` on exactly 1 January or 31 December: a program's word for a year of which the day
    is not known. A term that begins `from` the day on which its holder was born. A term `until` the day on which its
    holder died, in an office of one seat, though another's term in it began before that day, and after this one's.

    ## Why it matters
    An invented day is compared like a real one, and makes findings where there is nothing to find.

    ## When it stays silent
    For the year alone (`born: 1961`); for successors who came on the day of death or within the handover; for offices
    with more seats, for `acting` holders, and for planned, denied and superseded roles.

    ## How to settle it
    Write what is known: the year, or the day on which the term did begin or end. A real 1 January may stay.
    """

    name = "suspicious-default"
    severity = Severity.NOTE
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ()}
    whole_corpus = True
    valid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, born: 1923-05-10, died: 2003-12-12}
        ilham-aliyev: {name: Ilham Aliyev, born: 1961}
        artur-rasizade: {name: Artur Rasizade}
        == facts/registry/offices.yaml
        president: {title: President of Azerbaijan}
        == facts/a.yaml
        source: {title: A list of presidents}
        published: 2022-01-01
        facts:
          - {id: heydar, role: president, person: heydar-aliyev, from: 1993-10-03, until: 2003-12-12}
          - {id: ilham, role: president, person: ilham-aliyev, from: 2003-12-12}
          - {id: stand-in, role: president, person: artur-rasizade, from: 2003-08-06, acting: true}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev:
          name: Heydar Aliyev
          died: 2003-12-12
        ilham-aliyev: {name: Ilham Aliyev}
        ayaz-mutallibov:
          name: Ayaz Mutallibov
          born: 1938-01-01 # <- suspicious-default
        abulfaz-elchibey: {name: Abulfaz Elchibey, born: 1938-06-24}
        == facts/registry/offices.yaml
        president: {title: President of Azerbaijan}
        poet: {title: National poet}
        == facts/a.yaml
        source: {title: A list of presidents}
        published: 2022-01-01
        facts:
          - id: heydar
            role: president
            person: heydar-aliyev
            from: 1993-10-03
            until: 2003-12-12 # <- suspicious-default, office-held-twice
          - {id: ilham, role: president, person: ilham-aliyev, from: 2003-10-31}
          - id: elchibey
            role: poet
            person: abulfaz-elchibey
            from: 1938-06-24 # <- lifespan, suspicious-default
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such date, at the date."""
        people = corpus.table("registry/people")
        for key in ("born", "died"):
            for entry, date in zip(people["entry"], people[key], strict=True):
                if isinstance(date, Date) and date.exact and civil(date.earliest)[1:] in _EDGES:
                    yield _edge(str(entry), key, date, corpus)
        for fact, person in copied_births(corpus):
            yield _birth(fact, person, corpus)
        for fact, person, successor, other in copied_deaths(corpus):
            yield _death((fact, person), (successor, other), corpus)


def _edge(entry: str, key: str, date: Date, corpus: Corpus) -> Clash:
    name = corpus.registry.name("people", entry)
    verb = "was born" if key == "born" else "died"
    return Clash(
        f"{name} {verb} on {say(date)}, which often stands for a year of which the day is not known: write "
        f"{key}: {civil(date.earliest)[0]:04} if it is not",
        Anchor(corpus.registry.entry("people", entry).ref, key),
    )


def _birth(fact: str, person: str, corpus: Corpus) -> Clash:
    entry = corpus.registry.entry("people", person)
    return Clash(
        f"the term of {corpus.registry.name('people', person)} begins on the day of birth: correct the date",
        Anchor(fact, "from"),
        (fact,),
        related=((Anchor(entry.ref, "born"), "the day of birth"),),
    )


def _death(term: tuple[str, str], successor: tuple[str, str], corpus: Corpus) -> Clash:
    fact, person = term
    entry = corpus.registry.entry("people", person)
    name, other = (corpus.registry.name("people", each) for each in (person, successor[1]))
    return Clash(
        f"the term of {name} ends on the day of death, though that of {other} began before: write when it did end",
        Anchor(fact, "until"),
        (fact, successor[0]),
        related=((Anchor(successor[0], "from"), f"the term of {other}"), (Anchor(entry.ref, "died"), "the death")),
        suspects=(fact,),
        hint=f"end of term copied from the day of death of {name}",
    )
