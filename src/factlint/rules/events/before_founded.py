"""Acts of bodies and at places that did not exist yet."""

from __future__ import annotations

from factlint.rules.events.existence import ExistenceRule


class BeforeFounded(ExistenceRule):
    """A body or a place is told of before it existed.

    ## What it finds
    An event with a body or a place in `who`, or at a `place`; a role in an office `of` a body or a place; a relation
    whose subject is one: on a day that certainly comes before the body was `founded`, or before the first day (`from`)
    of the place. Of a role `from`, `until`, `at` and `asof` count, of a relation `date` and `since`; an event's days
    also follow from what came before and after it.

    ## Why it matters
    The date has a wrong digit, or the article means another body of that name.

    ## When it stays silent
    Where the body has a `predecessor` that existed then; for events of founding and establishment; for imprecise dates
    (where only some of their days fit, `--pedantic` notes it); for planned, denied and superseded facts and for what
    was `postponed` or cancelled.

    ## How to settle it
    Correct the date or the name; give the body its `predecessor`, or correct the day in the registry.
    """

    name = "before-founded"
    valid = (
        """
        == facts/registry/bodies.yaml
        ministry: {name: Ministry of Defence, founded: 1991-10, predecessor: commissariat}
        commissariat: {name: Commissariat of Defence, founded: 1918, dissolved: 1991-10}
        bank: {name: Central Bank, founded: 1992-02-11}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence, of: ministry}
        == facts/registry/people.yaml
        mehmandarov: {name: Samad bey Mehmandarov}
        == facts/registry/events.yaml
        drills: {name: the drills}
        decree: {name: the decree on the bank, kind: establishment}
        loan: {name: the loan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: drills, event: drills, date: 1975, who: [ministry]}
          - {id: minister, role: minister, person: mehmandarov, from: 1918-12-25, until: 1920-04-28}
          - {id: decree, event: decree, date: 1991-12-01, who: [bank]}
          - {id: loan, event: loan, date: 1992, who: [bank]}
        """,
    )
    invalid = (
        """
        == facts/registry/bodies.yaml
        bank: {name: Central Bank, founded: 1992-02-11}
        == facts/registry/offices.yaml
        chairman: {title: Chairman of the Central Bank, of: bank}
        == facts/registry/people.yaml
        rustamov: {name: Elman Rustamov}
        == facts/registry/events.yaml
        loan: {name: the loan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: loan
            event: loan
            date: 1982-05-10
            who: [bank] # <- before-founded
          - id: rustamov
            role: chairman
            person: rustamov
            from: 1985 # <- before-founded
        """,
    )
