"""One identity of measures at one place and time: whether what is stated of each measure can add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.interval import EVERYTHING
from factlint.reasoning.minimal import smallest, suspects
from factlint.rules.figures.cells import interval
from factlint.rules.figures.slips import Suspect
from factlint.rules.figures.truncation import Truncated, looks_truncated

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity
    from factlint.reasoning.linear import Identity
    from factlint.rules.figures.cells import Reading


class Stated(NamedTuple):
    """What a fact states: the measure, and its value."""

    measure: str
    said: Quantity


class Mismatch(NamedTuple):
    """The facts that cannot add up under a reading, in their order, and those without which alone the rest can."""

    reading: Reading
    facts: tuple[str, ...]
    suspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A total that must equal a sum of terms.

    `stated` are the facts in their fixed order; `bounds` what a term may be, whatever is stated of it.
    """

    identity: Identity
    total: str
    stated: Mapping[str, Stated]
    bounds: Mapping[str, Interval]

    def mismatch(self) -> Mismatch | None:
        """The clash of the facts, None where they add up even if every number was rounded.

        It is that of rounded or truncated numbers where they do not add up even so, else that of rounded ones. A
        measure of which the statements leave nothing counts as not stated, and a total that is impossible by itself
        is none: those clashes are another rule's.
        """
        found = self._mismatch("either") or self._mismatch("rounded")
        return found if found and len(found.facts) > 1 else None

    def implied(self, facts: Collection[str]) -> Interval:
        """What the terms leave for the total, by these facts alone, read as rounded."""
        return self.identity.implied(self.total, self._values(self._read(facts, "rounded")))

    def truncated(self, facts: tuple[str, ...]) -> Truncated:
        """Which of the facts of a mismatch of rounded numbers look truncated."""
        rounded = self._read(facts, "rounded")
        return looks_truncated(
            facts, lambda cut: self.identity.possible(self._values(rounded | self._read(cut, "either")))
        )

    def rooms(self, facts: tuple[str, ...]) -> list[Suspect]:
        """For each of these facts, its value and what all others leave for it."""
        every = self._settled("either")
        found = []
        for fact in facts:
            measure, said = self.stated[fact]
            values = self._values({each: every[each] for each in every if each != fact})
            room = self.identity.implied(measure, values) & values.get(measure, EVERYTHING)
            found.append(Suspect(said, room))
        return found

    def _mismatch(self, reading: Reading) -> Mismatch | None:
        intervals = self._settled(reading)

        def possible(chosen: Sequence[str]) -> bool:
            return self.identity.possible(self._values({fact: intervals[fact] for fact in chosen}))

        facts = tuple(intervals)
        if possible(facts):
            return None
        members = smallest(self._narrowing(intervals), possible)
        return Mismatch(reading, members, suspects(facts, possible, members))

    def _narrowing(self, intervals: Mapping[str, Interval]) -> list[str]:
        """The facts that leave less of their measure than those before them: only these can be in the smallest set.

        So a measure that thousands of facts state alike costs no more than one.
        """
        values: dict[str, Interval] = {}
        found = []
        for fact, each in intervals.items():
            measure = self.stated[fact].measure
            before = values.get(measure, self.bounds.get(measure, EVERYTHING))
            values[measure] = before & each
            if values[measure] != before:
                found.append(fact)
        return found

    def _settled(self, reading: Reading) -> dict[str, Interval]:
        """The facts on measures whose statements leave some number, each with its interval."""
        intervals = self._read(self.stated, reading)
        values = self._values(intervals)
        return {fact: each for fact, each in intervals.items() if not values[self.stated[fact].measure].is_empty}

    def _read(self, facts: Collection[str], reading: Reading) -> dict[str, Interval]:
        return {fact: interval(self.stated[fact].said, reading) for fact in facts}

    def _values(self, intervals: Mapping[str, Interval]) -> dict[str, Interval]:
        """Each measure's interval: its bound, and what the facts state of it."""
        values = dict(self.bounds)
        for fact, each in intervals.items():
            measure = self.stated[fact].measure
            values[measure] = values.get(measure, EVERYTHING) & each
        return values
