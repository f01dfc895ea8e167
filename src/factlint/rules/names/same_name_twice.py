"""One person under two ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.names.likeness import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.names.likeness import Alike


class SameNameTwice(Rule):
    """Two people of the registry look like one.

    ## What it finds
    Two ids whose names, or the name of one and an alias of the other, are one across spelling traditions: ə is a or e,
    ı i, ğ and q are gh or g, x is kh, ş sh, ç ch, c is j in an Azerbaijani name, Cyrillic by its letters, in surnames
    on -ov and -ev also a and e; in whatever order of words. Two that were born on one day and whose names sound alike.
    Two that were born on one day and held one office, where one name is part of the other. All that look like one
    person are one finding.

    ## Why it matters
    Facts about a person meet by its id. Under two ids they never do, and two people seem to hold one office.

    ## When it stays silent
    Where one of the two names the other in `distinct_from`, or their births, deaths or countries certainly differ; for
    relatives with other first names, and a shared surname or initials alone; for names that are only near (Rashad and
    Rashid, Aliyev and Aliyeva); for an alias of both, which is ambiguous where a fact uses it.

    ## How to settle it
    Make one entry of the two and the other name an alias, or write `distinct_from`.
    """

    name = "same-name-twice"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ()}
    whole_corpus = True
    valid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, aliases: [President Aliyev]}
        ilham-aliyev: {name: Ilham Aliyev, aliases: [Ильхам Алиев, President Aliyev]}
        leyla-aliyeva: {name: Leyla Aliyeva}
        rashad-mammadov: {name: Rashad Mammadov}
        rashid-mammadov: {name: Rashid Mammadov}
        elchin-guliyev: {name: Elchin Guliyev, born: 1967-09-22}
        elchin-guliyev-footballer: {name: Elçin Quliyev, born: 1988}
        karim-valiyev: {name: Karim Valiyev}
        karim-valiyev-chemist: {name: Kərim Vəliyev, distinct_from: [karim-valiyev]}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Həsənov Zakir}
        zakir-hasanov: {name: Zakir Hasanov} # <- same-name-twice
        zakir-hasanov-2: {name: Закир Гасанов}
        qamar-javed-bajwa:
          name: Qamar Javed Bajwa # <- same-name-twice
          born: 1960-11-11
        bajwa:
          name: Qamar Bajwa
          born: 1960-11-11
        == facts/registry/offices.yaml
        chief: {title: Chief of Army Staff}
        == facts/2021.yaml
        source: {title: A list}
        published: 2021-06-23
        facts:
          - {id: a, role: chief, person: bajwa, at: 2019}
          - {id: b, role: chief, person: qamar-javed-bajwa, at: 2020}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each set of people who look like one, at the second id, related to the others."""
        groups: dict[str, list[Alike]] = {}
        leader: dict[str, str] = {}
        for pair in alike(corpus):
            first = leader.setdefault(pair.first.entry, pair.first.entry)
            groups.setdefault(first, []).append(pair)
            leader.setdefault(pair.second.entry, first)
        for pairs in groups.values():
            yield _clash(pairs, corpus)


def _clash(pairs: list[Alike], corpus: Corpus) -> Clash:
    first, second, because = pairs[0]
    further = {person.entry: person for pair in pairs[1:] for person in (pair.second, pair.first)}
    others = [further[entry] for entry in sorted(further.keys() - {first.entry, second.entry})]
    return Clash(
        f"{first.entry} and {second.entry} {because}: make one entry of them, or write distinct_from if they are two",
        Anchor(corpus.registry.entry("people", second.entry).ref, "name"),
        related=tuple(
            (Anchor(corpus.registry.entry("people", person.entry).ref, "name"), f"{person.name} here")
            for person in (first, *others)
        ),
    )
