"""Contradictions on the timeline as clashes: where they point, and what they point at beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.timeline.contradictions import judged
from factlint.timeline.lives import End, life
from factlint.timeline.possible import possible
from factlint.timeline.slips import slip
from factlint.timeline.words import assumption, remark, sentence, told_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.timeline.explain import Contradiction, Step


def clashes(corpus: Corpus, rule: str) -> Iterator[tuple[Contradiction, Clash]]:
    """Each contradiction that belongs to the rule of this name, with its clash; pedantically also what is possible."""
    more = corpus.once(possible) if corpus.settings.pedantic else ()
    for found in (*corpus.once(judged).contradictions, *more):
        if found.rule == rule:
            yield found, _clash(corpus, found)


def undecided(corpus: Corpus) -> Iterator[Clash]:
    """A note for each component of events that is too large to decide."""
    for facts in corpus.once(judged).undecided:
        yield Clash(
            f"{len(facts):,} facts on events hang together in ways that are too much to decide, and were left alone: "
            "look at their order by hand",
            Anchor(facts[0], "event"),
            facts[:1],
            severity=Severity.NOTE,
        )


def _clash(corpus: Corpus, found: Contradiction) -> Clash:
    steps = [step for step in told_in_order(found.steps) if step.at is not None]
    first = _first(found, steps)
    related: dict[Anchor, str] = {}
    for step in steps:
        if step.at is not None and step.at != first:
            related.setdefault(step.at, remark(corpus, step))
        if isinstance(step.said, End):
            kind = corpus.registry.names.kinds_of(step.said.entry)[0]
            name = corpus.registry.called(step.said.entry)
            anchor = Anchor(corpus.registry.entry(kind, step.said.entry).ref, step.said.key)
            related.setdefault(anchor, f"{name} {life(step.said)}")
    return Clash(
        sentence(corpus, found),
        first,
        found.facts,
        related=tuple(related.items()),
        suspects=found.suspects,
        hint=None if found.severity is Severity.NOTE else assumption(corpus, found) or slip(found),
        severity=found.severity,
    )


def _first(found: Contradiction, steps: list[Step]) -> Anchor:
    """The last thing told that a suspect says, else a fact, else the registry."""
    told = [step.at for step in steps if step.at is not None]
    by_fact = [step.at for step in steps if step.at is not None and step.by_fact]
    suspected = [at for at in by_fact if at.ref in found.suspects]
    return (suspected or by_fact or told)[-1]
