"""One person or body with two births, deaths, foundings or dissolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Clash, Severity
from factlint.reading.date import civil, say
from factlint.rules.base import Rule
from factlint.rules.names.lives import lives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.corpus import Corpus
    from factlint.reading.date import Date
    from factlint.rules.names.lives import Said

_CENTURY = 100


class AttributesDiffer(Rule):
    """One person has two days of birth or death, or one body two of founding or dissolution.

    ## What it finds
    Dates of the birth or death of a person, or of the founding or dissolution of a body, of which no choice of days
    makes two the same: the registry's `born`, `died`, `founded` and `dissolved`; events whose `kind` in the registry is
    birth, death, founding or dissolution and whose `who` is that one alone; relations such as `was born in`, `died on`,
    `was founded in`, by their `date` or by a `value` that is a date.

    ## Why it matters
    Nobody is born twice. A date is wrong, or two people of one name stand under one id.

    ## When it stays silent
    Where one date is less precise and leaves the other open (1961, and 24 December 1961); for a Julian date that is the
    same day; for events of several people, days of announcement and for another `scope`; for planned, denied and
    superseded facts.

    ## How to settle it
    Correct the date that is wrong, or give the second person an entry of its own.
    """

    name = "attributes-differ"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": (), "relations": ()}
    whole_corpus = True
    valid = (
        """
        == facts/registry/people.yaml
        ilham-aliyev: {name: Ilham Aliyev, born: 1961-12-24}
        heydar-aliyev: {name: Heydar Aliyev, died: 2003-12-12}
        == facts/registry/bodies.yaml
        academy: {name: ADA University, founded: 2006}
        == facts/registry/events.yaml
        birth: {name: birth of Ilham Aliyev, kind: birth}
        == facts/registry/relations.yaml
        born-in: {name: was born in}
        died-on: {name: died on}
        was-founded: {name: was founded}
        == facts/a.yaml
        source: {title: A biography}
        facts:
          - {id: year, event: birth, date: 1961, who: [ilham-aliyev]}
          - {id: old-style, event: birth, date: 1961-12-11, calendar: julian, who: [ilham-aliyev]}
          - {id: about, relation: born-in, subject: ilham-aliyev, value: Baku, date: 1961~}
          - {id: died, relation: died-on, subject: heydar-aliyev, value: 2003-12-12}
          - {id: rumour, relation: died-on, subject: heydar-aliyev, value: 2003-08-08, mode: denied}
          - {id: founded, relation: was-founded, subject: academy, value: by decree, date: 2006-03-06}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        ilham-aliyev: {name: Ilham Aliyev, born: 1961-12-24}
        == facts/registry/bodies.yaml
        academy: {name: ADA University}
        == facts/registry/relations.yaml
        born-in: {name: was born in}
        was-founded: {name: was founded in}
        == facts/a.yaml
        source: {title: A biography}
        facts:
          - id: born
            relation: born-in
            subject: ilham-aliyev
            value: Baku
            date: 1967-12-24 # <- attributes-differ
          - id: founded
            relation: was-founded
            subject: academy
            value: 2006 # <- attributes-differ
        == facts/b.yaml
        source: {title: Another}
        facts:
          - {id: founded, relation: was-founded, subject: academy, value: 2007-03}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person or body and kind of date, at the first fact that clashes, related to the others."""
        for (entry, what), said in lives(corpus).items():
            if max(each.date.earliest for each in said) > min(each.date.latest for each in said):
                yield _clash(corpus.registry.called(entry), what, said)


def _clash(name: str, what: str, said: list[Said]) -> Clash:
    first, second = next((one, two) for at, two in enumerate(said) for one in said[:at] if _apart(one, two))
    here, there = (second, first) if not first.fact else (first, second)
    others = [each for each in said if each not in (here, there) and _apart(each, here)]
    shown = list({each.date: each for each in reversed(others)}.values())[::-1]
    verb = f"was {what}" if what != "died" else what
    return Clash(
        f"{name} {verb} {_on(here.date)}, but {_on(there.date)} {'elsewhere' if there.fact else 'in the registry'}: "
        "correct one date, or tell two of that name apart",
        here.at,
        tuple(each.fact for each in (here, there) if each.fact),
        related=((there.at, f"here {_on(there.date)}"), *((each.at, f"here {_on(each.date)}") for each in shown)),
        suspects=tuple(each.fact for each in (here, there) if each.fact and _agree([*_without(said, each)])),
        hint=_hint(here.date, there.date),
    )


def _apart(one: Said, other: Said) -> bool:
    return one.date.latest < other.date.earliest or other.date.latest < one.date.earliest


def _agree(said: Sequence[Said]) -> bool:
    return max(each.date.earliest for each in said) <= min(each.date.latest for each in said)


def _without(said: Sequence[Said], left_out: Said) -> Iterator[Said]:
    return (each for each in said if each is not left_out)


def _on(date: Date) -> str:
    if date.stretch:
        return say(date)
    return f"on {say(date)}" if date.exact else f"in {say(date)}"


def _hint(one: Date, other: Date) -> str | None:
    """What slip of the pen makes one day of the other."""
    if not (one.exact and other.exact):
        return None
    (year, *first), (other_year, *second) = civil(one.earliest), civil(other.earliest)
    if year == other_year and first == second[::-1]:
        return "day and month are exchanged"
    if first != second:
        return None
    if (year - other_year) % _CENTURY == 0:
        return "the day is the same in another century"
    digits = sum(a != b for a, b in zip(f"{year:04}", f"{other_year:04}", strict=True))
    return "one digit of the year differs" if digits == 1 else None
