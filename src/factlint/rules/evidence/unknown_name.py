"""Names that the registry does not know, or knows twice."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class UnknownName(ReadingRule):
    """A name stands in no registry file.

    ## What it finds
    A person, office, measure, event, place, body, series or relation that is neither an id nor a name nor an alias of
    an entry; the message lists the nearest ones.

    ## Why it matters
    Facts meet by what their names mean. A fact about an unknown name meets none, so its errors stay hidden.

    ## When it stays silent
    Where the name differs from a registered one only in case, in accents or in the letters of another alphabet.

    ## How to settle it
    Correct the spelling, add it to the entry's `aliases`, or write a new entry.
    """

    name = "unknown-name"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister-of-defence: {title: Minister of Defence}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: minister, role: minister-of-defence, person: Zakir Həsənov}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister-of-defence: {title: Minister of Defence}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: minister
            role: minister-of-defence
            person: Zakir Hassanov # <- unknown-name
        """,
    )


class AmbiguousName(ReadingRule):
    """A name means two entries of the registry.

    ## What it finds
    A name or alias that more than one of the entries allowed here has; the message lists them.

    ## Why it matters
    Which of the two is meant decides which facts the fact may contradict.

    ## When it stays silent
    Where an id is written, and where only one of the entries is of a kind that may stand here.

    ## How to settle it
    Write the id, or a name that only one of them has.
    """

    name = "ambiguous-name"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, aliases: [Aliyev]}
        ilham-aliyev: {name: Ilham Aliyev, aliases: [Aliyev]}
        == facts/registry/offices.yaml
        president: {title: President}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: president, role: president, person: ilham-aliyev}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, aliases: [Aliyev]}
        ilham-aliyev: {name: Ilham Aliyev, aliases: [Aliyev]}
        == facts/registry/offices.yaml
        president: {title: President}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: president
            role: president
            person: Aliyev # <- ambiguous-name
        """,
    )
