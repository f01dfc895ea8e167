"""Dates that no calendar has."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class ImpossibleDate(ReadingRule):
    """A date is on no calendar, or a stretch ends before it begins.

    ## What it finds
    30 February, 29 February of a common year, month 13, a fifth quarter, and a stretch such as `2020-11-10/2020-09-27`.

    ## Why it matters
    Such a date is a slip of the pen, and nothing can be checked against it.

    ## When it stays silent
    For an Old Style date of a fact with `calendar: julian`, where 29 February 1900 was a day.

    ## How to settle it
    Correct the digits; write the calendar where the date is an Old Style one.
    """

    name = "impossible-date"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/events.yaml
        decree: {name: Decree}
        second-decree: {name: Second decree}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: decree, event: decree, date: 1900-02-29, calendar: julian}
          - {id: decree-in-winter, event: second-decree, date: 2020-02-29}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        decree: {name: Decree}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: decree
            event: decree
            date: 2021-02-29 # <- impossible-date
          - id: decree-in-stretch
            event: decree
            date: 2020-11-10/2020-09-27 # <- impossible-date
        """,
    )
