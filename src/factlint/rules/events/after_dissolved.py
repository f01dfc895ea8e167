"""Acts of bodies and at places that existed no longer."""

from __future__ import annotations

from factlint.rules.events.existence import ExistenceRule


class AfterDissolved(ExistenceRule):
    """A body or a place is told of after it had ceased to exist.

    ## What it finds
    An event with a body or a place in `who`, or at a `place`; a role in an office `of` a body or a place; a relation
    whose subject is one: on a day that certainly comes after the body was `dissolved`, or after the last day (`until`)
    of the place. Of a role `from`, `until`, `at` and `asof` count, of a relation `date` and `since`; an event's days
    also follow from what came before and after it.

    ## Why it matters
    The date has a wrong digit, or the article means the successor.

    ## When it stays silent
    Where the body is the `predecessor` of one that existed then; for commemorations, anniversaries and the like; for
    `former` holders seen on a day; for imprecise dates (where only some of their days fit, `--pedantic` notes it); for
    planned, denied and superseded facts and for what was `postponed` or cancelled.

    ## How to settle it
    Correct the date or the name; write the body as the `predecessor` of its successor, or correct the registry.
    """

    name = "after-dissolved"
    valid = (
        """
        == facts/registry/places.yaml
        ussr: {name: Soviet Union, until: 1991-12-26}
        == facts/registry/bodies.yaml
        league: {name: League of Nations, founded: 1920-01-10, dissolved: 1946-04-18}
        united-nations: {name: United Nations, founded: 1945-10-24, predecessor: league}
        pact: {name: Warsaw Pact, dissolved: 1991-07-01}
        == facts/registry/events.yaml
        session: {name: the session}
        anniversary: {name: the anniversary of the pact, kind: anniversary}
        collapse: {name: the collapse}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: session, event: session, date: 1947-09-16, who: [league]}
          - {id: anniversary, event: anniversary, date: 2005-05-14, who: [pact]}
          - {id: collapse, event: collapse, date: 1991-12, place: ussr}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        ussr: {name: Soviet Union, until: 1991-12-26}
        == facts/registry/bodies.yaml
        pact: {name: Warsaw Pact, dissolved: 1991-07-01}
        == facts/registry/relations.yaml
        recognized: {name: recognized}
        == facts/registry/events.yaml
        drills: {name: the drills}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: drills
            event: drills
            date: 1993-06-01 # <- after-dissolved
            who: [pact]
          - id: recognized
            relation: recognized
            subject: ussr
            object: pact
            date: 1992-02-28 # <- after-dissolved
        """,
    )
