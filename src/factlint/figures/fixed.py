"""What ties the variables of figures whoever speaks of them: identities, parts in their wholes, bounds of measures."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.statements import Stretch
from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.system import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factlint.figures.called import Called
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Time
    from factlint.reasoning.linear import Identity

_NOUGHT = Interval.point(0)

BARE = frozenset({"number", "percent"})
"""The units in which the bounds of a measure are that declares none."""


class Atom(NamedTuple):
    """What a variable is: a measure between two ends in one scope, over a stretch that no period divides, in a unit."""

    measure: str
    of: str
    partner: str
    scope: str
    time: Time
    unit: str


class Tie(NamedTuple):
    """What a fixed row says: an identity, a part in its whole, or else the bounds of the atom's measure."""

    atom: Atom
    row: Row
    identity: Identity | None = None
    part: tuple[str, str] | None = None

    def words(self, called: Called) -> str:
        """What it says: `trade turnover = exports + imports`."""
        if self.part:
            return f"{called.measure(self.part[0])} is a part of {called.measure(self.part[1])}"
        return called.identity(self.identity) if self.identity else f"what {called.measure(self.atom.measure)} may be"


class Ties:
    """The variables of some statements, to which those are added that identities speak of, and their fixed rows.

    `reports` says whether an identity holds at a place that a measure with a mirror is not reported for.
    """

    def __init__(self, spoken: Sequence[Atom], measures: Measures, reports: Callable[[Atom, set[str]], bool]) -> None:
        self.variables = {atom: number for number, atom in enumerate(spoken)}
        self._spoken = len(self.variables)
        self._named = {atom.measure for atom in spoken}
        self._measures = measures
        self._reports = reports
        self._totals, self._sums = measures.totals, measures.sums

    def fixed(self) -> tuple[Tie, ...]:
        """The rows of identities and parts that say something, and of the bounds of what they and figures speak of."""
        ties = [*self._identities(), *self._parts()]
        before = -1
        while before != len(ties):
            before = len(ties)
            used = Counter(variable for tie in ties for variable, _ in tie.row.terms)
            ties = [tie for tie in ties if not self._is_vacuous(tie, used)]
        return (*ties, *self._bounds({variable for tie in ties for variable, _ in tie.row.terms}))

    def _identities(self) -> list[Tie]:
        """Each identity wherever one of its measures is spoken of, until no identity leads to another."""
        done: dict[tuple[int, Atom], Tie] = {}
        before = -1
        while before != len(self.variables):
            before = len(self.variables)
            for number, identity in enumerate(self._measures.identities):
                if self._named.isdisjoint(name for name, _ in identity.factors):
                    continue
                for place in self._places(identity):
                    if (number, place) not in done:
                        done[number, place] = Tie(place, self._sum(identity, place), identity=identity)
        return list(done.values())

    def _places(self, identity: Identity) -> list[Atom]:
        """Between whom and when an identity ties something: both ways where one of its measures may swap its ends.

        Where the partner's statistics may differ (a `mirror`), it holds only for those who report such a measure.
        """
        names = [name for name, _ in identity.factors]
        known = self._measures.known
        swapping = {name for name in names if known[name].symmetric}
        mirrored = any(known[name].mirrored for name in names)
        found: set[Atom] = set()
        for atom in self.variables:
            if atom.measure in names:
                found.add(atom._replace(measure=names[0]))
                if atom.measure in swapping and len(swapping) < len(names):
                    found.add(atom._replace(measure=names[0], of=atom.partner, partner=atom.of))
        return sorted((place for place in found if not mirrored or self._reports(place, swapping)), key=_order)

    def _sum(self, identity: Identity, place: Atom) -> Row:
        return Row.within([(self._at(measure, place), factor) for measure, factor in identity.factors], _NOUGHT)

    def _at(self, measure: str, place: Atom) -> int:
        """The variable of another measure at the same place and time."""
        of, partner = place.of, place.partner
        if self._measures.known[measure].symmetric:
            of, partner = sorted((of, partner))
        atom = place._replace(measure=measure, of=of, partner=partner)
        self._named.add(measure)
        return self.variables.setdefault(atom, len(self.variables))

    def _parts(self) -> Iterator[Tie]:
        """A part is not above its whole, where both are spoken of: else it says nothing."""
        for part, whole in self._measures.parts:
            if part not in self._named or whole not in self._named:
                continue
            for atom, variable in self.variables.items():
                total = self.variables.get(atom._replace(measure=whole))
                if atom.measure == part and total is not None:
                    terms = [(total, Fraction(1)), (variable, Fraction(-1))]
                    yield Tie(atom, Row.within(terms, Interval(Fraction(0), None)), part=(part, whole))

    def _is_vacuous(self, tie: Tie, used: Mapping[int, int]) -> bool:
        """Whether an identity says nothing, since nobody else speaks of its total, or of its terms, which add up."""
        if tie.identity is None:
            return False
        free = [variable >= self._spoken and used[variable] == 1 for variable, _ in tie.row.terms]
        known = [self._measures.known[name] for name, _ in tie.identity.factors[1:]]
        open_above = all(measure.least == 0 and measure.greatest is None for measure in known)
        return free[0] or (all(free[1:]) and open_above and tie.identity.factors[0][0] in self._sums)

    def _bounds(self, used: set[int]) -> Iterator[Tie]:
        """No number is outside the bounds of its measure; those of a total are stated by who speaks of it.

        But a sum of what is never negative is never so either.
        """
        for atom, variable in self.variables.items():
            if variable < self._spoken or variable in used:
                limits = self._limits(atom)
                if limits != EVERYTHING:
                    yield Tie(atom, Row.within([(variable, Fraction(1))], limits))

    def _limits(self, atom: Atom) -> Interval:
        if atom.measure in self._sums:
            return Interval(Fraction(0), None)
        return EVERYTHING if atom.measure in self._totals else stretch_span(self._measures, atom)


def stretch_span(measures: Measures, atom: Atom) -> Interval:
    """The numbers that an atom may be; of a stretch, only the least value nought says something."""
    whole = span(measures, atom.measure, atom.unit)
    if not isinstance(atom.time, Stretch):
        return whole
    return Interval(whole.low if whole.low == 0 else None, None)


def span(measures: Measures, measure: str, unit: str) -> Interval:
    """The numbers that a measure may be, in this unit."""
    known = measures.known[measure]
    same = unit == known.unit if known.unit else unit in BARE
    return Interval(known.least if same or not known.least else None, known.greatest if same else None)


def _order(atom: Atom) -> tuple[object, ...]:
    return (*atom[:4], isinstance(atom.time, Stretch), tuple(atom.time), atom.unit)
