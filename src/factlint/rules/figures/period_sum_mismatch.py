"""`period-sum-mismatch`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class PeriodSumMismatch(FigureRule):
    """The periods of one flow do not add up.

    ## What it finds
    Values of one flow over several periods that cannot all be true: quarters or months that do not make their year, a
    half above its year, January to July below January to June, periods that overlap. Of days for which nothing is
    stated it is known that they add nothing below zero. An error where the values do not fit even if each number may
    have been rounded or cut off, a warning where they do only if some were cut off; it points at one of those.

    ## Why it matters
    Reports give a running total month after month; a misread period or a slipped digit shows only beside the others.

    ## When it stays silent
    Where the intervals leave room, ends included; where hedges do (`about`, `more than`); on stocks and rates, and on
    flows that are `cumulative`, which do not add up. Of a measure that may fall below zero (`minimum: none`) a half may
    be above its year: there, only periods that make up the whole one must add up. On planned, denied and superseded
    figures, on other scopes, and on times that are not certain (`2014~`).

    ## How to settle it
    Correct the fact that misreads its article; look at the period first. Where the article itself is wrong, accept the
    finding with the reason.
    """

    name = "period-sum-mismatch"
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        balance: {kind: flow, minimum: none}
        reserves: {kind: stock}
        jobless: {kind: rate, unit: percent}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: Periods that add up}
        facts:
          - {id: quarter-1, figure: exports, of: Armenia, period: 2021-Q1, value: $5.0 million}
          - {id: quarter-2, figure: exports, of: Armenia, period: 2021-Q2, value: $5.0 million}
          - {id: quarter-3, figure: exports, of: Armenia, period: 2021-Q3, value: $5.0 million}
          - {id: quarter-4, figure: exports, of: Armenia, period: 2021-Q4, value: $5.1 million}
          - {id: year, figure: exports, of: Armenia, period: 2021, value: $20.3 million}
          - {id: six-months, figure: exports, of: Georgia, period: 2021-01/2021-06, value: $5.0 million}
          - {id: seven-months, figure: exports, of: Georgia, period: 2021-01/2021-07, value: $5.9 million}
          - {id: around, figure: exports, of: Georgia, period: 2021-01/2021-05, value: about $5.2 million}
        == facts/b.yaml
        source: {title: What does not add up over time}
        facts:
          - {id: spring, figure: reserves, of: Armenia, asof: 2021-03-31, value: $9 billion}
          - {id: autumn, figure: reserves, of: Armenia, asof: 2021-09-30, value: $4 billion}
          - {id: jobless-half, figure: jobless, of: Armenia, period: 2021-H1, value: 9.0%}
          - {id: jobless-year, figure: jobless, of: Armenia, period: 2021, value: 7.0%}
          - {id: balance-half, figure: balance, of: Armenia, period: 2021-H1, value: $4 million}
          - {id: balance-year, figure: balance, of: Armenia, period: 2021, value: $1 million}
          - {id: plan, figure: exports, of: Armenia, period: 2022-H1, mode: planned, value: $90 million}
          - {id: oil, figure: exports, of: Armenia, period: 2022-Q1, scope: {goods: oil}, value: $90 million}
          - {id: manats, figure: exports, of: Armenia, period: 2022-Q2, value: 90 million AZN}
          - {id: next-year, figure: exports, of: Armenia, period: 2022, value: $25 million}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        balance: {kind: flow, minimum: none}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        turkey: {name: Turkey}
        == facts/a.yaml
        source: {title: Quarters above their year and seven months below six}
        facts:
          - id: all-year
            figure: exports
            of: Armenia
            period: 2021
            value: $18.0 million  # <- period-sum-mismatch
          - {id: quarter-1, figure: exports, of: Armenia, period: 2021-Q1, value: $5.0 million}
          - {id: quarter-2, figure: exports, of: Armenia, period: 2021-Q2, value: $5.0 million}
          - {id: quarter-3, figure: exports, of: Armenia, period: 2021-Q3, value: $5.0 million}
          - {id: quarter-4, figure: exports, of: Armenia, period: 2021-Q4, value: $5.0 million}
          - id: seven-months
            figure: exports
            of: Georgia
            period: 2021-01/2021-07
            value: $4.0 million  # <- period-sum-mismatch
          - {id: six-months, figure: exports, of: Georgia, period: 2021-01/2021-06, value: $5.0 million}
          - id: half-1
            figure: balance
            of: Turkey
            period: 2021-H1
            value: -$4.0 million  # <- period-sum-mismatch
          - {id: half-2, figure: balance, of: Turkey, period: 2021-H2, value: $1.0 million}
          - {id: year, figure: balance, of: Turkey, period: 2021, value: $3.0 million}
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        == facts/a.yaml
        source: {title: A year that looks truncated}
        facts:
          - {id: half, figure: exports, of: Armenia, period: 2021-H1, value: $5.06 million}
          - id: year
            figure: exports
            of: Armenia
            period: 2021
            value: $5.0 million  # <- period-sum-mismatch
        """,
    )
