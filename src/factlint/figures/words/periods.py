"""The sentence for the periods of one flow: parts of a period, and periods that cover one."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.figures.printing import quantity, subject
from factlint.figures.statements import Stretch
from factlint.figures.words.naming import listed, period
from factlint.figures.words.sums import model, spanned
from factlint.interval import Interval
from factlint.reasoning.linear import combination

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Statement

_MORE = Interval(Fraction(0), None)
_LESS = Interval(None, Fraction(0))


def over_time(corpus: Corpus, found: Contradiction) -> str | None:
    """What some periods make and what another one is: `exports in 2021-Q1 …, 2021-Q2 … and … make …, but …`.

    None where no period is at odds with the sum of all the others.
    """
    if len({each.now._replace(time=()) for each in found.statements}) > 1 or not all(map(_is_flow, found.statements)):
        return None
    never_negative = found.measures.known[found.statements[0].now.measure].never_negative
    for whole in sorted(found.statements, key=_length, reverse=True):
        parts = sorted((each for each in found.statements if each is not whole), key=_stretch)
        made = _made(whole, parts, never_negative=never_negative) if parts else None
        if made and not made.meets(whole.numbers("rounded")):
            first, *more = parts
            words = [f"{quantity(corpus, first.fact)} {first.text}"]
            words += [f"{period(corpus, each.fact)} {each.text}" for each in more]
            verb = "make" if more else "makes"
            given = f"{listed(words)} {verb} {spanned(made, model([whole, *parts]))}"
            return f"{given}, but the {subject(corpus, whole.fact)} is {whole.text}"
    return None


def _made(whole: Statement, parts: Sequence[Statement], *, never_negative: bool) -> Interval | None:
    """What the parts, in the order of their days, leave for the whole; None where they leave anything.

    Parts that lie apart inside it are at most the whole, those that cover it at least, where nothing is below nought.
    """
    made = combination((Fraction(1), part.numbers("rounded")) for part in parts)
    (first, last), times = _stretch(whole), [_stretch(part) for part in parts]
    apart = all(one.last < other.first for one, other in pairwise(times))
    inside = first <= times[0].first and max(time.last for time in times) <= last
    covered = times[0].first <= first and _reach(times) >= last
    if apart and inside and covered:
        return made
    if never_negative and apart and inside:
        return made + _MORE
    return made + _LESS if never_negative and covered else None


def _reach(times: Sequence[Stretch]) -> int:
    """The last day up to which stretches, in the order of their first days, leave no gap."""
    reach = times[0].last
    for time in times[1:]:
        if time.first <= reach + 1:
            reach = max(reach, time.last)
    return reach


def _stretch(statement: Statement) -> Stretch:
    return Stretch(*statement.now.time)


def _is_flow(statement: Statement) -> bool:
    return statement.form == "level" and isinstance(statement.now.time, Stretch)


def _length(statement: Statement) -> int:
    first, last = _stretch(statement)
    return last - first
