"""One identity of measures at one place and time: whether what is stated of each measure can add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.interval import EVERYTHING, Interval
from factlint.reasoning.agreement import common
from factlint.reasoning.minimal import smallest, suspects
from factlint.rules.figures.cells import interval
from factlint.rules.figures.slips import Suspect
from factlint.rules.figures.truncation import Truncated, looks_truncated

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

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

    `stated` are the facts in their fixed order; `bounds` what a term may be of which nothing is stated.
    """

    identity: Identity
    total: str
    stated: Mapping[str, Stated]
    bounds: Mapping[str, Interval]

    def mismatch(self) -> Mismatch | None:
        """The clash of the facts, None where they add up even if every number was rounded.

        It is that of rounded or truncated numbers where they do not add up even so, else that of rounded ones. A
        measure whose own statements do not agree counts as not stated: that clash is another rule's.
        """
        rounded = self._mismatch("rounded")
        return rounded and (self._mismatch("either") or rounded)

    def implied(self, facts: Collection[str], reading: Reading) -> Interval:
        """What the terms leave for the total, by these facts alone."""
        return self.identity.implied(self.total, self._values(facts, reading))

    def truncated(self, facts: tuple[str, ...]) -> Truncated:
        """Which of the facts of a mismatch of rounded numbers look truncated."""
        return looks_truncated(facts, lambda cut: self._possible(facts, "rounded", cut))

    def rooms(self, facts: tuple[str, ...]) -> list[Suspect]:
        """For each of these facts, its value and what all others leave for it."""
        every = self._settled("either")
        found = []
        for fact in facts:
            measure, said = self.stated[fact]
            values = self._values([each for each in every if each != fact], "either")
            room = self.identity.implied(measure, values) & values.get(measure, EVERYTHING)
            found.append(Suspect(said, room))
        return found

    def _mismatch(self, reading: Reading) -> Mismatch | None:
        facts = self._settled(reading)

        def possible(chosen: Sequence[str]) -> bool:
            return self._possible(chosen, reading)

        if possible(facts):
            return None
        return Mismatch(reading, smallest(facts, possible), suspects(facts, possible))

    def _settled(self, reading: Reading) -> list[str]:
        """The facts on measures whose own statements agree."""
        values = self._values(self.stated, reading)
        return [fact for fact, (measure, _) in self.stated.items() if not values[measure].is_empty]

    def _possible(self, facts: Collection[str], reading: Reading, cut: Collection[str] = ()) -> bool:
        return self.identity.possible(self._values(facts, reading, cut))

    def _values(self, facts: Collection[str], reading: Reading, cut: Collection[str] = ()) -> dict[str, Interval]:
        """Each measure's interval: of all that `facts` state of it, else its bound; `cut` may be truncated anyway."""
        stated: dict[str, list[Interval]] = {}
        for fact in facts:
            measure, said = self.stated[fact]
            stated.setdefault(measure, []).append(interval(said, "either" if fact in cut else reading))
        return {**self.bounds, **{measure: common(each) for measure, each in stated.items()}}
