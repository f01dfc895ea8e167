"""`unit-mismatch`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from factlint.figures import cells
from factlint.figures.printing import subject
from factlint.findings import Anchor, Clash, Severity
from factlint.reading.name import nearest
from factlint.reading.quantity.declared import unambiguous_units
from factlint.reading.quantity.units import UNITS, Unit, family, is_known
from factlint.rules.base import Rule
from factlint.rules.figures.amounts import declared_units, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus

_RATIOS = ("percent", "times")


class UnitMismatch(Rule):
    """A figure is in a unit that cannot be that of its measure, or of another figure of the same quantity.

    ## What it finds
    A value or an absolute change whose unit does not convert to the `unit` that the registry declares for its measure,
    or that nobody knows while the declared one is known; and two values of one quantity (measure, `of`, `with`, `scope`
    and time) in units that do not convert into each other, where no unit is declared. Counted in another noun than the
    declared one (`brigades` for `military units`) is a warning.

    ## Why it matters
    Tonnes that were taken for dollars compare with nothing, and no other rule would ever look at them.

    ## When it stays silent
    Between units that convert (`tonnes` and `kg`, barrels and cubic metres) or measure the same (days and months), and
    between currencies. A bare number is in the declared unit, and a unit that leaves out what it is per (`$60` where
    `USD/barrel` is declared) in the declared one too. Of a measure without a declared unit, counted nouns are fine (`72
    ventilators`), also beside other units. People may be counted in any noun. Ratios and shares have no unit; the
    points of `-3 pp` are those of a measure in percent.

    ## How to settle it
    Correct the fact that misreads its article, name the measure that is meant, or declare the unit in
    `facts/registry/measures.yaml`. Tell two figures apart with `scope`, or give each a measure of its own.
    """

    name = "unit-mismatch"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("pair", "scope")}
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD}
        cargo: {kind: flow, unit: tonne}
        price: {kind: rate, unit: USD/barrel}
        jobless: {kind: rate, unit: percent}
        troops: {kind: stock, unit: people}
        length: {kind: stock, unit: days}
        aid: {kind: flow}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: Units that convert or measure the same}
        facts:
          - {id: dollars, figure: exports, of: Azerbaijan, period: 2020, value: $13.2 million}
          - {id: manats, figure: exports, of: Azerbaijan, period: 2020, value: 22.4 million AZN}
          - {id: bare, figure: exports, of: Azerbaijan, period: 2021, value: 14.1 million}
          - {id: more, figure: exports, of: Azerbaijan, period: 2021, versus: 2020, change: +$0.9 million}
          - {id: ratio, figure: exports, of: Azerbaijan, period: 2022, versus: 2021, change: +12%}
          - {id: part, figure: exports, of: Azerbaijan, period: 2022, share: 4%, share_of: cargo}
          - {id: tonnes, figure: cargo, of: Azerbaijan, period: 2020, value: 5 thousand tonnes}
          - {id: kilos, figure: cargo, of: Azerbaijan, period: 2020, value: 5 million kg}
          - {id: for-a-barrel, figure: price, of: Azerbaijan, asof: 2020-03-01, value: $60}
          - {id: points, figure: jobless, of: Azerbaijan, period: 2021, versus: 2020, change: -1.5 pp}
          - {id: a-year, figure: jobless, of: Azerbaijan, period: 2020, value: 5 percent a year}
          - {id: soldiers, figure: troops, of: Azerbaijan, asof: 2020-03-01, value: 67000 soldiers}
          - {id: months, figure: length, of: Azerbaijan, asof: 2020-03-01, value: 3 months}
        == facts/b.yaml
        source: {title: Figures of a measure without a unit}
        facts:
          - {id: things, figure: aid, of: Pakistan, period: 2020, value: 72 ventilators}
          - {id: count, figure: aid, of: Pakistan, period: 2020, value: 72}
          - {id: money, figure: aid, of: Pakistan, period: 2020, value: $2 million}
          - {id: weight, figure: aid, of: Pakistan, period: 2020, scope: {goods: rice}, value: 3 tonnes}
          - {id: next, figure: aid, of: Pakistan, period: 2021, value: 3 tonnes}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD}
        gas-stored: {name: gas stored, kind: stock, unit: m3}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: a, figure: exports, of: Azerbaijan, period: 2020, value: 13.2 thousand tonnes}  # <- unit-mismatch
          - {id: b, figure: exports, of: Azerbaijan, period: 2021, value: 13.2 million zorkmids}  # <- unit-mismatch
          - id: c
            figure: exports
            of: Azerbaijan
            period: 2021
            versus: 2020
            change: +2 thousand tonnes  # <- unit-mismatch
          - {id: d, figure: gas stored, of: Azerbaijan, asof: 2020-03-01, value: 3 billion kWh}  # <- unit-mismatch
        """,
        """
        == facts/registry/measures.yaml
        aid: {kind: flow}
        == facts/registry/places.yaml
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: a, figure: aid, of: Pakistan, period: 2020, value: 5 tonnes}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - {id: b, figure: aid, of: Pakistan, period: 2020, value: $5 million}  # <- unit-mismatch
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each figure that is not in the unit of its measure, and for each quantity in two units."""
        declared = declared_units(corpus)
        yield from _against_declared(corpus, declared)
        figures = cells.standing(corpus)
        for rows in _in_two_units(figures[~figures["figure"].isin(declared)]):
            yield _both(corpus, rows)


