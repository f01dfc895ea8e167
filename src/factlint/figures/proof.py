"""Proofs that figures cannot all be true: made from multipliers, and verified from nothing but their own text."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Context, Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Certificate, Step
from factlint.reasoning.farkas import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.reasoning import farkas
    from factlint.reasoning.rows import Row, System

_FRACTION = re.compile(r"(-?[0-9]+)(?:/(0*[1-9][0-9]*))?")
_DIGITS = Context(prec=12)

End = tuple[int, bool]
"""A row of a system, by index, and whether its upper end is meant."""


def certificate(
    system: System,
    found: farkas.Certificate,
    names: Sequence[str],
    because: Sequence[str],
    facts: Sequence[str | None],
) -> Certificate:
    """The proof `found` that `system` is impossible, in words: `names` of its variables, `because` and `facts` of rows.

    What facts state comes first, then what is fixed, both in the order of the rows. Of a row whose two ends are used,
    what is left of one end counts, unless the row is impossible by itself. The multipliers are the smallest whole
    numbers in their proportion, or those with 1 for the most frequent where they are shorter to write. Different
    variables with the same words are numbered. Raises ValueError where `found` proves nothing.
    """
    if not verify(system, found):
        raise ValueError("the multipliers do not prove that the system is impossible")
    left = _left(system, found)
    ends = sorted(left, key=lambda end: (facts[end[0]] is None, end))
    called = _distinct(names, sorted({variable for row, _ in ends for variable, _ in system.rows[row].terms}))
    steps = []
    for (row, upper), times in zip(ends, _scaled([left[end] for end in ends]), strict=True):
        terms, bound, strict = _inequality(system.rows[row], upper=upper)
        worded = tuple((written(factor), called[variable]) for variable, factor in terms)
        steps.append(Step(written(times), worded, written(bound), strict, because[row], facts[row]))
    return Certificate(tuple(steps), written(_sum(steps).bound))


def verified(certificate: Certificate) -> bool:
    """Whether the steps add up to something false and to what the certificate says; exact, and False for nonsense."""
    try:
        total, told = _sum(certificate.steps), fraction(certificate.sum)
        signed = all(fraction(step.times) >= 0 for step in certificate.steps)
    except ValueError:
        return False
    false = total.bound < 0 or (total.bound == 0 and total.strict)
    return signed and not any(total.factors.values()) and total.bound == told and false


def fraction(text: str) -> Fraction:
    """The number that a step has as text, `3` or `-3/2`; raises ValueError for any other text."""
    parts = _FRACTION.fullmatch(text)
    if parts is None:
        raise ValueError(f"{text[:50]!r} is no fraction")
    above, below = (int(Decimal(part)) for part in (parts[1], parts[2] or "1"))
    return Fraction(above, below)


def written(number: Fraction) -> str:
    """The number as text that `fraction` reads."""
    # by way of Decimal, since str and int refuse integers of more than 4,300 digits, which exact elimination may reach
    above, below = (format(Decimal(part), "f") for part in (number.numerator, number.denominator))
    return above if number.denominator == 1 else f"{above}/{below}"


class _Sum(NamedTuple):
    """Steps added up: Σ factor · quantity ≤ or < bound."""

    factors: Mapping[str, Fraction]
    bound: Fraction
    strict: bool


def _sum(steps: Sequence[Step]) -> _Sum:
    factors: dict[str, Fraction] = {}
    bound, strict = Fraction(0), False
    for step in steps:
        times = fraction(step.times)
        for factor, quantity in step.terms:
            factors[quantity] = factors.get(quantity, Fraction(0)) + times * fraction(factor)
        bound += times * fraction(step.bound)
        strict |= step.strict and times != 0
    return _Sum(factors, bound, strict)


def _left(system: System, found: farkas.Certificate) -> dict[End, Fraction]:
    """What each end is multiplied by in all, where that is not zero and not made up for by the other end.

    Taking as much from both ends lowers the sum by that much of the row's width, and where there is no width there is
    no open end to lose: the proof stands.
    """
    total: dict[End, Fraction] = {}
    for row, upper, by in found.multipliers:
        total[row, upper] = total.get((row, upper), Fraction(0)) + by
    for row in {row for row, _ in total if not _empty(system.rows[row])}:
        both = min(total.get((row, upper), Fraction(0)) for upper in (False, True))
        for upper in (False, True):
            total[row, upper] = total.get((row, upper), Fraction(0)) - both
    return {end: by for end, by in total.items() if by}


def _empty(row: Row) -> bool:
    """Whether no number lies between the ends."""
    if row.low is None or row.high is None:
        return False
    return row.low > row.high or (row.low == row.high and (row.low_open or row.high_open))


def _inequality(row: Row, *, upper: bool) -> tuple[tuple[tuple[int, Fraction], ...], Fraction, bool]:
    """One end of a row as Σ terms ≤ bound, and whether it is <; each variable comes once."""
    sign, end, is_open = (1, row.high, row.high_open) if upper else (-1, row.low, row.low_open)
    factors: dict[int, Fraction] = {}
    for variable, factor in row.terms:
        factors[variable] = factors.get(variable, Fraction(0)) + sign * factor
    terms = tuple((variable, factor) for variable, factor in factors.items() if factor)
    return terms, sign * (end or Fraction(0)), is_open


def _scaled(multipliers: Sequence[Fraction]) -> Sequence[Fraction]:
    """The multipliers in the proportion that is the shortest to write, of whole numbers and of one that begins at 1."""
    whole = Fraction(lcm(*(by.denominator for by in multipliers)), gcd(*(by.numerator for by in multipliers)))
    frequent = 1 / Counter(multipliers).most_common(1)[0][0]
    return min(([by * scale for by in multipliers] for scale in (whole, frequent)), key=_length)


def _length(numbers: Sequence[Fraction]) -> int:
    """How many characters the numbers take as decimals; one that does not end counts as long."""
    return sum(len(str(_DIGITS.divide(Decimal(by.numerator), Decimal(by.denominator)))) for by in numbers)


def _distinct(names: Sequence[str], variables: Iterable[int]) -> dict[int, str]:
    """The words of the variables, with a number where an earlier one has the same."""
    called: dict[str, int] = {}
    for variable in variables:
        name, number = names[variable], 1
        while name in called:
            number += 1
            name = f"{names[variable]} ({number})"
        called[name] = variable
    return {variable: name for name, variable in called.items()}
