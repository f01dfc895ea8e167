"""`accept-without-reason`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.accepts import accepts
from factlint.findings import Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus


class AcceptWithoutReason(Rule):
    """A contradiction accepted without saying why.

    ## What it finds
    An `accept` entry without `because`. It accepts nothing until the reason is there.

    ## Why it matters
    Whoever reads the report a year later has to know why a contradiction stands.

    ## When it stays silent
    Where any reason is written; its worth is for people to judge.

    ## How to settle it
    Write `because:` with the reason, or remove the entry and settle the contradiction.
    """

    name = "accept-without-reason"
    severity = Severity.ERROR
    key = {}
    whole_corpus = True
    valid = (
        """
        == pyproject.toml
        [tool.factlint]
        ignore = ["unused-accept"]
        == facts/registry/events.yaml
        meeting: {name: Baku meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: held
            event: meeting
            accept:
              - {rule: event-dates-differ, because: two calendars}
        """,
    )
    invalid = (
        """
        == pyproject.toml
        [tool.factlint]
        ignore = ["unused-accept"]
        == facts/registry/events.yaml
        meeting: {name: Baku meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: held
            event: meeting
            accept:
              - {rule: event-dates-differ}  # <- accept-without-reason
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash an entry, at the entry."""
        for entry in accepts(corpus):
            if not entry.because:
                yield Clash("this acceptance has no reason: write because: with it", entry.anchor, (entry.fact,))
