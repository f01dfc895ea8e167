"""`expired-accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.accepts import accepts
from factlint.findings import Clash, Severity
from factlint.reading import date as dates
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus


class ExpiredAccept(Rule):
    """An accepted contradiction whose term is over.

    ## What it finds
    An `accept` entry whose `until` lies before today (the option --date, the setting `date`, or the machine's clock).

    ## Why it matters
    The curator promised to look again by that day. From then on the contradiction counts again.

    ## When it stays silent
    On the day itself, and where the entry has no `until`.

    ## How to settle it
    Look at the contradiction again: settle it and remove the entry, or write a later `until` with the reason.
    """

    name = "expired-accept"
    severity = Severity.WARNING
    key = {}
    whole_corpus = True
    valid = (
        """
        == pyproject.toml
        [tool.factlint]
        date = "2026-01-31"
        ignore = ["unused-accept"]
        == facts/registry/events.yaml
        meeting: {name: Baku meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: held
            event: meeting
            accept:
              - {rule: event-dates-differ, because: under inquiry, until: 2026-01-31}
        """,
    )
    invalid = (
        """
        == pyproject.toml
        [tool.factlint]
        date = "2026-02-01"
        ignore = ["unused-accept"]
        == facts/registry/events.yaml
        meeting: {name: Baku meeting}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: held
            event: meeting
            accept:
              - {rule: event-dates-differ, because: under inquiry, until: 2026-01-31}  # <- expired-accept
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash an entry, at the entry."""
        day = dates.read(corpus.settings.today).earliest
        for entry in accepts(corpus):
            if entry.expired(day) and entry.until is not None:
                message = f"this was accepted until {entry.until.text}, which is over: settle it or write a later day"
                yield Clash(message, entry.anchor, (entry.fact,))
