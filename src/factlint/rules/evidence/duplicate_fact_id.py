"""Two facts of one file with one id."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class DuplicateFactId(ReadingRule):
    """One id names two facts of a file.

    ## What it finds
    The second fact of a file with an id that is taken; also two files whose names differ only in `.yaml` and `.yml`,
    since the ids of their facts would be the same.

    ## Why it matters
    `supersedes`, `accept` and every finding name a fact by its id.

    ## When it stays silent
    Where facts of different files have one id.

    ## How to settle it
    Give the second fact another id.
    """

    name = "duplicate-fact-id"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/events.yaml
        war-of-2020: {name: 44-day war}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: war, event: war-of-2020, date: 2020}
        == facts/2021-12-02-azernews.yaml
        source: {title: More ties}
        published: 2021-12-02
        facts:
          - {id: war, event: war-of-2020, date: 2020}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        war-of-2020: {name: 44-day war}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: war
            event: war-of-2020
            date: 2020
          - id: war # <- duplicate-fact-id
            event: war-of-2020
            duration: 44 days
        """,
    )
