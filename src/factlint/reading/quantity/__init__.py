"""Printed figures as a curator writes them: a value, a change, a share, a duration, and every figure of a text.

What a phrase stands for is FORMAT's table "What a printed number stands for". A phrase that reads in two ways, or goes
on after its amount, is refused with words. Where the table is silent:

- The unit in the last place of number words is their smallest scale: `two billion` is good to a billion, `a hundred`
  to a hundred; of `half a million` to 100,000; a fraction in words (`a third`) to a tenth of the whole.
- A given precision is in the canonical unit of the value, and leaves one reading, ± half of it; a bound (`more
  than`) has no use for it, and `about` stays ± max(precision, about·|X|).
- `about X to Y` widens each end as `about` would.
- A hedge before a negative number is arithmetic: `more than -5%` is (-5, ∞); a fall of more than five percent is
  `less than -5%` or `fell more than 5%`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from factlint.reading.quantity.amount import amount_at
from factlint.reading.quantity.hedges import Hedge
from factlint.reading.quantity.in_text import DEFAULT_ABOUT, Found, find
from factlint.reading.quantity.numerals import QuantityError
from factlint.reading.quantity.printed import Quantity
from factlint.reading.quantity.tokens import Phrase, tokenise, words_of
from factlint.reading.quantity.whole import whole

if TYPE_CHECKING:
    from factlint.reading.quantity.phrases import Hedged

__all__ = [
    "Change",
    "Found",
    "Hedge",
    "Quantity",
    "QuantityError",
    "find",
    "read",
    "read_change",
    "read_duration",
    "read_share",
]

LONGEST: Final = 200
_DURATIONS: Final = words_of("second minute hour day week month year")
_UP: Final = words_of(
    "up rose risen grew grown increased gained climbed jumped surged expanded soared rise growth increase gain"
)
_DOWN: Final = words_of(
    "down fell fallen dropped declined decreased shrank slid slumped plunged contracted fall drop decline decrease"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change against an earlier level.

    `quantity.number` is signed. `percent` and `points` are in percent and percentage points, `times` is new / old
    (`doubled` is 2, `halved` 1/2), `absolute` is in the quantity's own unit.
    """

    kind: Literal["percent", "points", "times", "absolute"]
    quantity: Quantity


def read(phrase: str, *, precision: str | None = None, about: Fraction = DEFAULT_ABOUT) -> Quantity:
    """Read a printed amount: `$13.2 million`, `more than 200 million USD`, `10 to 12 tonnes`, `about a hundred`.

    Args:
        phrase: the amount and nothing else, as printed.
        precision: the unit in the last place that the curator declares, as an amount (`1000`), or `exact`.
        about: the relative half-width of `about`.

    Raises:
        QuantityError: the phrase or the precision is no amount, goes on after it, or reads in two ways.
    """
    tokens = _tokenised(phrase)
    found = whole(tokens, 0)
    return _precise(found.quantity(phrase, about), precision)


def read_change(phrase: str, *, precision: str | None = None, about: Fraction = DEFAULT_ABOUT) -> Change:
    """Read a change: `-14.9%`, `+$1.3 million`, `3 pp`, `2.1 times`, `doubled`, `fell by more than 5%`.

    Raises:
        QuantityError: as `read`; also a level (`rose to 5%`), a rate over time, and `times` with a sign or a fall.
    """
    tokens = _tokenised(phrase)
    direction, start = _direction(tokens)
    found = whole(tokens, start)
    quantity = _precise(found.quantity(phrase, about), precision)
    kind = _kind(quantity.unit)
    signed = found.lower.sign or (found.upper is not None and found.upper.sign)
    if quantity.unit is not None and quantity.unit.startswith(("percent/", "percentage-point/", "times/")):
        raise _refused(phrase, "is a rate over time; write the change alone, as in '+5%'")
    if kind == "times" and (signed or direction == "down"):
        raise _refused(phrase, "gives 'times' a sign or a fall; write new over old, as in '2.1 times' or 'halved'")
    if direction and signed:
        raise _refused(phrase, "has a word and a sign for its direction; write one")
    return Change(kind, quantity.negated() if direction == "down" else quantity)


