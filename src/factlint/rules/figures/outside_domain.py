"""`outside-domain`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class OutsideDomain(FigureRule):
    """A figure is beyond what its measure can be.

    ## What it finds
    One figure below the `minimum` of its measure (0 for amounts where the registry does not say) or above its
    `maximum`: a turnout of 104 %, -3 injured, a turnover below zero, exports that fall by 120 %. Also one figure that
    cannot be by itself: a change against its own period, a share of itself other than 100 %.

    ## Why it matters
    No other fact is needed to see that it is wrong: a slipped digit, a lost sign, or the wrong measure.

    ## When it stays silent
    On growth over 100 %; on rates, which have no bounds but those that the registry declares; on measures with
    `minimum: none`; where the interval of the number meets the bounds, or a hedge does; on bounds in another unit; on
    planned, denied and superseded figures.

    ## How to settle it
    Correct the fact that misreads its article. Where the number may be so after all, declare it: `minimum: none`, or
    another `maximum`. Where the article itself is wrong, accept the finding with the reason.
    """

    name = "outside-domain"
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        balance: {kind: flow, minimum: none}
        turnout: {kind: rate, unit: percent, minimum: 0, maximum: 100}
        inflation: {kind: rate, unit: percent}
        injured: {kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        == facts/a.yaml
        source: {title: What can be}
        facts:
          - {id: growth, figure: exports, of: Armenia, period: 2021, versus: 2020, change: +250%}
          - {id: all, figure: turnout, of: Armenia, period: 2021, value: 100%}
          - {id: above, figure: turnout, of: Armenia, period: 2022, value: at least 98%}
          - {id: denied, figure: turnout, of: Armenia, period: 2023, mode: denied, value: 104%}
          - {id: prices, figure: inflation, of: Armenia, period: 2021, value: 104%}
          - {id: deflation, figure: inflation, of: Armenia, period: 2022, value: -1.4%}
          - {id: deficit, figure: balance, of: Armenia, period: 2021, value: -$5.0 million}
          - {id: nobody, figure: injured, of: Armenia, period: 2021, value: 0 people}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        turnover: {kind: flow}
        turnout: {kind: rate, unit: percent, minimum: 0, maximum: 100}
        injured: {kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        == facts/a.yaml
        source: {title: What cannot be}
        facts:
          - {id: turnout, figure: turnout, of: Armenia, period: 2021, value: 104%}  # <- outside-domain
          - {id: injured, figure: injured, of: Armenia, period: 2021, value: -3 people}  # <- outside-domain
          - {id: turnover, figure: turnover, of: Armenia, period: 2021, value: -$5.0 million}  # <- outside-domain
          - {id: fall, figure: exports, of: Armenia, period: 2021, versus: 2020, change: -120%}  # <- outside-domain
        """,
    )
