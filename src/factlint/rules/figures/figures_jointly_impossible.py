"""`figures-jointly-impossible`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class FiguresJointlyImpossible(FigureRule):
    """Figures of which each two are fine cannot all be true together.

    ## What it finds
    Values, changes, shares, means and the periods of flows, tied together by what the measures `equal` and what they
    are `part_of`, as one system of exact inequalities: turnover cannot grow by 79.5 % where exports double and imports
    grow by 163 %. An error where the system has no solution even if each number may have been rounded or cut off, a
    warning where it has one only if some were cut off; it names those. The facts are a smallest set: without any one of
    them the others are possible. What a more specific rule has a name for (`sum-mismatch`, `growth-mismatch`, …) is
    left to that rule.

    ## Why it matters
    Most trade reports that contradict themselves do so only jointly, so no check of one sum at a time sees it.

    ## When it stays silent
    Where any amounts fit: the verdict is exact. On changes and shares in percent of measures that may fall below zero
    (`minimum: none`), on uncertain times, on planned, denied and superseded figures, between scopes that no share ties,
    and between units that do not convert.

    ## How to settle it
    Look at the suspects first, then at each fact of the set: correct the one that misreads its article. Where the
    article itself is wrong, accept the finding with the reason.
    """

    name = "figures-jointly-impossible"
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        turnover: {kind: flow, equals: exports + imports, symmetric: true}
        balance: {kind: flow, equals: exports - imports, minimum: none}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: What can be}
        facts:
          - {id: a, figure: turnover, of: Armenia, period: 2021, versus: 2020, change: +79.5%}
          - {id: b, figure: exports, of: Armenia, period: 2021, versus: 2020, change: 2.1 times}
          - {id: c, figure: imports, of: Armenia, period: 2021, versus: 2020, change: +63%}
          - {id: d, figure: balance, of: Armenia, period: 2021, versus: 2020, change: 4.3 times}
          - {id: e, figure: exports, of: Armenia, period: 2021, share: about 40%, share_of: turnover}
          - {id: f, figure: exports, of: Georgia, period: 2021-Q1, value: $1.2 billion}
          - {id: g, figure: exports, of: Georgia, period: 2021-Q2, value: $1.2 billion}
          - {id: h, figure: exports, of: Georgia, period: 2021, value: more than $2.2 billion}
          - {id: i, figure: imports, of: Georgia, period: 2021-Q1, scope: {goods: oil}, value: $9.0 billion}
          - {id: j, figure: imports, of: Georgia, period: 2021, value: $5.0 billion}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        turnover: {kind: flow, equals: exports + imports}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: A turnover that grows less than both its parts and a share that leaves too little}
        facts:
          - id: a
            figure: turnover
            of: Armenia
            period: 2021
            versus: 2020
            change: +79.5%  # <- figures-jointly-impossible
          - {id: b, figure: exports, of: Armenia, period: 2021, versus: 2020, change: 2.1 times}
          - {id: c, figure: imports, of: Armenia, period: 2021, versus: 2020, change: +163%}
          - id: in
            figure: imports
            of: Georgia
            period: 2021
            value: $9.8 billion  # <- figures-jointly-impossible
          - {id: out, figure: exports, of: Georgia, period: 2021, value: $5.4 billion}
          - {id: share, figure: exports, of: Georgia, period: 2021, share: 45%, share_of: turnover}
        """,
    )
