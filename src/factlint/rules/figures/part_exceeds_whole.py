"""`part-exceeds-whole`."""

from __future__ import annotations

from factlint.rules.figures.base import FigureRule


class PartExceedsWhole(FigureRule):
    """A part is greater than the whole that it belongs to.

    ## What it finds
    A measure whose registry entry says what it is `part_of` (`oil-exports: {part_of: exports}`), with a value above
    that of the whole for one `of`, `with`, `scope` and time, or with a share of the whole over 100 %. Parts of parts
    count too. An error where it is so even if each number may have been rounded or cut off, a warning where only if all
    were rounded; it points at the number that looks cut off.

    ## Why it matters
    A part above its whole is a misread unit, a slipped digit, or two reports that count different things.

    ## When it stays silent
    Where part and whole are equal or their intervals meet; where hedges leave room; on measures that the registry does
    not tie; at another place or time, in another scope or a unit that does not convert; on planned, denied and
    superseded figures.

    ## How to settle it
    Correct the fact that misreads its article. Where the one is no part of the other after all, correct the registry.
    Where the article itself is wrong, accept the finding with the reason.
    """

    name = "part-exceeds-whole"
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        oil-exports: {name: oil exports, kind: flow, part_of: exports}
        re-exports: {kind: flow}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: Parts within their wholes}
        facts:
          - {id: part, figure: oil exports, of: Armenia, period: 2020, value: $13 billion}
          - {id: whole, figure: exports, of: Armenia, period: 2020, value: $13.0 billion}
          - {id: touching, figure: oil exports, of: Armenia, period: 2021, value: $14 billion}
          - {id: touched, figure: exports, of: Armenia, period: 2021, value: $13 billion}
          - {id: around, figure: oil exports, of: Armenia, period: 2022, value: about $14 billion}
          - {id: whole-2022, figure: exports, of: Armenia, period: 2022, value: $13.5 billion}
          - {id: all-of-it, figure: oil exports, of: Armenia, period: 2023, share: 100%, share_of: exports}
        == facts/b.yaml
        source: {title: What is no part of it}
        facts:
          - {id: whole, figure: exports, of: Georgia, period: 2020, value: $5 billion}
          - {id: untied, figure: re-exports, of: Georgia, period: 2020, value: $7 billion}
          - {id: untied-share, figure: re-exports, of: Georgia, period: 2020, share: 140%, share_of: exports}
          - {id: next-year, figure: oil exports, of: Georgia, period: 2021, value: $7 billion}
          - {id: crude, figure: oil exports, of: Georgia, period: 2020, scope: {kind: crude}, value: $7 billion}
          - {id: plan, figure: oil exports, of: Georgia, period: 2020, mode: planned, value: $7 billion}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        oil-exports: {name: oil exports, kind: flow, part_of: exports}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: More oil than exports}
        facts:
          - id: oil
            figure: oil exports
            of: Armenia
            period: 2020
            value: $15 billion  # <- part-exceeds-whole
          - {id: whole, figure: exports, of: Armenia, period: 2020, value: $13 billion}
          - id: share
            figure: oil exports
            of: Georgia
            period: 2020
            share: 120%  # <- part-exceeds-whole
            share_of: exports
        """,
    )
