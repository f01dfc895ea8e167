"""The kinds of slips, from the one that leaves the fewest possibilities to the one that leaves the most.

The fewer statements a kind of slip could lead to, the less likely one of them repairs a contradiction by chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from factlint.figures.slips import meanings, numbers, places
from factlint.figures.slips.context import saying
from factlint.figures.slips.printed import magnitude, printed
from factlint.reading.quantity import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.figures.slips.context import Context, Slip, Words
    from factlint.figures.slips.numbers import Slips, Span
    from factlint.figures.statements import Statement

Reads = tuple[str, str]
"""What is printed, and as what it reads."""


class Kind(NamedTuple):
    """One kind of slip.

    `slips` gives what may have been meant by a statement, those of its number only near a span of numbers in its unit;
    `reads` says it, `why` ends the sentence. It is a slip of the `number`, of its `meaning`, of the `place` in which it
    belongs, or of a `pair` of facts.
    """

    of: Literal["number", "meaning", "place", "pair"]
    slips: Callable[[Statement, Context, Span], Iterator[Slip]]
    reads: Callable[[Statement, Slip, Words], Reads]
    why: str


def _numbers(slips: Slips, why: str) -> Kind:
    def slips_of(statement: Statement, _: Context, span: Span) -> Iterator[Slip]:
        return ((saying(statement, meant),) for meant in numbers.near(statement.printed, slips, span))

    return Kind("number", slips_of, _number, why)


def _meaning(
    slips: Callable[[Statement, Context], Iterator[Statement]],
    reads: Callable[[Statement, Slip, Words], Reads],
    why: str,
) -> Kind:
    return _place(slips, reads, why)._replace(of="meaning")


def _place(
    slips: Callable[[Statement, Context], Iterator[Statement]],
    reads: Callable[[Statement, Slip, Words], Reads],
    why: str,
) -> Kind:
    def slips_of(statement: Statement, context: Context, _: Span) -> Iterator[Slip]:
        return ((meant,) for meant in slips(statement, context))

    return Kind("place", slips_of, reads, why)


def _exchanged(statement: Statement, context: Context, _: Span) -> Iterator[Slip]:
    return places.exchanged_facts(statement, context)


def _number(statement: Statement, slip: Slip, _: Words) -> Reads:
    return statement.text, printed(statement.said, slip[0].said)


def _by_or_to(statement: Statement, slip: Slip, _: Words) -> Reads:
    kind = statement.said.kind if isinstance(statement.said, Change) else ""
    if kind == "points":  # to a level in percent
        return statement.text, f'"to {printed(statement.said, slip[0].said)}"'
    word = "by" if slip[0].form == "difference" or kind == "times" else "to"
    return statement.text, f'"{word} {magnitude(statement.printed)}"'


def _measure(statement: Statement, slip: Slip, words: Words) -> Reads:
    return f"{words.measure(statement.now.measure)} {statement.text}", words.measure(slip[0].now.measure)


def _pair(statement: Statement, slip: Slip, words: Words) -> Reads:
    own, other = words.measure(statement.now.measure), words.measure(slip[0].now.measure)
    return f"{own} {statement.text}", f"{other} and {other} {slip[1].text} as {own}"


def _base(statement: Statement, slip: Slip, words: Words) -> Reads:
    said, meant = statement.base or statement.now, slip[0].base or slip[0].now
    return f"{statement.text} against {words.time(said.time)}", f"against {words.time(meant.time)}"


def _time(statement: Statement, slip: Slip, words: Words) -> Reads:
    return f"{statement.text} for {words.time(statement.now.time)}", f"for {words.time(slip[0].now.time)}"


KINDS: Final = (
    _numbers(numbers.moved_point, "a digit slipped"),
    _meaning(meanings.other_sign, _number, "the sign slipped"),
    _meaning(meanings.other_unit, _number, "the unit of the change slipped"),
    _meaning(meanings.by_or_to, _by_or_to, '"by" and "to" were exchanged'),
    _numbers(numbers.other_scale, "the scale slipped"),
    Kind("pair", _exchanged, _pair, "the two were exchanged"),
    _place(places.other_measure, _measure, "the two were exchanged"),
    _place(places.other_base, _base, "the base slipped"),
    _place(places.other_time, _time, "the period slipped"),
    _numbers(numbers.swapped_digits, "two digits were swapped"),
    _numbers(numbers.moved_point_twice, "the decimal point slipped"),
    _numbers(numbers.other_length, "a digit was dropped or added"),
    _numbers(numbers.other_digit, "a digit slipped"),
)
