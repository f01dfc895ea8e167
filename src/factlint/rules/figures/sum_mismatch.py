"""`sum-mismatch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.linear import Identity
from factlint.rules.base import Rule
from factlint.rules.figures import cells
from factlint.rules.figures.slips import hint
from factlint.rules.figures.sum_candidates import suspicious
from factlint.rules.figures.sum_words import sentence
from factlint.rules.figures.sums import Stated, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.figures.sums import Mismatch

_READ = ("fact", *cells.CELL, "certain", "value", "value_low", "value_high", "value_unit")


class SumMismatch(Rule):
    """A total is not the sum that its measure must equal.

    ## What it finds
    A measure whose registry entry says what it `equals` (`trade-turnover: {equals: exports + imports}`), with values of
    the total and of terms for one `of`, `with`, `scope` and time that cannot add up: an error where they do not even if
    each number may have been rounded or cut off, a warning where they do only if some were cut off; it names those. Of
    a term that is not stated it is known that it is not below its `minimum` (0 for amounts), so a turnover below the
    exports alone cannot be either.

    ## Why it matters
    Reports that print a total with its parts are right in all of them or wrong in one.

    ## When it stays silent
    Where the intervals leave room, ends included; where hedges do (`about`, `more than`); in another unit, scope or
    time; for planned, denied and superseded figures; where a term is not stated that may be anything. Where the
    statements of one measure clash among themselves (`figure-differs`), they count as not stated until that is settled.

    ## How to settle it
    Correct the fact that misreads its article. Where the article itself is wrong, accept the finding with the reason.
    """

    name = "sum-mismatch"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("pair", "scope")}
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        trade-turnover: {name: trade turnover, kind: flow, equals: exports + imports, symmetric: true}
        trade-balance: {name: trade balance, kind: flow, equals: exports - imports, minimum: none}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: What adds up}
        facts:
          - {id: total, figure: trade turnover, of: Pakistan, with: Azerbaijan, period: 2020, value: $13.2 million}
          - {id: out, figure: exports, of: Azerbaijan, with: Pakistan, period: 2020, value: $1.6 million}
          - {id: in, figure: imports, of: Azerbaijan, with: Pakistan, period: 2020, value: $11.6 million}
          - {id: deficit, figure: trade balance, of: Azerbaijan, with: Pakistan, period: 2020, value: -$10 million}
          - {id: touching, figure: trade turnover, of: Azerbaijan, with: Pakistan, period: 2019, value: $13.2 million}
          - {id: out-2019, figure: exports, of: Azerbaijan, with: Pakistan, period: 2019, value: $1.6 million}
          - {id: in-2019, figure: imports, of: Azerbaijan, with: Pakistan, period: 2019, value: $11.5 million}
          - {id: around, figure: trade turnover, of: Azerbaijan, with: Pakistan, period: 2018, value: about $14 million}
          - {id: out-2018, figure: exports, of: Azerbaijan, with: Pakistan, period: 2018, value: more than $1 million}
          - {id: in-2018, figure: imports, of: Azerbaijan, with: Pakistan, period: 2018, value: $11.6 million}
        == facts/b.yaml
        source: {title: What is not to be added up}
        facts:
          - {id: total, figure: trade turnover, of: Azerbaijan, period: 2020, value: $24 billion}
          - {id: out, figure: exports, of: Azerbaijan, period: 2021, value: $30 billion}
          - {id: oil, figure: exports, of: Azerbaijan, period: 2020, scope: {goods: oil}, value: $30 billion}
          - {id: plan, figure: exports, of: Azerbaijan, period: 2020, mode: planned, value: $30 billion}
          - {id: denial, figure: imports, of: Azerbaijan, period: 2020, mode: denied, value: $30 billion}
          - {id: manats, figure: imports, of: Azerbaijan, period: 2020, value: 30 billion AZN}
          - {id: first, figure: imports, of: Azerbaijan, period: 2020, value: $30 billion}
          - {id: revised, figure: imports, of: Azerbaijan, period: 2020, value: $10 billion, supersedes: first}
          - {id: balance, figure: trade balance, of: Azerbaijan, period: 2020, value: $4 billion}
          - {id: some-year, figure: trade turnover, of: Pakistan, period: 2014~, value: $70 billion}
          - {id: some-exports, figure: exports, of: Pakistan, period: 2014~, value: $80 billion}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        trade-turnover: {name: trade turnover, kind: flow, equals: exports + imports, symmetric: true}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: total
            figure: trade turnover
            of: Azerbaijan
            with: Pakistan
            period: 2020
            value: $13.2 million  # <- sum-mismatch
          - {id: out, figure: exports, of: Azerbaijan, with: Pakistan, period: 2020, value: $1.6 million}
          - {id: in, figure: imports, of: Azerbaijan, with: Pakistan, period: 2020, value: $12.6 million}
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        trade-turnover: {name: trade turnover, kind: flow, equals: exports + imports}
        trade-balance: {name: trade balance, kind: flow, equals: exports - imports, minimum: none}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A turnover below the exports alone and a balance that looks truncated}
        facts:
          - id: total
            figure: trade turnover
            of: Azerbaijan
            period: 2020
            value: $12 billion  # <- sum-mismatch
          - {id: out, figure: exports, of: Azerbaijan, period: 2020, value: $14.2 billion}
          - id: balance
            figure: trade balance
            of: Azerbaijan
            period: 2021
            value: $23.4 billion  # <- sum-mismatch
          - {id: out-2021, figure: exports, of: Azerbaijan, period: 2021, value: $36.28 billion}
          - {id: in-2021, figure: imports, of: Azerbaijan, period: 2021, value: $12.81 billion}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each identity, place and time that does not add up, at the total; no set of facts twice."""
        figures = cells.standing(corpus)
        figures = figures.loc[figures["value"].notna(), [*_READ]].reset_index(drop=True)
        if figures.empty:
            return
        low, high = cells.candidates(figures, "value")
        figures = figures.assign(low=low, high=high, unit=figures["value_unit"].fillna(""))
        seen: set[tuple[str, ...]] = set()
        for total, identity in _identities(corpus):
            for clash in _clashes(corpus, figures, total, identity):
                if clash.facts not in seen:
                    seen.add(clash.facts)
                    yield clash


