"""One utterance in two wordings that do not say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.reading import date as dates
from factlint.rules.base import Rule
from factlint.rules.evidence.utterances import grouped, joined, utterances
from factlint.rules.evidence.wordings import Wording, candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.rules.evidence.utterances import Utterance


class QuoteDrift(Rule):
    """A speaker's words are printed in two wordings whose numbers or negation differ.

    ## What it finds
    Two facts that give one speaker nearly the same words (`value`, four words or more) in one relation, where each has
    a number that the other lacks, or where one says yes and the other no.

    ## Why it matters
    Quotes drift as they are copied. A lost "not" or another number turns the statement round.

    ## When it stays silent
    Where the words are reworded with the same numbers and the same negation, where one wording only leaves a number
    out, and where the two were certainly said on different days. Planned, denied and superseded facts do not count.

    ## How to settle it
    Look up what was said and correct the wrong wording; give both a `date` where they are two utterances.
    """

    name = "quote-drift"
    severity = Severity.WARNING
    key = {"relations": ("relation", "subject")}
    valid = (
        """
        == facts/registry/people.yaml
        imran-khan: {name: Imran Khan}
        == facts/registry/relations.yaml
        said: {name: said}
        == facts/2022-03-22-azernews.yaml
        source: {title: Talks in Islamabad}
        published: 2022-03-22
        facts:
          - {id: khan, relation: said, subject: imran-khan, value: we will buy 40 aircraft from Turkey}
          - {id: khan-again, relation: said, subject: imran-khan, value: "From Turkey, we will buy forty aircraft"}
          - {id: may, relation: said, subject: imran-khan, value: exports rose by 12 percent, date: 2021-05-03}
          - {id: june, relation: said, subject: imran-khan, value: exports rose by 14 percent, date: 2021-06-02}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        imran-khan: {name: Imran Khan}
        == facts/registry/relations.yaml
        said: {name: said}
        == facts/2022-03-22-azernews.yaml
        source: {title: Talks in Islamabad}
        published: 2022-03-22
        facts:
          - id: aircraft
            relation: said
            subject: imran-khan
            value: we will buy 40 aircraft from Turkey # <- quote-drift
          - id: troops
            relation: said
            subject: imran-khan
            value: we will not send any troops there # <- quote-drift
        == facts/2022-03-23-trend.yaml
        source: {title: Talks}
        published: 2022-03-23
        facts:
          - {id: aircraft, relation: said, subject: imran-khan, value: we will buy 14 aircraft from Turkey}
          - {id: troops, relation: said, subject: imran-khan, value: we will send troops there}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each set of wordings that drift, at the first of them, related to each other one."""
        for group in grouped(utterances(corpus), "relation", "speaker"):
            wordings = [Wording(tuple(same)) for same in grouped(group, "folded")]
            drifting = sorted(pair for a, b in candidates(wordings) if (pair := _drifting(a, b)))
            leader = joined((a.folded, b.folded) for a, b in drifting)
            linked: dict[str, list[tuple[Utterance, Utterance]]] = {}
            for pair in drifting:
                linked.setdefault(leader[pair[0].folded], []).append(pair)
            yield from (_clash(pairs, corpus) for pairs in linked.values())


def _drifting(a: Wording, b: Wording) -> tuple[Utterance, Utterance] | None:
    """Two utterances that may be one but differ in a number or in negation, in the order of fact ids."""
    numbers = a.numbers - b.numbers and b.numbers - a.numbers
    if (not numbers and a.negated == b.negated) or not a.like(b):
        return None
    pairs = ((x, y) for x in a.said for y in b.said if _may_be_one_day(x.date, y.date))
    first = next(pairs, None)
    return first and (min(first), max(first))


def _may_be_one_day(a: dates.Date | None, b: dates.Date | None) -> bool:
    if a is None or b is None:
        return True
    return dates.same_day(a.as_moment(), b.as_moment()) is not dates.Verdict.VIOLATED


def _clash(pairs: list[tuple[Utterance, Utterance]], corpus: Corpus) -> Clash:
    first, second = pairs[0]
    facts = {utterance.fact: utterance for pair in pairs for utterance in pair}
    others = [utterance for fact, utterance in sorted(facts.items()) if fact != first.fact]
    return Clash(
        f'{corpus.registry.called(first.speaker)} is quoted as saying "{first.shown}" and "{second.shown}": '
        "correct the wrong wording, or write the date of each where they are two utterances",
        Anchor(first.fact, "value"),
        tuple(sorted(facts)),
        related=tuple((Anchor(other.fact, "value"), f'here "{other.shown}"') for other in others),
        suspects=tuple(sorted(facts)) if len(facts) == 2 else (),  # noqa: PLR2004  of two, either
    )
