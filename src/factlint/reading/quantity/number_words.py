"""The grammar of written numbers: digits with scales, number words, and fractions in words.

A numeral in words has the precision of its smallest word: `two billion` is good to a billion, `a hundred` to a
hundred, `two hundred and five` to one. A fraction (`a third`, `½`) is good to a tenth of the whole, or to
itself where it is smaller.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from factlint.reading.quantity import scales
from factlint.reading.quantity.numerals import LARGEST, Numeral, QuantityError, read_digits

if TYPE_CHECKING:
    from factlint.reading.quantity.tokens import Phrase, Token

Found = tuple[Numeral, int]
_ARTICLES = frozenset({"a", "an"})
_LARGEST_DENOMINATOR = 1000
_LARGEST_GUESSED_DENOMINATOR = 10
_HUNDRED = 100
_ROUND_ORDINALS = frozenset({"hundredth", "thousandth", "millionth"})


def numeral_at(phrase: Phrase, index: int, *, sums: bool = True) -> Found | None:
    """The longest numeral that begins at token `index`, and the index behind it.

    Without `sums`, `and` ends a numeral (`between a hundred and two hundred`).

    Raises:
        QuantityError: the digits cannot be read, the number is above 10^30, or it is an ordinal.
    """
    found = _fraction(phrase, index) or _component(phrase, index, sums=sums)
    if found is None:
        return None
    numeral, after = _sum(phrase, found, sums=sums)
    if phrase.word(after) in _ROUND_ORDINALS:
        raise _ordinal(phrase, index, after + 1)
    if numeral.value > LARGEST:
        raise QuantityError(
            "a number above 10^30 is no printed amount; write a smaller scale", phrase.offset(index), phrase.end(after)
        )
    return numeral, after


def scale_at(phrase: Phrase, index: int) -> tuple[int, int] | None:
    """The product of up to three scale words that grow (`lakh crore`), and the index behind them."""
    product, largest, after = 1, 0, index
    for _ in range(3):
        at = phrase.joined(after)
        scale = scales.SCALES.get(phrase.word(at), 0)
        if not scale or scale < largest:
            break
        product, largest, after = product * scale, scale, _after_scale(phrase, at)
    return (product, after) if largest else None


def _ordinal(phrase: Phrase, index: int, after: int) -> QuantityError:
    start, end = phrase.offset(index), phrase.end(after)
    message = f"'{phrase.text[start:end]}' is an ordinal, not an amount; write it under 'number' or 'rank'"
    return QuantityError(message, start, end)


def _after_scale(phrase: Phrase, at: int) -> int:
    abbreviated = phrase.word(at) in scales.ABBREVIATED
    return at + 2 if abbreviated and phrase.mark(at + 1) == "." and phrase.glued(at + 1) else at + 1


def _component(phrase: Phrase, index: int, *, sums: bool = True) -> Found | None:
    found = _digits(phrase, index) or _hundreds(phrase, index, sums=sums)
    if found is None:
        return None
    numeral, after = _and_part(phrase, *found)
    if scale := scale_at(phrase, after):
        return _and_part(phrase, numeral._replace(scale=scale[0]), scale[1])
    return numeral, after


def _digits(phrase: Phrase, index: int) -> Found | None:
    token = phrase.at(index)
    if token is None or token.kind != "number":
        return None
    numeral, after = read_digits(token.text, token.start), index + 1
    if phrase.glued(after) and phrase.mark(after) in scales.VULGAR and numeral.place == 1:
        part, after = _vulgar(phrase.mark(after)), after + 1
        numeral = Numeral(numeral.mantissa + part.mantissa, part.place)
    if hundred := scales.HUNDREDS.get(phrase.word(phrase.joined(after)), 0):
        return numeral._replace(hundred=hundred), phrase.joined(after) + 1
    return numeral, after


def _below_hundred(phrase: Phrase, index: int) -> tuple[int, int] | None:
    word = phrase.word(index)
    if word in scales.ONES or word in scales.TEENS:
        return scales.ONES.get(word, scales.TEENS.get(word, 0)), index + 1
    if word not in scales.TENS:
        return None
    then = phrase.joined(index + 1)
    if phrase.word(then) in scales.ORDINALS:
        raise _ordinal(phrase, index, then + 1)
    one = scales.ONES.get(phrase.word(then), 0)
    return scales.TENS[word] + one, then + 1 if one else index + 1


def _hundreds(phrase: Phrase, index: int, *, sums: bool) -> Found | None:
    if phrase.word(index) in _ARTICLES:
        counts = phrase.word(index + 1) in scales.HUNDREDS or phrase.word(index + 1) in scales.SCALES
        small = (1, index + 1) if counts else None
    else:
        small = _below_hundred(phrase, index)
    if small is None:
        return None
    count, after = small
    hundred = scales.HUNDREDS.get(phrase.word(phrase.joined(after)), 0)
    if not hundred:
        return Numeral(Fraction(count), Fraction(1)), after
    after = phrase.joined(after) + 1
    rest = _rest_of_hundred(phrase, after, sums=sums) if hundred == _HUNDRED else None
    if rest is None:
        return Numeral(Fraction(count), Fraction(1), hundred), after
    return Numeral(Fraction(count * hundred + rest[0]), Fraction(1)), rest[1]


def _rest_of_hundred(phrase: Phrase, index: int, *, sums: bool) -> tuple[int, int] | None:
    joined = phrase.word(index) == "and"
    if joined and not sums:
        return None
    rest = _below_hundred(phrase, index + 1 if joined else phrase.joined(index))
    # `two hundred and three hundred` are two numbers
    return None if rest is None or phrase.word(rest[1]) in scales.HUNDREDS else rest


def _sum(phrase: Phrase, found: Found, *, sums: bool) -> Found:
    """Add what follows on a smaller scale: `2 million 300 thousand`, `two thousand and five`."""
    first, after = found
    smallest, total, place = first.scale, first.value, first.ulp
    if first.mantissa.denominator != 1:
        return found
    while smallest > 1 and (more := _smaller(phrase, after, smallest, sums=sums)):
        part, after = more
        smallest, total, place = part.scale, total + part.value, part.ulp
    return Numeral(total / first.scale, place / first.scale, 1, first.scale) if total != first.value else first, after


def _smaller(phrase: Phrase, index: int, scale: int, *, sums: bool) -> Found | None:
    joined = phrase.word(index) == "and"
    at = index + 1 if joined else index
    token = phrase.at(at)
    if token is None or (joined and not sums) or phrase.word(at) in _ARTICLES:
        return None
    try:
        found = _component(phrase, at)
    except QuantityError:
        if phrase.strict:
            raise
        return None
    if found is None or found[0].value.denominator != 1 or not 0 < found[0].value < scale:
        return None
    return found if found[0].scale > 1 or _tail(phrase, found[0], token, joined=joined) else None


def _tail(phrase: Phrase, numeral: Numeral, token: Token, *, joined: bool) -> bool:
    """Whether a number without a scale of its own belongs to the one before: `and five`, `five hundred`."""
    if token.kind == "number":  # `2 million 300 times` is two numbers
        return False
    if joined:
        return numeral.value < _HUNDRED
    return phrase.strict or numeral.value >= _HUNDRED


def _and_part(phrase: Phrase, numeral: Numeral, after: int) -> Found:
    """`one and a half`, `a million and a quarter`: in units of the scale before it."""
    if phrase.word(after) != "and" or numeral.mantissa.denominator != 1 or numeral.hundred != 1:
        return numeral, after
    at = after + 1
    if phrase.word(at) in ("a", "one") and phrase.word(phrase.joined(at + 1)) in ("half", "quarter", "third"):
        at = phrase.joined(at + 1)
    elif phrase.word(at) != "half" or not phrase.strict:
        return numeral, after
    part = _part(1, scales.PARTS[phrase.word(at)])
    return numeral._replace(mantissa=numeral.mantissa + part.mantissa, place=part.place), at + 1


def _fraction(phrase: Phrase, index: int) -> Found | None:
    found = _vulgar_at(phrase, index) or _parts_in_words(phrase, index)
    if found is None:
        return None
    numeral, after = found
    linked = after + 1 if phrase.word(after) == "of" else after
    linked = linked + 1 if phrase.word(linked) in _ARTICLES else linked
    if linked > after and phrase.word(linked) not in scales.SCALES:
        return numeral, after
    scale = scale_at(phrase, linked)
    return (numeral, after) if scale is None else (numeral._replace(scale=scale[0]), scale[1])


def _parts_in_words(phrase: Phrase, index: int) -> Found | None:
    """`half`, `a third`, `one-third`, `two-thirds`, `three quarters`."""
    word = phrase.word(index)
    if word == "half":
        return _part(1, 2), index + 1
    if word in _ARTICLES or word == "one":
        at = phrase.joined(index + 1)
        parts = scales.PARTS.get(phrase.word(at), 0)
        then = phrase.joined(at + 1)
        compound = then != at + 1 and phrase.word(then) not in scales.SCALES  # a third-party audit
        return (_part(1, parts), at + 1) if parts and not compound else None
    count = _below_hundred(phrase, index) if word in scales.ONES or word in scales.TEENS else None
    if count is None:
        return None
    at = phrase.joined(count[1])
    parts = scales.SEVERAL_PARTS.get(phrase.word(at), 0)
    return (_part(count[0], parts), at + 1) if parts else None


def _vulgar_at(phrase: Phrase, index: int) -> Found | None:
    if phrase.mark(index) in scales.VULGAR:
        return _vulgar(phrase.mark(index)), index + 1
    over, under = phrase.at(index), phrase.at(index + 2)
    slash = phrase.mark(index + 1) in ("/", "\u2044") and phrase.glued(index + 1) and phrase.glued(index + 2)
    if not slash or over is None or under is None or over.kind != "number" or under.kind != "number":
        return None
    count, parts = read_digits(over.text, over.start).mantissa, read_digits(under.text, under.start).mantissa
    most = _LARGEST_DENOMINATOR if phrase.strict else _LARGEST_GUESSED_DENOMINATOR
    if count.denominator != 1 or parts.denominator != 1 or not 0 < count < parts <= most:
        return None
    if gcd(int(count), int(parts)) != 1 and not phrase.strict:
        return None
    return _part(int(count), int(parts)), index + 3


def _vulgar(mark: str) -> Numeral:
    value = Fraction(unicodedata.numeric(mark)).limit_denominator(_LARGEST_GUESSED_DENOMINATOR)
    return _part(value.numerator, value.denominator)


def _part(count: int, parts: int) -> Numeral:
    return Numeral(Fraction(count, parts), min(Fraction(1, 10), Fraction(1, parts)))
