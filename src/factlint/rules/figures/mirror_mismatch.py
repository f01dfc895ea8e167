"""`mirror-mismatch`."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from factlint.figures import cells
from factlint.figures.printing import decimal, subject
from factlint.findings import Anchor, Clash, Severity
from factlint.interval import Interval
from factlint.reading.quantity import Quantity
from factlint.reasoning.agreement import common
from factlint.rules.base import Rule
from factlint.rules.figures.amounts import declared_units, either, in_base_units, texts, with_ends
from factlint.rules.figures.sides import SLACK, Floats, doubtful, opposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    import pandas as pd

    from factlint.corpus import Corpus

_CELL = ("scope", "time", "base", "here", "there")
_NOUGHT = Interval(Fraction(0), None)


class MirrorMismatch(Rule):
    """What one country reports of its trade with another is further from the other's report than declared.

    ## What it finds
    Figures of a measure whose registry entry names a `mirror` and a `mirror_tolerance`, against the partner's figures
    of the mirror measure: exports of A with B against imports of B with A, in one period and scope. The two clash where
    no two numbers that the printed ones stand for, rounded or cut off, differ by at most the tolerance, taken of the
    larger of the two. The mirror may be declared by either measure or by both; the larger tolerance counts.

    ## Why it matters
    Imports are mostly valued with freight and insurance (CIF), exports without (FOB), so mirror statistics differ by
    some percent. More than that is a wrong number, goods that went through a third country, or a false declaration.

    ## When it stays silent
    Where no tolerance is declared; in another period, scope or partner; where the units do not convert, as two
    currencies do not; of planned, denied and superseded figures; of changes and shares. Where figures of one side
    contradict each other, only `figure-differs` says so.

    ## How to settle it
    Correct the fact that misreads its article, raise the `mirror_tolerance` if the statistics of these countries are
    known to differ so much, or accept the finding with the reason.
    """

    name = "mirror-mismatch"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("pair", "scope")}
    needs = ("registry/measures.mirror",)
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD, mirror: imports, mirror_tolerance: 10%}
        imports: {kind: flow, unit: USD}
        arrivals: {kind: flow, mirror: departures}
        departures: {kind: flow}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        turkey: {name: Turkey}
        == facts/a.yaml
        source: {title: What one country reports}
        facts:
          - {id: a, figure: exports, of: Azerbaijan, with: Pakistan, period: 2020, value: $10 million}
          - {id: b, figure: exports, of: Azerbaijan, with: Pakistan, period: 2021, value: $10 million}
          - {id: c, figure: exports, of: Azerbaijan, period: 2020, value: $13 billion}
          - {id: d, figure: departures, of: Azerbaijan, with: Turkey, period: 2020, value: 5000}
        == facts/b.yaml
        source: {title: What the other reports}
        facts:
          - {id: within, figure: imports, of: Pakistan, with: Azerbaijan, period: 2020, value: $11.1 million}
          - {id: year, figure: imports, of: Pakistan, with: Azerbaijan, period: 2019, value: $30 million}
          - {id: quarter, figure: imports, of: Pakistan, with: Azerbaijan, period: 2020-Q1, value: $3 million}
          - {id: oil, figure: imports, of: Pakistan, with: Azerbaijan, period: 2020, scope: {for: oil}, value: $1m}
          - {id: own, figure: imports, of: Azerbaijan, with: Pakistan, period: 2020, value: $1 million}
          - {id: another, figure: imports, of: Pakistan, with: Turkey, period: 2020, value: $700 million}
          - {id: all, figure: imports, of: Pakistan, period: 2020, value: $46 billion}
          - {id: plan, figure: imports, of: Pakistan, with: Azerbaijan, period: 2021, mode: planned, value: $50 million}
          - {id: rupees, figure: imports, of: Pakistan, with: Azerbaijan, period: 2021, value: 1.6 billion PKR}
          - {id: grown, figure: imports, of: Pakistan, with: Azerbaijan, period: 2020, versus: 2019, change: -90%}
          - {id: no-tolerance, figure: arrivals, of: Turkey, with: Azerbaijan, period: 2020, value: 9000}
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD, mirror: imports, mirror_tolerance: 10%}
        imports: {kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: Figures that were revised}
        facts:
          - {id: a, figure: exports, of: Azerbaijan, with: Pakistan, period: 2020, value: $10 million}
          - {id: b, figure: imports, of: Pakistan, with: Azerbaijan, period: 2020, value: $13 million}
          - {id: c, figure: imports, of: Pakistan, with: Azerbaijan, period: 2020, value: $10.4 million, supersedes: b}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD, mirror: imports, mirror_tolerance: 10%}
        imports: {kind: flow, unit: USD, mirror: exports}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: What one country reports}
        facts:
          - {id: a, figure: exports, of: Azerbaijan, with: Pakistan, period: 2020, value: $10 million}
        == facts/b.yaml
        source: {title: What the other reports}
        facts:
          - id: b
            figure: imports
            of: Pakistan
            with: Azerbaijan
            period: 2020
            value: $13.2 million  # <- mirror-mismatch
        """,
        """
        == facts/registry/measures.yaml
        gas-exports: {name: gas exports, kind: flow, unit: m3, mirror: gas imports, mirror_tolerance: 2%}
        gas-imports: {name: gas imports, kind: flow, unit: bcm}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        turkey: {name: Turkey}
        == facts/a.yaml
        source: {title: Units that convert}
        facts:
          - {id: a, figure: gas exports, of: Azerbaijan, with: Turkey, period: 2020, value: 11.5 bcm}
          - id: b
            figure: gas imports
            of: Turkey
            with: Azerbaijan
            period: 2020
            value: 12,400 million cubic metres  # <- mirror-mismatch
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each quantity that two reporters state too differently, at the later of the facts."""
        mirrors = _mirrors(corpus)
        if not mirrors:
            return
        figures = cells.standing(corpus)
        named = {name for mirror in mirrors for name in (mirror.measure, mirror.partner)}
        figures = figures[figures["figure"].isin(named) & (figures["first"] != "") & (figures["second"] != "")]
        values = with_ends(in_base_units(figures, declared_units(corpus)))
        for mirror in mirrors:
            rows = _facing(values, mirror, cells.symmetric(corpus))
            for one, other in doubtful(rows, _CELL, mirror.surely_fits):
                if clash := _clash(corpus, mirror, one, other):
                    yield clash


