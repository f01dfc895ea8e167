"""`unused-accept`."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class UnusedAccept(ReadingRule):
    """An accepted contradiction that is no longer there.

    ## What it finds
    An `accept` entry whose rule ran and found nothing that has this fact (and the one under `with`, if there is one).

    ## Why it matters
    What was accepted once may come back with another cause, and then nobody would see it.

    ## When it stays silent
    Where the rule did not run, because `select` or `ignore` left it out.

    ## How to settle it
    Remove the entry; or correct its `rule` or `with`, if it was meant for another contradiction.
    """

    name = "unused-accept"
    severity = Severity.WARNING
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: first, figure: exports, of: azerbaijan, period: 2020, value: $2.0 million}
          - id: second
            figure: exports
            of: azerbaijan
            period: 2020
            value: $3.5 million
            accept: [{rule: figure-differs, with: first, because: the ministry counts gold}]
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        meeting: {name: Baku meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: held
            event: meeting
            accept:
              - {rule: event-dates-differ, because: two calendars}  # <- unused-accept
        """,
    )
