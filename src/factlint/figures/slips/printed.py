"""A meant figure as it would have been printed where another one is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factlint.figures.printing import decimal, like
from factlint.reading.quantity import Change, Quantity, QuantityError, read, read_change
from factlint.reading.quantity.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

_NAMES: Final = ("", "thousand", "million", "billion", "trillion")
_LETTERS: Final = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_SCALED = re.compile(r"(?<=[0-9])(\s*)([^\W\d_]+)(?![^\W\d_])")
_SIGN = re.compile(r"^(?:[+\-−–‒]|plus\b|minus\b)\s*", re.IGNORECASE)
_DIRECTION = re.compile(r"^[^\W\d_]+(?:\s+(?:by|of)\b)?\s+", re.IGNORECASE)
_UNIT = re.compile(r"(?<=[0-9]).*$", re.DOTALL)
_SUFFIXES: Final = {"percent": "%", "percentage-point": " pp", "times": " times"}


def printed(said: Quantity | Change, meant: Quantity | Change) -> str:
    """The meant figure in the words of the printed one: the first form that reads back to it, else plain digits."""
    number = _amount(meant)
    return next((form for form in _forms(said, meant) if _reads(form, meant)), _plain(number, _sign(meant)))


def magnitude(printed: Quantity) -> str:
    """A printed amount without its sign or the word for its direction: `$1.3 million` of `fell by $1.3 million`."""
    text = " ".join(printed.text.split())
    for form in (text, _SIGN.sub("", text), _DIRECTION.sub("", text)):
        try:
            found = read(form)
        except QuantityError:
            continue
        if found.number == abs(printed.number) and found.unit == printed.unit and not _SIGN.match(form):
            return form
    return _plain(printed, "")


def _forms(said: Quantity | Change, meant: Quantity | Change) -> Iterator[str]:
    before, after = _amount(said), _amount(meant)
    if before.unit != after.unit:
        yield _sign(meant) + _UNIT.sub(_SUFFIXES.get(after.unit or "", ""), magnitude(before))
        return
    if before.number == -after.number:
        yield _sign(meant) + magnitude(before)
    yield from _other_scale(" ".join(before.text.split()), after.number / before.number)
    yield like(before, after.number)


def _other_scale(text: str, factor: Fraction) -> Iterator[str]:
    """The text with its one scale word replaced by the word for a scale that is `factor` times as large."""
    scales = {1000**power: name for power, name in enumerate(_NAMES)}
    for match in _SCALED.finditer(text):
        folded = match[2].casefold()
        name = scales.get(int(factor * SCALES.get(folded, _LETTERS.get(folded, 0))))
        if name is not None and factor != 1:
            yield f"{text[: match.start()]} {name}".rstrip() + text[match.end() :].removeprefix("." if name else "")


def _reads(form: str, meant: Quantity | Change) -> bool:
    try:
        found = read_change(form) if isinstance(meant, Change) else read(form)
    except QuantityError:
        return False
    kinds = [each.kind if isinstance(each, Change) else "" for each in (found, meant)]
    numbers = [(_amount(each).number, _amount(each).unit) for each in (found, meant)]
    return kinds[0] == kinds[1] and numbers[0] == numbers[1]


def _plain(amount: Quantity, sign: str) -> str:
    unit = _SUFFIXES.get(amount.unit or "", f" {amount.unit}" if amount.unit else "")
    return f"{sign}{decimal(abs(amount.number), grouped=True)}{unit}"


def _sign(meant: Quantity | Change) -> str:
    if _amount(meant).number < 0:
        return "-"
    return "+" if isinstance(meant, Change) and meant.kind != "times" else ""


def _amount(said: Quantity | Change) -> Quantity:
    return said.quantity if isinstance(said, Change) else said
