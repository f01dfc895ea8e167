"""What the registry says of measures, in the form that systems of figures need."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.printed import Mean
from factlint.figures.cells import least, number
from factlint.reading.quantity import QuantityError
from factlint.reading.quantity.declared import declared_unit
from factlint.reading.quantity.units import dimension
from factlint.reasoning.linear import Identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.corpus import Corpus


class Measure(NamedTuple):
    """What is known of a measure.

    `adds_up` over time, `symmetric`: its ends may swap; `least` and `greatest` are in the base unit `unit`, of which
    the declared unit is `per_unit`; `mirrored`: the partner's statistics of it are allowed to differ.
    """

    adds_up: bool = False
    symmetric: bool = False
    least: Fraction | None = None
    greatest: Fraction | None = None
    unit: str | None = None
    per_unit: Fraction = Fraction(1)
    mirrored: bool = False

    @property
    def never_negative(self) -> bool:
        """Whether a change or a share in percent has one meaning: of something that may be negative it has two."""
        return self.least is not None and self.least >= 0


class Measures(NamedTuple):
    """All measures of a registry, and what ties them.

    `identities` have measures that all add up over time, or none that does; the total comes first. `parts` are pairs of
    a part and its whole, those of parts of parts included. `means` are by the measure of the mean. `kin` numbers
    measures, the same for those that are in one unit because they add up or are parts of each other. `totals` equal a
    sum of others, `sums` are those of them that are never negative, since they are sums of what never is.
    """

    known: Mapping[str, Measure]
    identities: tuple[Identity, ...]
    parts: tuple[tuple[str, str], ...]
    means: Mapping[str, Mean]
    kin: Mapping[str, int]
    totals: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()

    def tied_by(self, identities: tuple[Identity, ...], parts: tuple[tuple[str, str], ...]) -> Measures:
        """The same measures, tied by these alone."""
        totals = frozenset(identity.factors[0][0] for identity in identities)
        sums = _never_negative(identities, totals, self.known)
        return self._replace(identities=identities, parts=parts, totals=totals, sums=sums)

    def among(self, names: Iterable[str]) -> Measures:
        """Those that sums, parts and means tie to some: the others have no part in what figures of these say."""
        wanted: set[str] = set()
        waiting = set(names)
        while waiting:
            kin = {self.kin[name] for name in waiting}
            reached = {name for name, number in self.kin.items() if number in kin} - wanted
            wanted |= reached
            means = [self.means[name] for name in reached if name in self.means]
            waiting = {name for mean in means for name in (mean.total, mean.count)} - wanted
        if len(wanted) == len(self.known):
            return self
        return Measures(
            {name: measure for name, measure in self.known.items() if name in wanted},
            tuple(identity for identity in self.identities if identity.factors[0][0] in wanted),
            tuple(pair for pair in self.parts if pair[0] in wanted),
            {name: mean for name, mean in self.means.items() if name in wanted},
            {name: number for name, number in self.kin.items() if name in wanted},
            self.totals & wanted,
            self.sums & wanted,
        )


def measures(corpus: Corpus) -> Measures:
    """What the registry of a corpus says; nothing is taken for granted of an entry that cannot be read whole."""
    entries = {
        entry_id: {} if entry.ref in corpus.unsound else entry.values
        for entry_id, entry in sorted(corpus.registry.entries["measures"].items())
    }
    known = {
        entry_id: Measure() if entry.ref in corpus.unsound else measure_of(entry.values)
        for entry_id, entry in corpus.registry.entries["measures"].items()
    }
    identities = tuple(found for entry_id, values in entries.items() if (found := _identity(entry_id, values, known)))
    means = {entry_id: mean for entry_id, values in entries.items() if (mean := _mean(values, known))}
    for name in means:  # of what is never negative
        known[name] = known[name]._replace(least=max(known[name].least or Fraction(0), Fraction(0)))
    parts = _closed({(part, str(whole)) for part, values in entries.items() for whole in _wholes(values)})
    alike = tuple(pair for pair in sorted(parts) if known[pair[0]].adds_up == known[pair[1]].adds_up)
    return Measures(known, (), (), means, _kin(known, identities, alike)).tied_by(identities, alike)


def measure_of(values: Mapping[str, object]) -> Measure:
    """What a registry entry says of its measure."""
    base, factor = _unit(values.get("unit"))
    low, high = least(values), number(values.get("maximum"))
    return Measure(
        adds_up=values.get("kind") == "flow" and not values.get("cumulative"),
        symmetric=bool(values.get("symmetric")),
        least=None if low is None else low * factor,
        greatest=None if high is None else high * factor,
        unit=base,
        per_unit=factor,
        mirrored="mirror" in values,
    )


def _unit(declared: object) -> tuple[str | None, Fraction]:
    """The base unit of the declared one, and how many of it make one; None where none can be read."""
    try:
        unit = declared_unit(str(declared)) if declared else None
    except QuantityError:
        return None, Fraction(1)
    if unit is None:
        return None, Fraction(1)
    base, factor = dimension(unit.name)
    return base, factor * unit.factor


def _identity(total: str, values: Mapping[str, object], known: Mapping[str, Measure]) -> Identity | None:
    equals = values.get("equals")
    if not isinstance(equals, tuple) or isinstance(equals, Mean):
        return None
    identity = Identity.of(total, equals)
    alike = len({known[name].adds_up for name, _ in identity.factors}) == 1
    return identity if alike and total in dict(identity.factors) and len(identity.factors) > 1 else None


def _mean(values: Mapping[str, object], known: Mapping[str, Measure]) -> Mean | None:
    mean = values.get("equals")
    if not isinstance(mean, Mean):
        return None
    return mean if known[mean.total].never_negative and known[mean.count].never_negative else None


def _wholes(values: Mapping[str, object]) -> tuple[object, ...]:
    whole = values.get("part_of")
    return whole if isinstance(whole, tuple) else ()


def _closed(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The transitive closure of pairs, without pairs of equals."""
    while more := {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs:
        pairs |= more
    return {(part, whole) for part, whole in pairs if part != whole}


def _never_negative(
    identities: tuple[Identity, ...], totals: frozenset[str], known: Mapping[str, Measure]
) -> frozenset[str]:
    """The totals that are sums of what is never negative: of amounts, and of such totals."""
    found: set[str] = set()
    before = -1
    while before != len(found):
        before = len(found)
        for identity in identities:
            (total, own), *terms = identity.factors
            amounts = (name in found if name in totals else known[name].never_negative for name, _ in terms)
            if all(-by / own > 0 for _, by in terms) and all(amounts):
                found.add(total)
    return frozenset(found)


def _kin(
    known: Mapping[str, Measure], identities: tuple[Identity, ...], parts: tuple[tuple[str, str], ...]
) -> dict[str, int]:
    kin = {measure: index for index, measure in enumerate(sorted(known))}
    for names in (*([name for name, _ in identity.factors] for identity in identities), *parts):
        joined = {kin[name] for name in names}
        kin = {name: min(joined) if each in joined else each for name, each in kin.items()}
    return kin
