"""A title that is none of the office's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.names.titles import Office, other_titles, titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.names.titles import Titled


class TitleDiffers(Rule):
    """One person in one office, under titles that no alias joins.

    ## What it finds
    Roles with a `title` that is neither the office's title nor one of its aliases. Where the registry gives the
    office no title, the titles of one person in it are compared with each other. All roles under one such title are
    one note.

    ## Why it matters
    Two titles may be two offices: a deputy taken for the minister, a former office for the present one.

    ## When it stays silent
    For spelling, abbreviations (`PM`), word order, synonyms (`head` and `chief`), a military rank beside the title,
    and a country that one of two titles leaves out; for `former` and `acting` before the title where the role says
    so. Planned, denied and superseded roles do not count.

    ## How to settle it
    Add the title to the office's `aliases` if it means this office; otherwise correct the office of the role.
    """

    name = "title-differs"
    severity = Severity.NOTE
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"roles": ("role", "person")}
    needs = ("roles.title",)
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan, aliases: [Azerbaijani]}
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence, of: azerbaijan, aliases: [top soldier]}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: title, role: minister, person: hasanov, title: Minister of Defence}
          - {id: alias, role: minister, person: hasanov, title: Top Soldier}
          - {id: country, role: minister, person: hasanov, title: Azerbaijani Defense Minister}
          - {id: rank, role: minister, person: hasanov, title: "Defence Minister, Colonel-General"}
          - {id: former, role: minister, person: hasanov, title: ex-Defence Minister, former: true}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan, aliases: [Azerbaijani]}
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence, of: azerbaijan}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: minister
            role: minister
            person: hasanov
            title: Defence Minister
          - id: deputy
            role: minister
            person: hasanov
            title: Deputy Defence Minister # <- title-differs
          - id: deputy-again
            role: minister
            person: hasanov
            title: deputy minister of defence
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each person, office and title, at the first role with it, related to the office's own title."""
        offices: dict[str, Office] = {}
        for (office, _), roles in titled(corpus).items():
            if office not in offices:
                offices[office] = Office.of(office, corpus)
            for same in other_titles(roles, offices[office]):
                yield _clash(same, roles[0], corpus)


def _clash(same: list[Titled], earliest: Titled, corpus: Corpus) -> Clash:
    first = same[0]
    office, person = corpus.registry.name("offices", first.office), corpus.registry.name("people", first.person)
    entry = corpus.registry.entry("offices", first.office)
    own = next((key for key in ("title", "name", "aliases") if entry.values.get(key)), None)
    advice = "add it to the office's aliases, or correct the office"
    facts: tuple[str, ...]
    if own is None:
        message = f"{person} is called both {earliest.title!r} and {first.title!r} in the office {office}: {advice}"
        facts, against = (earliest.fact, first.fact), (Anchor(earliest.fact, "title"), "the other title")
    else:
        message = f"{person} is called {first.title!r}, which is no title of the office {office}: {advice}"
        facts, against = (first.fact,), (Anchor(entry.ref, own), "the titles of the office")
    return Clash(
        message,
        Anchor(first.fact, "title"),
        facts,
        related=(against, *((Anchor(role.fact, "title"), "the same title") for role in same[1:])),
    )