class _Kind(NamedTuple):
    """What a unit measures: the family of the unit itself and, of a rate, of what it is per."""

    upper: str
    lower: str

    @classmethod
    def of(cls, unit: str) -> _Kind:
        """The kind of a canonical unit."""
        upper, _, lower = family(unit).partition("/")
        return cls(upper, lower)

    def fits(self, other: _Kind) -> bool:
        """Whether both can state one quantity; what a rate is per may go without saying."""
        return self.upper == other.upper and (self.lower == other.lower or not self.lower or not other.lower)


class _Fault(NamedTuple):
    """What is wrong with a figure in some unit: how its sentence goes on."""

    words: str
    severity: Severity | None = None


def _against_declared(corpus: Corpus, declared: Mapping[str, Unit]) -> Iterator[Clash]:
    """The figures that cannot be in the declared unit of their measure."""
    figures = corpus.table("figures")
    figures = figures[figures["figure"].isin(declared)]
    valued = figures["value"].notna()
    absolute = figures["change"].notna() & ~figures["change_unit"].isin(_RATIOS)
    units = figures["value_unit"].where(valued, figures["change_unit"].where(absolute))
    field = valued.map({True: "value", False: "change"})
    stated = figures[["fact", "figure"]].assign(unit=units, field=field)[units.notna()]
    pairs = stated[["figure", "unit"]].drop_duplicates()
    faults = {
        (measure, unit): fault
        for measure, unit in zip(pairs["figure"], pairs["unit"], strict=True)
        if (fault := _fault(corpus.registry.called(measure), declared[measure].name, unit))
    }
    measures, wrong = ({pair[position] for pair in faults} for position in (0, 1))
    doubtful = stated[stated["figure"].isin(measures) & stated["unit"].isin(wrong)]
    for fact, measure, unit, key in doubtful.itertuples(index=False):
        if fault := faults.get((measure, unit)):
            yield _misfit(corpus, Anchor(fact, key), fault, declared[measure].name)


def _fault(measure: str, declared: str, unit: str) -> _Fault | None:
    """What is wrong with a unit where another is declared."""
    wanted, given = _Kind.of(declared), _Kind.of(unit)
    if given == wanted:
        if is_known(unit) or is_known(declared) or _counted(unit) == _counted(declared):
            return None
        words = f"is not counted in the unit of {measure}, {declared!r}: write that, or declare {unit!r} as the unit"
        return _Fault(words, Severity.WARNING)
    if given.upper == wanted.upper and not given.lower:
        return None
    if is_known(unit):
        return _Fault(f"does not convert to {declared}, the unit of {measure}: correct the figure or its measure")
    near = _near(unit, wanted)
    meant = f"; did you mean {near}? Else write" if near else ": write"
    return _Fault(
        f"is in a unit that nobody knows{meant} it in {declared}, or declare {unit!r} as the unit of {measure}"
    )


