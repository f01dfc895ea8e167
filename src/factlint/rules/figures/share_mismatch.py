"""`share-mismatch`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class ShareMismatch(FigureRule):
    """A share is not that of its part in its whole.

    ## What it finds
    A `share` with values of the part and of the whole that it is a `share_of`, which cannot all be true: exports of $20
    million in a turnover of $30 million are no half of it. An error where it is so even if each number may have been
    rounded or cut off, a warning where only if all were rounded; it points at one of those that look cut off.

    ## Why it matters
    A percentage beside the two numbers that it was computed from is the cheapest check there is of all three.

    ## When it stays silent
    Where the intervals meet or touch; where hedges leave room; on shares of another whole: `share_of` says whether it
    is of another measure, partner or period; on measures that may fall below zero (`minimum: none`), whose shares have
    two meanings; on times that are not certain; on planned, denied and superseded figures.

    ## How to settle it
    Correct the fact that misreads its article; look at `share_of` first. Where the article itself is wrong, accept the
    finding with the reason.
    """

    name = "share-mismatch"
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        gas-exports: {name: gas exports, kind: flow}
        gdp: {name: GDP, kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        caucasus: {name: Caucasus}
        == facts/a.yaml
        source: {title: Shares that are right}
        facts:
          - {id: part, figure: gas exports, of: Armenia, period: 2021, value: $5.0 billion}
          - {id: whole, figure: exports, of: Armenia, period: 2021, value: $20.0 billion}
          - {id: share, figure: gas exports, of: Armenia, period: 2021, share: 25%, share_of: exports}
          - {id: finer, figure: gas exports, of: Armenia, period: 2021, share: 24.7%, share_of: exports}
          - {id: around, figure: gas exports, of: Armenia, period: 2021, share: about 26%, share_of: exports}
        == facts/b.yaml
        source: {title: Shares of something else}
        facts:
          - {id: of-gdp, figure: gas exports, of: Armenia, period: 2021, share: 9%, share_of: gdp}
          - id: of-the-region
            figure: gas exports
            of: Armenia
            with: Georgia
            period: 2021
            share: 2%
            share_of: {figure: gas exports, with: Caucasus}
          - id: of-last-year
            figure: gas exports
            of: Armenia
            period: 2021
            share: 30%
            share_of: {figure: exports, period: 2020}
          - {id: to-georgia, figure: gas exports, of: Armenia, with: Georgia, period: 2021, value: $1.0 billion}
          - {id: plan, figure: gas exports, of: Armenia, period: 2021, mode: planned, share: 60%, share_of: exports}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        gas-exports: {name: gas exports, kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        world: {name: World}
        == facts/a.yaml
        source: {title: A half that is two thirds and a half that is a fourth}
        facts:
          - {id: gas, figure: gas exports, of: Armenia, period: 2021, value: $20.0 billion}
          - id: share
            figure: gas exports
            of: Armenia
            period: 2021
            share: 50%  # <- share-mismatch
            share_of: exports
          - {id: whole, figure: exports, of: Armenia, period: 2021, value: $30.0 billion}
          - id: half-of-it
            figure: exports
            of: Georgia
            with: Armenia
            period: 2021
            share: 50%  # <- share-mismatch
            share_of: {figure: exports, with: World}
          - {id: to-armenia, figure: exports, of: Georgia, with: Armenia, period: 2021, value: $1.0 billion}
          - {id: to-the-world, figure: exports, of: Georgia, with: World, period: 2021, value: $4.0 billion}
        """,
    )
