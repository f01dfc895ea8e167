"""What a printed figure stands for: the number, its precision, its hedge, and the intervals they give."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from fractions import Fraction
from operator import attrgetter

from factlint.interval import Interval
from factlint.reading.quantity.hedges import MIRRORED, Hedge


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed figure as exact numbers, in its canonical unit (`factlint.reading.quantity.units`).

    Attributes:
        text: the phrase as written.
        number: the printed number with its scale and sign; of a range, the lower one.
        unit: the canonical unit, a counted noun, or None for a bare number.
        ulp: the unit in the last place of `number`; 0 where the curator declared it exact.
        hedge: what the words around the number say.
        about: the relative half-width of an approximate number or range; 0 without such a hedge.
        upper: of a range, the upper number; else None.
        upper_ulp: of a range, the unit in the last place of `upper`; else 0.
        declared: whether the curator gave the precision, which then has one reading: ± ulp/2.
    """

    text: str
    number: Fraction
    unit: str | None
    ulp: Fraction
    hedge: Hedge = Hedge.NONE
    about: Fraction = Fraction(0)
    upper: Fraction | None = None
    upper_ulp: Fraction = Fraction(0)
    declared: bool = False

    def __reduce__(self) -> tuple[object, ...]:  # half the time of what pickle does for a dataclass
        return Quantity, _PARTS(self)

    @property
    def rounded(self) -> Interval:
        """The numbers that print so when rounded to the nearest: [v - u/2, v + u/2]."""
        return self._hedged or Interval(self.number - self.ulp / 2, self.number + self.ulp / 2)

    @property
    def truncated(self) -> Interval:
        """The numbers that print so when cut towards zero: [v, v + u), for v < 0 (v - u, v], for 0 (-u, u)."""
        if (hedged := self._hedged) is not None:
            return hedged
        v, u = self.number, self.ulp
        low, high = (v if v > 0 else v - u), (v if v < 0 else v + u)
        return Interval(low, high, low_open=v <= 0, high_open=v >= 0)

    @property
    def either(self) -> Interval:
        """The numbers that print so when rounded or when cut: the hull of both readings."""
        if (hedged := self._hedged) is not None:
            return hedged
        v, u = self.number, self.ulp
        low, high = (v - u / 2 if v > 0 else v - u), (v + u / 2 if v < 0 else v + u)
        return Interval(low, high, low_open=v <= 0, high_open=v >= 0)

    @property
    def is_plain(self) -> bool:
        """Whether it is a bare number, which may be rounded or cut off; all others have one reading."""
        return self.hedge is Hedge.NONE and not self.declared

    @property
    def _hedged(self) -> Interval | None:
        """The interval where it is the same for every reading; None for a plain number."""
        match self.hedge:
            case Hedge.NONE:
                if not self.declared:
                    return None
                half = self.ulp / 2
                return Interval(self.number - half, self.number + half)
            case Hedge.MORE_THAN | Hedge.AT_LEAST:
                return Interval(self.number, None, low_open=self.hedge is Hedge.MORE_THAN)
            case Hedge.LESS_THAN | Hedge.AT_MOST:
                return Interval(None, self.number, high_open=self.hedge is Hedge.LESS_THAN)
            case Hedge.ABOUT:
                width = self._width(self.number, self.ulp)
                return Interval(self.number - width, self.number + width)
            case Hedge.RANGE:
                return self._range

    @property
    def _range(self) -> Interval:
        upper = self.number if self.upper is None else self.upper
        if self.about:
            below, above = self._width(self.number, self.ulp), self._width(upper, self.upper_ulp)
        else:
            below, above = self.ulp / 2, self.upper_ulp / 2
        return Interval(self.number - below, upper + above)

    def _width(self, number: Fraction, ulp: Fraction) -> Fraction:
        return max(ulp, self.about * abs(number))

    def negated(self) -> Quantity:
        """The same figure below zero: `fell by more than 5%` is less than -5%."""
        if self.upper is None:
            return replace(self, number=-self.number, hedge=MIRRORED[self.hedge])
        return replace(self, number=-self.upper, ulp=self.upper_ulp, upper=-self.number, upper_ulp=self.ulp)


_PARTS = attrgetter(*(each.name for each in fields(Quantity)))
