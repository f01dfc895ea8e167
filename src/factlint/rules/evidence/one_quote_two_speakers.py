"""One utterance, given to two speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.evidence.names_in_text import Entries
from factlint.rules.evidence.utterances import grouped, joined, utterances

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus, Registry
    from factlint.rules.evidence.utterances import Utterance


class OneQuoteTwoSpeakers(Rule):
    """One utterance is given to two different speakers.

    ## What it finds
    Facts of one relation that give the same four or more words (`value`) to different people or bodies.

    ## Why it matters
    Words are news for who said them. Where two are named, an article or a curator has mixed them up.

    ## When it stays silent
    For joint statements: both are named by facts with the same quote of the same file, or one quote names both. Shorter
    wordings, which anybody may use, do not count, nor do planned, denied and superseded facts.

    ## How to settle it
    Correct the speaker, let the fact of the corrected article supersede the other, or accept it where both did say so.
    """

    name = "one-quote-two-speakers"
    severity = Severity.WARNING
    key = {"relations": ("relation",)}
    valid = (
        """
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov}
        nadeem-raza: {name: Nadeem Raza}
        == facts/registry/relations.yaml
        said: {name: said}
        == facts/2022-03-22-azernews.yaml
        source: {title: Talks in Islamabad}
        published: 2022-03-22
        facts:
          - id: hasanov-said
            relation: said
            subject: zakir-hasanov
            value: our armies will train together
            quote: Raza and Hasanov said that our armies will train together
          - id: raza-said
            relation: said
            subject: nadeem-raza
            value: our armies will train together
            quote: Raza and Hasanov said that our armies will train together
        == facts/2022-03-23-trend.yaml
        source: {title: Talks}
        published: 2022-03-23
        facts:
          - id: hasanov-said
            relation: said
            subject: zakir-hasanov
            value: military ties grow every year
            quote: Hasanov and Raza said that military ties grow every year
        == facts/2022-03-24-trend.yaml
        source: {title: More talks}
        published: 2022-03-24
        facts:
          - id: raza-said
            relation: said
            subject: nadeem-raza
            value: military ties grow every year
            quote: Raza said that military ties grow every year
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        zakir-hasanov: {name: Zakir Hasanov}
        nadeem-raza: {name: Nadeem Raza}
        == facts/registry/relations.yaml
        said: {name: said}
        == facts/2022-03-22-azernews.yaml
        source: {title: Talks in Islamabad}
        published: 2022-03-22
        facts:
          - id: hasanov-said
            relation: said
            subject: zakir-hasanov # <- one-quote-two-speakers
            value: our armies will train together
            quote: Hasanov said that our armies will train together
        == facts/2022-03-23-trend.yaml
        source: {title: Talks}
        published: 2022-03-23
        facts:
          - id: raza-said
            relation: said
            subject: nadeem-raza
            value: Our armies will train together.
            quote: Raza said, "Our armies will train together."
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each wording, at the speaker of its first fact, related to that of each other speaker."""
        for group in grouped(utterances(corpus), "relation", "folded"):
            apart = _apart(group, corpus.registry)
            if len(apart) > 1:
                yield _clash(apart, corpus.registry)


def _apart(group: list[Utterance], registry: Registry) -> list[list[Utterance]]:
    """The utterances of each speaker, or of each set of speakers who speak jointly."""
    if len({utterance.speaker for utterance in group}) == 1:
        return [group]
    leader = joined(_together(group, registry))
    by_leader: dict[str, list[Utterance]] = {}
    for utterance in group:
        by_leader.setdefault(leader[utterance.speaker], []).append(utterance)
    return list(by_leader.values())


def _together(group: list[Utterance], registry: Registry) -> Iterator[set[str]]:
    """Sets of speakers to whom one quote gives the words; each speaker is in one at least."""
    for same in grouped(group, "file", "quote"):
        shared = {utterance.speaker for utterance in same}
        yield from [shared] if same[0].quote else ({speaker} for speaker in shared)
    entries = Entries(registry, ("people", "bodies"), only={utterance.speaker for utterance in group})
    named = {quote: entries.named_in(quote) for quote in {utterance.quote for utterance in group}}
    yield from ({utterance.speaker} | named[utterance.quote] for utterance in group)


def _clash(apart: list[list[Utterance]], registry: Registry) -> Clash:
    first, *others = (same[0] for same in apart)
    names = " and to ".join(registry.called(same[0].speaker) for same in apart)
    alone = tuple(same[0].fact for same in apart if len(same) == 1)
    return Clash(
        f'the words "{first.shown}" are given to {names}: correct the speaker, or quote the words that name both',
        Anchor(first.fact, "subject"),
        tuple(same[0].fact for same in apart),
        related=tuple((Anchor(each.fact, "subject"), f"given to {registry.called(each.speaker)}") for each in others),
        suspects=alone if len(apart) == 2 else (),  # noqa: PLR2004  only of two is one the culprit
    )
