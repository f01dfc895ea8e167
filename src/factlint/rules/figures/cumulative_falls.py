"""`cumulative-falls`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.corpus.describe import written
from factlint.corpus.printed import date_columns
from factlint.figures import cells
from factlint.figures.printing import place
from factlint.findings import Anchor, Clash, Severity
from factlint.interval import Interval
from factlint.rules.base import Rule
from factlint.rules.figures.falls import below, falls

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Change
    from factlint.rules.figures.falls import Fall


class CumulativeFalls(Rule):
    """A running total goes down.

    ## What it finds
    A measure that is `cumulative` (a toll, all that was spent so far) whose value on a later `asof` is certainly below
    that of an earlier one, or whose period ends later and begins on the same day; also a change of it since an earlier
    time that is below zero. Each number may have been rounded or cut off, and units that convert are converted. Each
    fall is one finding, from the highest value since the last fall, however many lower values follow.

    ## Why it matters
    Casualties, cases and payments are reported as totals so far. One that goes down was revised, counts something else,
    or is a slip.

    ## When it stays silent
    Where the later fact `supersedes` the earlier one; where the intervals or the days leave room (`about 1,000`, two
    values of one May); between a period and an `asof`, and between periods that begin on different days: a total that
    starts anew each year has a `period`. Values of one day are for `figure-differs`.

    ## How to settle it
    Correct the fact that misreads its article. Where the total was revised, let the later fact say `supersedes`; where
    the two count differently, tell them apart with `scope`.
    """

    name = "cumulative-falls"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("figure", "pair", "scope")}
    needs = ("registry/measures.cumulative",)
    valid = (
        """
        == facts/registry/measures.yaml
        dead: {name: the dead, kind: flow, cumulative: true}
        spent: {name: spending so far, kind: flow, cumulative: true}
        ill: {name: the ill, kind: stock}
        == facts/registry/places.yaml
        italy: {name: Italy}
        spain: {name: Spain}
        == facts/a.yaml
        source: {title: What rises and what leaves room}
        facts:
          - {id: may, figure: dead, of: Italy, asof: 2020-05-01, value: 28236}
          - {id: june, figure: dead, of: Italy, asof: 2020-06-01, value: 33475}
          - {id: same, figure: dead, of: Italy, asof: 2020-06-02, value: 33475}
          - {id: around, figure: dead, of: Italy, asof: 2020-06-03, value: about 33000}
          - {id: at-least, figure: dead, of: Italy, asof: 2020-06-04, value: more than 30000}
          - {id: coarse, figure: dead, of: Italy, asof: 2020-06-05, value: 33 thousand}
          - {id: some-day, figure: dead, of: Italy, asof: 2020-06, value: 29000}
          - {id: elsewhere, figure: dead, of: Spain, asof: 2020-06-05, value: 27000}
          - {id: doctors, figure: dead, of: Italy, asof: 2020-06-05, scope: {who: doctors}, value: 170}
          - {id: denial, figure: dead, of: Italy, asof: 2020-06-05, mode: denied, value: 20000}
          - {id: cured, figure: ill, of: Italy, asof: 2020-05-01, value: 100000}
          - {id: fewer, figure: ill, of: Italy, asof: 2020-06-01, value: 40000}
        == facts/b.yaml
        source: {title: What was revised and what begins anew}
        facts:
          - {id: first, figure: dead, of: Spain, asof: 2020-06-06, value: 28752}
          - {id: revised, figure: dead, of: Spain, asof: 2020-06-07, value: 27135, supersedes: first}
          - {id: year, figure: spent, of: Italy, period: 2020, value: $900 million}
          - {id: next-year, figure: spent, of: Italy, period: 2021-Q1, value: $200 million}
          - {id: more, figure: spent, of: Italy, period: 2021, versus: 2020, change: -5%}
          - {id: grown, figure: dead, of: Italy, asof: 2020-07-01, versus: 2020-06-01, change: +4%}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        dead: {name: the dead, kind: flow, cumulative: true}
        spent: {name: spending so far, kind: flow, cumulative: true}
        oil: {name: oil shipped so far, kind: flow, cumulative: true}
        == facts/registry/places.yaml
        italy: {name: Italy}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: june, figure: dead, of: Italy, asof: 2020-06-01, value: 33475}
          - {id: half, figure: spent, of: Italy, period: 2020-H1, value: $900 million}
          - {id: oil, figure: oil, of: Italy, asof: 2020-06-01, value: 1.5 kilotonnes}
        == facts/b.yaml
        source: {title: A later report}
        facts:
          - id: july
            figure: dead
            of: Italy
            asof: 2020-07-01
            value: 29400  # <- cumulative-falls
          - {id: mid-july, figure: dead, of: Italy, asof: 2020-07-15, value: 29500}
          - id: year
            figure: spent
            of: Italy
            period: 2020
            value: $0.7 billion  # <- cumulative-falls
          - id: oil
            figure: oil
            of: Italy
            asof: 2020-07-01
            value: 1400 tonnes  # <- cumulative-falls
          - id: since
            figure: dead
            of: Italy
            asof: 2020-08-01
            versus: 2020-07-01
            change: -2%  # <- cumulative-falls
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each fall, at the later value, and one for each change that is a fall."""
        measures = corpus.registry.entries["measures"].items()
        cumulative = {each: entry.values for each, entry in measures if entry.values.get("cumulative")}
        if not cumulative:
            return
        for fall in falls(corpus, frozenset(cumulative)):
            yield _fallen(corpus, fall)
        amounts = frozenset(
            each for each, said in cumulative.items() if (low := cells.least(said)) is not None and low >= 0
        )
        for fact, change in _lowered(corpus, frozenset(cumulative), amounts):
            yield _lowering(corpus, fact, change)


def _fallen(corpus: Corpus, fall: Fall) -> Clash:
    before, after = (
        f"{written(corpus.records[fact], 'value').strip()} {_when(corpus, fact)}" for fact in (fall.before, fall.after)
    )
    return Clash(
        f"{_total(corpus, fall.after)} cannot be {before} and only {after}: a running total never falls",
        Anchor(fall.after, "value"),
        facts=(fall.before, fall.after),
        related=((Anchor(fall.before, "value"), f"{before} here"),),
        suspects=fall.suspects,
    )


def _lowering(corpus: Corpus, fact: str, change: Change) -> Clash:
    against = f"against {written(corpus.records[fact], 'versus')} cannot be {change.quantity.text.strip()}"
    words = f"the change of {_total(corpus, fact)} {_when(corpus, fact)} {against}: a running total never falls"
    return Clash(words, Anchor(fact, "change"), facts=(fact,))


def _lowered(corpus: Corpus, cumulative: frozenset[str], amounts: frozenset[str]) -> Iterator[tuple[str, Change]]:
    """The facts that state a change below zero of a running total since an earlier time, each with that change."""
    figures = corpus.standing("figures")
    figures = figures[figures["figure"].isin(cumulative) & figures["change"].notna() & figures["versus"].notna()]
    figures = figures[_since_earlier(figures)]
    for fact, measure, change in zip(figures["fact"], figures["figure"], figures["change"], strict=True):
        if _falls(change, ratio_means=measure in amounts):
            yield fact, change


def _since_earlier(figures: pd.DataFrame) -> pd.Series[bool]:
    """Whether `versus` lies certainly before `asof`, or begins on the first day of the period and ends before it."""
    first, last = (figures[date_columns("versus")[end]] for end in (0, 3))
    begins, known, ends, _ = (figures[column] for column in date_columns("period"))
    same = (first == begins) & (begins == known) & cells.known(figures, "versus") & (last < ends)
    earlier = last < figures[date_columns("asof")[0]]
    period, asof = figures["period"].notna(), figures["asof"].notna()
    return (period & ~asof & same) | (asof & ~period & earlier)


def _falls(change: Change, *, ratio_means: bool) -> bool:
    """Whether a change is certainly a fall; of a total that may be negative, a ratio does not say."""
    floor = Interval.point(1 if change.kind == "times" else 0)
    return below(change.quantity.either, floor) and (ratio_means or change.kind in {"absolute", "points"})


def _total(corpus: Corpus, fact: str) -> str:
    measure = str(corpus.records[fact].values["figure"])
    return f"{corpus.registry.name('measures', measure)} {place(corpus, fact)}".strip()


def _when(corpus: Corpus, fact: str) -> str:
    record = corpus.records[fact]
    return f"in {written(record, 'period')}" if "period" in record.values else f"as of {written(record, 'asof')}"
