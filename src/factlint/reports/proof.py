"""A certificate as arithmetic that a reader can follow with a pencil."""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal, Inexact
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.proof import fraction, verified, written
from factlint.reports.words import safe, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.findings import Certificate, Step

_WIDEST = 80
_PREPOSITIONS = frozenset({"as", "at", "between", "from", "in", "of", "on", "to", "with"})
_WHOLE, _PLACES = 18, 9  # the most digits before and after the point of a decimal that is written in full
_FRACTION = 12  # the most characters of a fraction that is written as one
_DIGITS = 12  # how many digits are left of a number that is cut

Names = dict[str, str]
"""What each quantity is called in the lines."""


class _Side(NamedTuple):
    """One side of an inequality: Σ factor · quantity + constant."""

    terms: tuple[tuple[Fraction, str], ...]
    constant: Fraction

    def text(self, names: Mapping[str, str]) -> str:
        parts = [names[name] if factor == 1 else f"{number(factor)} × {names[name]}" for factor, name in self.terms]
        return " + ".join(parts if parts and not self.constant else [*parts, number(self.constant)])


class _Line(NamedTuple):
    """An inequality with nothing subtracted on either side, so that lines are added up side by side."""

    left: _Side
    right: _Side
    strict: bool

    def text(self, names: Mapping[str, str]) -> str:
        return f"{self.left.text(names)} {'<' if self.strict else '≤'} {self.right.text(names)}"


def lines(certificate: Certificate) -> Iterator[str]:
    """The proof line by line, in columns: what holds and why, what is multiplied, and what it adds up to.

    Every line has ≤ or < and nothing is subtracted in it, so that all left sides and all right sides can be added up,
    and every quantity cancels. Quantities go by their words; where a line would be wider than 80 columns, by these
    without their common ending, else by letters that are explained first. A number that is long even as a fraction is
    cut and ends in `…`; the JSON has it in full. Text of the project is made safe for a terminal.
    """
    if not verified(certificate):
        yield "the certificate given with this finding does not hold: report it to whoever wrote the rule"
        return
    held = [_line(step) for step in certificate.steps]
    times = [fraction(step.times) for step in certificate.steps]
    used = [_line(step, by) for step, by in zip(certificate.steps, times, strict=True)]
    explained, names = _names([*held, *used])
    yield from explained
    texts = [line.text(names) for line in held]
    edge = max(map(width, texts))
    for text, step, by, line in zip(texts, certificate.steps, times, used, strict=True):
        yield f"{text}{' ' * (edge - width(text))}   {_reason(step)}".rstrip()
        if by != 1:
            yield f"  times {number(by)}: {line.text(names)}"
    yield _added(used)


def number(value: Fraction) -> str:
    """A number for people: `13,250,000`, `1.245`, `2/3`, and cut where it would be long: `2,369,477.91164…`."""
    above, below = Decimal(value.numerator), Decimal(value.denominator)
    if 10**_PLACES % value.denominator == 0 and abs(value) < 10**_WHOLE:
        return f"{Context(prec=_WHOLE + _PLACES).divide(above, below):,f}"
    if len(text := written(value)) <= _FRACTION:
        return text
    cutting = Context(prec=_DIGITS, rounding=ROUND_DOWN)
    cut = cutting.divide(above, below)
    cut, mark = (cut, "…") if cutting.flags[Inexact] else (cut.normalize(), "")
    if -_PLACES < cut.adjusted() < _DIGITS:
        return f"{cut:,f}{mark}"
    return f"{cut.scaleb(-cut.adjusted()):f}{mark} × 10^{cut.adjusted()}"


def _line(step: Step, times: Fraction = Fraction(1)) -> _Line:
    terms = [(fraction(factor) * times, quantity) for factor, quantity in step.terms]
    bound = fraction(step.bound) * times
    left = tuple((factor, name) for factor, name in terms if factor > 0)
    right = tuple((-factor, name) for factor, name in terms if factor < 0)
    on_left = bound < 0 if left and right else bool(right)
    constants = (-bound, Fraction(0)) if on_left else (Fraction(0), bound)
    return _Line(_Side(left, constants[0]), _Side(right, constants[1]), step.strict)


def _reason(step: Step) -> str:
    return safe(f"{step.fact}: {step.because}" if step.fact else step.because)


def _added(used: Sequence[_Line]) -> str:
    left = sum((line.left.constant for line in used), Fraction(0))
    right = sum((line.right.constant for line in used), Fraction(0))
    cancel = ", every quantity cancels" if any(line.left.terms or line.right.terms for line in used) else ""
    relation = "<" if any(line.strict for line in used) else "≤"
    if left != right and number(left) == number(right):
        left, right = Fraction(0), right - left
    return f"added up{cancel}: {number(left)} {relation} {number(right)}, which is false"


def _names(used: Sequence[_Line]) -> tuple[list[str], Names]:
    """What is said of the quantities first, and what each is called: the first way in which no line is too wide."""
    sides = (side for line in used for side in (line.left, line.right))
    quantities = list(dict.fromkeys(name for side in sides for _, name in side.terms))
    for explained, names in (_in_words(quantities), _without_ending(quantities)):
        if all(width(line.text(names)) <= _WIDEST for line in used):
            return explained, names
    letters = {name: _letter(index) for index, name in enumerate(quantities)}
    return [f"{letter}: {safe(name)}" for name, letter in letters.items()], letters


def _in_words(quantities: Sequence[str]) -> tuple[list[str], Names]:
    return [], {name: safe(name) for name in quantities}


def _without_ending(quantities: Sequence[str]) -> tuple[list[str], Names]:
    """The quantities without the words from a preposition on that all of them end with."""
    words = [name.split(" ") for name in quantities]
    longest = min(map(len, words)) - 1 if len(words) > 1 else 0
    shared = next((n for n in range(longest, 0, -1) if _is_phrase(words, n)), 0)
    if not shared:
        return _in_words(quantities)
    ending = safe(" ".join(words[0][-shared:]))
    short = {name: safe(" ".join(each[:-shared])) for name, each in zip(quantities, words, strict=True)}
    return [f"each quantity: … {ending}"], short


def _is_phrase(words: Sequence[Sequence[str]], count: int) -> bool:
    """Whether the last words are the same everywhere and begin with a preposition that does not go on from another."""
    same = len({tuple(each[-count:]) for each in words}) == 1
    return same and words[0][-count] in _PREPOSITIONS and all(each[-count - 1] not in _PREPOSITIONS for each in words)


def _letter(index: int) -> str:
    """A, B, … Z, A1, B1, …."""
    return f"{chr(ord('A') + index % 26)}{index // 26 or ''}"
