"""Acts of people before their birth or after their death."""

from __future__ import annotations

from factlint.rules.events.existence import ExistenceRule


class OutsideLifetime(ExistenceRule):
    """A person acts before birth or after death.

    ## What it finds
    An event with a person in `who`, a role, or a relation with the person as subject, on a day that certainly comes
    before the person was `born` or after the person `died`. Of a role `from`, `until`, `at` and `asof` count, of a
    relation `date` and `since`; an event's days also follow from what came before and after it.

    ## Why it matters
    A wrong digit in a date, or two people under one name.

    ## When it stays silent
    On the day of birth and of death; for funerals, awards, ceremonies, anniversaries and what else honours the dead (by
    the `kind` of the event, or the name of the relation); for the object of a relation, so for who is honoured; for a
    title without a date of its own; for `former` holders seen on a day; for imprecise dates (where only some of their
    days fit, `--pedantic` notes it); for planned, denied and superseded facts and for what was `postponed` or
    cancelled.

    ## How to settle it
    Correct the date or the person; say with `kind` what event it is; or correct the registry.
    """

    name = "outside-lifetime"
    valid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, born: 1923-05-10, died: 2003-12-12}
        == facts/registry/offices.yaml
        president: {title: President of Azerbaijan}
        == facts/registry/relations.yaml
        decorated: {name: decorated}
        received: {name: received}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/registry/events.yaml
        funeral: {name: the funeral, kind: state funeral}
        flowers: {name: the laying of flowers, kind: ceremony}
        last-day: {name: the last day}
        visit: {name: the visit}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: funeral, event: funeral, date: 2003-12-15, who: [heydar-aliyev]}
          - {id: flowers, event: flowers, date: 2021-05-10, who: [heydar-aliyev]}
          - {id: last-day, event: last-day, date: 2003-12-12, who: [heydar-aliyev]}
          - {id: visit, event: visit, date: 2003, who: [heydar-aliyev]}
          - {id: visit-planned, event: visit, date: 2004-03, who: [heydar-aliyev], mode: planned}
          - {id: title, role: president, person: heydar-aliyev, former: true}
          - {id: term, role: president, person: heydar-aliyev, from: 1993-10-03, until: 2003-10-31}
          - {id: order, relation: decorated, subject: azerbaijan, object: heydar-aliyev, date: 2004-05-10}
          - {id: prize, relation: received, subject: heydar-aliyev, value: a prize, date: 2005}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        heydar-aliyev: {name: Heydar Aliyev, born: 1923-05-10, died: 2003-12-12}
        ilham-aliyev: {name: Ilham Aliyev, born: 1961-12-24}
        == facts/registry/offices.yaml
        president: {title: President of Azerbaijan}
        == facts/registry/events.yaml
        congress: {name: the congress}
        visit: {name: the visit}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: congress
            event: congress
            date: 1950-02-01
            who: [heydar-aliyev, ilham-aliyev] # <- outside-lifetime
          - id: visit
            event: visit
            date: 2013-05-20 # <- outside-lifetime
            who: [heydar-aliyev]
          - id: president
            role: president
            person: heydar-aliyev
            from: 1993-10-03
            until: 2004-01-31 # <- outside-lifetime
        """,
    )
