"""What the rules on contradictions among figures share: one engine finds them all, each rule names its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.findings import Clash


class FigureRule(Rule):
    """A rule whose clashes are the contradictions among figures that belong to it by name."""

    severity = Severity.ERROR
    key = {"figures": ("group",)}

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each contradiction that has this rule's name."""
        from factlint.figures.contradictions import clashes

        yield from clashes(corpus, self.name)
