"""`figure-differs`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class FigureDiffers(FigureRule):
    """One quantity is given with two values that cannot both be true.

    ## What it finds
    Figures of one measure, `of`, `with`, `scope` and time whose printed numbers stand for intervals that do not meet:
    an error where they do not meet even if each number may have been rounded or cut off, a warning where they meet only
    if one was cut off; it points at that one. Units convert (12 km and 13,000 metres). Two changes against one period
    are compared alike (`+110%` is `2.1 times`), and two shares of one whole. A finding names two figures that clash;
    one wrong figure makes one finding, however many others it is at odds with.

    ## Why it matters
    Two reports give one number differently: one of them is wrong, was revised, or counts something else.

    ## When it stays silent
    Where the intervals touch or meet (`$13.2 million` and `$13.24 million`, `about 13`, `more than 10`); in another
    scope, time, currency or unit that does not convert; where one figure says that it `supersedes` the other; where one
    is `planned` or `denied`. Where the time is not certain (`2014~`, a stock of some day in 2021) both may be right:
    `pedantic` notes those of the same time.

    ## How to settle it
    Correct the fact that misreads its article. Where both are as printed, tell them apart with `scope`, or let the
    later one say `supersedes`, or accept the finding with the reason.
    """

    name = "figure-differs"
    valid = (
        """
        == facts/registry/measures.yaml
        trade: {kind: flow, symmetric: true}
        gas-stored: {name: gas stored, kind: stock}
        railway: {kind: stock}
        == facts/registry/places.yaml
        baku: {name: Baku}
        karachi: {name: Karachi}
        == facts/a.yaml
        source: {title: What is one number said twice}
        facts:
          - {id: a, figure: trade, of: Baku, with: Karachi, period: 2020, value: $13.2 million}
          - {id: finer, figure: trade, of: Karachi, with: Baku, period: 2020, value: $13.24 million}
          - {id: touching, figure: trade, of: Baku, with: Karachi, period: 2020, value: 13.25 million USD}
          - {id: around, figure: trade, of: Baku, with: Karachi, period: 2020, value: about $13 million}
          - {id: above, figure: trade, of: Baku, with: Karachi, period: 2020, value: more than $10 million}
          - {id: in-percent, figure: trade, of: Baku, with: Karachi, period: 2020, versus: 2019, change: +110%}
          - {id: kilometres, figure: railway, of: Baku, asof: 2020-01-01, value: 12 km}
          - {id: metres, figure: railway, of: Baku, asof: 2020-01-01, value: "12,300 metres"}
          - {id: in-times, figure: trade, of: Baku, with: Karachi, period: 2020, versus: 2019, change: 2.1 times}
        == facts/b.yaml
        source: {title: What is another number}
        facts:
          - {id: later, figure: trade, of: Baku, with: Karachi, period: 2021, value: $20 million}
          - {id: half, figure: trade, of: Baku, with: Karachi, period: 2020-H1, value: $5 million}
          - {id: oil, figure: trade, of: Baku, with: Karachi, period: 2020, scope: {goods: oil}, value: $1 million}
          - {id: manats, figure: trade, of: Baku, with: Karachi, period: 2020, value: 22.4 million AZN}
          - {id: plan, figure: trade, of: Baku, with: Karachi, period: 2020, mode: planned, value: $50 million}
          - {id: denial, figure: trade, of: Baku, with: Karachi, period: 2020, mode: denied, value: $60 million}
          - {id: first, figure: trade, of: Baku, period: 2020, value: $24 billion}
          - {id: revised, figure: trade, of: Baku, period: 2020, value: $24.5 billion, supersedes: first}
          - {id: spring, figure: gas stored, of: Baku, asof: 2020-03-01, value: 3 bcm}
          - {id: autumn, figure: gas stored, of: Baku, asof: 2020-09-01, value: 5 bcm}
          - {id: some-day, figure: gas stored, of: Baku, asof: 2020, value: 4 bcm}
          - {id: another-day, figure: gas stored, of: Baku, asof: 2020, value: 6 bcm}
          - {id: one-year, figure: trade, of: Karachi, period: 2014~, value: $70 billion}
          - {id: another-year, figure: trade, of: Karachi, period: 2014~, value: $80 billion}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        turnover: {kind: flow, symmetric: true}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: a, figure: turnover, of: Azerbaijan, with: Pakistan, period: 2020, value: $13.2 million}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: b
            figure: turnover
            of: Pakistan
            with: Azerbaijan
            period: 2020
            value: $13.8 million  # <- figure-differs
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A report whose number looks truncated}
        facts:
          - id: a
            figure: exports
            of: Azerbaijan
            period: 2021-Q1
            value: $739.3 million  # <- figure-differs
          - {id: b, figure: exports, of: Azerbaijan, period: 2021-Q1, value: $739.386 million}
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        turnover: {kind: flow}
        pipeline: {kind: stock}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: grown, figure: exports, of: Azerbaijan, period: 2021, versus: 2020, change: +110%}
          - {id: part, figure: exports, of: Azerbaijan, period: 2021, share: 49%, share_of: turnover}
          - {id: length, figure: pipeline, of: Azerbaijan, asof: 2021-01-01, value: 12 km}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: grown
            figure: exports
            of: Azerbaijan
            period: 2021
            versus: 2020
            change: 2.3 times  # <- figure-differs
          - id: part
            figure: exports
            of: Azerbaijan
            period: 2021
            share: 52%  # <- figure-differs
            share_of: {figure: turnover, of: Azerbaijan}
          - id: length
            figure: pipeline
            of: Azerbaijan
            asof: 2021-01-01
            value: 14,000 metres  # <- figure-differs
        """,
    )
