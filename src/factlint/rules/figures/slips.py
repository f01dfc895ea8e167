"""Hints: the one slip of the pen that would explain a clash of figures."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.rules.figures.printing import like, numeral_scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity

_SCALES = ("thousand", "million", "billion", "trillion")
_SCALE = re.compile("|".join(_SCALES))
_FEWEST_DIGITS = 3
_MOST_REPAIRS = 3


class Suspect(NamedTuple):
    """A figure that may be wrong, and the numbers that all the others leave for it, in its own unit."""

    said: Quantity
    room: Interval


def hint(suspects: Sequence[Suspect]) -> str | None:
    """The slips that repair a clash, each by itself: a decimal point moved by one, a wrong scale, else one wrong digit.

    None where nothing so simple does, and where so much does that it tells nothing: more than one repair of one figure,
    or of more than three figures. A figure of two digits differs from most others in one, so it needs three. Nor does
    a room without an end tell anything: some slip always reaches beyond `more than 200`.
    """
    plain = [each for each in suspects if numeral_scale(each.said) is not None and _bounded(each.room)]
    for slips, slipped in ((_moved_point, "a digit"), (_other_scale, "the scale"), (_other_digit, "a digit")):
        repairs = [(each.said, [fit for fit in slips(each.said) if fit.either.meets(each.room)]) for each in plain]
        repairs = [(said, fitting) for said, fitting in repairs if fitting]
        if repairs:
            unique = len(repairs) <= _MOST_REPAIRS and all(len(fitting) == 1 for _, fitting in repairs)
            return _say([(said, fitting[0]) for said, fitting in repairs], slipped) if unique else None
    return None


def _bounded(room: Interval) -> bool:
    return room.low is not None and room.high is not None


def _moved_point(said: Quantity) -> Iterator[Quantity]:
    yield _scaled(said, Fraction(1, 10))
    yield _scaled(said, Fraction(10))


def _other_scale(said: Quantity) -> Iterator[Quantity]:
    for factor in (10**3, 10**6):
        yield _scaled(said, Fraction(1, factor))
        yield _scaled(said, Fraction(factor))


def _scaled(said: Quantity, factor: Fraction) -> Quantity:
    return replace(said, number=said.number * factor, ulp=said.ulp * factor)


def _other_digit(said: Quantity) -> Iterator[Quantity]:
    """The figures that differ in one printed digit and have as many digits."""
    mantissa = said.number / said.ulp if said.ulp else Fraction(0)
    digits = str(abs(mantissa.numerator))
    if mantissa.denominator != 1 or len(digits) < _FEWEST_DIGITS:
        return
    for position, digit in enumerate(digits):
        for other in range(position == 0, 10):
            if other != int(digit):
                changed = int(f"{digits[:position]}{other}{digits[position + 1 :]}")
                yield replace(said, number=(changed if mantissa > 0 else -changed) * said.ulp)


def _say(repairs: list[tuple[Quantity, Quantity]], slipped: str) -> str:
    (said, meant), *others = repairs
    words = [f"{said.text.strip()} reads as {_printed(said, meant)}"]
    words += [f"{each.text.strip()} as {_printed(each, other)}" for each, other in others]
    return f"{' or '.join(filter(None, (', '.join(words[:-1]), words[-1])))} if {slipped} slipped"


def _printed(said: Quantity, meant: Quantity) -> str:
    """The meant figure as it would have been printed: with another scale word, else with other digits."""
    written = _SCALE.findall(said.text)
    steps = {Fraction(1000) ** power: power for power in (-2, -1, 1, 2)}.get(meant.number / said.number, 0)
    if steps and len(written) == 1 and 0 <= (index := _SCALES.index(written[0]) + steps) < len(_SCALES):
        return _SCALE.sub(_SCALES[index], said.text.strip())
    return like(said, meant.number)
