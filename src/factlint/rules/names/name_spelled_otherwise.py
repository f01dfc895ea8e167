"""A person's name in a quote, in a spelling that no alias has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.names.spellings import spelled_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus


class NameSpelledOtherwise(Rule):
    """A quote spells a person's name in a way that no alias has.

    ## What it finds
    A person whom a fact names (`person`, `who`, `subject`, `object`), and in its quote words beginning with capitals
    that sound like the name or an alias (Zakhir Hasanov, Закир Гасанов), or differ from it in one letter of one long
    word. All quotes that spell the name so are one note.

    ## Why it matters
    It is a slip of the article or of the curator, or a spelling worth an alias; under it the person is not found.

    ## When it stays silent
    Where the quote says the name or an alias as well; for the surname alone, before it whatever title, and for forms
    with 's; for the words in another order and for initials; for what is the name of another person of the registry,
    and for the other gender of a surname.

    ## How to settle it
    Add the spelling to the person's `aliases`, or correct the quote or the person.
    """

    name = "name-spelled-otherwise"
    severity = Severity.NOTE
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": (), "roles": (), "relations": ()}
    whole_corpus = True
    valid = (
        """
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov, aliases: [Zakir Həsənov]}
        zakir-hasimov: {name: Zakir Hasimov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: name, role: minister, person: zakir-hasanov, quote: Defence Minister Zakir Hasanov}
          - {id: alias, role: minister, person: zakir-hasanov, quote: Zakir Həsənov’s visit}
          - {id: surname, role: minister, person: zakir-hasanov, quote: Colonel-General Hasanov}
          - {id: order, role: minister, person: zakir-hasanov, quote: Hasanov Zakir}
          - {id: both, role: minister, person: zakir-hasanov, quote: "Zakir Hasanov, or Zakhir Hasanov"}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        zobaida-jalal: {name: Zobaida Jalal}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence Production}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-12-02
        facts:
          - id: first
            role: minister
            person: zobaida-jalal
            quote: Minister Zubaida Jalal # <- name-spelled-otherwise
          - id: second
            role: minister
            person: zobaida-jalal
            quote: Zubaida Jalal’s words
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person and spelling, at the first quote, related to the person and the other quotes."""
        for (person, _), found in spelled_otherwise(corpus).items():
            entry = corpus.registry.entry("people", person)
            name, first = corpus.registry.name("people", person), found[0]
            yield Clash(
                f"the quote spells {name} as {first.words!r}, which is no alias: add it to the aliases, or correct the "
                "quote or the person",
                Anchor(first.fact, "quote"),
                (first.fact,),
                related=(
                    *((Anchor(each.fact, "quote"), f"{each.words!r} here") for each in found[1:]),
                    (Anchor(entry.ref, "aliases" if entry.values.get("aliases") else "name"), "the names that count"),
                ),
            )