def _identities(corpus: Corpus) -> Iterator[tuple[str, Identity]]:
    """Each measure that equals a sum of others, with that identity, in the order of the ids."""
    measures = corpus.table("registry/measures")
    for total, equals in zip(measures["entry"], measures["equals"], strict=True):
        identity = Identity.of(total, equals or ())
        if total in dict(identity.factors) and len(identity.factors) > 1:
            yield total, identity


def _clashes(corpus: Corpus, figures: pd.DataFrame, total: str, identity: Identity) -> Iterator[Clash]:
    floors = {term: _floor(corpus, term, None) for term, _ in identity.factors if term != total}
    for rows in suspicious(figures, identity, total, cells.symmetric(corpus), floors):
        stated = {
            fact: Stated(measure, said)
            for fact, measure, said in zip(rows["fact"], rows["figure"], rows["value"], strict=True)
        }
        unit = rows["unit"].iloc[0]
        bounds = {term: _floor(corpus, term, unit) for term in floors}
        whole = Sum(identity, total, stated, bounds)
        if found := whole.mismatch():
            yield _clash(corpus, whole, found, certain=bool(rows["certain"].iloc[0]))


def _clash(corpus: Corpus, whole: Sum, found: Mismatch, *, certain: bool) -> Clash:
    words, severity = sentence(corpus, whole, found.facts), Severity.ERROR
    named = {fact: _named(corpus, whole.stated[fact]) for fact in found.facts}
    if found.reading == "rounded":
        words, severity = f"{words}: {whole.truncated(found.facts).words(named)}", Severity.WARNING
    if not certain:
        words, severity = f"{words}, if all speak of the same days", Severity.NOTE
    total = next(fact for fact in found.facts if whole.stated[fact].measure == whole.total)
    return Clash(
        words,
        Anchor(total, "value"),
        facts=found.facts,
        related=tuple((Anchor(fact, "value"), words) for fact, words in named.items() if fact != total),
        suspects=found.suspects,
        hint=hint(whole.rooms(found.suspects)) if found.reading == "either" else None,
        severity=severity,
    )


def _named(corpus: Corpus, stated: Stated) -> str:
    return f"{corpus.registry.name('measures', stated.measure)} {stated.said.text.strip()}"


def _floor(corpus: Corpus, measure: str, unit: str | None) -> Interval:
    """What a measure can be of which nothing is stated: not below its `minimum`, where that is known in this unit.

    The minimum of an amount is 0 where the registry does not say; a rate may fall below. `unit` None is any unit.
    """
    values = corpus.registry.entry("measures", measure).values
    least = cells.least(values)
    if least and unit not in {None, values.get("unit")}:
        return EVERYTHING
    return Interval(least, None)
