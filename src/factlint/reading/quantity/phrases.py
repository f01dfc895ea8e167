"""The grammar of a hedged amount or a range: `more than 200 million USD`, `$10-12 million`, `between X and Y`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factlint.reading.quantity.amount import Amount, amount_at
from factlint.reading.quantity.hedges import Hedge, hedge_before, hedge_behind
from factlint.reading.quantity.numerals import QuantityError
from factlint.reading.quantity.printed import Quantity
from factlint.reading.quantity.tokens import DASHES, Phrase

_MILLION = 10**6
_THOUSAND = 1000
_YEAR = re.compile("[12][0-9]{3}")


class Hedged(NamedTuple):
    """An amount with its hedge; `upper` is the second amount of a range, `about` says that a range is approximate."""

    hedge: Hedge
    lower: Amount
    upper: Amount | None
    about: bool
    start: int
    end: int
    after: int

    @property
    def is_years(self) -> bool:
        """Whether a range may as well be two years (`2011-2015`)."""
        prints = (self.lower, self.upper)
        return all(a is not None and a.unit is None and a.numeral.ulp == 1 and _four_digits(a) for a in prints)

    def quantity(self, text: str, about: Fraction) -> Quantity:
        """What it stands for; `text` is its print, `about` the relative half-width of an approximate number."""
        return Quantity(
            text=text,
            number=self.lower.value,
            unit=None if self.lower.unit is None else self.lower.unit.name,
            ulp=self.lower.ulp,
            hedge=self.hedge,
            about=about if self.about else Fraction(0),
            upper=None if self.upper is None else self.upper.value,
            upper_ulp=Fraction(0) if self.upper is None else self.upper.ulp,
        )


def single(phrase: Phrase, index: int) -> Hedged | None:
    """The amount alone that begins at token `index`, whatever hedge or range is around it."""
    amount = amount_at(phrase, index)
    return None if amount is None else _single(phrase, Hedge.NONE, amount, amount.start)


def hedged_at(phrase: Phrase, index: int) -> Hedged | None:
    """The longest hedged amount or range that begins at token `index`, or None.

    Raises:
        QuantityError: one begins there but cannot be read.
    """
    hedge, at = hedge_before(phrase, index)
    _refuse_two_hedges(phrase, index, at, hedge)
    opener = phrase.word(at) if phrase.word(at) in _openers(phrase) else ""
    first = amount_at(phrase, at + 1 if opener else at, sums=opener != "between")
    if first is None:
        return None
    pair = _range(phrase, first, opener)
    if pair is None:
        return _single(phrase, hedge, first, first.start if opener else phrase.offset(index))
    if hedge not in (Hedge.NONE, Hedge.ABOUT):
        if not phrase.strict:
            return _single(phrase, hedge, first, phrase.offset(index))
        written = phrase.text[phrase.offset(index) : phrase.end(at)]
        raise QuantityError(
            f"'{written}' does not go with a range; write one number", phrase.offset(index), pair[1].end
        )
    lower, upper = pair
    return Hedged(Hedge.RANGE, lower, upper, hedge is Hedge.ABOUT, phrase.offset(index), upper.end, upper.after)


def _openers(phrase: Phrase) -> frozenset[str]:
    # in running text `rose from 10 to 12` is a change, not a range
    return frozenset({"between", "from"}) if phrase.strict else frozenset({"between"})


def _refuse_two_hedges(phrase: Phrase, index: int, at: int, hedge: Hedge) -> None:
    second, after = hedge_before(phrase, at)
    if phrase.strict and hedge is not Hedge.NONE and second is not Hedge.NONE:
        raise QuantityError(
            f"two hedges stand before the number, '{hedge.value}' and '{second.value}'; write one",
            phrase.offset(index),
            phrase.end(after),
        )


def _single(phrase: Phrase, hedge: Hedge, amount: Amount, start: int) -> Hedged:
    behind, after = hedge_behind(phrase, amount.after)
    if behind is Hedge.NONE:
        return Hedged(hedge, amount, None, hedge is Hedge.ABOUT, start, amount.end, amount.after)
    if hedge is not Hedge.NONE and phrase.strict:
        raise QuantityError(
            f"two hedges stand around the number, '{hedge.value}' and '{behind.value}'; write one",
            start,
            phrase.end(after),
        )
    return Hedged(
        behind if hedge is Hedge.NONE else hedge, amount, None, behind is Hedge.ABOUT, start, phrase.end(after), after
    )


def _range(phrase: Phrase, first: Amount, opener: str) -> tuple[Amount, Amount] | None:
    at = _separator(phrase, first, opener)
    try:
        second = amount_at(phrase, at) if at else None
        if second is not None:
            return _ordered(phrase, *_shared(phrase, first, second, dashed=phrase.mark(at - 1) in DASHES))
    except QuantityError:
        if phrase.strict:
            raise
        return None
    if opener and phrase.strict:
        link = "and" if opener == "between" else "to"
        raise QuantityError(f"'{opener}' needs two numbers; write '{opener} X {link} Y'", first.start, first.end)
    return None


def _separator(phrase: Phrase, first: Amount, opener: str) -> int:
    """The index behind the word or dash that may lead to a second number, else 0."""
    at = first.after
    word = phrase.word(at)
    if opener == "between":
        return at + 1 if word == "and" or phrase.mark(at) in DASHES else 0
    if phrase.mark(at) in DASHES and phrase.glued(at) == phrase.glued(at + 1):
        return at + 1
    if word != "to":
        return 0
    return at + 1 if phrase.strict or _bare(phrase, first) else 0


def _bare(phrase: Phrase, first: Amount) -> bool:
    """Whether `X to Y` in running text can be a range: `rose $2 million to $5 million` is a change."""
    return first.unit is None and first.numeral.scale == 1 and phrase.word(first.begin - 1) != "from"


def _shared(phrase: Phrase, first: Amount, second: Amount, *, dashed: bool) -> tuple[Amount, Amount]:
    """Give both numbers the unit and the scale that a range writes once."""
    if dashed and first.sign and not second.sign:
        raise QuantityError(
            "a dash after a signed number reads as a range or as a second sign; write 'X to Y' with both signs",
            first.start,
            second.end,
        )
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        raise QuantityError(
            f"the range has two units, {first.unit.name} and {second.unit.name}; write one", first.start, second.end
        )
    unit = first.unit or second.unit
    return _scaled(phrase, first._replace(unit=unit), second._replace(unit=unit))


def _scaled(phrase: Phrase, first: Amount, second: Amount) -> tuple[Amount, Amount]:
    one, two = first.numeral, second.numeral
    if one.scale > 1 or two.scale * two.hundred == 1:
        return first, second
    hundred = two.hundred if one.hundred == 1 and one.mantissa < 10 else one.hundred  # noqa: PLR2004  `two to three hundred`
    for candidate in (one._replace(hundred=hundred, scale=two.scale), one._replace(scale=two.scale)):
        if candidate.value <= two.value or "-" in (first.sign, second.sign):
            return first._replace(numeral=candidate), second
    if two.scale >= _MILLION and one.value < _THOUSAND:
        raise _reversed(phrase, first, second, "the smaller number first, or both scales")
    return first, second


def _ordered(phrase: Phrase, lower: Amount, upper: Amount) -> tuple[Amount, Amount]:
    if lower.value > upper.value:
        raise _reversed(phrase, lower, upper, "the smaller number first")
    return lower, upper


def _reversed(phrase: Phrase, lower: Amount, upper: Amount, advice: str) -> QuantityError:
    written = phrase.text[lower.start : upper.end]
    return QuantityError(f"the range '{written}' ends before it begins; write {advice}", lower.start, upper.end)


def _four_digits(amount: Amount) -> bool:
    return _YEAR.fullmatch(str(amount.numeral.mantissa)) is not None and amount.end - amount.start == len("2020")
