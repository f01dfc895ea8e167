"""`growth-mismatch`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class GrowthMismatch(FigureRule):
    """A change is not the one between its two levels.

    ## What it finds
    A `change` in percent, times, percentage points or an amount, with values of its `period` and of the one that it is
    `versus`, or with another change between the two, that cannot all be true: $10 million, then $20 million, and +50 %;
    a rise in percent of what fell by an amount; growth from zero. An error where it is so even if each number may have
    been rounded or cut off, a warning where only if all were rounded; it points at one of those that look cut off.

    ## Why it matters
    Percentages are computed by hand and against the wrong base; `by` and `to`, percent and percentage points are mixed
    up, and the levels in the same sentence tell.

    ## When it stays silent
    Where the intervals meet or touch (`+110%` and `2.1 times` are the same); where hedges leave room; on percentages of
    measures that may fall below zero (`minimum: none`), which have two meanings; on times that are not certain; in
    another scope, currency or unit that does not convert; on planned, denied and superseded figures.

    ## How to settle it
    Correct the fact that misreads its article; look at `versus` first, and at the kind of the change: `12 percentage
    points` is no `12%`. Where the article itself is wrong, accept the finding with the reason.
    """

    name = "growth-mismatch"
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        balance: {kind: flow, minimum: none}
        jobless: {kind: rate, unit: percent}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: Changes that are right}
        facts:
          - {id: before, figure: exports, of: Armenia, period: 2020, value: $10.0 million}
          - {id: after, figure: exports, of: Armenia, period: 2021, value: $21.0 million}
          - {id: percent, figure: exports, of: Armenia, period: 2021, versus: 2020, change: +110%}
          - {id: times, figure: exports, of: Armenia, period: 2021, versus: 2020, change: 2.1 times}
          - {id: amount, figure: exports, of: Armenia, period: 2021, versus: 2020, change: +$11 million}
          - {id: around, figure: exports, of: Armenia, period: 2021, versus: 2020, change: about 105%}
          - {id: above, figure: exports, of: Armenia, period: 2021, versus: 2020, change: more than +100%}
          - {id: jobless-2020, figure: jobless, of: Armenia, period: 2020, value: 6.0%}
          - {id: jobless-2021, figure: jobless, of: Armenia, period: 2021, value: 7.5%}
          - {id: points, figure: jobless, of: Armenia, period: 2021, versus: 2020, change: +1.5 pp}
        == facts/b.yaml
        source: {title: Changes of something else}
        facts:
          - {id: deficit-2020, figure: balance, of: Georgia, period: 2020, value: -$5.0 million}
          - {id: deficit-2021, figure: balance, of: Georgia, period: 2021, value: -$6.0 million}
          - {id: deeper, figure: balance, of: Georgia, period: 2021, versus: 2020, change: +20%}
          - {id: before, figure: exports, of: Georgia, period: 2020, value: $10.0 million}
          - {id: after, figure: exports, of: Georgia, period: 2021, value: $20.0 million}
          - {id: longer-ago, figure: exports, of: Georgia, period: 2021, versus: 2018, change: +50%}
          - {id: oil, figure: exports, of: Georgia, period: 2021, versus: 2020, scope: {goods: oil}, change: +50%}
          - {id: plan, figure: exports, of: Georgia, period: 2021, versus: 2020, mode: planned, change: +50%}
          - {id: some-year, figure: exports, of: Georgia, period: 2021~, versus: 2020, change: +900%}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        jobless: {kind: rate, unit: percent}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: Changes against two levels}
        facts:
          - id: change
            figure: exports
            of: Armenia
            period: 2021
            versus: 2020
            change: +50%  # <- growth-mismatch
          - {id: level, figure: exports, of: Armenia, period: 2021, value: $20.0 million}
          - {id: level-before, figure: exports, of: Armenia, period: 2020, value: $10.0 million}
          - id: amount
            figure: exports
            of: Georgia
            period: 2021
            versus: 2020
            change: +$9.0 million  # <- growth-mismatch
          - {id: exports, figure: exports, of: Georgia, period: 2021, value: $20.0 million}
          - {id: exports-before, figure: exports, of: Georgia, period: 2020, value: $10.0 million}
          - {id: jobless, figure: jobless, of: Georgia, period: 2021, value: 7.0%}
          - {id: jobless-before, figure: jobless, of: Georgia, period: 2020, value: 6.0%}
          - id: points
            figure: jobless
            of: Georgia
            period: 2021
            versus: 2020
            change: -1.0 pp  # <- growth-mismatch
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        turkey: {name: Turkey}
        == facts/a.yaml
        source: {title: A fall in dollars that is a rise in percent and growth from zero and a truncated change}
        facts:
          - id: by-dollars
            figure: exports
            of: Armenia
            period: 2021
            versus: 2020
            change: -$1.3 million  # <- growth-mismatch
          - {id: by-percent, figure: exports, of: Armenia, period: 2021, versus: 2020, change: +10%}
          - id: change
            figure: exports
            of: Georgia
            period: 2021
            versus: 2020
            change: +10%  # <- growth-mismatch
          - {id: nothing, figure: exports, of: Georgia, period: 2020, value: 0 USD, precision: exact}
          - id: truncated
            figure: exports
            of: Turkey
            period: 2021
            versus: 2020
            change: +50.5%  # <- growth-mismatch
          - {id: turkey-2021, figure: exports, of: Turkey, period: 2021, value: $15.060 million}
          - {id: turkey-2020, figure: exports, of: Turkey, period: 2020, value: $10.000 million}
        """,
    )
