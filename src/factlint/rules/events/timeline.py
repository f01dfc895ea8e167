"""What the rules on the timeline share: one engine finds all contradictions, each rule names its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.findings import Clash


class TimelineRule(Rule):
    """A rule whose clashes are the contradictions on the timeline that belong to it by name."""

    severity = Severity.ERROR
    key = {"events": ("strand",)}

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each contradiction that has this rule's name."""
        from factlint.timeline.clashes import clashes

        yield from (clash for _, clash in clashes(corpus, self.name))
