"""The grammar of one amount: sign, currency, number, scale and unit, in the orders that the press prints them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.quantity.currencies import DOLLARS
from factlint.reading.quantity.nouns import noun_at
from factlint.reading.quantity.number_words import numeral_at
from factlint.reading.quantity.numerals import LARGEST, Numeral, QuantityError
from factlint.reading.quantity.scales import MULTIPLES, ONES, PARTS
from factlint.reading.quantity.tokens import HYPHENS
from factlint.reading.quantity.units import Ambiguous, Unit, currency_at, is_money, unit_at

if TYPE_CHECKING:
    from factlint.reading.quantity.tokens import Phrase

MINUS = HYPHENS | {"\u2212", "\u2013", "\u2012", "minus"}
PLUS = frozenset({"+", "plus"})
_ARTICLES = frozenset({"a", "an"})
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}


class Amount(NamedTuple):
    """One amount: the numeral carries no sign and not the unit's factor, `value` and `ulp` do."""

    numeral: Numeral
    sign: str  # "", "+" or "-"
    unit: Unit | None
    start: int  # offsets into the text
    end: int
    begin: int  # index of its first token
    after: int  # index of the first token behind it

    @property
    def value(self) -> Fraction:
        """The signed number in its canonical unit."""
        magnitude = self.numeral.value * self.factor
        return -magnitude if self.sign == "-" else magnitude

    @property
    def ulp(self) -> Fraction:
        """The unit in the last place, in the canonical unit."""
        return self.numeral.ulp * self.factor

    @property
    def factor(self) -> Fraction:
        """How many canonical units one printed unit is."""
        return Fraction(1) if self.unit is None else self.unit.factor


def amount_at(phrase: Phrase, index: int, *, sums: bool = True) -> Amount | None:
    """The amount that begins at token `index`, or None where none does.

    Raises:
        QuantityError: an amount begins there but cannot be read, or reads in more than one way.
    """
    sign, at = _sign(phrase, index)
    currency, at = _prefix(phrase, at)
    if not sign and at > index:
        sign, at = _sign(phrase, at)
    if multiple := _multiple(phrase, index):
        return multiple
    found = numeral_at(phrase, at, sums=sums) or _one_of_unit(phrase, at)
    if found is None:
        _refuse_second_sign(phrase, index, at, sign)
        return None
    numeral, after = _letter(phrase, *found, money=currency is not None)
    unit, after = _unit(phrase, after, currency)
    numeral, after = _and_half(phrase, numeral, after, unit)
    amount = Amount(numeral, sign, unit, phrase.offset(index), phrase.end(after), index, after)
    if abs(amount.value) > LARGEST:
        raise QuantityError(
            "a number above 10^30 is no printed amount; write a smaller scale", amount.start, amount.end
        )
    return _without_full_stop(phrase, amount)


def _sign(phrase: Phrase, index: int) -> tuple[str, int]:
    print_ = phrase.mark(index) or phrase.word(index)
    sign = "-" if print_ in MINUS else "+" if print_ in PLUS else ""
    attached = phrase.strict or print_ in ("minus", "plus") or phrase.glued(index + 1)
    return (sign, index + 1) if sign and attached else ("", index)


def _refuse_second_sign(phrase: Phrase, index: int, at: int, sign: str) -> None:
    second, after = _sign(phrase, at)
    if phrase.strict and sign and second and phrase.at(after) is not None:
        raise QuantityError(
            "a number has two signs; write one, before the number", phrase.offset(index), phrase.end(after)
        )


def _multiple(phrase: Phrase, index: int) -> Amount | None:
    """`doubled`, `halved`, `threefold`: a number of times in one word."""
    word = phrase.word(index)
    prefix = word.removesuffix("fold")
    if prefix != word and prefix in {**ONES, "ten": 10}:
        over, under = {**ONES, "ten": 10}[prefix], 1
    elif word in MULTIPLES and (phrase.strict or not word.endswith("le")):  # `triple` is mostly an adjective
        over, under = MULTIPLES[word]
    else:
        return None
    numeral = Numeral(Fraction(over, under), Fraction(1) if under == 1 else Fraction(1, 10))
    return Amount(numeral, "", Unit("times"), phrase.offset(index), phrase.end(index + 1), index, index + 1)


def _one_of_unit(phrase: Phrase, index: int) -> tuple[Numeral, int] | None:
    """`a week`, `an hour`: read where a curator writes it, no figure in running text."""
    if not phrase.strict or phrase.word(index) not in _ARTICLES or unit_at(phrase, index + 1) is None:
        return None
    return Numeral(Fraction(1), Fraction(1)), index + 1


def _prefix(phrase: Phrase, index: int) -> tuple[Unit | Ambiguous | None, int]:
    found = currency_at(phrase, index)
    return (None, index) if found is None else (_clear(phrase, found[0], index, found[1]), found[1])


def _clear(phrase: Phrase, unit: Unit | Ambiguous, index: int, after: int) -> Unit | Ambiguous:
    if not phrase.strict or isinstance(unit, Unit):
        return unit
    start, end = phrase.offset(index), phrase.end(after)
    meanings = " or ".join(f"'{meaning}'" for meaning in unit.meanings)
    raise QuantityError(f"'{phrase.text[start:end]}' may mean several units; write {meanings}", start, end)


