"""From a cycle of constraints to a contradiction of facts: what each says, whose rule it is, who is suspected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Anchor, Severity
from factlint.timeline.columns import ORDER, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    from factlint.corpus import Corpus
    from factlint.reading.date import Date
    from factlint.reading.quantity import Quantity
    from factlint.reasoning.timeline_component import Conflict
    from factlint.timeline.columns import Columns
    from factlint.timeline.lives import End
    from factlint.timeline.told import Told

    Column = npt.NDArray[np.int64]

_FIELD = {
    Kind.BEGIN: "date",
    Kind.END: "date",
    Kind.DAY: "date",
    Kind.BEFORE: "before.",
    Kind.AFTER: "after.",
    Kind.DURING: "during.",
    Kind.PART_OF: "part_of.",
    Kind.DURATION: "duration",
    Kind.WHO: "who.",
    Kind.PLACE: "place",
}
_LIVES = (Kind.WHO, Kind.PLACE)
_WORDS = frozenset({Kind.BEFORE, Kind.AFTER, Kind.DURING})


class Step(NamedTuple):
    """A constraint of a cycle in words that rules can use: x[head] - x[tail] <= bound.

    `about` and `other` are names of events (see `told.named`); `at` is where it is said, None for what is said nowhere.
    `said` is the date, the duration, or the end of the life of `entry`. `by_fact` is false for the registry.
    """

    kind: Kind
    tail: int
    head: int
    bound: int
    about: str
    other: str | None
    at: Anchor | None
    by_fact: bool
    said: Date | Quantity | End | None
    entry: str | None = None


class Contradiction(NamedTuple):
    """Facts that cannot all be true beside the registry, while without any one of them the others can.

    `rule` is the name of the rule that it belongs to; `steps` are those of a cycle, in its order, from the origin on
    where it passes it. `suspects` are the facts without which the others can all be true. As a note it is only
    possible: some of the days that its dates leave open contradict each other, others do not.
    """

    rule: str
    severity: Severity
    steps: tuple[Step, ...]
    facts: tuple[str, ...]
    suspects: tuple[str, ...]


class Explainer:
    """Puts conflicts among constraints into terms of facts."""

    def __init__(self, corpus: Corpus, told: Told, known: Columns) -> None:
        self._corpus = corpus
        self._told = told
        self._known = known
        self._facts = told.facts["fact"].tolist()
        self._entries = told.registry["entry"].tolist()

    def __call__(self, rows: Column, conflict: Conflict) -> Contradiction:
        """The contradiction whose cycle is made of these rows."""
        return self.cycle(rows, conflict.owners, conflict.suspects)

    def cycle(self, rows: Column, owners: Iterable[int], suspects: Iterable[int]) -> Contradiction:
        """The contradiction whose cycle is made of these rows, with the rows of the facts that state it."""
        steps = tuple(self.step(int(row)) for row in rows)
        rule = _rule(steps, self._told)
        return Contradiction(rule, _severity(rule, steps), steps, self._of_facts(owners), self._of_facts(suspects))

    def _of_facts(self, owners: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self._facts[each] for each in owners if each < len(self._facts)))

    def step(self, row: int) -> Step:
        """What a row of the constraints says."""
        known = self._known
        kind, source, item = Kind(known.kind[row]), int(known.source[row]), int(known.item[row])
        own = known.names[known.event[row]]
        other = known.names[known.other[row]] if kind in ORDER else None
        by_fact = 0 <= source < len(self._facts)
        ends = (int(known.tail[row]), int(known.head[row]), int(known.bound[row]))
        if kind in (Kind.SPAN, Kind.ONE_DAY):
            return Step(kind, *ends, own, other, None, by_fact=False, said=None)
        at = self._anchor(kind, source, item)
        entry = self._entry(kind, source, item)
        return Step(kind, *ends, own, other, at, by_fact, self._said(kind, source, entry, ends[0]), entry)

    def _anchor(self, kind: Kind, source: int, item: int) -> Anchor:
        field = f"{_FIELD[kind]}{item}" if _FIELD[kind].endswith(".") else _FIELD[kind]
        if source < len(self._facts):
            return Anchor(self._facts[source], field)
        return Anchor(self._corpus.registry.entry("events", self._entries[source - len(self._facts)]).ref, field)

    def _entry(self, kind: Kind, source: int, item: int) -> str | None:
        if kind not in _LIVES:
            return None
        return str(
            self._told.facts["who"].iloc[source][item] if kind is Kind.WHO else self._told.facts["place"].iloc[source]
        )

    def _said(self, kind: Kind, source: int, entry: str | None, tail: int) -> Date | Quantity | End | None:
        if entry is not None:
            life = self._told.lives[entry]
            return life.last if tail == 0 else life.first
        if kind is Kind.DURATION:
            duration: Quantity = self._told.facts["duration"].iloc[source]
            return duration
        if kind in ORDER:
            return None
        here = source < len(self._facts)
        frame, row = (self._told.facts, source) if here else (self._told.registry, source - len(self._facts))
        date: Date = frame["date"].iloc[row]
        return date


def _rule(steps: Sequence[Step], told: Told) -> str:
    """The rule that a contradiction belongs to: the one on what it rests on most."""
    kinds = {step.kind for step in steps}
    lives = [step for step in steps if step.kind in _LIVES]
    if lives:
        if any(step.entry and told.lives[step.entry].kind == "people" for step in lives):
            return "outside-lifetime"
        return "before-founded" if lives[0].head == 0 else "after-dissolved"
    if kinds & _WORDS:
        return "order-impossible"
    if Kind.PART_OF in kinds:
        return "outside-container"
    return "duration-mismatch" if Kind.DURATION in kinds else "event-dates-differ"


def _severity(rule: str, steps: Sequence[Step]) -> Severity:
    """A warning where only being part of something ties the events, or where a whole is taken to be of one day."""
    kinds = {step.kind for step in steps}
    only_parts = Kind.PART_OF in kinds and not kinds & _WORDS
    one_day = Kind.ONE_DAY in kinds and bool(kinds & {Kind.DURING, Kind.PART_OF})
    return Severity.WARNING if rule == "outside-container" or only_parts or one_day else Severity.ERROR