def read_share(phrase: str, *, precision: str | None = None, about: Fraction = DEFAULT_ABOUT) -> Quantity:
    """Read a share of a whole in percent: `49%`, `about half` (50), `two-thirds`.

    Raises:
        QuantityError: as `read`; also a number that is no percentage and no fraction in words.
    """
    tokens = _tokenised(phrase)
    found = whole(tokens, 0)
    quantity = found.quantity(phrase, about)
    if quantity.unit is None and _is_fraction(tokens, found):
        quantity = replace(quantity, number=quantity.number * 100, ulp=quantity.ulp * 100, unit="percent")
    if quantity.unit != "percent":
        raise _refused(phrase, "is not a share; write a percentage, as in '49%'")
    return _precise(quantity, precision)


def read_duration(phrase: str, *, precision: str | None = None, about: Fraction = DEFAULT_ABOUT) -> Quantity:
    """Read a stretch of time in seconds to years: `44 days`, `three-day`, `a week`, `more than ten years`.

    Raises:
        QuantityError: as `read`; also another unit, and a stretch below zero.
    """
    quantity = read(phrase, precision=precision, about=about)
    if quantity.unit not in _DURATIONS:
        raise _refused(phrase, "is not a stretch of time; write a number and a unit, as in '44 days'")
    if quantity.number < 0:
        raise _refused(phrase, "is a stretch of time below zero; write it without the sign")
    return quantity


def _refused(phrase: str, why: str) -> QuantityError:
    return QuantityError(f"'{phrase}' {why}", 0, len(phrase))


def _tokenised(phrase: str) -> Phrase:
    if len(phrase) > LONGEST:
        raise QuantityError(f"the phrase is longer than {LONGEST} characters; write the amount alone", 0, len(phrase))
    tokens = tokenise(phrase, strict=True)
    if not tokens.tokens:
        raise QuantityError("no amount is written; write a number, as in '$13.2 million' or '44 days'", 0, len(phrase))
    return tokens


def _direction(phrase: Phrase) -> tuple[str, int]:
    """The direction word that begins a change (`fell by`), and the index behind it."""
    word, then = phrase.word(0), phrase.word(1)
    if word == "by":
        return "", 1
    direction = "up" if word in _UP else "down" if word in _DOWN else ""
    if not direction or (word, then) == ("up", "to"):
        return "", 0
    if then == "to":
        raise QuantityError(f"'{word} to' is a new level, not a change; write it as a value", 0, phrase.end(2))
    return direction, 2 if then in ("by", "of") else 1


def _kind(unit: str | None) -> Literal["percent", "points", "times", "absolute"]:
    match unit:
        case "percent":
            return "percent"
        case "percentage-point":
            return "points"
        case "times":
            return "times"
        case _:
            return "absolute"


def _is_fraction(phrase: Phrase, found: Hedged) -> bool:
    """Whether a bare number is written as a part of one: `a third`, `1/3`, but not `0.5` or `half a million`."""
    if found.upper is not None or found.lower.numeral.scale > 1 or found.lower.numeral.mantissa.denominator == 1:
        return False
    return all(token.kind != "number" for token in phrase.tokens) or any(token.text == "/" for token in phrase.tokens)


def _precise(quantity: Quantity, precision: str | None) -> Quantity:
    """The quantity with the precision that its curator declares."""
    if precision is None:
        return quantity
    ulp = Fraction(0) if precision.strip().casefold() == "exact" else _declared(quantity, precision)
    return replace(quantity, ulp=ulp, upper_ulp=ulp if quantity.upper is not None else Fraction(0), declared=True)


def _declared(quantity: Quantity, precision: str) -> Fraction:
    length = len(quantity.text)
    try:
        tokens = _tokenised(precision)
        amount = amount_at(tokens, 0)
    except QuantityError as error:
        raise QuantityError(f"the precision cannot be read: {error}", 0, length) from error
    if amount is None or tokens.at(amount.after) is not None or amount.value <= 0 or amount.sign:
        message = f"the precision '{precision[:40]}' is not a number above zero; write one, as in '1000', or 'exact'"
        raise QuantityError(message, 0, length)
    if amount.unit is not None and amount.unit.name != quantity.unit:
        units = f"the precision is in {amount.unit.name} and the value in {quantity.unit or 'no unit'}"
        raise QuantityError(f"{units}; write one unit", 0, length)
    return amount.value
