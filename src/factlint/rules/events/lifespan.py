"""Lives too long, and holders of offices too young."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import Days, civil, say
from factlint.rules.base import Rule
from factlint.rules.events.tenures import LONGEST_LIFE, early_terms, late_acts, long_lives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus

_PLAUSIBLE = range(18, 81)


class Lifespan(Rule):
    """A person lives or acts beyond the age of 120, or holds an office too young.

    ## What it finds
    A life in the registry of certainly more than 120 years from `born` to `died`. A person whose death is not known and
    who certainly was older than that in office, or in `who` of an event. A role of a person who was certainly below the
    office's `minimum_age`, or where it declares none below 18, on the last day that may be the first in office: the
    beginning of the term, else its end, else the day of the observation.

    ## Why it matters
    Nobody is a minister at eleven: a digit of a year is wrong, the day of appointment was entered as that of birth, or
    the son was taken for the father.

    ## When it stays silent
    Where another day of an imprecise date makes the age possible; for an office that declares a lower `minimum_age`,
    such as a throne; for acts before the birth and after the death, which other rules find; for a `former` holder on
    the day of the article; for bodies and countries in `who`; for planned, denied and superseded facts.

    ## How to settle it
    Correct the year of birth or the date of the act; tell father and son apart as two people; or declare the office's
    `minimum_age`.
    """

    name = "lifespan"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": (), "events": ()}
    whole_corpus = True
    needs = ("registry/people.born",)
    valid = (
        """
        == facts/registry/people.yaml
        abiyev: {name: Safar Abiyev, born: 1950}
        muslimov: {name: Shirali Muslimov, born: 1853-03-26, died: 1973-09-02}
        young-king: {name: The young king, born: 1935-05-02}
        deputy: {name: A young deputy, born: 1992}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence}
        king: {title: King, minimum_age: 0}
        member: {title: Member of Parliament, seats: many, minimum_age: 25}
        == facts/registry/events.yaml
        talks: {name: Talks}
        == facts/a.yaml
        source: {title: A report}
        published: 2017-06-01
        facts:
          - {id: abiyev, role: minister, person: abiyev, from: 1995-02-06, until: 2013-10-22}
          - {id: king, role: king, person: young-king, from: 1936-04-28, until: 1939-01-01}
          - {id: deputy, role: member, person: deputy, from: 2017}
          - {id: talks, event: talks, date: 2016-01-01, who: [abiyev]}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        abiyev: {name: Safar Abiyev, born: 1985-01-27}
        deputy: {name: A young deputy, born: 1995}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence}
        member: {title: Member of Parliament, seats: many, minimum_age: 25}
        == facts/a.yaml
        source: {title: A report}
        published: 2017-06-01
        facts:
          - id: abiyev
            role: minister
            person: abiyev
            from: 1995-02-06 # <- lifespan
          - id: deputy
            role: member
            person: deputy # <- lifespan
        """,
        """
        == facts/registry/people.yaml
        abiyev: {name: Safar Abiyev, born: 1850-01-27}
        khan: {name: A khan, born: 1700, died: 1830} # <- lifespan
        == facts/registry/events.yaml
        talks: {name: Talks}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: talks
            event: talks
            date: 2013-06-01 # <- lifespan
            who: [abiyev]
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such life, for each person's late acts, and for each who is too young for an office."""
        for _, life in long_lives(corpus).iterrows():
            yield _too_long(life, corpus)
        for _, acts in late_acts(corpus).groupby("person"):
            yield _too_late(acts, corpus)
        for _, terms in early_terms(corpus).groupby(["person", "role"]):
            yield _too_early(terms, corpus)


def _too_long(life: pd.Series, corpus: Corpus) -> Clash:
    entry = corpus.registry.entry("people", life["person"]).ref
    return Clash(
        f"{_born(life, corpus)} and died {say(life['died'])}, after {life['age']} years or more: correct a date",
        Anchor(entry, "died"),
        related=((Anchor(entry, "born"), f"born {say(life['born'])}"),),
    )


def _too_late(acts: pd.DataFrame, corpus: Corpus) -> Clash:
    act = acts.iloc[0]
    age = f"{act['age']} years old or more (over {LONGEST_LIFE})"
    return _clash(acts, f"{_born(act, corpus)} and would be {age} {_when(act)}: correct a date", corpus)


def _too_early(terms: pd.DataFrame, corpus: Corpus) -> Clash:
    term = terms.iloc[0]
    title = corpus.registry.name("offices", term["role"])
    asks = f"asks for {term['least']}" if term["declared"] else f"declares no minimum_age below {term['least']}"
    return _clash(
        terms,
        f"{_born(term, corpus)} and is {term['age']} at most {_when(term)}, in the office {title}, which {asks}: "
        "correct a date, or the office's minimum_age",
        corpus,
        floor=term["least"],
    )


def _clash(acts: pd.DataFrame, message: str, corpus: Corpus, floor: int = 0) -> Clash:
    act = acts.iloc[0]
    born = Anchor(corpus.registry.entry("people", act["person"]).ref, "born")
    return Clash(
        message,
        _anchor(act),
        (act["fact"],),
        related=(
            (born, f"born {say(act['born'])}"),
            *((_anchor(other), _when(other)) for _, other in acts.iloc[1:].iterrows()),
        ),
        suspects=(act["fact"],) if len(acts) == 1 else (),
        hint=_slip(act, max(floor, _PLAUSIBLE.start)),
    )


def _anchor(act: pd.Series) -> Anchor:
    """The act's date; where that is the article's, the person."""
    return Anchor(act["fact"], "person" if act["field"] == "published" else act["field"])


def _born(act: pd.Series, corpus: Corpus) -> str:
    return f"{corpus.registry.name('people', act['person'])} was born {say(act['born'])}"


def _when(act: pd.Series) -> str:
    day = say(Days(act["day_earliest"], act["day_latest"]))
    return f"in {day}" if act["day_earliest"] != act["day_latest"] else f"on {day}"


def _slip(act: pd.Series, least: int) -> str | None:
    """Another year of birth, one slip away, at which the age would be likely."""
    year = civil(act["born_begins_earliest"])[0]
    century, rest = divmod(year, 100)
    swapped = century * 100 + rest % 10 * 10 + rest // 10
    acted = civil(act["day_earliest"])[0]
    for other, words in ((swapped, "two digits were swapped"), *((year + step, "a digit slipped") for step in _STEPS)):
        if other != year and acted - other in range(least + 1, _PLAUSIBLE.stop):
            return f"the year of birth {year} reads as {other} if {words}"
    return None


_STEPS = (100, -100, -10, -20, -30)
