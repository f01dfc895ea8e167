"""`shares-exceed-whole`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class SharesExceedWhole(FigureRule):
    """The shares of one whole are more, or less, than all of it.

    ## What it finds
    Shares of one whole whose parts the registry declares: the terms of what its measure `equals` (`turnover: {equals:
    exports + imports}`). They cannot make more than 100 %, and where the share of every term is stated they cannot make
    less. An error where it is so even if each number may have been rounded or cut off, a warning where only if all were
    rounded; it points at one of those that look cut off.

    ## Why it matters
    Shares that make 115 % are of different wholes, of different times, or one of them is misread.

    ## When it stays silent
    Where the shares make 100 % within what rounding leaves (33.3, 33.3 and 33.3); where hedges leave room; on parts
    that the registry does not declare as the terms of their whole: in a poll with several answers, and for parts that
    overlap, 115 % is fine; on shares of other wholes, times and scopes; on planned, denied and superseded figures.

    ## How to settle it
    Correct the fact that misreads its article, or give it its own `share_of`. Where the article itself is wrong, accept
    the finding with the reason.
    """

    name = "shares-exceed-whole"
    valid = (
        """
        == facts/registry/measures.yaml
        wheat: {kind: flow}
        barley: {kind: flow}
        maize: {kind: flow}
        grain: {kind: flow, equals: wheat + barley + maize}
        readers: {kind: stock}
        viewers: {kind: stock}
        adults: {kind: stock}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: Shares that are all of it}
        facts:
          - {id: wheat, figure: wheat, of: Armenia, period: 2020, share: 33.3%, share_of: grain}
          - {id: barley, figure: barley, of: Armenia, period: 2020, share: 33.3%, share_of: grain}
          - {id: maize, figure: maize, of: Armenia, period: 2020, share: 33.3%, share_of: grain}
          - {id: wheat-2021, figure: wheat, of: Armenia, period: 2021, share: about 60%, share_of: grain}
          - {id: barley-2021, figure: barley, of: Armenia, period: 2021, share: 43%, share_of: grain}
        == facts/b.yaml
        source: {title: Shares that may be more or less than all of it}
        facts:
          - {id: read, figure: readers, of: Georgia, asof: 2020-01-01, share: 80%, share_of: adults}
          - {id: watch, figure: viewers, of: Georgia, asof: 2020-01-01, share: 60%, share_of: adults}
          - {id: wheat, figure: wheat, of: Georgia, period: 2020, share: 60%, share_of: grain}
          - {id: barley, figure: barley, of: Georgia, period: 2021, share: 60%, share_of: grain}
          - {id: winter, figure: wheat, of: Georgia, period: 2021, scope: {crop: winter}, share: 70%, share_of: grain}
          - {id: maize, figure: maize, of: Georgia, period: 2021, mode: planned, share: 50%, share_of: grain}
          - {id: half, figure: wheat, of: Georgia, period: 2022, share: 20%, share_of: grain}
          - {id: rest, figure: barley, of: Georgia, period: 2022, share: 30%, share_of: grain}
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
        source: {title: More than all of it and less}
        facts:
          - id: exports
            figure: exports
            of: Armenia
            period: 2020
            share: 60%  # <- shares-exceed-whole
            share_of: turnover
          - {id: imports, figure: imports, of: Armenia, period: 2020, share: 55%, share_of: turnover}
          - id: exports-of-georgia
            figure: exports
            of: Georgia
            period: 2020
            share: 40%  # <- shares-exceed-whole
            share_of: turnover
          - {id: imports-of-georgia, figure: imports, of: Georgia, period: 2020, share: 50%, share_of: turnover}
        """,
    )
