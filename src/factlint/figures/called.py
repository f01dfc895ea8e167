"""How messages and proofs call measures, times and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.printed import OPEN
from factlint.figures.statements import Stretch
from factlint.reading.date import iso
from factlint.reading.date.calendar import civil, month_length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.corpus import Corpus
    from factlint.figures.fixed import Atom
    from factlint.figures.statements import Time
    from factlint.reasoning.linear import Identity

_PARTS = {(1, 12): "", (1, 6): "-H1", (7, 12): "-H2", (1, 3): "-Q1", (4, 6): "-Q2", (7, 9): "-Q3", (10, 12): "-Q4"}


class Measured:
    """The names of measures, by id, and words for times: what hints need, and what another process can be given."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def measure(self, measure: str) -> str:
        """A measure by its id: `trade turnover`."""
        return self._names[measure]

    def time(self, time: Time) -> str:
        """A time: `2020`, `2021-01/2021-07`, `2020-03-01`."""
        if isinstance(time, Stretch):
            return _spelled(time.first, time.last)
        days = time[4:] if time[4:] and time[4:] != OPEN else time[:4]
        return "some time" if days == OPEN else _spelled(days[0], days[3])


class Called(Measured):
    """Names in the words of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        entries = corpus.registry.entries["measures"]
        super().__init__({measure: corpus.registry.name("measures", measure) for measure in entries})
        self._registry = corpus.registry

    @property
    def plain(self) -> Measured:
        """The same without the corpus."""
        return Measured(self._names)

    def identity(self, identity: Identity) -> str:
        """An identity: `trade turnover = exports + imports`."""
        (total, own), *terms = identity.factors
        shown = [(-factor / own, self.measure(measure)) for measure, factor in terms]
        summed = "".join(
            f" {'-' if factor < 0 else '+'} {name if abs(factor) == 1 else f'{abs(factor)} × {name}'}"
            for factor, name in shown
        )
        return f"{self.measure(total)} = {summed.removeprefix(' + ').strip()}"

    def atom(self, atom: Atom) -> str:
        """A quantity: `exports in 2020 of Azerbaijan with Pakistan (sector: oil)`."""
        preposition = "as of" if not isinstance(atom.time, Stretch) and atom.time[4:] != OPEN else "in"
        words = [self.measure(atom.measure), preposition, self.time(atom.time)]
        words += ["of", self._registry.called(atom.of)] if atom.of else []
        words += ["with", self._registry.called(atom.partner)] if atom.partner else []
        return " ".join([*words, *([f"({atom.scope})"] if atom.scope else [])])


def _spelled(first: int, last: int) -> str:
    """The days from first to last as a period, in the shortest of the ways in which the fact language writes it."""
    (year, month, day), (end_year, end_month, end_day) = civil(first), civil(last)
    if first == last or day != 1 or end_day != month_length(end_year, end_month):
        return iso(first) if first == last else f"{iso(first)}/{iso(last)}"
    if year == end_year and (month, end_month) in _PARTS:
        return f"{year:04}{_PARTS[month, end_month]}"
    if (month, end_month) == (1, 12):
        return f"{year:04}/{end_year:04}"
    begin, end = f"{year:04}-{month:02}", f"{end_year:04}-{end_month:02}"
    return begin if begin == end else f"{begin}/{end}"
