"""The unit that a registry declares: what prints a unit, without a number (`USD`, `tonnes`, `military unit`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factlint.reading.quantity.nouns import noun_at
from factlint.reading.quantity.numerals import QuantityError
from factlint.reading.quantity.tokens import tokenise
from factlint.reading.quantity.units import UNITS, Ambiguous, Unit, currency_at, unit_at

if TYPE_CHECKING:
    from factlint.reading.quantity.tokens import Phrase

LONGEST: Final = 60


def declared_unit(text: str) -> Unit:
    """The canonical unit that `text` prints, and how many of it make one: `tonnes`, `kt` (1000 tonne), `USD/tonne`.

    Raises:
        QuantityError: it prints no unit or several, or a number, a scale or other words beside it.
    """
    if len(text) > LONGEST:
        raise QuantityError(f"a unit has at most {LONGEST} characters", 0, len(text))
    phrase = tokenise(text, strict=True)
    one_per = phrase.word(0) == "per" and unit_at(phrase, 0) is None  # `per day`, but `per cent`
    over, at = (Unit("1"), 0) if one_per else _part(phrase, 0)
    if phrase.at(at) is None:
        return over
    if phrase.mark(at) == "/" or phrase.word(at) in ("per", "a", "an"):
        under, at = _part(phrase, at + 1)
        if phrase.at(at) is None:
            return Unit(f"{over.name}/{under.name}", over.factor / under.factor)
    raise _no_unit(phrase, at)


def unambiguous_units() -> tuple[str, ...]:
    """Every word and sign that prints one unit, for suggestions."""
    return tuple(word for word, unit in UNITS.items() if isinstance(unit, Unit))


def _part(phrase: Phrase, index: int) -> tuple[Unit, int]:
    """The unit of measure or the counted noun at token `index`, and the index behind it."""
    found = _unit_at(phrase, index)
    if found is None:
        noun = noun_at(phrase, index)
        if noun is None:
            raise _no_unit(phrase, index)
        return Unit(noun[0]), noun[1]
    unit, after = found
    if isinstance(unit, Unit):
        return unit, after
    start, end = phrase.offset(index), phrase.end(after)
    meanings = " or ".join(f"'{meaning}'" for meaning in unit.meanings)
    raise QuantityError(f"'{phrase.text[start:end]}' may mean several units; write {meanings}", start, end)


def _unit_at(phrase: Phrase, index: int) -> tuple[Unit | Ambiguous, int] | None:
    return currency_at(phrase, index) or unit_at(phrase, index)


def _no_unit(phrase: Phrase, index: int) -> QuantityError:
    rest = phrase.text[phrase.offset(index) :].strip()
    said = f"'{rest}' is no unit" if rest else "a unit is missing"
    return QuantityError(
        f"{said}; write one without a number, such as 'USD' or 'tonne'", phrase.offset(index), len(phrase.text)
    )
