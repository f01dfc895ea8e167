"""`mean-mismatch`."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.figures.base import FigureRule


class MeanMismatch(FigureRule):
    """A mean is not its total divided by its count.

    ## What it finds
    A measure whose registry entry says of what it is the mean (`export-price: {equals: export-value / export-volume}`),
    with values of the mean, the total and the count for one `of`, `with`, `scope` and time that cannot all be true: a
    price of $500 a tonne where 1,500 tonnes brought $1.0 million. Units convert: dollars a tonne, and kilograms.

    ## Why it matters
    Prices and incomes a head are computed from the numbers beside them, often from those of another year or with the
    wrong power of ten. It is a warning: which count the mean was taken over is seldom said.

    ## When it stays silent
    Where the intervals meet or touch; where hedges leave room; where the count is of another time, place or scope, or
    the units do not convert; on planned, denied and superseded figures.

    ## How to settle it
    Correct the fact that misreads its article. Where the mean was taken over another count, give the count its own
    `scope` or time. Where the article itself is wrong, accept the finding with the reason.
    """

    name = "mean-mismatch"
    severity = Severity.WARNING
    valid = (
        """
        == facts/registry/measures.yaml
        export-value: {name: export value, kind: flow}
        export-volume: {name: export volume, kind: flow}
        export-price: {name: export price, kind: rate, equals: export-value / export-volume}
        gdp: {name: GDP, kind: flow}
        people: {kind: stock}
        gdp-a-head: {name: GDP a head, kind: rate, equals: gdp / people}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: Means that are right}
        facts:
          - {id: value, figure: export value, of: Armenia, period: 2021, value: $1.0 million}
          - {id: volume, figure: export volume, of: Armenia, period: 2021, value: "1,500 tonnes"}
          - {id: price, figure: export price, of: Armenia, period: 2021, value: $667 per tonne}
          - {id: finer, figure: export price, of: Armenia, period: 2021, value: $0.67 per kg}
          - {id: around, figure: export price, of: Armenia, period: 2021, value: about $650 per tonne}
        == facts/b.yaml
        source: {title: Means of something else}
        facts:
          - {id: value, figure: export value, of: Georgia, period: 2021, value: $1.0 million}
          - {id: last-year, figure: export volume, of: Georgia, period: 2020, value: "1,500 tonnes"}
          - {id: price, figure: export price, of: Georgia, period: 2021, value: $500 per tonne}
          - {id: gdp, figure: GDP, of: Georgia, period: 2021, value: $20 billion}
          - {id: head-count, figure: people, of: Georgia, asof: 2014-11-05, value: 3.7 million people}
          - {id: a-head, figure: GDP a head, of: Georgia, period: 2021, value: $9000 per person}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        export-value: {name: export value, kind: flow}
        export-volume: {name: export volume, kind: flow}
        export-price: {name: export price, kind: rate, equals: export-value / export-volume}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        == facts/a.yaml
        source: {title: A price that is too low}
        facts:
          - id: price
            figure: export price
            of: Armenia
            period: 2021
            value: $500 per tonne  # <- mean-mismatch
          - {id: value, figure: export value, of: Armenia, period: 2021, value: $1.0 million}
          - {id: volume, figure: export volume, of: Armenia, period: 2021, value: "1,500 tonnes"}
        """,
    )
