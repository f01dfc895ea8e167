"""Exchange rates that the registry declares: over which time they held, and which amounts they reconcile."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.printed import date_columns
from factlint.interval import Interval
from factlint.reading.date import FOREVER, NEVER
from factlint.rules.figures.sides import SLACK

if TYPE_CHECKING:
    import numpy as np

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Quantity
    from factlint.rules.figures.sides import Floats

_POSITIVE = Interval(Fraction(0), None, low_open=True)


class Rate(NamedTuple):
    """One `source` is between the ends of `factor` of `target`, from the day `first` to the day `last`.

    `turned` says that amounts are compared in the order of the target and the source.
    """

    ref: str
    source: str
    target: str
    factor: Interval
    first: int
    last: int
    words: str
    turned: bool

    def fits(self, one: Interval, other: Interval) -> bool:
        """Whether some amount of one side is worth some amount of the other."""
        source, target = (other, one) if self.turned else (one, other)
        return self.convert(source).meets(target)

    def convert(self, amounts: Interval) -> Interval:
        """What amounts of the source may be worth in the target."""
        low, low_open = _times(amounts.low, amounts.low_open, self.factor, up=False)
        high, high_open = _times(amounts.high, amounts.high_open, self.factor, up=True)
        return Interval(low, high, low_open, high_open)


class Exchange(NamedTuple):
    """The rates between two currencies, in the order of their ids."""

    one: str
    other: str
    rates: tuple[Rate, ...]

    def covering(self, first: int, last: int) -> tuple[Rate, ...]:
        """The rates that held over all days from `first` to `last`."""
        return tuple(rate for rate in self.rates if rate.first <= first and last <= rate.last)

    def surely_fits(self, ends: Floats) -> np.ndarray:
        """For which cells floats show that some rate reconciles the two sides, or that no rate covers their time."""
        import numpy as np

        fits = np.zeros(len(ends.low), dtype=bool)
        covered = np.zeros(len(ends.low), dtype=bool)
        for rate in self.rates:
            held = np.flatnonzero((rate.first <= ends.shared["first_day"]) & (ends.shared["last_day"] <= rate.last))
            covered[held] = True
            fits[held] |= _floats_fit(rate, *(each[held] for each in ends[:4]))
        return fits | ~covered


def exchanges(corpus: Corpus) -> list[Exchange]:
    """The declared rates by the two currencies that they are between."""
    found: dict[tuple[str, str], list[Rate]] = {}
    table = corpus.table("registry/rates")
    columns = ("entry", "from", "to", "rate", "band", *date_columns("period"))
    for entry, source, target, said, band, *period in zip(*(table[name] for name in columns), strict=True):
        factor = None if said is None else _widened(said.either, Fraction(0) if band is None else band.number / 100)
        if factor is None or factor.is_empty or source == target:
            continue  # the schema has said so, unless the corpus was not validated
        one, other = sorted((str(source), str(target)))
        rate = Rate(
            ref=corpus.registry.entry("rates", str(entry)).ref,
            source=str(source),
            target=str(target),
            factor=factor,
            first=_first(*period),
            last=_last(*period),
            words=_words(said, source, target, band),
            turned=one != source,
        )
        found.setdefault((one, other), []).append(rate)
    return [Exchange(one, other, tuple(rates)) for (one, other), rates in sorted(found.items())]


def _widened(printed: Interval, band: Fraction) -> Interval:
    """The positive rates within the band around some printed one."""
    positive = printed & _POSITIVE
    low = (positive.low or Fraction(0)) * (1 - band)
    high = None if positive.high is None else positive.high * (1 + band)
    return Interval(low, high, positive.low_open, positive.high_open) & _POSITIVE


def _times(end: Fraction | None, is_open: bool, factor: Interval, *, up: bool) -> tuple[Fraction | None, bool]:
    """An end of a product with a positive factor, and whether it is open: the end times what carries it furthest."""
    if not end:
        return end, is_open
    far, far_open = (factor.high, factor.high_open) if (end > 0) == up else (factor.low, factor.low_open)
    return (None, True) if far is None else (end * far, is_open or far_open)


def _floats_fit(
    rate: Rate, low: np.ndarray, high: np.ndarray, other_low: np.ndarray, other_high: np.ndarray
) -> np.ndarray:
    """For which cells the floats within the exact numbers, and within the exact rates, already meet."""
    import numpy as np

    source, target = ((other_low, other_high), (low, high)) if rate.turned else ((low, high), (other_low, other_high))
    smallest = float(rate.factor.low or 0) * (1 + SLACK)
    greatest = np.inf if rate.factor.high is None else float(rate.factor.high) * (1 - SLACK)
    with np.errstate(invalid="ignore"):  # infinite ends may leave nothing to compare: then nothing is sure
        least = source[0] * np.where(source[0] >= 0, smallest, greatest)
        most = source[1] * np.where(source[1] >= 0, greatest, smallest)
        apart = np.maximum(least - target[1], target[0] - most)
        sizes = [np.abs(each) for each in (least, most, *target)]
        size = np.max([np.where(np.isfinite(each), each, 0.0) for each in sizes], axis=0)
        fits: np.ndarray = apart < -SLACK * size
    return fits


def _first(begins: int, begins_latest: int, ends_earliest: int, ends: int) -> int:
    """The first day on which the rate surely held; an open beginning is as old as anything."""
    always = begins == NEVER and ends_earliest == ends
    return NEVER if always else int(begins_latest)


def _last(begins: int, begins_latest: int, ends_earliest: int, ends: int) -> int:
    """The last day on which the rate surely held; where it began on a known day and its end is open, it still holds."""
    still = ends == FOREVER and begins == begins_latest
    return FOREVER if still else int(ends_earliest)


def _words(said: Quantity, source: object, target: object, band: Quantity | None) -> str:
    """The rate in words: `1.7 AZN to 1 USD (± 2%)`."""
    return f"{said.text.strip()} {target} to 1 {source}{f' (± {band.text.strip()})' if band is not None else ''}"