class _Mirror(NamedTuple):
    """A measure and the partner's measure of the same, the tolerance as a part of one, and who declares it."""

    measure: str
    partner: str
    tolerance: Fraction
    said: Quantity
    declared_by: str

    def surely_fits(self, ends: Floats) -> np.ndarray:
        """For which cells floats show that two numbers differ by no more than the tolerance."""
        import numpy as np

        part = float(1 - self.tolerance) * (1 + SLACK)
        above = [
            (high > 0)
            & (other_high > 0)
            & (part * np.maximum(low, 0) < other_high)
            & (part * np.maximum(other_low, 0) < high)
            for low, high, other_low, other_high in (
                (ends.low, ends.high, ends.other_low, ends.other_high),
                (-ends.high, -ends.low, -ends.other_high, -ends.other_low),
            )
        ]
        fits: np.ndarray = above[0] | above[1]
        return fits

    def fits(self, one: Interval, other: Interval) -> bool:
        """Whether some two numbers x and y have |x - y| ≤ tolerance · max(|x|, |y|)."""
        part = 1 - self.tolerance
        return any(
            _within(one.times(sign) & _NOUGHT, part).meets(other.times(sign) & _NOUGHT)
            for sign in (1, -1)
            if not (one.times(sign) & _NOUGHT).is_empty
        )


def _within(numbers: Interval, part: Fraction) -> Interval:
    """The y of which some x ≥ 0 among `numbers` is neither less than `part` of it nor has it below `part` of itself."""
    low = (numbers.low or Fraction(0)) * part
    high = None if numbers.high is None or not part else numbers.high / part
    return Interval(low, high, numbers.low_open and part > 0, numbers.high_open)


def _mirrors(corpus: Corpus) -> list[_Mirror]:
    """The pairs of mirrored measures for which a tolerance is declared, each once, in a fixed order."""
    found: dict[frozenset[str], _Mirror] = {}
    for measure, entry in sorted(corpus.registry.entries["measures"].items()):
        partner, said = entry.values.get("mirror"), entry.values.get("mirror_tolerance")
        if entry.ref in corpus.unsound or not isinstance(said, Quantity) or not isinstance(partner, str):
            continue
        mirror = _Mirror(measure, partner, said.number / 100, said, measure)
        known = found.setdefault(frozenset((measure, partner)), mirror)
        if mirror.tolerance > known.tolerance:
            found[frozenset((measure, partner))] = mirror
    return list(found.values())


def _facing(values: pd.DataFrame, mirror: _Mirror, symmetric: frozenset[str]) -> pd.DataFrame:
    """The statements of both measures, those of the partner's with the ends exchanged and the flag `other`."""
    rows = values[values["figure"].isin([mirror.measure, mirror.partner])]
    one_measure = mirror.measure == mirror.partner
    other = rows["first"] > rows["second"] if one_measure else rows["figure"] == mirror.partner
    swap = rows["first"] > rows["second"] if symmetric & {mirror.measure, mirror.partner} else other
    here, there = rows["first"].where(~swap, rows["second"]), rows["second"].where(~swap, rows["first"])
    return rows.assign(other=other, here=here, there=there)


def _clash(corpus: Corpus, mirror: _Mirror, one: pd.DataFrame, other: pd.DataFrame) -> Clash | None:
    """The clash between what the two reporters say of one quantity, None where they fit."""
    said = (either(one), either(other))
    found = opposed(*said, mirror.fits)
    if found is None:
        return None
    printed = texts(one, other)
    sides = [[fact for fact in found.facts if fact in side] for side in said]
    ends = [common(side[fact] for fact in facts) for side, facts in zip(said, sides, strict=True)]
    first, second = (f"{subject(corpus, facts[0])} is given as {printed[facts[0]]}" for facts in sides)
    certain = bool(one["certain"].iloc[0])
    at = found.facts[-1]
    related = [(Anchor(fact, "value"), f"{printed[fact]} here") for fact in found.facts if fact != at]
    entry = corpus.registry.entry("measures", mirror.declared_by).ref
    return Clash(
        f"{first}, but {second}: {_gap(mirror, *ends)}{'' if certain else ', if both speak of the same days'}",
        Anchor(at, "value"),
        facts=found.facts,
        related=(*related, (Anchor(entry, "mirror_tolerance"), f"{mirror.said.text.strip()} is allowed here")),
        suspects=found.suspects,
        severity=None if certain else Severity.NOTE,
    )


def _gap(mirror: _Mirror, one: Interval, other: Interval) -> str:
    """By how much two sides differ, of which one lies above the other."""
    allowed = mirror.said.text.strip()
    for lower, upper in ((one, other), (other, one)):
        if lower.high is None or upper.low is None or lower.high > upper.low or lower.high * upper.low <= 0:
            continue
        near, far = sorted((abs(lower.high), abs(upper.low)))
        tenths = math.floor((1 - near / far) * 1000)
        if Fraction(tenths, 1000) > mirror.tolerance:
            return f"they differ by {decimal(Fraction(tenths, 10))}% or more, and {allowed} is allowed"
    return f"they differ by more than the {allowed} that is allowed"