def _counted(unit: str) -> list[str]:
    """The words that say what is counted: `agreement` of `intergovernmental agreement`, `head` of `USD/head`."""
    return [part.rpartition(" ")[2] for part in unit.split("/") if not is_known(part)]


def _near(unit: str, wanted: _Kind) -> str:
    """The known unit of a kind that an unknown one reads like, empty where there is none."""
    known = {word: UNITS[word] for word in unambiguous_units()}
    fitting = (word for word, each in known.items() if isinstance(each, Unit) and _Kind.of(each.name) == wanted)
    return next(iter(nearest(unit, fitting, limit=1)), "")


def _misfit(corpus: Corpus, at: Anchor, fault: _Fault, declared: str) -> Clash:
    """The clash of one figure with the unit that its measure declares."""
    record = corpus.records[at.ref]
    entry = corpus.registry.entry("measures", str(record.values["figure"]))
    said = str(getattr(record.node.get(at.field), "text", "")).strip()
    return Clash(
        f"{said} {fault.words}",
        at,
        related=((Anchor(entry.ref, "unit"), f"{declared} is declared here"),),
        severity=fault.severity,
    )


def _in_two_units(figures: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The values of each quantity that is given in two units that do not fit, in the order of facts."""
    units = [unit for unit in figures["value_unit"].dropna().unique() if is_known(unit)]
    known = figures[figures["value_unit"].isin(units)]
    if known.empty:
        return
    kinds = {unit: _Kind.of(unit) for unit in units}
    upper = known["value_unit"].map({unit: kind.upper for unit, kind in kinds.items()})
    lower = known["value_unit"].map({unit: kind.lower or None for unit, kind in kinds.items()})
    cell = cells.codes(known, cells.CELL)
    several = (upper.groupby(cell).transform("nunique") > 1) | (lower.groupby(cell).transform("nunique") > 1)
    kept = known[several].sort_values("fact")
    for _, rows in kept.groupby(cell[several]):
        if not _all_fit([kinds[unit] for unit in rows["value_unit"]]):
            yield rows


def _all_fit(kinds: Sequence[_Kind]) -> bool:
    return all(one.fits(other) for one, other in itertools.combinations(set(kinds), 2))


def _both(corpus: Corpus, rows: pd.DataFrame) -> Clash:
    """The clash of the first two values that do not fit, at the later fact."""
    facts, units, printed = list(rows["fact"]), list(rows["value_unit"]), texts(rows)
    kinds = [_Kind.of(unit) for unit in units]
    earlier = {kind: position for position, kind in reversed(list(enumerate(kinds)))}
    second = next(
        end for end, kind in enumerate(kinds) if any(earlier[each] < end for each in earlier if not each.fits(kind))
    )
    first = min(earlier[each] for each in earlier if not each.fits(kinds[second]))
    pair = (facts[first], facts[second])
    certain = bool(rows["certain"].iloc[0])
    about, both = subject(corpus, pair[1]), f"both {printed[pair[0]]} and {printed[pair[1]]}"
    return Clash(
        f"{about} cannot be {both}: {units[first]} and {units[second]} do not convert into each other"
        + ("" if certain else ", if both speak of the same days"),
        Anchor(pair[1], "value"),
        facts=pair,
        related=((Anchor(pair[0], "value"), f"{printed[pair[0]]} here"),),
        suspects=tuple(facts[each] for each in (first, second) if _all_fit([*kinds[:each], *kinds[each + 1 :]])),
        severity=None if certain else Severity.NOTE,
    )
