"""`sum-mismatch`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class SumMismatch(FigureRule):
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
    time; for planned, denied and superseded figures; where a term is not stated that may be anything. Where one wrong
    number is at odds with a sum and with another statement of its own quantity, that makes one finding.

    ## How to settle it
    Correct the fact that misreads its article. Where the article itself is wrong, accept the finding with the reason.
    """

    name = "sum-mismatch"
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