def _letter(phrase: Phrase, numeral: Numeral, after: int, *, money: bool) -> tuple[Numeral, int]:
    """Scales of one letter (`$5m`, `5k`): million and trillion only where they cannot be metres and tonnes."""
    letter = phrase.word(after)
    if letter not in _LETTERS or numeral.scale > 1 or numeral.hundred > 1:
        return numeral, after
    follows = unit_at(phrase, after + 1)
    money = money or (follows is not None and isinstance(follows[0], Unit) and is_money(follows[0].name))
    scaled = numeral._replace(scale=_LETTERS[letter]), after + 1
    print_, glued = phrase.tokens[after].text, phrase.glued(after)
    if money or (letter in "kb" and glued) or (print_ == "M" and glued):
        return scaled
    if letter == "m" and (_counts(phrase, after + 1) if phrase.strict else glued):
        return scaled
    if phrase.strict and (letter == "m" or print_ == "T"):
        meanings = "'million' or 'metres'" if letter == "m" else "'trillion' or 'tonnes'"
        raise QuantityError(f"'{print_}' after a number reads in two ways; write {meanings}", *_span(phrase, after))
    return numeral, after


def _counts(phrase: Phrase, index: int) -> bool:
    return unit_at(phrase, index) is not None or noun_at(phrase, index) is not None


def _unit(phrase: Phrase, index: int, currency: Unit | Ambiguous | None) -> tuple[Unit | None, int]:
    printed, after = _printed_unit(phrase, index, currency)
    before = currency if isinstance(currency, Unit) else None
    unit = _agreed(phrase, before, printed, index, after)
    if unit is before and printed is not None and not phrase.strict and printed != before:
        after = index
    return _rate(phrase, unit, after) if phrase.strict else (unit, after)


def _printed_unit(phrase: Phrase, index: int, currency: Unit | Ambiguous | None) -> tuple[Unit | None, int]:
    half_a = phrase.word(index - 1) in PARTS and phrase.word(index) in _ARTICLES
    at = phrase.joined(index + 1 if half_a else index)
    found = unit_at(phrase, at)
    if found is not None:
        unit = _clear(phrase, found[0], at, found[1])
        cross = phrase.tokens[at].text in "x×X" and not phrase.glued(at)
        return (None, index) if isinstance(unit, Ambiguous) or (cross and not phrase.strict) else (unit, found[1])
    if currency is not None or not phrase.strict:
        return None, index
    tail = at == index and phrase.glued(at)  # the `th` of `5th`
    noun = None if tail else noun_at(phrase, at)
    return (None, index) if noun is None else (Unit(noun[0]), noun[1])


def _agreed(phrase: Phrase, before: Unit | None, behind: Unit | None, index: int, after: int) -> Unit | None:
    """One unit where a currency stands before and a unit behind; `$5 million CAD` narrows the dollar."""
    if before is None or behind is None or before == behind:
        return behind if before is None else before
    if before.name == "USD" and behind.name in DOLLARS:
        return behind
    if not phrase.strict:
        return before
    raise QuantityError(
        f"one amount has two units, {before.name} and {behind.name}; write one", phrase.offset(index), phrase.end(after)
    )


def _rate(phrase: Phrase, unit: Unit | None, index: int) -> tuple[Unit | None, int]:
    """`60 dollars per barrel`, `km/h`, `$5 a day`: a unit over another."""
    article = phrase.word(index) in _ARTICLES
    if not article and phrase.word(index) != "per" and phrase.mark(index) != "/":
        return unit, index
    found = unit_at(phrase, index + 1)
    if found is not None:
        over = _clear(phrase, found[0], index + 1, found[1])
        if isinstance(over, Unit):
            factor = (Fraction(1) if unit is None else unit.factor) / over.factor
            return Unit(f"{'1' if unit is None else unit.name}/{over.name}", factor), found[1]
    noun = None if article else noun_at(phrase, index + 1)
    if noun is None:
        return unit, index
    return Unit(f"{'1' if unit is None else unit.name}/{noun[0]}", Fraction(1) if unit is None else unit.factor), noun[
        1
    ]


def _and_half(phrase: Phrase, numeral: Numeral, after: int, unit: Unit | None) -> tuple[Numeral, int]:
    """`a year and a half`, `two percent and a half`."""
    words = tuple(phrase.word(at) for at in range(after, after + 3))
    if unit is None or words != ("and", "a", "half") or numeral.scale > 1 or numeral.mantissa.denominator != 1:
        return numeral, after
    return numeral._replace(mantissa=numeral.mantissa + Fraction(1, 2), place=Fraction(1, 10)), after + 3


def _without_full_stop(phrase: Phrase, amount: Amount) -> Amount:
    """The dot of `5 mln.` stays with a curator's phrase; in running text it may end the sentence."""
    if phrase.strict or phrase.mark(amount.after - 1) != ".":
        return amount
    return amount._replace(end=phrase.end(amount.after - 1), after=amount.after - 1)


def _span(phrase: Phrase, index: int) -> tuple[int, int]:
    return phrase.offset(index), phrase.end(index + 1)
